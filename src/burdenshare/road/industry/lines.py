"""A maker's line made ready to run: its planned capacity, what waits and what others order, one number a draw."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from burdenshare.road.industry.chances import Chances
from burdenshare.road.industry.flow import Given, Pull
from burdenshare.road.industry.model import Array, Line
from burdenshare.road.industry.months import YEAR, Months
from burdenshare.road.model import Spread

PER_CENT = 0.01


@dataclass(frozen=True, slots=True)
class Drawn:
    """The assumptions of a block of draws, by key."""

    values: dict[str, Array]

    def __getitem__(self, key: str) -> Array:
        """One assumption, one number a draw."""
        return self.values[key]


def assumptions(spreads: dict[str, Spread], chances: Chances) -> Drawn:
    """Draw every assumption once for all items."""
    return Drawn({key: chances.value(key, spread) for key, spread in spreads.items()})


def planned(item: str, line: Line, months: Months, held: Drawn, chances: Chances) -> Array:
    """Capacity as planned, (month, draw): from the newest level at the planned pace over the stretch, to the plan's
    level and no further; of a stated capacity the part that comes out."""
    assert line.level is not None
    name = f"{item}/{line.maker.id}"
    level = chances.value(f"{name}/level", line.level.rate)
    path = np.broadcast_to(level, (months.count, len(level)))
    if line.plan is not None:
        goal = np.maximum(chances.value(f"{name}/plan", line.plan.level), level)
        pace = chances.value(f"{name}/pace", line.plan.pace) / held["stretch"]
        since = (np.array(months.ends()) - line.level.since)[:, None] * YEAR
        path = np.minimum(goal, level + pace * since)
    return path * held["use"] if line.level.of_capacity else path.copy()


def given(item: str, line: Line, path: Array, ours: Array, held: Drawn, chances: Chances) -> Given:
    """What a line is given, with `path` its planned capacity and `ours` what is bought from it.

    What waits is at least what others have in the making: who makes so many a month has begun them before.
    """
    queue = chances.value(f"{item}/{line.maker.id}/queue", line.queue.spread)
    begun = held["making"] * held["others"] * path[0]
    return Given(
        planned=path,
        others=path * held["others"],
        ours=ours,
        waiting=np.maximum(queue if line.queue.unit == "units" else queue * path[0], begun),
        making=held["making"],
        cancelled=1 - np.power(1 - held["cancelled"] * PER_CENT, 1 / YEAR),
        pull=Pull(held["contract"], held["growth"], held["build"], held["ramp"]),
    )
