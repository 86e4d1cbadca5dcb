"""Places in sets that hold others than allies, in lists, and among the donors of aid."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.record import Record

AUGUST = date(2026, 8, 10)


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("In absolute terms Germany is Europe's biggest defence spender in 2026.", "supported"),
        ("In absolute terms Italy is Europe's biggest defence spender in 2026.", "contradicted"),
        ("Lithuania has the highest share of GDP for defence in Europe in 2026.", "unverifiable"),  # Ukraine
        ("Germany is the EU's second-largest defence spender in dollars in 2026.", "unverifiable"),  # it is the first
        ("Germany is the largest defence spender in dollars among the G7 countries in Europe.", "supported"),
        ("In 2025 Germany was the biggest single donor of military aid to Ukraine.", "supported"),
        ("In 2025 France was the second-largest provider of military aid to Ukraine.", "contradicted"),
    ],
)
def test_place(record: Record, text: str, verdict: str) -> None:
    (found,) = [
        one for one in bs.check(text, on=AUGUST, record=record).checked.checked if one.statement.measure == "rank"
    ]
    assert found.now is not None
    assert found.now.verdict == verdict
