"""Guidelines, targets, plans and demands."""

from __future__ import annotations

import math
from datetime import date

import pytest

from burdenshare.reading.model import Kind, Modality
from tests.reading.conftest import Numbers, One


@pytest.mark.parametrize(
    "text",
    [
        "NATO's target is 2 % of GDP.",
        "Allies agreed on a 2 % target.",
        "Many still miss the alliance's two-percent guideline.",
        "Leaders reaffirmed the commitment to spend 2 % of GDP on defence.",
        "NATO's 2%-of-GDP goal is old.",
    ],
)
def test_guideline_of_the_alliance(one: One, text: str) -> None:
    found = one(text, "guideline")
    assert found.value is not None
    assert (found.kind, found.subject, found.value.central, found.unit) == (Kind.PROMISE, ("NATO",), 2, "%")


@pytest.mark.parametrize(
    ("text", "subject", "value", "period"),
    [
        ("Germany plans to spend 3.5 % of GDP on defence by 2029.", ("DEU",), 3.5, "2029"),
        ("Poland has pledged to spend 4.7 % of GDP on defence this year.", ("POL",), 4.7, "2025"),
        ("Britain's 2.5 % target for defence spending is due in 2027.", ("GBR",), 2.5, "2027"),
        ("Canada has pledged to spend 2 % of GDP on defence by 2032.", ("CAN",), 2, "2032"),
    ],
)
def test_plan_of_one_ally(one: One, text: str, subject: tuple[str, ...], value: float, period: str) -> None:
    found = one(text, "guideline")
    assert found.value is not None
    assert (found.kind, found.subject, found.value.central, found.period) == (Kind.PROMISE, subject, value, period)


@pytest.mark.parametrize(
    "text", ["The central bank's target is 2 %.", "Inflation is above the 2 % target.", "The 2 % goal is met."]
)
def test_target_without_the_alliance_or_defence_is_somebody_elses(told: Numbers, text: str) -> None:
    assert told(text) == []


def test_demand(one: One) -> None:
    found = one("Donald Trump demands that allies spend 5 % of GDP on defence.", "guideline")
    assert (found.subject, found.modality, found.speaker.name) == (("NATO",), Modality.DEMAND, "Donald Trump")


def test_open_demand_has_its_stated_margin(one: One) -> None:
    found = one("“We will need to spend well north of 3 % of GDP on defence,” Mark Rutte said.", "guideline")
    assert found.value is not None
    assert (round(found.value.low, 6), found.value.high) == (3.15, math.inf)
    assert found.speaker.name == "Mark Rutte"


def test_supposition_is_hypothetical(one: One) -> None:
    found = one("If every ally spent 5 % of GDP on defence, the bill would be large.")
    assert found.modality is Modality.HYPOTHETICAL


def test_question_about_one_ally_is_no_target_of_the_alliance(told: Numbers) -> None:
    assert [s for s in told("Could Germany spend 3 % of GDP on defence?") if "NATO" in s.subject] == []


def test_comparison_with_the_target_leaves_the_target_as_it_is(told: Numbers) -> None:
    found = told("Poland spent 4.12 % of GDP on defence in 2024, well above the 2 % target.", "guideline")
    assert [round(s.value.low, 6) for s in found if s.value] == [1.9]
    assert [round(s.value.high, 6) for s in found if s.value] == [2.1]


def test_year_of_agreement_is_no_due_year(one: One) -> None:
    assert one("Allies still miss the 2 % target agreed in 2014.", "guideline").period == "2014"


def test_day_of_agreement_is_no_due_day(one: One) -> None:
    text = "Allies agreed on the 5 % goal at the summit in The Hague in June 2025."
    assert not one(text, "guideline", date(2025, 7, 10)).period.startswith("2025-06")


def test_missing_the_target_until_a_year_sets_no_due_year(told: Numbers) -> None:
    found = told("Portugal will miss NATO's 2 % target until 2029.", "guideline")
    assert [s.period for s in found] == [""]


def test_level_to_come_is_no_recorded_fact(told: Numbers) -> None:
    found = told("Canada's defence spending will hit 1.76 % of GDP by 2030, short of the 2 % target.")
    assert [s.kind for s in found if s.value and s.value.central == 1.76] == [Kind.PROMISE]
    assert [s.period for s in found if s.value and s.value.central == 2] == [""]


def test_share_of_a_combined_gdp_is_no_target(told: Numbers) -> None:
    text = "European allies and Canada will spend $380 billion on defence this year, 2 % of their combined GDP."
    assert [s for s in told(text, "guideline") if s.subject == ("NATO",)] == []


def test_compound_target_gives_all_three(told: Numbers) -> None:
    text = (
        "Allies will spend 5 % of GDP by 2035: 3.5 % on core defence and 1.5 % on defence-related "
        "infrastructure and resilience."
    )
    found = told(text, "guideline")
    assert [s.value.central for s in found if s.value] == [5, 3.5, 1.5]
    assert {s.subject for s in found} == {("NATO",)}


@pytest.mark.parametrize(
    "text",
    [
        "Japan plans to spend 2 % of GDP on defence by 2027.",
        "Australia will raise military spending to 2.4 % of GDP.",
        "Austria wants to reach 2 % of GDP on defence by 2032.",
    ],
)
def test_target_of_an_outsider_is_not_the_alliances(told: Numbers, text: str) -> None:
    assert [s for s in told(text) if "NATO" in s.subject] == []


def test_recorded_share_is_no_target(told: Numbers) -> None:
    assert [s.measure for s in told("Estonia spent 3.43 % of GDP on defence in 2024.")] == ["share_of_gdp"]
