"""Sums told at the prices of another year, counts said officially, and times gone by are never judged surely."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.record import Record


def verdicts(text: str, on: str, measure: str, record: Record) -> list[tuple[str, str]]:
    found = bs.check(text, on=date.fromisoformat(on), record=record).checked.checked
    asked = [one for one in found if one.statement.measure == measure]
    return [(one.then.verdict, one.now.verdict) for one in asked if one.then is not None and one.now is not None]


def test_a_sum_at_prices_that_no_newer_release_prints_is_not_refuted_now(record: Record) -> None:
    """Polish outlays of 2024 stood in June 2024 at 26.84 billion dollars, at prices of 2015."""
    text = "Polish military outlays come to $27 billion in 2024."
    assert verdicts(text, "2024-06-20", "expenditure", record) == [("depends", "unverifiable")]


def test_a_sum_of_a_year_that_its_day_did_not_hold_is_not_refuted_now(record: Record) -> None:
    text = "NATO's European members will have spent $380 billion on defence in 2024."
    ((then, now),) = verdicts(text, "2024-02-20", "expenditure", record)
    assert (then, now) == ("unverifiable", "unverifiable")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Germany spent $98 billion on defence in 2024.", ("supported", "contradicted")),  # right, and revised since
        ("Germany spent $110 billion on defence in 2024.", ("contradicted", "contradicted")),  # wrong at both prices
        ("Germany spent $140 billion on defence in 2024.", ("contradicted", "contradicted")),
    ],
)
def test_an_error_in_both_kinds_of_prices_is_one(text: str, expected: tuple[str, str], record: Record) -> None:
    assert verdicts(text, "2024-06-20", "expenditure", record) == [expected]


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("This year 8 of the 29 allies will spend 2 percent of GDP on defence.", "depends"),
        ("21 of the 29 allies spend less than 2 percent of GDP on defence.", "depends"),
        ("17 of the 29 allies spend less than 2 percent of GDP on defence.", "contradicted"),
    ],
)
def test_what_was_said_officially_is_repeated_for_days(text: str, then: str, record: Record) -> None:
    """On 10 July 2018 the Secretary General said eight for 2018; the tables of that day show five."""
    assert verdicts(text, "2018-07-12", "allies_at_guideline", record)[0][0] == then


def test_after_the_news_the_table_counts(record: Record) -> None:
    text = "21 of the 29 allies spend less than 2 percent of GDP on defence."
    assert verdicts(text, "2018-10-12", "allies_at_guideline", record)[0][0] == "contradicted"


def test_what_was_counted_in_a_month_is_what_was_known_in_it(record: Record) -> None:
    text = "In February, 18 allies were spending at least 2 percent of GDP on defence."
    assert verdicts(text, "2024-10-10", "allies_at_guideline", record)[0][0] == "unverifiable"


@pytest.mark.parametrize(
    "text",
    [
        "18 allies are spending at least 2 percent of GDP on defence.",
        "In 2024, 18 allies were spending at least 2 percent of GDP on defence.",
        "In September NATO said that 18 allies spent at least 2 percent of GDP on defence in 2024.",
    ],
)
def test_a_wrong_count_of_the_year_is_still_wrong(text: str, record: Record) -> None:
    assert verdicts(text, "2024-10-10", "allies_at_guideline", record)[0][0] == "contradicted"


@pytest.mark.parametrize(
    "text",
    [
        "Poland used to spend more than 2 percent of GDP on defence.",
        "Poland once spent more than 2 percent of GDP on defence.",
    ],
)
def test_the_newest_year_bears_nothing_out_of_times_gone_by(text: str, record: Record) -> None:
    assert verdicts(text, "2025-09-01", "share_of_gdp", record) == [("unverifiable", "unverifiable")]


def test_a_year_opened_by_when_is_that_of_those_behind_it(record: Record) -> None:
    text = (
        "More than 20 allies will spend at least 2 percent of GDP on defence in 2024, a leap from 2014 when only "
        "Greece, Britain and the U.S. hit that mark."
    )
    found = bs.check(text, on=date(2024, 6, 18), record=record).checked.checked
    assert {one.statement.period for one in found if one.statement.measure in ("share_of_gdp", "exceptions")} == {
        "2014"
    }


def test_most_of_its_share_is_no_place(record: Record) -> None:
    told = bs.check("The US spends most of its 3.5 per cent of GDP at home.", on=date(2018, 7, 13), record=record)
    assert [one.statement.measure for one in told.checked.checked if one.statement.measure == "rank"] == []


def test_who_presses_for_a_goal_does_not_own_it(record: Record) -> None:
    told = bs.check("Under U.S. pressure, the allies' new goal is 5% of GDP.", on=date(2025, 9, 1), record=record)
    assert {one.statement.subject for one in told.checked.checked} == {("NATO",)}
