"""Doubts: what stops a contradiction, and that nothing else does."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.record.record import Record

WINTER, SUMMER = date(2025, 2, 13), date(2025, 6, 26)


def then(text: str, on: date, record: Record) -> tuple[str, str]:
    """(verdict, why) of the only fact of a sentence, as known on the day."""
    report = bs.check(text, on=on, record=record).to_dict()
    facts = [one for one in report["statements"] if one["kind"] == "fact"]
    assert len(facts) == 1, [one["measure"] for one in facts]
    return facts[0]["then"]["verdict"], facts[0]["then"]["why"]


@pytest.mark.parametrize(
    ("text", "on", "verdict", "reason"),
    [
        ("Turkey has 355,000 soldiers.", WINTER, "unverifiable", "counts forces in its own way"),
        ("Poland has 900,000 soldiers.", WINTER, "contradicted", ""),
        ("European allies and Canada have added $130bn since 2016.", date(2019, 12, 4), "unverifiable", "up to when"),
        ("European allies and Canada have added $400bn since 2016.", date(2019, 12, 4), "contradicted", ""),
        ("Poland is NATO's biggest spender.", WINTER, "depends", "only by share of GDP"),
        ("Italy is NATO's biggest spender.", WINTER, "contradicted", ""),
        ("Germany's defence budget in 2024 was 52.1 billion dollars.", WINTER, "unverifiable", "a national budget"),
        ("Germany spent 52.1 billion dollars on defence in 2024.", WINTER, "contradicted", ""),
        ("Poland now spends 4.7% of its GDP on defence.", SUMMER, "unverifiable", "may mean 2025"),
        ("Poland now spends 6.3% of its GDP on defence.", SUMMER, "contradicted", ""),
        (
            "According to the IISS, Germany spent 1.5% of GDP on defence in 2024.",
            WINTER,
            "unverifiable",
            "another body",
        ),
    ],
)
def test_doubt(text: str, on: date, verdict: str, reason: str, record: Record) -> None:
    found, why = then(text, on, record)
    assert found == verdict, why
    assert reason in why


SPRING = date(2024, 4, 24)
"""Of a year that no release had spoken of; some days later NATO expected 18 allies, then 23, to meet the guideline."""


@pytest.mark.parametrize(
    ("text", "on", "verdict"),
    [
        ("18 NATO members currently meet the 2% target.", SPRING, "unverifiable"),
        ("18 NATO members currently meet the 2% target.", date(2024, 2, 20), "unverifiable"),
        ("More than half of NATO's members now meet the 2% target.", SPRING, "unverifiable"),
        ("28 NATO members currently meet the 2% target.", SPRING, "contradicted"),
        ("Three NATO members currently meet the 2% target.", date(2024, 2, 20), "contradicted"),
        ("11 NATO members currently meet the 2% target.", SPRING, "supported"),
    ],
)
def test_how_many_now_may_be_of_the_running_year(text: str, on: date, verdict: str, record: Record) -> None:
    found, why = then(text, on, record)
    assert found == verdict, why
    assert ("may mean 2024" in why) is (verdict == "unverifiable")


@pytest.mark.parametrize(("count", "verdict"), [("18", "unverifiable"), ("17", "depends"), ("28", "contradicted")])
def test_now_a_count_near_that_of_the_year_it_was_told_in_is_not_refuted(
    count: str, verdict: str, record: Record
) -> None:
    text = f"{count} NATO members currently meet the 2% target."
    found = bs.check(text, on=SPRING, record=record).to_dict()["statements"][0]["now"]
    assert found["verdict"] == verdict, found["why"]


def test_figure_right_for_another_year_of_the_sentence_depends(record: Record) -> None:
    text = "Three allies met the 2% guideline when leaders, who had pledged it in 2014, looked at 2024."
    verdict, why = then(text, WINTER, record)
    assert verdict in ("depends", "supported")
    assert "2014" in why or "3 allies" in why
