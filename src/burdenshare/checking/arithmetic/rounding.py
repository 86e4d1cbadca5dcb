"""How far apart figures may lie and still fit: each figure as a narrow and as a wide range.

The narrow range is the law's (`reading/widths.py`): agreement inside it is agreement. The wide one also allows for a
digit that was cut instead of rounded, and has no ceiling of 5 %: only what lies outside it too cannot be.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import product

from burdenshare.checking.arithmetic.figures import Figure
from burdenshare.checking.model import Verdict
from burdenshare.reading.widths import FRACTIONS

SLACK = 0.05
"""A cut digit is never worth more than this part of the figure, nor is a hedge more than this much looser."""
FACTOR_SLACK = 0.15
"""People say "doubled" of 1.75 times and of 2.3 times."""
BESIDE_DECIMALS = 0.25
"""`from 1.4 % to 2 %`: beside a figure with decimals, a whole number is closer than half a unit."""
CUT = 1.5
"""A digit may be cut instead of rounded; that all figures of a formula were cut the worst way does not happen."""
HAIR = 1e-9


@dataclass(frozen=True, slots=True)
class Range:
    """From `low` to `high`, both included."""

    low: float
    high: float

    def meets(self, other: Range) -> bool:
        """Whether the two have a value in common."""
        hair = HAIR * max(1.0, *(abs(one) for one in (self.low, other.low) if math.isfinite(one)), 0.0)
        return self.low <= other.high + hair and other.low <= self.high + hair

    @property
    def bounded(self) -> bool:
        """Whether both ends are finite."""
        return math.isfinite(self.low) and math.isfinite(self.high)


@dataclass(frozen=True, slots=True)
class Width:
    """A figure or a result: as said, narrow, wide."""

    central: float
    narrow: Range
    wide: Range

    def over(self, other: Width) -> Width:
        """This, as a part of `other`."""
        return combined(lambda a, b: a / b if b else math.nan, self, other)


def exactly(value: float) -> Width:
    """A number that nobody rounded."""
    return Width(value, Range(value, value), Range(value, value))


def width(figure: Figure, *, decimals: bool = False) -> Width:
    """The two ranges of a figure; `decimals`: another figure of the formula has them."""
    quantity = figure.quantity
    central = quantity.number.value
    if figure.exact:
        return exactly(central)
    narrow = Range(quantity.value.low, quantity.value.high)
    return Width(central, narrow, _wide(figure, narrow, decimals))


def _wide(figure: Figure, narrow: Range, decimals: bool) -> Range:
    quantity = figure.quantity
    number = quantity.number
    if figure.kind == "X":
        slack = FACTOR_SLACK * abs(quantity.number.value)
        return Range(narrow.low - max(0.0, slack - _half(narrow)), narrow.high + max(0.0, slack - _half(narrow)))
    if number.kind == "fraction":
        return _neighbours(number.value, narrow)
    half = _unit(number.value, number.step) / 2
    if decimals and number.step >= number.scale and number.value < 10 * number.scale:
        half = BESIDE_DECIMALS * number.scale
    extra = max(half, min(CUT * half, SLACK * abs(number.value)))
    if quantity.rule == "plain":
        return Range(min(narrow.low, number.value - extra), max(narrow.high, number.value + extra))
    return Range(narrow.low - extra, narrow.high + extra)


def _half(one: Range) -> float:
    return (one.high - one.low) / 2 if one.bounded else 0.0


def _neighbours(value: float, narrow: Range) -> Range:
    """A fraction in words reaches, at the widest, to the fractions beside it."""
    below = max((one for one in FRACTIONS if one < value - HAIR), default=0.0)
    above = min((one for one in FRACTIONS if one > value + HAIR), default=1.0)
    return Range(min(narrow.low, below), max(narrow.high, above))


def _unit(value: float, step: float) -> float:
    """One unit of the last digit that was meant: of the second one where zeros trail."""
    size, unit = abs(value), step
    if size == 0:
        return step
    while _multiple(size, unit * 10) and size >= unit * 10:
        unit *= 10
    second = 10.0 ** (math.floor(math.log10(size)) - 1)
    return min(unit, max(second, step)) if unit > step else unit


def _multiple(value: float, unit: float) -> bool:
    return abs(value / unit - round(value / unit)) < HAIR


def combined(formula: Callable[..., float], *parts: Width) -> Width:
    """`formula` of all parts; it must rise or fall all the way in each of them, so that the corners hold the ends."""
    return Width(
        formula(*(part.central for part in parts)),
        _corners(formula, [part.narrow for part in parts]),
        _corners(formula, [part.wide for part in parts]),
    )


def _corners(formula: Callable[..., float], parts: Sequence[Range]) -> Range:
    found = [formula(*corner) for corner in product(*((one.low, one.high) for one in parts))]
    known = [one for one in found if not math.isnan(one)]
    return Range(min(known), max(known)) if len(known) == len(found) else Range(-math.inf, math.inf)


def total(parts: Sequence[Width]) -> Width:
    """The sum of all parts: their roundings add up."""
    return Width(
        sum(part.central for part in parts),
        Range(sum(part.narrow.low for part in parts), sum(part.narrow.high for part in parts)),
        Range(sum(part.wide.low for part in parts), sum(part.wide.high for part in parts)),
    )


FAR = 0.2
"""Share of the larger number beyond which ranges that meet show only that the parts are told too coarsely: "up 10
percent, from 100 to 120 billion" is not borne out by a rise of 20."""


def verdict(computed: Width, said: Width) -> Verdict | None:
    """Whether what was said can be what was computed; None where an open end leaves nothing to hold it to."""
    if not computed.wide.meets(said.wide):
        return Verdict.CONTRADICTED
    if not computed.narrow.bounded:
        return None
    far = abs(computed.central - said.central) > FAR * max(abs(said.central), abs(computed.central))
    return Verdict.SUPPORTED if computed.narrow.meets(said.narrow) and not far else Verdict.CLOSE
