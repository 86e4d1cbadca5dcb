"""What is denied, doubted, of many years, of another time or of somebody else is never judged as if it were claimed."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.record import Record

UNJUDGED = [
    ("2026-08-01", "Latvia has always spent more than 2 percent of GDP on defence.", "share_of_gdp"),
    ("2026-08-01", "Since 2014, Poland has never spent less than 2 percent of GDP on defence.", "share_of_gdp"),
    ("2025-09-01", "In 2022, 2023 and 2024, Poland spent more than 3 percent of GDP on defence.", "share_of_gdp"),
    ("2025-09-01", "Nobody believes that Germany spends 6 percent of GDP on defence.", "share_of_gdp"),
    ("2025-09-01", "Germany no longer spends 2 percent of GDP on defence.", "share_of_gdp"),
    ("2025-09-01", "Germany did not spend more than 90 billion euros on defence in 2024.", "expenditure"),
    ("2025-09-01", "Germany is not the second-largest spender in NATO.", "rank"),
    ("2026-08-01", "Poland is not the only ally that spends more than 3 percent of GDP on defence.", "exceptions"),
    ("2026-08-01", "Poland is almost the only ally that spends more than 3 percent of GDP on defence.", "exceptions"),
    ("2025-12-20", "France and Britain have 515 nuclear warheads.", "warheads"),
    ("2025-12-20", "The US stores 100 nuclear warheads in Europe.", "warheads"),
    ("2022-10-10", "The US peak was around 30,000 nuclear warheads.", "warheads"),
    ("2025-07-01", "Joe Biden was president from 2021 to 2025.", "head_of_state"),
    ("2025-07-01", "Angela Merkel was chancellor for 16 years.", "head_of_government"),
    ("2025-03-01", "Last year Prime Minister Rishi Sunak pledged 2.5%.", "head_of_government"),
    ("2024-07-10", "A decade ago, Prime Minister David Cameron hosted the Wales summit.", "head_of_government"),
    ("2025-03-01", "The then Conservative defence minister Ben Wallace promised 3%.", "defence_minister"),
    ("2025-07-01", "British Prime Minister Rishi Sunak announced 2.5 % by 2030 in 2024.", "head_of_government"),
]

LEFT = [
    ("2026-07-30", "German defence spending is about $37 billion above that of Britain.", "expenditure"),
    ("2026-07-30", "Germany spends some $37 billion more on defence than Britain.", "expenditure_change"),
    ("2026-01-01", "Germany spends more of its budget on defence than France.", "comparison"),
    ("2026-01-01", "Britain spends more on defence today than Germany did in 2014.", "comparison"),
    ("2024-07-10", "Italy spends less of its GDP on defence than every ally but Spain.", "comparison"),
    (
        "2026-08-20",
        "The rest of the allies combined spent less than half of what the U.S. spent in 2025.",
        "share_of_total",
    ),
    ("2024-07-10", "Poland leads all allies at 4.12% of GDP.", "fraction_at_guideline"),
    ("2026-01-01", "Everyone but Spain spends 2 percent of GDP on defence.", "share_of_gdp"),
]


@pytest.mark.parametrize(("on", "text", "measure"), UNJUDGED)
def test_what_nobody_claims_of_that_day_stays_open(on: str, text: str, measure: str, record: Record) -> None:
    found = bs.check(text, on=date.fromisoformat(on), record=record).checked.checked
    for one in found:
        if one.statement.measure == measure:
            assert one.then is None or one.then.verdict in ("unverifiable", "depends"), one.then.why


@pytest.mark.parametrize(("on", "text", "measure"), LEFT)
def test_what_is_no_figure_of_its_own_makes_no_statement(on: str, text: str, measure: str, record: Record) -> None:
    found = bs.check(text, on=date.fromisoformat(on), record=record).checked.checked
    assert [one.statement.words for one in found if one.statement.measure == measure] == []


def test_a_share_beneath_the_line_is_not_met(record: Record) -> None:
    """Bulgaria 2024 stands in August 2025 at 1.95 %, and stood in April 2025 at 2.04."""
    met = bs.check("Bulgaria met the 2 % guideline in 2024.", on=date(2025, 9, 1), record=record)
    missed = bs.check("Bulgaria missed the 2 % guideline in 2024.", on=date(2025, 9, 1), record=record)
    verdicts = [
        [one.then.verdict for one in report.checked.checked if one.statement.measure == "share_of_gdp" and one.then]
        for report in (met, missed)
    ]
    assert verdicts == [["depends"], ["supported"]]


def test_a_bound_is_not_turned_by_its_own_hedge(record: Record) -> None:
    report = bs.check(
        "Danish outlays were worth no more than 0.6 per cent of GDP in 2024.", on=date(2025, 2, 13), record=record
    )
    (one,) = report.checked.checked
    assert one.statement.comparator == "<="


def test_several_taken_together_are_asked_as_a_sum(record: Record) -> None:
    text = "Estonia, Latvia and Lithuania spent a combined $5.2 billion on defence in 2024."
    (one,) = bs.check(text, on=date(2025, 2, 13), record=record).checked.checked
    assert one.then is not None and one.then.verdict == "supported"
