"""NATO's printed cells as observations in base units."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from burdenshare.errors import RecordError
from burdenshare.record import precision
from burdenshare.record.groups import Groups
from burdenshare.record.model import Grade, Observation
from burdenshare.record.releases import Releases
from burdenshare.record.tables import PLACE, Row

TABLE = "nato/expenditure.csv"
PRICED = frozenset({"expenditure", "gdp", "gdp_per_capita", "expenditure_per_capita"})
"""Measures for which the price basis is part of the key; for the rest it is a remark (semantics §1)."""

UNNAMED = "unnamed"
"""Basis of money whose page names none: evidence for neither current nor constant prices by itself."""

SCALES = {
    "USD": (1.0, "USD"),
    "thousand USD": (1e3, "USD"),
    "million USD": (1e6, "USD"),
    "billion USD": (1e9, "USD"),
    "million NCU": (1e6, "NCU"),
    "thousand": (1e3, "persons"),
    "%": (1.0, "%"),
}
"""Printed unit to factor and base unit; NCU becomes the currency in force on the release's day."""


def observations(
    rows: list[Row],
    grades: Mapping[str, str],
    releases: Releases,
    groups: Groups,
    full: frozenset[str] = frozenset(),
    written: frozenset[str] = frozenset(),
) -> Iterator[Observation]:
    """One observation a row of `nato/expenditure.csv`. Raises RecordError.

    `grades`: source key to grade; `full`: sources of all digits, and `written`: sources whose digits stand as they were
    printed, both beside those that `precision.toml` names.
    """
    declared = precision.declared()
    widths = replace(declared, full=declared.full | full, as_written=declared.as_written | written)
    days = {one.id: one.released_on for one in releases.ordered}
    for number, row in enumerate(rows, start=2):
        try:
            yield _observation(row, number, grades, days, groups, widths)
        except (KeyError, ValueError) as fault:
            where = f"{TABLE}:{number}"
            raise RecordError(f"a row cannot be read ({fault!r})", where=where, remedy="mend the row") from None


def _observation(
    row: Row,
    number: int,
    grades: Mapping[str, str],
    days: Mapping[str, date | None],
    groups: Groups,
    widths: precision.Precision,
) -> Observation:
    measure, source, digits = row["measure"], row["source"], row["value"]
    factor, unit = SCALES[row["unit"]]
    released_on = days[row["release"]]
    if unit == "NCU" and released_on is not None:
        unit = groups.currency(row["ally"], released_on)
    value, half = float(digits), widths.half_unit(source, measure, digits)
    return Observation(
        measure,
        row["ally"],
        int(row["year"]),
        (row["price_basis"] or UNNAMED) if measure in PRICED else "",
        unit,
        value * factor,
        (value - half) * factor,
        (value + half) * factor,
        f"{digits} {row['unit']}",
        row["estimate"] == "true",
        row["release"],
        released_on,
        source,
        Grade(grades[source]),
        row.get(PLACE) or f"{TABLE}:{number}",
    )
