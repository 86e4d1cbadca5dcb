"""When something is reached: the first month in which an output stands, or a part of what was ordered is there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from burdenshare.road.industry.model import Array
from burdenshare.road.industry.months import YEAR, Months
from burdenshare.road.industry.result import Sum, When

HAIR = 1e-9
"""Part of a level by which it may be missed: the last digits of a sum."""
PARTS = (("half", 0.5), ("nine tenths", 0.9))
"""Parts of what is ordered that are told."""
RANKS = (0.1, 0.5, 0.9)


def first(there: NDArray[np.bool_], months: Months) -> Array:
    """The end of the first month in which something holds, one decimal year a draw; infinite where it never does.
    `there` is (month, draw), true or false."""
    ends = np.array(months.ends())
    found = ends[np.argmax(there, axis=0)]
    return np.where(there.any(axis=0), found, np.inf)


def levels(
    wanted: Sequence[float], middle: Mapping[str, Array], many: Mapping[str, Any], months: Months
) -> tuple[When, ...]:
    """When capacity and output reach so many units a year."""
    made = []
    for value in wanted:
        monthly = value / YEAR * (1 - HAIR)
        for name in ("capacity", "output"):
            drawn = first(many[name] >= np.float32(monthly), months) if many else None
            made.append(when(name, value, first(middle[name] >= monthly, months), drawn))
    return tuple(made)


def milestones(middle: Mapping[str, Array], many: Mapping[str, Any], months: Months) -> tuple[When, ...]:
    """When the first, half, nine tenths and all of what is ordered are delivered; all is when nothing of it waits."""
    calm = _reached(middle, months)
    drawn = _reached(many, months) if many else {}
    return tuple(when(name, part, calm[name, part], drawn.get((name, part))) for name, part in calm)


def _reached(one: Mapping[str, Any], months: Months) -> dict[tuple[str, float], Array]:
    delivered, placed, waits = one["delivered"], one["ordered"], one["ours_waits"]
    whole = placed[-1]
    found = {("first", 0.0): first(delivered >= np.minimum(1.0, whole * (1 - 1e-6)) * (whole > 0), months)}
    for name, part in PARTS:
        found[name, part] = first((delivered >= part * whole * (1 - 1e-6)) & (whole > 0), months)
    none_waits = (waits <= 1e-6 * whole) & (placed >= whole * (1 - 1e-6)) & (whole > 0)
    found["all", 1.0] = first(none_waits, months)
    return found


def when(what: str, value: float, middle: Array, drawn: Array | None) -> When:
    """A moment of the central run and its spread over the draws."""
    central = _known(float(middle[0]))
    if drawn is None:
        return When(what, value, central, None, None, None, None)
    ranks = np.quantile(drawn, RANKS, method="inverted_cdf")
    early, half, late = (_known(float(one)) for one in ranks)
    return When(what, value, central, float(np.isfinite(drawn).mean()), early, half, late)


def _known(moment: float) -> float | None:
    return moment if np.isfinite(moment) else None


def sum_of(unit: str, middle: Array, drawn: Sequence[Array]) -> Sum:
    """A figure with the middle of its draws and the ends of 80 % of them."""
    if not drawn:
        return Sum(unit, float(middle[0]))
    low, half, high = np.quantile(np.concatenate(list(drawn)), RANKS)
    return Sum(unit, float(middle[0]), float(half), float(low), float(high))
