"""Quarters and halves of a year date no figure of the whole year."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.record.record import Record

ON = date(2025, 12, 22)


def told(text: str, record: Record) -> list[tuple[str, str, bool]]:
    found = bs.read(text, on=ON, record=record).statements
    return [(one.measure, one.period, one.likely) for one in found if one.value is not None]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Poland's defence spending rose 20% in the first half of 2025.",
            [("expenditure_growth", "2025-01/2025-06", True)],
        ),
        ("Germany's military spending rose 17% in Q1 2025.", [("expenditure_growth", "2025-01/2025-03", True)]),
        (
            "Dutch defence spending in the final quarter of 2024 was up 12% on the same quarter of 2023.",
            [("expenditure_growth", "2024-10/2024-12", True)],
        ),
    ],
)
def test_what_a_part_of_a_year_dates_is_of_its_months(
    text: str, expected: list[tuple[str, str, bool]], record: Record
) -> None:
    assert told(text, record) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Germany spent 50 billion euros on defence in 2024.",
        "Germany spent 50 billion euros on defence in 2024; three-quarters of 2023's plan was cash.",
        "Germany spent 50 billion euros on defence in 2024; in the second quarter of 2025 it bought jets.",
    ],
)
def test_a_year_stays_a_year(text: str, record: Record) -> None:
    assert [period for measure, period, _ in told(text, record) if measure == "expenditure"] == ["2024"]


def test_nothing_is_held_against_a_quarter(record: Record) -> None:
    text = "Poland's defence spending rose 90% in the first half of 2025."
    verdicts = [one.then.verdict.value for one in bs.check(text, on=ON, record=record).checked.checked if one.then]
    assert verdicts == ["unverifiable"]


def test_a_sum_of_two_years_is_surely_neither_ones(record: Record) -> None:
    text = "Germany spent 50 billion euros on defence in 2024 and 2025."
    assert [likely for measure, _, likely in told(text, record) if measure == "expenditure"] == [True]
    extra = "Portugal is setting aside 5 billion euros extra for defence in 2026 and 2027."
    assert told(extra, record) == [("extra_expenditure", "2026/2027", True)]


def test_what_lifts_a_share_is_no_level(record: Record) -> None:
    lifts = "Madrid has found 10 billion euros to lift Spain to 2% this year."
    assert [measure for measure, _, _ in told(lifts, record)] == ["expenditure_change", "guideline"]
    growth = "Spain raised 10 billion euros to lift its growth to 2%."
    assert "expenditure_change" not in [measure for measure, _, _ in told(growth, record)]


def test_what_a_figure_is_held_against_does_not_date_it(record: Record) -> None:
    held = "China held 600 warheads in January, a hundred more than in the same month of 2024."
    assert [period for measure, period, _ in told(held, record) if measure == "warheads"] == ["2025"]
    then = "In the same month of 2024 Germany spent 2% of GDP on defence."
    assert [period for _, period, _ in told(then, record)] == ["2024"]
