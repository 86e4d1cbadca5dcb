"""Kinds of sentences that a trial on fresh pages showed to be misread, each told in our own words, with near misses."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

import burdenshare as bs
from burdenshare.record.record import Record

TABLE = Path(__file__).parents[1] / "cases" / "kinds.csv"
"""`then`: the verdicts that a statement of the measure may have on its day; empty where there must be none. A bar in a
sentence parts paragraphs."""


def kinds() -> list[tuple[str, ...]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [tuple(row.values()) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("kind", "on", "text", "measure", "then"), kinds(), ids=lambda value: str(value)[:50])
def test_kind(kind: str, on: str, text: str, measure: str, then: str, record: Record) -> None:
    checked = bs.check(text.replace("|", "\n"), on=date.fromisoformat(on), record=record).checked.checked
    found = {one.then.verdict.value for one in checked if one.statement.measure == measure and one.then is not None}
    assert found <= set(then.split()), (kind, found)
    assert bool(found) == bool(then), kind


@pytest.mark.parametrize("verb", ["are", "were"])
def test_the_tense_of_being_on_track_changes_nothing(verb: str, record: Record) -> None:
    text = f"Stoltenberg said on 17 June that 23 allies {verb} on track to meet the 2 percent target."
    (one,) = [
        one
        for one in bs.check(text, on=date(2024, 6, 18), record=record).checked.checked
        if one.statement.measure == "allies_at_guideline"
    ]
    assert one.now is not None
    assert one.now.verdict.value == "unverifiable"


def test_a_decade_whose_beginning_is_named(record: Record) -> None:
    text = "German defence spending grew by 110 percent over the past decade, from 40 billion dollars in 2014."
    growth = [
        one.statement
        for one in bs.check(text, on=date(2025, 4, 25), record=record).checked.checked
        if one.statement.measure == "expenditure_growth"
    ]
    assert [one.baseline for one in growth] == ["2014"]


def test_only_is_kept_where_a_pronoun_stands_for_the_one(record: Record) -> None:
    text = "Poland spends 4.48% of GDP on defence, making it the only ally above the 4-percent mark."
    checked = bs.check(text, on=date(2025, 8, 28), record=record).checked.checked
    assert [one.statement.against for one in checked if one.statement.measure == "exceptions"] == [("POL",)]
