"""How far the Outlook has been off: the forecast errors of its own past April vintages, all allies together.

The error of a vintage about a year is what the April vintage two years after that year says, less what the vintage
itself said, in logarithms of yearly growth: of real GDP and of the GDP deflator, never of levels. A whole vintage is
one path of errors, so that what hit all allies at once, and what lasted, stays together when it is drawn.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from math import log

import numpy as np
from numpy.typing import NDArray

from burdenshare.errors import NotHeldError
from burdenshare.record.model import Release
from burdenshare.record.record import Record
from burdenshare.road.outlook import PUBLISHER

Array = NDArray[np.float64]

HORIZONS = 6
"""Years 0 to 5 of a vintage: the Outlook forecasts five years past its own."""
APRIL = "-04"
TRUTH_AFTER = 2
"""Truth about a year is the April vintage two years later: by then its accounts are in, and not yet rebased."""
SHOCK_YEARS = (2020, 2021)
"""Left out together on request: the fall of the pandemic's year and its rebound are one shock."""
MOST = 0.9
"""A vintage counts for a horizon if its error is known for this part of the allies: April 2026 speaks of six only."""
FEWEST = 3
"""A horizon of which fewer vintages are known has no spread worth the name."""


@dataclass(frozen=True, slots=True)
class Slips:
    """Errors as arrays of (vintage, ally, horizon), in logarithms; NaN where a vintage or the truth holds nothing.

    `vintages` and `allies` name the first two axes. `mean` of an array is what was subtracted if it is `centred`.
    """

    vintages: tuple[str, ...]
    allies: tuple[str, ...]
    volume: Array
    prices: Array
    without: tuple[int, ...]

    def counts(self) -> tuple[int, ...]:
        """How many vintages each horizon rests on, for growth."""
        known = ~np.isnan(self.volume).all(axis=1)
        return tuple(int(one) for one in known.sum(axis=0))

    def whole(self) -> tuple[int, ...]:
        """Indices of the vintages of which every horizon that any vintage has is known, for growth and prices."""
        reach = self.reach()
        lost = np.isnan(self.volume[:, :, :reach]).any(axis=(1, 2)) | np.isnan(self.prices[:, :, :reach]).any(
            axis=(1, 2)
        )
        return tuple(int(one) for one in np.flatnonzero(~lost))

    def reach(self) -> int:
        """Number of horizons that at least FEWEST vintages know, for growth and prices of all allies."""
        known = ~(np.isnan(self.volume) | np.isnan(self.prices)).any(axis=1)
        enough = known.sum(axis=0) >= FEWEST
        return int(np.argmin(enough)) if not enough.all() else HORIZONS


def slips(record: Record, allies: tuple[str, ...], on: date, *, without_shock: bool = False) -> Slips:
    """Errors of every April vintage out by `on`, as far as truths out by `on` tell them.

    Raises NotHeldError where too few vintages had been followed by their truth by that day.
    """
    every = {one.id: one for one in record.releases(PUBLISHER) if one.released_on and one.released_on <= on}
    april = [one for one in every.values() if one.id.endswith(APRIL)]
    volume, prices = [], []
    kept: list[str] = []
    left_out = SHOCK_YEARS if without_shock else ()
    for vintage in april:
        year = int(vintage.id[4:8])
        grown, dearer = np.full((len(allies), HORIZONS), np.nan), np.full((len(allies), HORIZONS), np.nan)
        for horizon in range(HORIZONS):
            about = year + horizon
            if about in left_out:
                continue
            for place, ally in enumerate(allies):
                grown[place, horizon] = _slip(record, _growth, vintage, ally, about, every)
                dearer[place, horizon] = _slip(record, _dearer, vintage, ally, about, every)
            for errors in (grown, dearer):
                if np.isnan(errors[:, horizon]).mean() > 1 - MOST:
                    errors[:, horizon] = np.nan
        if not np.isnan(grown).all():
            kept.append(vintage.id)
            volume.append(grown)
            prices.append(dearer)
    made = Slips(
        tuple(kept), allies, np.array(volume).reshape(-1, len(allies), HORIZONS),
        np.array(prices).reshape(-1, len(allies), HORIZONS), left_out,
    )  # fmt: skip
    if len(kept) < FEWEST or made.reach() < 1 or len(made.whole()) < FEWEST:
        raise NotHeldError(
            f"too few Outlooks had been followed by their outcome by {on.isoformat()} to know how far they err",
            where="draws",
            remedy="give a later day, or no draws (--draws 0)",
        )
    return made


def _slip(record: Record, asked: Asked, vintage: Release, ally: str, about: int, every: dict[str, Release]) -> float:
    said = asked(record, vintage.id, ally, about)
    if said is None:
        return float("nan")
    for truth in _truths(about):
        if truth in every and truth != vintage.id:
            came = asked(record, truth, ally, about)
            if came is not None:
                return came - said
    return float("nan")


def _truths(year: int) -> tuple[str, str]:
    """The April vintage two years on, and where that one lacks the series (April 2020 has no deflator) October's."""
    return f"WEO-{year + TRUTH_AFTER}{APRIL}", f"WEO-{year + TRUTH_AFTER}-10"


Asked = Callable[[Record, str, str, int], float | None]
"""A logarithmic rate of one year in one vintage, or None."""


def _growth(record: Record, vintage: str, ally: str, year: int) -> float | None:
    cell = record.vintage("real_growth", vintage).get((ally, year))
    return log(1 + cell.value / 100) if cell is not None else None


def _dearer(record: Record, vintage: str, ally: str, year: int) -> float | None:
    table = record.vintage("deflator", vintage)
    after, before = table.get((ally, year)), table.get((ally, year - 1))
    return log(after.value / before.value) if after is not None and before is not None else None
