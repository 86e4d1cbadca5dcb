"""The models that are compared: where each ally's share is thought to go. All stray from there in the same way."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import numpy as np

from burdenshare.road.share_history import Array, ShareHistory
from burdenshare.road.share_limits import ALLY_WEIGHT, FADING, TAILS, TOGETHER
from burdenshare.road.share_spread import Spread
from burdenshare.road.share_targets import Goal, promised


class Model(StrEnum):
    """Where shares go. The first three are the plain ones to beat."""

    LAST = "last value"
    DRIFT = "drift"
    MEAN = "alliance mean"
    TREND = "alliance trend"
    GOALS = "commitments"
    BOTH = "trend and commitments"


PLAIN = (Model.LAST, Model.DRIFT, Model.MEAN)

TOLD = {
    Model.LAST: "each share stays where it is",
    Model.DRIFT: "each share goes on by its own mean yearly change",
    Model.MEAN: "each share is like that of any ally today",
    Model.TREND: "all shares go on as the alliance did of late, less each year",
    Model.GOALS: "a part of every commitment is kept, from none to all alike likely",
    Model.BOTH: "that part of every commitment is kept, and what is not kept goes on with the alliance's trend",
}


@dataclass(frozen=True, slots=True, eq=False)
class Basis:
    """What draws are made from. `years` are all years drawn, the first one after the oldest start; `after[ally, year]`
    is True for the years after the ally's newest known share; `goal` is what each share would be if goals were kept."""

    held: ShareHistory
    spread: Spread
    years: tuple[int, ...]
    after: np.ndarray[tuple[int, int], np.dtype[np.bool_]]
    goal: Array


def basis(held: ShareHistory, spread: Spread, goals: dict[str, tuple[Goal, ...]], until: int) -> Basis:
    """The basis for the years up to `until`."""
    starts = [held.years[place] for place in held.starts]
    years = tuple(range(min(starts) + 1, until + 1))
    there = np.array(years, dtype=np.float64)
    goal = np.array(
        [
            promised(start, share, goals.get(ally, ()), there)
            for ally, start, share in zip(held.allies, starts, held.last, strict=True)
        ]
    )
    after = there[None, :] > np.array(starts, dtype=np.float64)[:, None]
    return Basis(held, spread, years, after, goal)


def draw(model: Model, at: Basis, count: int, chance: np.random.Generator) -> Array:
    """`count` joint draws of all allies' shares: (draws, allies, years of the basis), never below nothing."""
    if model is Model.MEAN:
        last = at.held.last
        return last[chance.integers(len(last), size=(count, *at.after.shape))]
    centre = at.held.last[None, :, None] + _way(model, at, count, chance)
    return np.asarray(np.maximum(centre + _strayed(at, count, chance), 0.0), dtype=np.float64)


def _way(model: Model, at: Basis, count: int, chance: np.random.Generator) -> Array:
    """How far each share is thought to go from its start, in points."""
    steps = at.after.cumsum(axis=1)
    faded = (1 - FADING.value**steps) / (1 - FADING.value)
    if model is Model.LAST:
        return np.zeros((1, *at.after.shape))
    if model is Model.DRIFT:
        return np.asarray((at.spread.own_trend[:, None] * steps)[None], dtype=np.float64)
    trend = (at.spread.trend * faded)[None]
    if model is Model.TREND:
        return np.asarray(trend, dtype=np.float64)
    asked = (at.goal - at.held.last[:, None])[None]
    kept = _kept(len(at.held.allies), count, chance)[:, :, None]
    if model is Model.GOALS:
        return np.asarray(kept * asked, dtype=np.float64)
    return np.asarray(kept * asked + (1 - kept) * trend, dtype=np.float64)


def _kept(allies: int, count: int, chance: np.random.Generator) -> Array:
    """The part of its commitments that each ally keeps: flat from 0 to 1, for many the one that all keep."""
    shared, own = chance.random((count, 1)), chance.random((count, allies))
    return np.where(chance.random((count, allies)) < TOGETHER.value, shared, own)


def _strayed(at: Basis, count: int, chance: np.random.Generator) -> Array:
    """What befalls all together and each apart from year to year, the doubt of every trend, and revisions to come.

    A trend judged from n years is itself in doubt by its yearly spread over the root of n, and that doubt grows with
    the years; an ally's own is judged from its known changes, with the judgement counted in.
    """
    allies, years = at.after.shape
    steps = at.after.cumsum(axis=1).astype(np.float64)
    common = chance.standard_normal((count, 1, years)) * at.after
    np.cumsum(common, axis=2, out=common)
    common += chance.standard_normal((count, 1, 1)) / at.spread.trend_years**0.5 * steps
    common *= at.spread.common * _tails(chance, (count, 1, 1))
    own = chance.standard_normal((count, allies, years))
    own *= at.after
    np.cumsum(own, axis=2, out=own)
    doubt = 1 / np.sqrt(ALLY_WEIGHT.value + at.spread.changes)
    own += (chance.standard_normal((count, allies)) * doubt)[:, :, None] * steps
    own *= at.spread.yearly[:, None] * _tails(chance, (count, allies, 1))
    own += common
    own += (chance.standard_normal((count, allies)) * at.spread.revision)[:, :, None] * _tails(
        chance, (count, allies, 1)
    )
    return own


def _tails(chance: np.random.Generator, shape: tuple[int, ...]) -> Array:
    """What makes a normal draw one of Student's t, scaled to the same variance."""
    freedom = TAILS.value
    return np.asarray(np.sqrt((freedom - 2) / (2 * chance.standard_gamma(freedom / 2, size=shape))), dtype=np.float64)
