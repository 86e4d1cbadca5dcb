"""Shares of no named year, parts since a year, titles at a comma: what may be meant otherwise is left open."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.record import Record


def both(text: str, on: str, measure: str, record: Record) -> list[tuple[str, str]]:
    found = bs.check(text, on=date.fromisoformat(on), record=record).checked.checked
    asked = [one for one in found if one.statement.measure == measure]
    return [(one.then.verdict, one.now.verdict) for one in asked if one.then is not None and one.now is not None]


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("Estonia currently sets aside 3.7% of its GDP for defence.", "unverifiable"),  # 3.31 in 2024, 3.93 in 2025
        ("Estonia currently sets aside 5.7% of its GDP for defence.", "contradicted"),
        ("Estonia set aside 3.7% of its GDP for defence in 2024.", "contradicted"),
    ],
)
def test_a_share_between_two_years_may_be_the_new_one(text: str, now: str, record: Record) -> None:
    assert [verdict for _, verdict in both(text, "2025-01-27", "share_of_gdp", record)] == [now]


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("Since 1960, about 75% of NATO's defence spending has been that of the United States.", "unverifiable"),
        ("The United States bore 75% of NATO's defence spending in 2023.", "contradicted"),
    ],
)
def test_a_part_of_many_years_is_not_that_of_one(text: str, then: str, record: Record) -> None:
    assert [verdict for verdict, _ in both(text, "2024-08-01", "share_of_total", record)] == [then]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("In his talks with the Polish premier, Trump claimed that two countries meet it.", []),
        ("Talks were led by the Polish premier, Donald Tusk, who left.", ["supported"]),
        ("The Polish premier, Mateusz Morawiecki, met NATO's allies.", ["contradicted"]),
    ],
)
def test_a_comma_may_end_what_a_sentence_opens_with(text: str, held: list[str], record: Record) -> None:
    assert [verdict for verdict, _ in both(text, "2025-09-04", "head_of_government", record)] == held


def test_what_is_spent_is_no_rise(record: Record) -> None:
    text = (
        "Lithuania will raise its spending on defence to 5%. Poland already spends more than 4% and plans to go higher."
    )
    assert both(text, "2025-01-17", "expenditure_growth", record) == []
    rise = "Poland spends 12 percent more on defence than in 2023."
    assert both(rise, "2025-01-17", "expenditure_growth", record) != []


def test_a_neighbour_in_passing_owns_no_share(record: Record) -> None:
    text = (
        "Lithuania has decided to raise its spending on defence to 5% of GDP.\n\n"
        "The Baltic nation, which borders Russia, currently spends a bit over 3%."
    )
    assert both(text, "2025-01-17", "military_expenditure", record) == []


@pytest.mark.parametrize(
    ("text", "then"),
    [
        (
            "Five of NATO's 29 members met the 2% goal in 2017 and eight are expected to do so this year.",
            "unverifiable",
        ),
        ("Five of NATO's 29 members met the 2% goal in 2014 and eight met it in 2017.", "contradicted"),
    ],
)
def test_a_year_in_front_of_another_count_is_not_this_ones(text: str, then: str, record: Record) -> None:
    assert both(text, "2018-07-11", "allies_at_guideline", record)[-1][0] == then


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("Greece is third after Bulgaria and the US in NATO as it spent 2.28% of its GDP in 2017.", "close"),
        ("Bulgaria and the US spent 2.28% of their GDP on defence in 2017.", "contradicted"),
    ],
)
def test_whom_one_comes_behind_owns_nothing(text: str, then: str, record: Record) -> None:
    assert {verdict for verdict, _ in both(text, "2019-12-04", "share_of_gdp", record)} == {then}


@pytest.mark.parametrize(
    ("text", "then"),
    [
        ("President Donald Trump has decided to pull 9,500 U.S. troops out of Germany by September.", "unverifiable"),
        ("The United States had 500,000 military personnel in 2018.", "contradicted"),
    ],
)
def test_a_tenth_of_the_forces_is_a_part_of_them(text: str, then: str, record: Record) -> None:
    told = both(text, "2020-06-06", "military_personnel", record)
    assert [verdict for verdict, _ in told] in ([then], [])


@pytest.mark.parametrize(
    ("text", "now"),
    [
        ("Albania spends 1.29% of its GDP on defence.", "unverifiable"),  # so in 2020
        ("Albania spends 3.29% of its GDP on defence.", "contradicted"),
    ],
)
def test_an_undated_share_that_its_day_could_not_answer_may_be_older(text: str, now: str, record: Record) -> None:
    assert [verdict for _, verdict in both(text, "2022-07-08", "share_of_gdp", record)] == [now]
