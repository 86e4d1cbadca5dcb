"""Statements of the user's own in a scenario: `[[clock.statement]]`, with the same judgements that the table makes."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from typing import Any

from burdenshare.errors import BurdenshareError, InputError, UnknownNameError
from burdenshare.record.days import days_meant
from burdenshare.record.model import Grade, Horizon
from burdenshare.road.clock.model import CountsFrom, Feared, SpeakerKind, Standing, StatedHorizon
from burdenshare.road.clock.spans import names_a_span

TEXTS = ("key", "stated_by", "role", "country", "stated_on", "about", "source", "condition", "count", "reason")
NUMBERS = ("low_years", "high_years", "low_year", "high_year")
CHOICES: Mapping[str, tuple[str, ...]] = {
    "feared": tuple(one.value for one in Feared),
    "counts_from": tuple(one.value for one in CountsFrom),
    "speaker": tuple(one.value for one in SpeakerKind),
    "grade": tuple(one.value for one in Grade),
}
KEYS = (*TEXTS, *NUMBERS, *CHOICES)
NEEDED = ("key", "stated_by", "stated_on", "about", "source", "feared", "speaker")
FARTHEST = 50
"""Years that a horizon may reach at all, as in the record's own table."""
FIRST, LAST = 2020, 2080
SHORTEST, LONGEST = 2, 60
"""Letters of a key."""
_KEY = re.compile(rf"[a-z0-9][a-z0-9-]{{{SHORTEST - 1},{LONGEST - 1}}}")


def statement_of(row: Mapping[str, Any]) -> StatedHorizon:
    """A statement from a row without faults."""
    said = Horizon(
        stated_by=row["stated_by"],
        role=row.get("role", ""),
        country=row.get("country", ""),
        stated_on=str(row["stated_on"]),
        low_years=_number(row, "low_years"),
        high_years=_number(row, "high_years"),
        low_year=row.get("low_year"),
        high_year=row.get("high_year"),
        about=row["about"],
        grade=Grade(row.get("grade", Grade.PRESS.value)),
        source=row["source"],
    )
    return StatedHorizon(
        key=row["key"],
        said=said,
        feared=Feared(row["feared"]),
        counts_from=CountsFrom(row.get("counts_from", CountsFrom.DAY_SAID.value)),
        condition=row.get("condition", ""),
        speaker=SpeakerKind(row["speaker"]),
        count=row.get("count", row["key"]),
        standing=Standing.HORIZON if names_a_span(said) else Standing.NO_SIGN,
        reason=row.get("reason", "the user's own"),
        own=True,
    )


def _number(row: Mapping[str, Any], key: str) -> float | None:
    return float(row[key]) if key in row else None


def statement_faults(row: Mapping[str, Any], where: str, taken: Collection[str]) -> Iterator[BurdenshareError]:
    """Every fault of one statement; `taken` are the keys there are already."""
    for key in row:
        if key not in KEYS:
            yield UnknownNameError(f"key ({where})", key, KEYS)
    for key in NEEDED:
        if not row.get(key):
            yield InputError(f"{key} is missing", where=where, remedy=f"write {key} = {_example(key)}")
    for key in TEXTS:
        if not isinstance(row.get(key, ""), str) and not (key == "stated_on" and hasattr(row[key], "isoformat")):
            yield InputError(f"{key} is no text: {row[key]!r}"[:120], where=where, remedy=f'write {key} = "..."')
    for key, known in CHOICES.items():
        if key in row and row[key] not in known:
            yield UnknownNameError(f"{key} ({where})", str(row[key])[:60], known)
    yield from _key_faults(row.get("key"), where, taken)
    day = str(row.get("stated_on", ""))
    if day and (not day.isascii() or days_meant(day) is None):
        yield InputError(
            f"'{row['stated_on']}' is no day"[:120], where=where, remedy="write 2026-03-01, 2026-03 or 2026"
        )
    yield from _span_faults(row, where)


def _key_faults(key: object, where: str, taken: Collection[str]) -> Iterator[BurdenshareError]:
    if isinstance(key, str) and key and not _KEY.fullmatch(key):
        short = len(key) < SHORTEST
        told = "is too short for a key" if short else "is too long for a key" if len(key) > LONGEST else "is no key"
        yield InputError(
            f"'{key[:LONGEST]}' {told}",
            where=where,
            remedy=f"use {SHORTEST} to {LONGEST} small letters, digits and hyphens, no hyphen first",
        )
    if key in taken:
        yield InputError(f"the key '{key}' is taken", where=where, remedy="give another one")


def _span_faults(row: Mapping[str, Any], where: str) -> Iterator[BurdenshareError]:
    sound = True
    for key in NUMBERS:
        if key not in row:
            continue
        value, year = row[key], key.endswith("_year")
        number = isinstance(value, int if year else int | float) and not isinstance(value, bool)
        if not number or not (FIRST <= value <= LAST if year else 0 <= value <= FARTHEST):
            sound = False
            told = f"a year from {FIRST} to {LAST}" if year else f"years from 0 to {FARTHEST}"
            yield InputError(f"{key} is out of bounds: {value!r}"[:120], where=where, remedy=f"give {told}")
    for low, high in (("low_years", "high_years"), ("low_year", "high_year")):
        if sound and low in row and high in row and row[high] < row[low]:
            yield InputError(
                f"{high} lies before {low}: a distribution without mass",
                where=where,
                remedy="give the smaller one first",
            )
    if sound and row.get("high_years") == 0:
        yield InputError("no time at all: a distribution without mass", where=where, remedy="give more than 0 years")


def _example(key: str) -> str:
    known = CHOICES.get(key)
    return f'"{known[0]}"' if known else '"2026-03-01"' if key == "stated_on" else '"..."'
