"""The clock as a long table: one row a year of a curve, of a part, of a statement's span, of a requirement."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import Any

from burdenshare.report.clock.shape import DIGITS
from burdenshare.road.clock.result import ReadinessClock

Row = dict[str, Any]

COLUMNS = (
    *("kind", "feared", "key", "year", "share", "low", "high", "weight"),
    *("stated_by", "stated_on", "place", "source"),
)
"""Columns in order. `kind` is curve, part, statement or requirement; `share` the part (of a requirement the chance)
before the end of the year; `low` and `high` with any one statement left out. A statement that is not drawn has one row
without a year."""


def rows(made: ReadinessClock) -> Iterator[Row]:
    """Every row: curves, parts, statements, requirements."""
    for curve in made.curves:
        ends = (curve.low, curve.high)
        yield from _years("curve", curve.feared.value, curve.feared.value, made.years, curve.share, ends)
    for part in made.parts:
        yield from _years("part", part.feared.value, part.of, made.years, part.share)
    for one in made.statements:
        said, feared = one.statement.said, one.statement.feared
        told = {
            "weight": round(one.weight, DIGITS),
            "stated_by": said.stated_by,
            "stated_on": said.stated_on,
            "place": one.place.value,
            "source": said.source,
        }
        name = "" if feared is None else feared.value
        if one.span is None or not one.weight:
            yield _row("statement", name, one.statement.key) | told
            continue
        before = [one.span.before(year + 1) for year in made.years]
        yield from (row | told for row in _years("statement", name, one.statement.key, made.years, before))
    for met in made.requirements:
        yield from _years("requirement", "", met.requirement, made.years, met.chance)


def csv_text(made: ReadinessClock) -> str:
    """The table as CSV text."""
    stream = StringIO()
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows(made))
    return stream.getvalue()


Shares = Sequence[float | None]


def _years(
    kind: str,
    feared: str,
    key: str,
    years: Sequence[int],
    shares: Shares,
    ends: tuple[Shares | None, Shares | None] = (None, None),
) -> Iterator[Row]:
    for at, year in enumerate(years):
        low, high = (None if one is None else one[at] for one in ends)
        values = {"year": year, "share": shares[at], "low": low, "high": high}
        told = {name: round(value, DIGITS) if isinstance(value, float) else value for name, value in values.items()}
        yield _row(kind, feared, key) | told


def _row(kind: str, feared: str, key: str) -> Row:
    return dict.fromkeys(COLUMNS) | {"kind": kind, "feared": feared, "key": key}
