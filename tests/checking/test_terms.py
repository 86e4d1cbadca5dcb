"""Offices taken or left on a day, and accessions that the words tell only vaguely: what may be contradicted."""

from __future__ import annotations

from datetime import date

import pytest

import burdenshare as bs
from burdenshare.record import Record


@pytest.mark.parametrize(
    ("text", "verdict"),
    [
        ("Emmanuel Macron became president in 2017.", "supported"),
        ("Olaf Scholz became chancellor in December 2020.", "contradicted"),
        ("Jens Stoltenberg stepped down as secretary general on 1 October 2024.", "supported"),
        ("Albania and Croatia joined in 2009.", "supported"),
        ("Albania and Croatia joined in 2011.", "unverifiable"),
    ],
)
def test_term_or_accession(record: Record, text: str, verdict: str) -> None:
    (found,) = bs.check(text, on=date(2025, 3, 13), record=record).to_dict()["statements"]
    assert found["then"]["verdict"] == verdict
