"""How many allies stand at or above a share of GDP: what NATO printed lies within what its cells allow."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import NamedTuple

from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.nato.cells import Cell, Nato
from burdenshare.record.headlines import PERSONS
from burdenshare.record.headlines import TABLE as HEADLINES
from burdenshare.record.nato_cells import TABLE
from burdenshare.record.tables import PLACE

DECLARED = Path(__file__).with_name("counts.toml")
GUIDELINE = 2.0
COUNTED = "number_at_or_above_2pct_gdp"


class Series(NamedTuple):
    """The counts that a release printed, year by year from `start` on."""

    release: str
    threshold: float
    start: int
    counts: tuple[int, ...]


def faults(nato: Nato) -> Iterator[Fault]:
    """Printed counts of the judged releases that the cells do not bear out."""
    yield from series(nato)
    yield from headlines(nato)


def series(nato: Nato) -> Iterator[Fault]:
    """Series of counts that a release printed itself."""
    for one in declared():
        if one.release not in nato.judged or one.release not in nato.by_release:
            continue
        for year, expected in enumerate(one.counts, start=one.start):
            found, missing = at(nato, one.release, year, one.threshold)
            if (found, missing) != (expected, 0):
                what = f"{found} allies at {one.threshold:g} % ({missing} cells missing), NATO counts {expected}"
                yield Fault("counts", TABLE, (one.release, str(year)), what)


def headlines(nato: Nato) -> Iterator[Fault]:
    """Every count at 2 % printed on a release's own day lies within what its held cells allow."""
    days = {nato.releases[one].day: nato.releases[one] for one in nato.judged}
    for row in nato.tables.rows(HEADLINES):
        release = days.get(row["released_on"])
        spoken = any(word in row["publisher"] for word in PERSONS)
        if row["measure"] != COUNTED or spoken or release is None or release.id not in nato.by_release:
            continue
        year, printed = int(row["year"]), float(row["value"])
        found, missing = at(nato, release.id, year, GUIDELINE)
        if year <= release.own_year and not found <= printed <= found + missing:
            what = f"{printed:g} printed, cells allow {found} to {found + missing}"
            key = (row["released_on"], row["publisher"], str(year))
            yield Fault("counts", HEADLINES, key, what, row.get(PLACE, ""))


def at(nato: Nato, release: str, year: int, threshold: float) -> tuple[int, int]:
    """Members at or above the threshold among the held cells, and how many members' cells are not held."""
    held = [nato.cells.get(Cell(release, ally, year, "share_of_gdp", "", "%")) for ally in nato.members(year)]
    return sum(one is not None and one.value >= threshold for one in held), held.count(None)


@lru_cache(maxsize=1)
def declared() -> tuple[Series, ...]:
    """The series of `counts.toml`."""
    told = tomllib.loads(DECLARED.read_text(encoding="utf-8"))["series"]
    return tuple(Series(one["release"], one["threshold"], one["from"], tuple(one["counts"])) for one in told)
