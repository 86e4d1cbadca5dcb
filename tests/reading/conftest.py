"""Short ways to read one sentence of our own."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from burdenshare.reading.model import Document, Kind, Reading, Statement
from burdenshare.reading.read import read
from burdenshare.record import Record

DAY = date(2025, 2, 13)  # the newest NATO release of that day is June 2024, and its newest year 2024

Read = Callable[..., Reading]
One = Callable[..., Statement]
Numbers = Callable[..., list[Statement]]


@pytest.fixture(scope="session")
def reading(record: Record) -> Read:
    """`reading(text)`: everything read in a text of `DAY`, or of the day `on`."""

    def ask(text: str, on: date | None = DAY) -> Reading:
        return read(Document("own", text, on), record)

    return ask


@pytest.fixture(scope="session")
def told(reading: Read) -> Numbers:
    """`told(text)`: its facts and promises in text order, or those of one measure."""

    def ask(text: str, measure: str = "", on: date | None = DAY) -> list[Statement]:
        return [
            one
            for one in reading(text, on).statements
            if one.kind in (Kind.FACT, Kind.PROMISE) and measure in ("", one.measure)
        ]

    return ask


@pytest.fixture(scope="session")
def one(told: Numbers) -> One:
    """`one(text, measure)`: its only fact or promise of that measure."""

    def ask(text: str, measure: str = "", on: date | None = DAY) -> Statement:
        found = told(text, measure, on)
        assert len(found) == 1, [(f.measure, f.words) for f in found]
        return found[0]

    return ask


@pytest.fixture(scope="session")
def events(reading: Read) -> Numbers:
    """`events(text)`: its happenings and offices in text order."""

    def ask(text: str, measure: str = "", on: date | None = DAY) -> list[Statement]:
        return [s for s in reading(text, on).statements if s.kind is Kind.EVENT and measure in ("", s.measure)]

    return ask


@pytest.fixture(scope="session")
def positions(reading: Read) -> Numbers:
    """`positions(text)`: the stands taken in it."""

    def ask(text: str, on: date | None = DAY) -> list[Statement]:
        return [s for s in reading(text, on).statements if s.kind is Kind.POSITION]

    return ask


@pytest.fixture(scope="session")
def reasons(reading: Read) -> Callable[..., dict[str, str]]:
    """`reasons(text)`: every number not accounted for, with its reason."""

    def ask(text: str, on: date | None = DAY) -> dict[str, str]:
        return {gone.text: gone.reason for gone in reading(text, on).unaccounted}

    return ask
