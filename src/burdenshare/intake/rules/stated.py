"""A stated value lies between its stated bounds."""

from __future__ import annotations

from collections.abc import Iterator

from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.tables import Tables
from burdenshare.record.tables import PLACE

BOUNDED = (
    "industry/production.csv",
    "capabilities/requirements.csv",
    "posture/nuclear_warheads.csv",
    "posture/troops.csv",
)


def faults(tables: Tables) -> Iterator[Fault]:
    """Rows whose low, value and high are out of order."""
    for path in BOUNDED:
        for row in tables.rows(path):
            held = [float(row[name]) for name in ("low", "value", "high") if row[name]]
            if held != sorted(held):
                key = tuple(row[name] for name in ("stated_by", "stated_on", "unit") if row[name])
                yield Fault("stated", path, key, f"{held} out of order", row.get(PLACE, ""))
