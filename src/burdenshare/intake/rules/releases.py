"""Every release of a table is listed with its day, and every listed one gave rows."""

from __future__ import annotations

from collections.abc import Iterator

from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.tables import Tables
from burdenshare.record.tables import PLACE

TABLE = "nato/releases.csv"
DATED = ("nato/expenditure.csv", "support/support.csv")


def faults(tables: Tables) -> Iterator[Fault]:
    """Releases that are not listed, listed with another day, or listed for nothing."""
    listed = {one["release"]: one for one in tables.rows(TABLE)}
    held = {(row["release"], row["released_on"]): row.get(PLACE, "") for path in DATED for row in tables.rows(path)}
    vintages = tables.macro.select("vintage", "published_on").unique().iter_rows()
    held |= dict.fromkeys(vintages, "")
    for (release, day), place in sorted(held.items()):
        known = listed[release]["released_on"] if release in listed else "unlisted"
        if not known.startswith(day):
            what = f"its table says '{day}', listed '{known}'"
            yield Fault("releases", TABLE, (release,), what, place)
    for release in sorted(listed.keys() - {release for release, _ in held}):
        what = "no table holds a row of it"
        yield Fault("releases", TABLE, (release,), what, listed[release].get(PLACE, ""))
