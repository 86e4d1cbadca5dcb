"""What printed digits leave open, carried through quotients: two numbers agree where their intervals meet."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

Interval = tuple[float, float]


class Wide(Protocol):
    """A value with what its printed digits allow."""

    @property
    def low(self) -> float: ...
    @property
    def high(self) -> float: ...


def whole(one: Wide, factor: float = 1.0) -> Interval:
    """The interval of one value, times a positive factor."""
    return one.low * factor, one.high * factor


def quotient(over: Wide, under: Wide, factor: float = 1.0) -> Interval | None:
    """All that `over` by `under` can be, times a positive factor; None where the divisor can be zero or less."""
    if under.low <= 0:
        return None
    ends = over.low / under.low, over.low / under.high, over.high / under.low, over.high / under.high
    return min(ends) * factor, max(ends) * factor


def common(intervals: Iterable[Interval]) -> float:
    """A point that as many of the intervals hold as can be: what they agree on, whatever a few of them say.

    Raises ValueError where there is no interval.
    """
    ends = sorted(end for low, high in intervals for end in ((low, 0), (high, 1)))
    if not ends:
        raise ValueError("no interval")
    covering = most = 0
    found = ends[0][0]
    for place, (end, closes) in enumerate(ends):
        covering += -1 if closes else 1
        if covering > most:
            most, found = covering, (end + ends[place + 1][0]) / 2
    return found


def gap(one: Interval, other: Interval) -> float:
    """How far two intervals lie apart; 0 where they meet."""
    return max(one[0] - other[1], other[0] - one[1], 0.0)


def middle(one: Interval) -> float:
    """The middle of an interval."""
    return (one[0] + one[1]) / 2
