"""A maker's line month by month: orders, what waits, capacity under construction, output, deliveries, cancellations.

Every quantity is an array of (month, draw); what is made in a month is delivered in it, oldest order first. Each month
and in every draw

    what waits = what waited + orders - deliveries - cancellations

Capacity is what the makers' plans give or, where that is more, what orders pull: makers size it to what was ordered
over the length of a contract, no faster than outputs have risen, and it stands after its time of building and running
up; what was built stays. More orders, and shorter times, never deliver less: capacity follows orders and never what
waits, which faster deliveries shorten.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from burdenshare.road.industry.model import Array

YEAR = 12


@dataclass(frozen=True, slots=True)
class Pull:
    """How capacity follows orders, one number a draw: months over which makers size it, the part by which it can rise
    in a year, months of building and of running up."""

    contract: Array
    growth: Array
    build: Array
    ramp: Array


@dataclass(frozen=True, slots=True)
class Given:
    """What a line is given. `planned`, `others` and `ours` are (month, draw), in units a month: capacity as planned,
    what others order and what is bought; `waiting` units on order before the first month; `making` months at least
    from an order to its delivery; `cancelled` the part of what waits that is withdrawn each month."""

    planned: Array
    others: Array
    ours: Array
    waiting: Array
    making: Array
    cancelled: Array
    pull: Pull


@dataclass(frozen=True, slots=True)
class Flow:
    """What comes of it, each (month, draw). `waits` at the end of the month; the figures of `ours` are those of what is
    bought alone, which waits its turn behind what was ordered before."""

    capacity: Array
    output: Array
    waits: Array
    withdrawn: Array
    ours: Array
    ours_waits: Array
    ours_withdrawn: Array


def flow(given: Given) -> Flow:
    """Run a line over all its months."""
    orders = given.others + given.ours
    first = given.planned[0]
    decided = pulled(orders, given.others[0], first, given.pull)
    capacity = np.maximum(given.planned, built(decided, first, given.pull))
    left = _wanted(given.cancelled, len(orders))
    placed = np.cumsum(orders / left, axis=0)  # counted as if nothing were withdrawn, so that the oldest stay in order
    ready = given.waiting + _earlier(placed, given.making)
    room = np.cumsum(capacity / left, axis=0)
    done = room + np.minimum(np.minimum.accumulate(ready - room, axis=0), 0.0)
    mine = np.cumsum(given.ours / left, axis=0)
    had = _oldest_first(given.waiting, placed, mine, done)
    waits, withdrawn = _waiting(given.waiting + placed - done, left, given.cancelled)
    ours_waits, ours_withdrawn = _waiting(mine - had, left, given.cancelled)
    return Flow(capacity, _steps(done) * left, waits, withdrawn, _steps(had) * left, ours_waits, ours_withdrawn)


def _wanted(cancelled: Array, months: int) -> Array:
    """The part of an order of before the first month that is still wanted in each; one number where nothing is ever
    withdrawn, which spares a pass over all draws."""
    if not cancelled.any():
        return np.ones((1, 1))
    part: Array = np.power(1 - cancelled, np.arange(months)[:, None])
    return part


def _waiting(waits: Array, left: Array, cancelled: Array) -> tuple[Array, Array]:
    """What waits at the end of each month and what was withdrawn in it."""
    there = np.maximum(waits, 0.0) * left
    withdrawn = there * cancelled
    return there - withdrawn, withdrawn


def pulled(orders: Array, before: Array, first: Array, pull: Pull) -> Array:
    """The capacity that makers have decided on by each month: what is ordered, smoothed over the length of a contract
    (`before`: what was ordered a month until then), rising from `first` no faster than outputs rise, never falling."""
    decided = np.empty_like(orders)
    sized, held = before.copy(), first.copy()
    most = np.power(1 + pull.growth, 1 / YEAR)
    for month, ordered in enumerate(orders):
        np.maximum(held, np.minimum(sized, held * most), out=held)
        decided[month] = held
        sized += (ordered - sized) / pull.contract
    return decided


def built(decided: Array, first: Array, pull: Pull) -> Array:
    """The capacity that stands: each decision after `build` months, at its full rate after `ramp` months more, in even
    steps between; before the first month `first` had stood for ever."""
    added = np.cumsum(decided - first, axis=0)
    return first + (_earlier(added, pull.build) - _earlier(added, pull.build + pull.ramp)) / pull.ramp


def _earlier(whole: Array, months: Array) -> Array:
    """A running total as it stood so many months (parts of months too) before; 0 before the first."""
    count = len(whole)
    back = np.floor(months).astype(np.intp)
    part = months - back
    padded = np.concatenate([np.zeros((2, whole.shape[1])), whole])
    rows = np.arange(count)[:, None] + 2 - back
    near = np.take_along_axis(padded, np.maximum(rows, 0), axis=0)
    far = np.take_along_axis(padded, np.maximum(rows - 1, 0), axis=0)
    moved: Array = near + (far - near) * part
    return moved


def _steps(whole: Array) -> Array:
    """What a running total adds each month; the last digits of a total that stays are no step back."""
    return np.maximum(np.diff(whole, axis=0, prepend=np.zeros((1, whole.shape[1]))), 0.0)


def _oldest_first(waiting: Array, placed: Array, mine: Array, done: Array) -> Array:
    """How much of `mine` lies in what is done, where the oldest order goes first and each month's orders are served
    alike. All draws are laid behind each other on one line, so that one pass finds them all."""
    if not mine.any():
        return np.zeros_like(mine)
    months, draws = placed.shape
    whole = waiting + placed[-1]
    scale = np.where(whole > 0, whole, 1.0)
    start = np.arange(draws) * 2.0
    zero = np.zeros((1, draws))
    marks = np.concatenate([zero, waiting[None], waiting + placed]) / scale + start
    held = np.concatenate([zero, zero, mine])
    asked = np.minimum(done / scale, 1.0) + start
    found = np.interp(asked.T.ravel(), marks.T.ravel(), held.T.ravel())
    had: Array = np.minimum(found.reshape(draws, months).T, mine)
    return had
