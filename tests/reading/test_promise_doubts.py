"""Promises whose owner or year their own words do not tell are told as likely; near misses stay sure."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from burdenshare.reading.tables import load_table
from tests.reading.conftest import Numbers, Read

TABLE = Path(__file__).parents[1] / "cases" / "promise_doubts.csv"
"""`promises`: each guideline told, sure or likely, with its owner, its share of GDP and the year it is due."""


def rows() -> list[tuple[str, ...]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [tuple(row.values()) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("doubt", "on", "text", "promises"), rows(), ids=lambda value: str(value)[:60])
def test_doubt(doubt: str, on: str, text: str, promises: str, reading: Read) -> None:
    found = reading(text.replace("|", "\n"), date.fromisoformat(on)).statements
    told = [
        f"{'likely' if one.likely else 'sure'} {';'.join(one.subject)} {one.value.central:g} {one.period}".strip()
        for one in found
        if one.measure == "guideline" and one.value is not None
    ]
    expected = [
        one if one.startswith(("sure", "likely")) else ""
        for one in promises.replace(";sure", "|sure").replace(";likely", "|likely").split("|")
    ]
    assert told == expected, doubt


def test_each_row_of_the_table_tells_its_reason() -> None:
    table = load_table("promise_doubts")
    for name, row in table.items():
        for one in row if name == "asked_of_all" else [row]:
            assert one["reason"], name
            assert name == "asked_of_all" or any(word in one["example"].lower() for word in one["words"]), name


def test_a_sum_whose_country_only_titles_the_speaker_is_likely(told: Numbers) -> None:
    text = "US President Donald Trump said NATO allies' commitment will add more than $1 trillion a year to defence."
    assert all(one.likely for one in told(text, on=date(2025, 6, 25)))
