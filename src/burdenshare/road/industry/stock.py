"""What is held of an item, month by month: what is delivered comes in, what is used up and worn out goes."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from burdenshare.road.industry.model import Array


@dataclass(frozen=True, slots=True)
class Stock:
    """What is held at the end of each month, what wore out in it and what was used, each (month, draw). `used` is at
    most what is there: the stock is never below zero."""

    held: Array
    worn: Array
    used: Array


def stock(delivered: Array, held: float, consumption: float, attrition: float) -> Stock:
    """A stock of `held` units before the first month. `consumption` is asked a month; `attrition` is the part of what
    is there that wears out in a month."""
    if not consumption and not attrition:
        calm = np.zeros((1, 1))
        return Stock(held + np.cumsum(delivered, axis=0), calm, calm)
    made, worn, used = (np.empty_like(delivered) for _ in range(3))
    level = np.full(delivered.shape[1], held)
    for month, came in enumerate(delivered):
        worn[month] = level * attrition
        there = level - worn[month] + came
        used[month] = np.minimum(there, consumption)
        level = there - used[month]
        made[month] = level
    return Stock(made, worn, used)
