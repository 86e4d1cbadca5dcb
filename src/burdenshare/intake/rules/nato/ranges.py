"""A cell lies between bounds that a slip of a digit leaves, in a unit that its measure has."""

from __future__ import annotations

from collections.abc import Iterator

from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.nato.cells import Nato
from burdenshare.intake.rules.nato.limits import declared
from burdenshare.record.nato_cells import TABLE
from burdenshare.record.tables import PLACE


def faults(nato: Nato) -> Iterator[Fault]:
    """Rows of the judged releases outside their bounds."""
    judged, ranges = set(nato.judged), declared().ranges
    for row in nato.tables.rows(TABLE):
        if row["release"] not in judged:
            continue
        bounds, value, year = ranges.get((row["measure"], row["unit"])), float(row["value"]), int(row["year"])
        parts = (row["release"], row["ally"], row["year"], row["measure"], row["price_basis"], row["unit"])
        key = tuple(part for part in parts if part)
        if bounds is None:
            yield Fault("ranges", TABLE, key, f"{row['unit']} is not a unit of this measure", row.get(PLACE, ""))
        elif not bounds.low <= value <= bounds.upper(year):
            what = f"{value:g} lies outside {bounds.low:g} to {bounds.upper(year):g}"
            yield Fault("ranges", TABLE, key, what, row.get(PLACE, ""))
