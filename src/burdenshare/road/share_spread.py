"""How far shares stray, judged by what was known on the day alone: each ally, all together, and by revision."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from burdenshare.road.share_history import Array, ShareHistory
from burdenshare.road.share_limits import (
    ALLY_WEIGHT,
    COMMON,
    COMMON_WEIGHT,
    CROSS_SECTION,
    MEMORY,
    REVISION,
    REVISION_WEIGHT,
    TREND_WEIGHT,
    YEARLY,
    YEARLY_WEIGHT,
)


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """Points of GDP a year. `trend`: what all did of late; `common`: how it varies from year to year, and `trend_years`
    on how many years' worth it rests; `yearly` and `changes`: of each ally its spread apart from the others and the
    number of its changes known; `own_trend`: its mean change; `revision`: of a release's own year."""

    trend: float
    trend_years: float
    common: float
    yearly: Array
    changes: Array
    own_trend: Array
    revision: float


def spread(held: ShareHistory) -> Spread:
    """The spread of the changes and revisions that `held` knows, drawn towards stated judgements where it knows few."""
    steps = np.diff(held.values, axis=0)
    known = ~np.isnan(steps)
    enough = known.sum(axis=1) >= CROSS_SECTION.value
    together = np.array([np.median(row[there]) for row, there in zip(steps[enough], known[enough], strict=True)])
    apart = steps[enough] - together[:, None]
    squares, counts = np.nansum(apart**2, axis=0), known[enough].sum(axis=0).astype(np.float64)
    pooled = _drawn_to(YEARLY.value, YEARLY_WEIGHT.value, float(squares.sum()), float(counts.sum()))
    weights = MEMORY.value ** np.arange(len(together))[::-1]
    trend = float((weights * together).sum() / (weights.sum() + TREND_WEIGHT.value))
    around = float(((together - trend) ** 2).sum())
    strayed = held.revisions
    all_counts = known.sum(axis=0)
    return Spread(
        trend=trend,
        trend_years=float(weights.sum() + TREND_WEIGHT.value),
        common=_drawn_to(COMMON.value, COMMON_WEIGHT.value, around, len(together)) ** 0.5,
        yearly=np.sqrt((ALLY_WEIGHT.value * pooled + squares) / (ALLY_WEIGHT.value + counts)),
        changes=counts,
        own_trend=np.nansum(steps, axis=0) / np.maximum(all_counts, 1),
        revision=_drawn_to(REVISION.value, REVISION_WEIGHT.value, float((strayed**2).sum()), len(strayed)) ** 0.5,
    )


def _drawn_to(judged: float, weight: float, squares: float, count: float) -> float:
    """A variance: the mean square, with the judgement counted as `weight` values more."""
    return (weight * judged**2 + squares) / (weight + count)
