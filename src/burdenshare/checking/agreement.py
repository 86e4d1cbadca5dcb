"""Does a number in words agree with a recorded one, and if not, how far is it off?

Both are intervals: the words by how they were rounded (semantics §4), the record by its printed precision.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from math import inf, isinf

from burdenshare.checking.limits import FRACTIONS
from burdenshare.quick import quick
from burdenshare.reading.model import Interval

BOUNDS = frozenset({"<", "<=", ">", ">="})
"""Comparators that set a threshold: all of the recorded interval must lie on the right side."""


@quick
@dataclass(frozen=True, slots=True)
class Distance:
    """How far the record lies outside what the words allow: in the value's own unit and relative to the record."""

    absolute: float
    relative: float


def allowed(comparator: str, asked: Interval | None) -> Interval | None:
    """What the words allow as an interval over recorded values; None where they give nothing to compare.

    A bound told with the width of its number ("more than 2 %" as 1.9..2.1) is taken at the number itself.
    `increase` and `decrease` carry the size of the change; a decrease is a negative recorded change.
    """
    if comparator == "increase":
        return asked or Interval(0.0, inf, low_open=True)
    if comparator == "decrease":
        return Interval(-inf, 0.0, high_open=True) if asked is None else _mirrored(asked)
    if asked is None:
        return None
    if comparator in (">", ">=") and not isinf(asked.high):
        return Interval(said_number(asked), inf, low_open=comparator == ">", central=asked.central, kind=asked.kind)
    if comparator in ("<", "<=") and _has_width_of_its_number(asked):
        return Interval(-inf, said_number(asked), high_open=comparator == "<", central=asked.central, kind=asked.kind)
    return asked


def _has_width_of_its_number(asked: Interval) -> bool:
    """An upper bound written as `low..high` around the number, not as `0..number` or `-inf..number`."""
    return (not isinf(asked.low) and asked.low > 0 and asked.high > said_number(asked)) or asked.low == asked.high


def said_number(asked: Interval) -> float:
    """The number as said; an interval built without it is taken at its middle."""
    if asked.low <= asked.central <= asked.high and (asked.central or not asked.low):
        return asked.central
    if isinf(asked.low):
        return asked.high
    return asked.low if isinf(asked.high) else (asked.low + asked.high) / 2


def _mirrored(asked: Interval) -> Interval:
    if asked.high <= 0:
        return asked
    return Interval(-asked.high, -asked.low, asked.high_open, asked.low_open, -asked.central, asked.kind)


def agrees(comparator: str, may_be: Interval, low: float, high: float) -> bool:
    """Whether a recorded interval agrees: wholly inside for a bound, meeting it for a number."""
    if comparator in BOUNDS:
        return _above(may_be, low) and _below(may_be, high)
    return _above(may_be, high) and _below(may_be, low)


def misses(may_be: Interval, low: float, high: float) -> bool:
    """Whether no value of the recorded interval is allowed."""
    return not (_above(may_be, high) and _below(may_be, low))


def _above(may_be: Interval, value: float) -> bool:
    return value > may_be.low if may_be.low_open else value >= may_be.low


def _below(may_be: Interval, value: float) -> bool:
    return value < may_be.high if may_be.high_open else value <= may_be.high


def distance(may_be: Interval, low: float, high: float) -> Distance:
    """The gap between the recorded interval and the allowed one, 0 where they meet; relative to the record."""
    if low > may_be.high:
        gap, edge = low - may_be.high, low
    elif high < may_be.low:
        gap, edge = may_be.low - high, high
    else:
        gap, edge = 0.0, low
    return Distance(gap, gap / abs(edge) if edge else (inf if gap else 0.0))


def neighbours(fraction: float) -> Interval:
    """How far a fraction in words is `close`: up to its neighbours in the list of fractions (semantics §5)."""
    nearest = min(range(len(FRACTIONS)), key=lambda at: abs(FRACTIONS[at] - fraction))
    low = FRACTIONS[nearest - 1] if nearest else 0.0
    high = FRACTIONS[nearest + 1] if nearest + 1 < len(FRACTIONS) else 1.0
    return Interval(low, high, central=fraction, kind="fraction")


def near_fraction(asked: Interval, may_be: Interval, low: float, high: float) -> bool:
    """Whether a recorded fraction is close to one told in words. A bound is widened on its closed side only."""
    around = neighbours(said_number(asked))
    wide = replace(may_be, low=min(may_be.low, around.low), high=max(may_be.high, around.high))
    if isinf(may_be.low) or isinf(may_be.high):
        wide = replace(
            may_be,
            low=may_be.low if isinf(may_be.low) else around.low,
            high=may_be.high if isinf(may_be.high) else around.high,
            low_open=False,
            high_open=False,
        )
    return not misses(wide, low, high)
