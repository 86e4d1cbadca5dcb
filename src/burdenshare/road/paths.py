"""Paths: year by year from where an ally starts to its target. Pure arithmetic on years and levels."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from burdenshare.errors import InputError
from burdenshare.road.model import Shape, Target

EASE = 2.0
"""Front- and back-loaded paths go with the square of the time: three quarters of the way at half-time, or one."""


@dataclass(frozen=True, slots=True)
class Step:
    """One stretch of a path: to `value` by `by`, beginning in `since`."""

    by: int
    value: float
    shape: Shape = Shape.LINEAR
    since: int | None = None
    points: tuple[tuple[int, float], ...] = ()


def steps_of(targets: Sequence[Target]) -> tuple[Step, ...]:
    """The targets of one ally and measure as steps in time. Raises InputError where two are due in one year."""
    steps = sorted((Step(one.by, one.value, one.shape, one.since, one.points) for one in targets), key=lambda s: s.by)
    for before, after in pairwise(steps):
        if before.by == after.by:
            raise InputError(
                f"two targets for one ally are due in {after.by}: {before.value:g} and {after.value:g}",
                remedy="keep one, or give them different years",
            )
        if after.since is not None and after.since <= before.by:
            raise InputError(
                f"the target due in {after.by} begins in {after.since}, before the one due in {before.by} is over",
                remedy=f"let it begin in {before.by + 1} or later",
            )
    return tuple(steps)


def path(start: float, base: int, until: int, steps: Sequence[Step]) -> tuple[float, ...]:
    """Levels of the years `base` to `until`: `start` first, then step after step, the last one held.

    No step alters a year before the one it begins in.
    """
    levels = [start]
    for year in range(base + 1, until + 1):
        levels.append(_level(year, levels, base, steps))
    return tuple(levels)


def _level(year: int, levels: list[float], base: int, steps: Sequence[Step]) -> float:
    before = base
    for step in steps:
        first = max(step.since or before + 1, base + 1)
        if year < first:
            return levels[-1]
        if year <= step.by:
            return _between(year, first - 1, levels[first - 1 - base], step)
        before = step.by
    return steps[-1].value if steps else levels[0]


def _between(year: int, left: int, level: float, step: Step) -> float:
    if step.shape is Shape.CUSTOM:
        return _through(year, left, level, step)
    done = (year - left) / (step.by - left)
    if step.shape is Shape.FRONT:
        done = 1 - (1 - done) ** EASE
    elif step.shape is Shape.BACK:
        done = done**EASE
    elif step.shape is Shape.STEP:
        done = float(year >= step.by)
    return level + (step.value - level) * done


def _through(year: int, left: int, level: float, step: Step) -> float:
    stations = [(left, level), *(one for one in step.points if left < one[0] < step.by), (step.by, step.value)]
    for (here, low), (there, high) in pairwise(stations):
        if year <= there:
            return low + (high - low) * (year - here) / (there - here)
    return step.value
