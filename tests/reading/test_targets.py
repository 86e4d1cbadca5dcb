"""Guidelines, targets, plans and demands."""

from __future__ import annotations

import math

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
        "The 2%-of-GDP goal is old.",
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
        ("Poland will spend 4.7 % of GDP on defence this year.", ("POL",), 4.7, "2025"),
        ("Britain's 2.5 % target for defence spending is due in 2027.", ("GBR",), 2.5, "2027"),
        ("Canada has pledged to spend 2 % of GDP on defence by 2032.", ("CAN",), 2, "2032"),
    ],
)
def test_plan_of_one_ally(one: One, text: str, subject: tuple[str, ...], value: float, period: str) -> None:
    found = one(text, "guideline")
    assert found.value is not None
    assert (found.kind, found.subject, found.value.central, found.period) == (Kind.PROMISE, subject, value, period)


def test_demand(one: One) -> None:
    found = one("Donald Trump demands that allies spend 5 % of GDP on defence.", "guideline")
    assert (found.subject, found.modality, found.speaker.name) == (("NATO",), Modality.DEMAND, "Donald Trump")


def test_open_demand_has_its_stated_margin(one: One) -> None:
    found = one("“We will need to spend well north of 3 % of GDP on defence,” Mark Rutte said.", "guideline")
    assert found.value is not None
    assert (found.value.low, found.value.high) == (pytest.approx(3.15), math.inf)
    assert found.speaker.name == "Mark Rutte"


def test_supposition_is_hypothetical(one: One) -> None:
    found = one("If every ally spent 5 % of GDP on defence, the bill would be large.", "guideline")
    assert found.modality is Modality.HYPOTHETICAL


def test_comparison_with_the_target_leaves_the_target_as_it_is(told: Numbers) -> None:
    found = told("Poland spent 4.12 % of GDP on defence in 2024, well above the 2 % target.", "guideline")
    assert [(s.value.low, s.value.high) for s in found if s.value] == [pytest.approx((1.9, 2.1))]


def test_year_of_agreement_is_no_due_year(one: One) -> None:
    assert one("Allies still miss the 2 % target agreed in 2014.", "guideline").period == "2014"


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
