"""Lines of a maker for tests: one draw each, with plain numbers."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from burdenshare.road.industry.flow import Given, Pull
from burdenshare.road.industry.model import Array


def column(values: Sequence[float] | float, months: int) -> Array:
    """One draw of so many months."""
    return np.broadcast_to(np.asarray(values, dtype=float), (months,)).reshape(months, 1).copy()


def line(
    *,
    months: int = 144,
    planned: Sequence[float] | float = 100.0,
    others: Sequence[float] | float = 0.0,
    ours: Sequence[float] | float = 0.0,
    waiting: float = 0.0,
    making: float = 0.0,
    cancelled: float = 0.0,
    contract: float = 36.0,
    growth: float = 0.0,
    build: float = 24.0,
    ramp: float = 20.0,
) -> Given:
    """A line with one draw."""
    one = [np.array([value]) for value in (waiting, making, cancelled, contract, growth, build, ramp)]
    return Given(
        planned=column(planned, months),
        others=column(others, months),
        ours=column(ours, months),
        waiting=one[0],
        making=one[1],
        cancelled=one[2],
        pull=Pull(contract=one[3], growth=one[4], build=one[5], ramp=one[6]),
    )
