"""Kinds of sentences that were contradicted wrongly on pages nobody had tried, told in our own words, each beside a
near miss that is wrong indeed and must stay contradicted."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.record.record import Record
from tests.case_tables import rows_of

TABLE = "surely_wrong.csv"
"""`then`, `now`: the verdicts that a statement of the measure may have; empty where there must be none of it. A bar
in a text parts paragraphs."""


@pytest.mark.parametrize(
    ("kind", "on", "text", "measure", "then", "now"), rows_of(TABLE), ids=lambda value: str(value)[:60]
)
def test_kind(kind: str, on: str, text: str, measure: str, then: str, now: str, record: Record) -> None:
    checked = bs.check(text.replace("|", "\n"), on=date.fromisoformat(on), record=record).checked.checked
    own = [one for one in checked if one.statement.measure == measure]
    assert bool(own) == bool(then), kind
    assert {one.then.verdict.value for one in own if one.then is not None} <= set(then.split()), kind
    assert {one.now.verdict.value for one in own if one.now is not None} <= set(now.split()), kind
