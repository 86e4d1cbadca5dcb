"""Draws: which past vintage errs again, and where each assumption lies between its bounds. Seeded and few.

A draw takes one April vintage whole: its errors of growth and prices for all allies over its horizons. Where that
vintage's outcome is not known yet a second vintage, drawn among the complete ones, goes on. After the last horizon each
year takes the errors of a newly drawn vintage about its own last year, again for all allies together.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from burdenshare.errors import InputError
from burdenshare.road.model import Spread
from burdenshare.road.slips import Slips

Array = NDArray[np.float64]
Whole = NDArray[np.int64]

MOST = 250_000
"""Draws of one run: the arrays of an ally then take some 150 MB, and the intervals no longer move."""


@dataclass(frozen=True, slots=True)
class Draws:
    """`path` picks a pair of vintages per draw, `later` one vintage per draw and later year; `levers` is one number
    between 0 and 1 per draw for each assumption."""

    count: int
    path: Whole
    later: Whole
    levers: dict[str, Array]

    def part(self, first: int, last: int) -> Draws:
        """The draws from `first` up to `last`."""
        levers = {key: one[first:last] for key, one in self.levers.items()}
        return Draws(last - first, self.path[first:last], self.later[:, first:last], levers)


@dataclass(frozen=True, slots=True)
class Errors:
    """An ally's errors to draw from: `paths` (pair of vintages, horizon) and `last` (vintage), in logarithms."""

    paths: Array
    last: Array


def draw(count: int, seed: int, past: Slips, years: int, keys: tuple[str, ...]) -> Draws:
    """Draws for `years` years after the base year. Raises InputError for a count out of bounds."""
    if not 1 <= count <= MOST:
        raise InputError(f"{count} draws", where="draws", remedy=f"give 1 to {MOST}")
    if seed < 0:
        raise InputError(f"a seed of {seed}", where="seed", remedy="give a whole number from 0 on")
    economy, politics = np.random.SeedSequence(seed).spawn(2)
    rng = np.random.default_rng(economy)
    whole = past.whole()
    pairs = rng.integers(0, len(past.vintages) * len(whole), count)
    later = rng.integers(0, len(_last(past)), (years, count))
    streams = dict(zip(keys, politics.spawn(len(keys)), strict=True))
    levers = {key: np.random.default_rng(stream).random(count) for key, stream in streams.items()}
    return Draws(count, pairs, later, levers)


def errors(past: Slips, place: int, *, centred: bool) -> tuple[Errors, Errors]:
    """Errors of growth and of prices of the ally at `place`, as they are drawn."""
    return tuple(_errors(past, table[:, place, :], centred=centred) for table in (past.volume, past.prices))  # type: ignore[return-value]


def _errors(past: Slips, own: Array, *, centred: bool) -> Errors:
    reach, whole = past.reach(), list(past.whole())
    known = own[:, None, :reach]
    paths = np.where(np.isnan(known), own[None, whole, :reach], known).reshape(-1, reach)
    last = own[_last(past), reach - 1]
    if centred:  # around the mean of what is drawn, so that the middle of the fan is the Outlook's own path
        paths, last = paths - paths.mean(axis=0), last - last.mean()
    return Errors(paths, last)


def _last(past: Slips) -> list[int]:
    """The vintages of which the last horizon is known for all allies."""
    reach = past.reach()
    lost = np.isnan(past.volume[:, :, reach - 1]).any(axis=1) | np.isnan(past.prices[:, :, reach - 1]).any(axis=1)
    return [int(one) for one in np.flatnonzero(~lost)]


def drift(made: Draws, own: Errors, first_horizon: int, years: int) -> list[Array]:
    """Accumulated errors of the years after the base year, base year first (zero): one array of draws a year.

    `first_horizon` is the horizon of the first year after the base year; years before the vintage's own do not err.
    """
    total = np.zeros(made.count)
    found = [total]
    sums = np.cumsum(own.paths[:, max(first_horizon, 0) :], axis=1)
    for at in range(years):
        horizon = first_horizon + at
        if horizon < 0:
            found.append(total)
            continue
        column = horizon - max(first_horizon, 0)
        if horizon < own.paths.shape[1]:
            total = np.take(sums[:, column], made.path)
        else:
            total = total + np.take(own.last, made.later[at])
        found.append(total)
    return found


def within(spread: Spread, at: Array) -> Array:
    """Values of a triangular distribution over the spread, its mode the central value, at ranks `at` in 0..1."""
    low, mode, high = spread.low, spread.central, spread.high
    if low == high:
        return np.full_like(at, mode)
    middle = (mode - low) / (high - low)
    rising = low + np.sqrt(at * (high - low) * (mode - low))
    falling = high - np.sqrt((1 - at) * (high - low) * (high - mode))
    return np.where(at < middle, rising, falling)
