"""Kinds of promises that were given to the wrong ally or year on pages nobody had tried, beside near misses."""

from __future__ import annotations

from datetime import date

import pytest

from tests.case_tables import rows_of
from tests.reading.conftest import Read

TABLE = "promises_misread.csv"
"""`promises`: the guidelines and goals told, each with its owner, its share of GDP and the year it is due."""


@pytest.mark.parametrize(("kind", "on", "text", "promises"), rows_of(TABLE), ids=lambda value: str(value)[:60])
def test_kind(kind: str, on: str, text: str, promises: str, reading: Read) -> None:
    found = reading(text.replace("|", "\n"), date.fromisoformat(on)).statements
    told = [
        f"{';'.join(one.subject) or 'nobody'} {one.value.central:g} {one.period}".strip()
        for one in found
        if one.measure == "guideline" and one.value is not None
    ]
    assert told == [one for one in promises.split(";") if one], kind
