"""`tests/cases/sentences.csv`: single sentences that were once misread, each with every fact it states and no other."""

from __future__ import annotations

import csv
from datetime import date
from itertools import groupby
from pathlib import Path

import pytest

import burdenshare as bs

TABLE = Path(__file__).parent / "cases" / "sentences.csv"
COLUMNS = ("subject", "measure", "value", "period", "then", "now")
BESIDE = frozenset({"members", "guideline"})
"""Named beside a fact in nearly every sentence; their own tests look at them."""


def sentences() -> list[tuple[str, str, list[tuple[str, ...]]]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return [
        (on, text, [tuple(row[name] for name in COLUMNS) for row in group if row["measure"]])
        for (on, text), group in groupby(rows, key=lambda row: (row["on"], row["sentence"]))
    ]


@pytest.mark.parametrize(("on", "text", "expected"), sentences(), ids=lambda value: str(value)[:60])
def test_sentence_states_these_facts_and_no_other(
    on: str, text: str, expected: list[tuple[str, ...]], record: bs.Record
) -> None:
    report = bs.check(text, on=date.fromisoformat(on), record=record).to_dict()
    found = [
        (
            one["subject"],
            one["measure"],
            one["value"]["words"] if one["value"] else "",
            one["period"],
            one["then"]["verdict"],
            one["now"]["verdict"],
        )
        for one in report["statements"]
        if one["kind"] == "fact" and one["measure"] not in BESIDE
    ]
    assert len(found) == len(expected), found
    for read, wanted in zip(found, expected, strict=True):
        assert all(cell in choice.split("|") for cell, choice in zip(read, wanted, strict=True)), (read, wanted)
