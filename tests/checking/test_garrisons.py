"""Troops an ally has in another country."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.record.record import Record

CASES = [
    # the Pentagon's count of the very month; it bears no day of publication, so *then* does not see it
    (
        "36,332 American active-duty troops were assigned to Germany in September.",
        "2025-11-20",
        "unverifiable",
        "supported",
    ),
    ("Germany hosts about 35,000 US troops.", "2024-11-20", "unverifiable", "depends"),
    ("There are 90,000 American troops stationed in Germany.", "2025-11-20", "contradicted", "contradicted"),
    ("The United States has 35,000 soldiers stationed in Germany.", "2020-12-10", "depends", "depends"),
    # 369 are assigned there, the others rotate
    ("The US has about 10,000 troops in Poland.", "2026-05-02", "unverifiable", "unverifiable"),
    ("The US has 5,000 troops in Germany.", "2025-11-20", "unverifiable", "unverifiable"),  # may be a part
    ("The US will send 90,000 troops to Germany.", "2025-11-20", "unverifiable", "unverifiable"),
    (
        "At the height of the Cold War the US had 250,000 troops in Germany.",
        "2025-11-20",
        "unverifiable",
        "unverifiable",
    ),
]


@pytest.mark.parametrize(("text", "on", "then", "now"), CASES)
def test_verdict(text: str, on: str, then: str, now: str, record: Record) -> None:
    found = [one for one in bs.check(text, on=date.fromisoformat(on), record=record).checked.checked if one.then]
    for one in found:
        assert one.then is not None
        assert one.now is not None
        assert (one.then.verdict, one.now.verdict) == (then, now), one.now.why
    assert found or then == now == "unverifiable"


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("The United States has 35,000 soldiers stationed in Germany.", "DEU"),
        ("Some 12,000 American troops were assigned to Italy.", "ITA"),
        ("Germany hosts about 35,000 US troops.", "DEU"),
        ("Washington keeps 80,000 troops in Europe.", "Europe"),
    ],
)
def test_where_they_are(text: str, place: str, record: Record) -> None:
    (one,) = [
        each for each in bs.read(text, on=date(2025, 11, 20), record=record).statements if each.measure == "troops"
    ]
    assert one.place == place
