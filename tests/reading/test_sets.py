"""Allies said to meet or miss the guideline, without a number."""

from __future__ import annotations

import math

from tests.reading.conftest import Numbers, One

LEAD = "In 2024, 23 allies met the 2 % target. "


def test_ally_among_those_who_miss_it(told: Numbers) -> None:
    found = told(LEAD + "Canada is among those who fall short.", "share_of_gdp")
    assert [(s.subject, s.comparator, s.period) for s in found] == [(("CAN",), "<", "2024")]
    assert found[0].value is not None
    assert (found[0].value.high, found[0].value.high_open) == (2, True)


def test_ally_that_meets_it(told: Numbers) -> None:
    found = told(LEAD + "Poland met the target.", "share_of_gdp")
    assert [(s.subject, s.comparator) for s in found] == [(("POL",), ">=")]
    assert found[0].value is not None
    assert (found[0].value.low, found[0].value.high) == (2, math.inf)


def test_two_allies_share_it(told: Numbers) -> None:
    found = told(LEAD + "Spain and Italy missed the target.", "share_of_gdp")
    assert [s.subject for s in found] == [("ESP", "ITA")]


def test_plan_to_meet_it_is_no_fact(told: Numbers) -> None:
    assert told(LEAD + "Spain will meet the target.", "share_of_gdp") == []
    assert told(LEAD + "If Spain met the target, all would be well.", "share_of_gdp") == []


def test_own_target_of_another_kind(told: Numbers) -> None:
    assert told("Spain met its climate target.") == []


def test_the_guideline_of_the_day_where_none_is_named(one: One) -> None:
    found = one("Canada still does not meet the alliance's target for defence spending.", "share_of_gdp")
    assert found.subject == ("CAN",)
    assert found.value is not None
    assert found.value.high == 2


def test_ally_that_met_a_target_with_its_number(told: Numbers) -> None:
    found = told("Germany met the 2 % target in 2024 for the first time in decades.", "share_of_gdp")
    assert [(s.subject, s.comparator, s.period) for s in found] == [(("DEU",), ">=", "2024")]
