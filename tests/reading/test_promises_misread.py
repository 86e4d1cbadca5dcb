"""Kinds of promises that were given to the wrong ally or year on pages nobody had tried, beside near misses."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from tests.reading.conftest import Read

TABLE = Path(__file__).parents[1] / "cases" / "promises_misread.csv"
"""`promises`: the guidelines and goals told, each with its owner, its share of GDP and the year it is due."""


def rows() -> list[tuple[str, ...]]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        return [tuple(row.values()) for row in csv.DictReader(file)]


@pytest.mark.parametrize(("kind", "on", "text", "promises"), rows(), ids=lambda value: str(value)[:60])
def test_kind(kind: str, on: str, text: str, promises: str, reading: Read) -> None:
    found = reading(text.replace("|", "\n"), date.fromisoformat(on)).statements
    told = [
        f"{';'.join(one.subject) or 'nobody'} {one.value.central:g} {one.period}".strip()
        for one in found
        if one.measure == "guideline" and one.value is not None
    ]
    assert told == [one for one in promises.split(";") if one], kind
