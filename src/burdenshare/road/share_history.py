"""The shares of GDP known on a day: years and allies as a matrix, each cell with the release it came from."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from burdenshare.errors import DateError
from burdenshare.record.model import Observation, Release
from burdenshare.record.record import WHOLE, Record
from burdenshare.road.share_limits import REACH

Array = NDArray[np.float64]

SHARE = "share_of_gdp"


@dataclass(frozen=True, slots=True, eq=False)
class ShareHistory:
    """Shares in per cent of GDP as known on `on`, of one definition; NaN where nothing is held.

    `values[year, ally]` stands in the newest release of the day that holds the cell, `cells` names that release.
    `revisions` are what later releases of the day made of earlier ones' own years, one value a cell, in points.
    `without` are allies on the day that have no share to start from; `unarmed` those without armed forces.
    """

    on: date
    release: Release
    years: tuple[int, ...]
    allies: tuple[str, ...]
    values: Array
    cells: tuple[tuple[str, ...], ...]
    revisions: Array
    without: tuple[str, ...]
    unarmed: tuple[str, ...]

    @property
    def own_year(self) -> int:
        """The newest year of which the newest release of the day speaks."""
        return self.release.own_year

    @property
    def starts(self) -> NDArray[np.int64]:
        """For each ally the place in `years` of its newest known share."""
        known = ~np.isnan(self.values)
        return np.asarray(len(self.years) - 1 - np.argmax(known[::-1], axis=0), dtype=np.int64)

    @property
    def last(self) -> Array:
        """For each ally its newest known share."""
        return np.asarray(self.values[self.starts, np.arange(len(self.allies))], dtype=np.float64)


def history(record: Record, on: date, definition: str | None = None) -> ShareHistory:
    """What was known on `on`, of the definition of that day's newest release unless another is asked for.

    Raises DateError where no release of that definition was out.
    """
    released = [one for one in record.releases() if one.released_on is not None and one.released_on <= on]
    wanted = definition or (released[-1].definition if released else WHOLE)
    own = [one for one in released if one.definition == wanted]
    if not own:
        raise DateError(
            f"no release of shares of GDP was out on {on.isoformat()}",
            where="on",
            remedy=f"the first came out on {record.releases()[0].released_on}",
        )
    known = {one.id: one for one in released}
    members = [one for one in record.allies() if one.joined_on <= on]
    armed = tuple(one.ally for one in members if one.armed)
    rows = [one for one in record.observations(SHARE, as_of=on) if one.entity in armed and one.release in known]
    cells = _newest(one for one in rows if known[one.release].definition == wanted)
    newest = own[-1]
    years = tuple(range(min((year for _, year in cells), default=newest.own_year), newest.own_year + 1))
    held = {ally: [year for year in years if (ally, year) in cells] for ally in armed}
    kept = tuple(ally for ally in armed if held[ally] and held[ally][-1] >= newest.own_year - REACH.value)
    values = np.array([[cells[ally, y].value if (ally, y) in cells else np.nan for ally in kept] for y in years])
    return ShareHistory(
        on=on,
        release=newest,
        years=years,
        allies=kept,
        values=values,
        cells=tuple(tuple(cells[ally, y].release if (ally, y) in cells else "" for ally in kept) for y in years),
        revisions=_revisions(rows, known),
        without=tuple(ally for ally in armed if ally not in kept),
        unarmed=tuple(one.ally for one in members if not one.armed),
    )


def _newest(rows: Iterable[Observation]) -> dict[tuple[str, int], Observation]:
    """The cell of each ally and year in the newest release that holds it; `rows` come newest first."""
    found: dict[tuple[str, int], Observation] = {}
    for one in rows:
        found.setdefault((one.entity, int(one.period)), one)
    return found


def _revisions(rows: list[Observation], known: dict[str, Release]) -> Array:
    """By how much a release's own year differs in the newest later release of the same definition, cell by cell."""
    newest = {
        definition: _newest(one for one in rows if known[one.release].definition == definition)
        for definition in {one.definition for one in known.values()}
    }
    found = []
    for one in rows:
        release = known[one.release]
        now = newest[release.definition][one.entity, int(one.period)]
        if one.period == release.own_year and known[now.release].own_year > release.own_year:
            found.append(now.value - one.value)
    return np.array(sorted(found), dtype=np.float64)  # sorted: a sum must not depend on the order of the rows
