"""Fans: what a quantity is each year, centrally and over the draws."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from burdenshare.road.roll import Number

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

RANKS = (0.025, 0.10, 0.25, 0.5, 0.75, 0.90, 0.975)
"""Ends of the 95, 80 and 50 % intervals, and the median between them."""


@dataclass(frozen=True, slots=True)
class Fan:
    """One quantity over the years: the central run, and mean and quantiles (one row a year, columns as RANKS) of the
    draws; None without draws."""

    unit: str
    central: tuple[float, ...]
    mean: tuple[float, ...] | None = None
    quantiles: tuple[tuple[float, ...], ...] | None = None

    def interval(self, per_cent: int, at: int) -> tuple[float, float] | None:
        """Ends of the interval of 50, 80 or 95 % in the year at a place; None without draws."""
        if self.quantiles is None:
            return None
        inner = {95: 0, 80: 1, 50: 2}[per_cent]
        row = self.quantiles[at]
        return row[inner], row[-1 - inner]

    def median(self, at: int) -> float:
        """The median of the draws, or the central value without draws."""
        return self.central[at] if self.quantiles is None else self.quantiles[at][3]


SAME = 1e-7
"""Draws this near to each other, as a part of their size, differ by arithmetic alone: they are kept to seven digits."""


@dataclass(frozen=True, slots=True)
class Bands:
    """Mean and quantiles of the draws of one quantity, a row a year."""

    mean: tuple[float, ...]
    quantiles: tuple[tuple[float, ...], ...]


def bands(drawn: Sequence[Number]) -> Bands:
    """Mean and quantiles year by year. A year that is the same in all draws (the base year) has no width."""
    means, rows = [], []
    for one in drawn:
        if isinstance(one, float) or float(one.max()) - float(one.min()) <= SAME * abs(float(one[0])):
            value = one if isinstance(one, float) else float(one[0])
            means.append(value)
            rows.append((value,) * len(RANKS))
        else:
            means.append(float(one.mean()))
            rows.append(tuple(float(value) for value in _ranked(one)))
    return Bands(tuple(means), tuple(rows))


def fan(unit: str, central: Sequence[Number], spread: Bands | None) -> Fan:
    """A fan from the central run and, if any, the bands of the draws."""
    middle = tuple(float(one) for one in central)
    return Fan(unit, middle) if spread is None else Fan(unit, middle, spread.mean, spread.quantiles)


SLOTS = 1024
"""Slots by which many draws are sorted roughly, before the few that hold a rank are sorted in full."""
MANY = 5_000
"""Draws from which that is two to five times as fast as a partition of them all."""


def _ranked(values: NDArray[np.float64]) -> NDArray[np.float64]:
    """Quantiles at RANKS, straight between the two nearest draws."""
    import numpy as np

    places = np.asarray(RANKS) * (values.size - 1)
    lower = places.astype(int)
    wanted = np.union1d(lower, np.minimum(lower + 1, values.size - 1))
    ordered = _at_ranks(values, wanted) if values.size > MANY else np.partition(values, wanted)[wanted]
    at = np.searchsorted(wanted, lower)
    part = places - lower
    above = ordered[np.minimum(at + 1, wanted.size - 1)]
    found: NDArray[np.float64] = ordered[at] + (above - ordered[at]) * part
    return found


def _at_ranks(values: NDArray[np.float64], wanted: NDArray[np.int64]) -> NDArray[np.float64]:
    """The values at the wanted ranks (from 0, ascending): exact, and faster than a partition of them all."""
    import numpy as np

    low, high = values.min(), values.max()
    slot = ((values - low) * ((SLOTS - 1) / (high - low))).astype(np.intp)
    counts = np.bincount(slot, minlength=SLOTS)
    at = np.searchsorted(np.cumsum(counts), wanted, side="right")
    held = np.zeros(SLOTS, dtype=bool)
    held[at] = True
    inside = np.sort(values[held[slot]])  # slots are in order of value, so their values together are too
    left_out = np.cumsum(np.where(held, 0, counts))
    found: NDArray[np.float64] = inside[wanted - left_out[at]].astype(np.float64)
    return found
