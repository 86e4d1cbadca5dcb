"""Counts and fractions of allies, and the size of the alliance."""

from __future__ import annotations

import math
from datetime import date

import pytest

from burdenshare.reading.model import Kind, Modality
from tests.reading.conftest import Numbers, One


@pytest.mark.parametrize(
    "text",
    [
        "In 2024, 23 allies met the 2 % target.",
        "Twenty-three allies met the 2 % guideline in 2024.",
        "A total of 23 members reached the 2 % target in 2024.",
        "In 2024 only 23 NATO members spent at least 2 % of GDP on defence.",
        "The 2 % target was met by 23 allies in 2024.",
        "Last year 23 countries in NATO hit the 2 % target.",
    ],
)
def test_count_of_those_who_met_it(one: One, text: str) -> None:
    found = one(text, "allies_at_guideline")
    assert found.value is not None
    assert (found.value.low, found.value.high, found.value.kind) == (23, 23, "count")
    assert (found.kind, found.subject, found.period) == (Kind.FACT, ("NATO",), "2024")
    assert (found.threshold, found.below, found.unit) == (2.0, False, "allies")


def test_part_and_whole_are_two_statements(told: Numbers) -> None:
    text = "In all 23 of the 32 allies met the 2 % target in 2024."
    found = {s.measure: s.value.central for s in told(text) if s.value}
    assert found["allies_at_guideline"] == pytest.approx(23)
    assert found["members"] == 32


@pytest.mark.parametrize(
    "text",
    [
        "In 2024 nine allies did not meet the 2 % target.",
        "Nine allies fell short of the 2 % target in 2024.",
        "Nine NATO members spent below 2 % of GDP on defence in 2024.",
    ],
)
def test_count_of_those_who_missed_it(one: One, text: str) -> None:
    found = one(text, "allies_at_guideline")
    assert found.value is not None
    assert (found.value.central, found.below, found.threshold) == (9, True, 2.0)


@pytest.mark.parametrize(
    ("text", "below", "central"),
    [
        ("Two-thirds of allies met the 2 % target in 2024.", False, 2 / 3),
        ("A third of NATO members still do not meet the 2 % target.", True, 1 / 3),
        ("Three out of four allies reached the 2 % target last year.", False, 3 / 4),
    ],
)
def test_fractions(one: One, text: str, below: bool, central: float) -> None:
    found = one(text, "fraction_at_guideline")
    assert found.value is not None
    assert found.value.kind == "fraction"
    assert found.value.central == pytest.approx(central)
    assert found.below is below
    assert "denominator" in found.holes


def test_other_threshold_is_kept(one: One) -> None:
    assert one("In 2024 four allies spent at least 3 % of GDP on defence.", "allies_at_guideline").threshold == 3.0


def test_hedged_count_is_open_above(one: One) -> None:
    found = one("More than 20 allies met the 2 % target in 2024.", "allies_at_guideline").value
    assert found is not None
    assert (found.low, found.high, found.low_open) == (20, math.inf, True)


def test_threshold_is_no_statement_of_its_own(told: Numbers) -> None:
    found = told("In 2024, 23 allies spent at least 2 % of GDP on defence.")
    assert [s.measure for s in found] == ["allies_at_guideline"]


def test_comparison_in_the_same_breath(told: Numbers) -> None:
    found = told("Some 23 allies met the 2 % target in 2024, up from three in 2014.", "allies_at_guideline")
    assert [(s.value.central, s.period) for s in found if s.value] == [(23, "2024"), (3, "2014")]


def test_noun_may_be_left_out_the_second_time(told: Numbers) -> None:
    found = told("In 2024, 23 allies met the 2 % target. Nine did not.", "allies_at_guideline")
    assert [(s.value.central, s.below) for s in found if s.value] == [(23, False), (9, True)]


def test_past_and_present_around_a_semicolon(told: Numbers) -> None:
    found = told("In 2014, three allies met the 2 % target; today, 23 do.", "allies_at_guideline")
    assert [(s.value.central, s.period) for s in found if s.value] == [(3, "2014"), (23, "2024")]


def test_from_a_year_to_another_is_no_range_of_years_and_counts(told: Numbers) -> None:
    text = "The number of allies that met the 2 % target rose from three in 2014 to 23 in 2024."
    counted = [(s.value.central, s.period) for s in told(text, "allies_at_guideline") if s.value]
    assert counted in ([], [(3, "2014"), (23, "2024")])


@pytest.mark.parametrize("text", ["All allies met the 2 % target in 2024.", "Every ally met the 2 % target in 2024."])
def test_all_of_them_is_a_fact_and_no_target_of_that_year(told: Numbers, text: str) -> None:
    found = told(text)
    assert [s.words for s in found if s.measure == "guideline" and s.period] == []
    assert any(s.measure in ("fraction_at_guideline", "allies_at_guideline", "share_of_gdp") for s in found)


def test_european_members_are_a_group_of_their_own(one: One) -> None:
    assert one("In 2018 five European allies met the 2 % target.", "allies_at_guideline").subject == ("EUR",)


def test_expected_count_is_a_forecast(one: One) -> None:
    found = one("NATO expects 23 allies to meet the 2 % target this year.", "allies_at_guideline", date(2024, 6, 18))
    assert found.modality is Modality.FORECAST
    assert found.period == "2024"


@pytest.mark.parametrize(
    "text",
    [
        "NATO has 32 members.",
        "The 32-member alliance met in Brussels.",
        "All 32 allies agreed.",
        "The alliance of 32 nations was founded in Washington.",
        "The 32 NATO members agreed.",
        "The 32-strong alliance agreed.",
        "Leaders of the 32 NATO countries met.",
    ],
)
def test_size_of_the_alliance(one: One, text: str) -> None:
    found = one(text, "members")
    assert found.value is not None
    assert (found.value.central, found.subject, found.unit) == (32, ("NATO",), "allies")


@pytest.mark.parametrize(
    "text",
    [
        "The EU has 27 members.",
        "The African Union has 55 member states.",
        "The CSTO has six members.",
        "All 27 EU countries agreed.",
        "The 28-member European Commission met.",
        "28 countries signed the treaty on mines.",
        "Of the 193 UN members, 32 abstained.",
    ],
)
def test_members_of_other_bodies_are_not_the_alliance(told: Numbers, text: str) -> None:
    assert told(text) == []


def test_wrong_size_is_read_so_that_it_can_be_contradicted(one: One) -> None:
    found = one("The 33-member alliance met in Brussels.", "members").value
    assert found is not None
    assert found.central == 33


def test_one_other_country_is_beside_whom_was_named(told: Numbers) -> None:
    text = "The U.S. spends 3.6 percent of GDP. Only one {}country meets the 2 percent commitment."
    for word, likely in (("other ", True), ("", False)):
        (count,) = told(text.format(word), "allies_at_guideline", date(2015, 3, 5))
        assert count.likely is likely
