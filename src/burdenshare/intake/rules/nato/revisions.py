"""A cell stays within the same magnitude from one release to the next that holds it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from typing import NamedTuple

from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.nato.cells import USD, Cell, Held, Nato, fault
from burdenshare.intake.rules.nato.limits import Revision, declared

ESTIMATED = 2
"""The newest years of a release that are estimates in it: its own and the one before."""


FIRST_CHANGE = Revision(by_factor=False, settled=1.5, estimate=1.5)
"""Points by which the real change of a table's first year may move: no level of the year before is there to test it. It
moved by 1.1 at most (Norway 2014 between 2019 and 2024)."""


class Shown(NamedTuple):
    """A cell as one release shows it; `value` and `half` in today's currency of the ally."""

    cell: Cell
    held: Held
    value: float
    half: float


def faults(nato: Nato) -> Iterator[Fault]:
    """Cells that moved further than revisions do, between neighbouring releases of which one is judged."""
    judged, limits = set(nato.judged), declared().revisions
    for shown in histories(nato).values():
        for earlier, later in pairwise(shown):
            pair = {earlier.cell.release, later.cell.release} & judged
            if not pair:
                continue
            limit = limits[later.cell.measure]
            settled = is_settled(nato, earlier.cell)
            if settled and is_first_change(nato, later.cell):
                limit = FIRST_CHANGE
            if not limit.is_within(earlier.value, later.value, earlier.half + later.half, settled=settled):
                one = later if later.cell.release in pair else earlier
                was = "" if settled else ", an estimate"
                before = f"{earlier.held.printed}{was} in {earlier.cell.release}"
                what = f"{later.held.printed} in {later.cell.release}, {before}"
                yield fault("revisions", one.cell, one.held, what)


def is_settled(nato: Nato, cell: Cell) -> bool:
    """Whether a year was no estimate any more in the release of the cell."""
    return cell.year <= nato.releases[cell.release].own_year - ESTIMATED


def is_first_change(nato: Nato, cell: Cell) -> bool:
    """Whether a cell is a real change whose base year the release does not show."""
    if cell.measure != "real_change":
        return False
    levels = [
        cell._replace(measure="expenditure", basis=basis, unit=USD, year=cell.year - 1)
        for basis in nato.constant_bases(cell.release)
    ]
    return bool(levels) and not any(one in nato.cells for one in levels)


def histories(nato: Nato) -> Mapping[Cell, Sequence[Shown]]:
    """What the releases show of each cell, oldest first; legacy currencies at their irrevocable rate."""
    found: dict[Cell, list[Shown]] = defaultdict(list)
    for release in nato.releases:
        for cell, held in nato.by_release.get(release, {}).items():
            factor = nato.restated(cell)
            found[cell._replace(release="")].append(Shown(cell, held, held.value * factor, held.half * factor))
    return found
