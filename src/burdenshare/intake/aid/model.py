"""Figures of the tracker as they were read, before they become rows."""

from __future__ import annotations

from dataclasses import dataclass

TOTAL = "total"
KINDS = ("financial", "humanitarian", "military")
MEASURES = ("allocation", "commitment")
BILLION = 1_000_000_000


@dataclass(frozen=True, slots=True)
class Figure:
    """One cell of the summary: `column` is an id of `layout.toml`, `value` as printed (billions, or per cent)."""

    donor: str
    column: str
    value: float
    place: str


@dataclass(frozen=True, slots=True)
class Month:
    """What one donor gave in one month, in euros, summed over `rows` of the main data, the first of them at `place`."""

    donor: str
    period: str
    kind: str
    measure: str
    euros: float
    place: str
    rows: int
