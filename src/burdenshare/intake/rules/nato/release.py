"""What a release says of itself: its day, its own year, which of its years are estimates."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.nato.cells import Nato, Release
from burdenshare.intake.rules.nato.revisions import ESTIMATED
from burdenshare.record.nato_cells import TABLE
from burdenshare.record.tables import PLACE

RELEASES = "nato/releases.csv"


def faults(nato: Nato) -> Iterator[Fault]:
    """Judged releases whose day, years or estimates cannot be."""
    for one in nato.judged:
        if nato.by_release.get(one):
            yield from own_year(nato, nato.releases[one])
    yield from estimates(nato)


def own_year(nato: Nato, release: Release) -> Iterator[Fault]:
    """The newest year is the release's own: that of its day, or the one before where it is the annual report's."""
    newest = max(cell.year for cell in nato.by_release[release.id])
    if newest != release.own_year:
        yield _fault(release, "own-year", f"its cells go to {newest}, its own year is {release.own_year}")
    if release.day and not 0 <= int(release.day[:4]) - release.own_year <= 1:
        yield _fault(release, "own-year", f"published on {release.day}, its own year is {release.own_year}")
    if release.day and re.fullmatch(r"\d{4}-\d{2}", release.id) and not release.day.startswith(release.id):
        yield _fault(release, "day", f"published on {release.day}, not in the month of its id")


def estimates(nato: Nato) -> Iterator[Fault]:
    """Only the two newest years are estimates, and a year is one for all allies or for none."""
    marks: dict[tuple[str, int], dict[bool, str]] = defaultdict(dict)
    judged = set(nato.judged)
    for row in nato.tables.rows(TABLE):
        if row["release"] in judged:
            marks[row["release"], int(row["year"])].setdefault(row["estimate"] == "true", row.get(PLACE, ""))
    for (release, year), found in sorted(marks.items()):
        key = (release, str(year))
        if True in found and year <= nato.releases[release].own_year - ESTIMATED:
            own = nato.releases[release].own_year
            yield Fault("estimates", TABLE, key, f"marked an estimate, the release's own year is {own}", found[True])
        elif len(found) > 1:
            yield Fault("estimates", TABLE, key, "an estimate for some allies, and for others none", found[True])


def _fault(release: Release, about: str, what: str) -> Fault:
    return Fault("release", RELEASES, (release.id, about), what, release.place)
