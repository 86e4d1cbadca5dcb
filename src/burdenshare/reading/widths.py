"""How wide a number is: from the digits and the hedge to an interval (SEMANTICS §4)."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache

from burdenshare.reading.model import Interval
from burdenshare.reading.numbers import Number
from burdenshare.reading.tables import load_table

MAX_WIDTH = 0.05
"""No plain number is wider than 5 % of its value on a side: `2 %` is not [1.5, 2.5]."""
NEAR = 0.05
"""`nearly`, `just over` reach 5 % below or above; `well above` starts there."""
BEYOND = 0.15
"""`just over 1 %` reaches so much of a unit of the last digit: 5 % of one are less than anybody rounds away."""
FRACTIONS = (1 / 10, 1 / 5, 1 / 4, 1 / 3, 2 / 5, 1 / 2, 3 / 5, 2 / 3, 3 / 4, 4 / 5, 9 / 10)
"""The fractions people say; one in words reaches half-way to its neighbours."""

ABOUT_CEILING = 0.20
"""No "about" is wider than this part of its number."""

COMPARATORS = {
    "plain": "=",
    "about": "~",
    "nearly": "~",
    "just over": "~",
    "above": ">",
    "well above": ">",
    "at least": ">=",
    "below": "<",
    "at most": "<=",
}


@dataclass(frozen=True, slots=True)
class Hedge:
    """One phrase of the hedge table: its words, its rule, its reason."""

    words: str
    rule: str
    reason: str


@lru_cache(maxsize=1)
def hedges() -> dict[str, Hedge]:
    """Every hedge phrase by its words."""
    return {
        words: Hedge(words, row["rule"], row["reason"])
        for row in load_table("hedges")["hedge"]
        for words in row["words"]
    }


def half_width(value: float, step: float) -> float:
    """Half a unit of the last printed digit, of the second digit where zeros trail, never over 5 %."""
    size = abs(value)
    if size == 0:
        return step / 2
    unit = step
    if step >= 1 or float(size / step).is_integer():
        while unit >= 1 and _multiple(size, unit * 10) and size >= unit * 10:
            unit *= 10
        second = 10.0 ** (math.floor(math.log10(size)) - 1)
        unit = min(unit, max(second, step)) if unit > step else unit
    return min(unit / 2, MAX_WIDTH * size)


def _multiple(value: float, unit: float) -> bool:
    return abs(value / unit - round(value / unit)) < 1e-9


def interval(number: Number, rule: str, *, count: bool = False) -> Interval:
    """The interval a number means under a hedge rule; `count` numbers are exact."""
    value = number.value
    kind = "fraction" if number.kind == "fraction" else "count" if count else "measure"
    printed = number.step < number.scale  # "20.0 billion": the zero behind the point is a digit
    width = (
        0.0 if count else min(number.step / 2, MAX_WIDTH * abs(value)) if printed else half_width(value, number.step)
    )
    if rule in ("plain", "about") and kind == "fraction":  # "roughly two-thirds" is no wider than two-thirds
        low, high = fraction_reach(value)
        return Interval(low, high, central=value, kind=kind)
    if rule == "about":
        wide = max(about_width(value, number.step), width)
        return Interval(value - wide, value + wide, central=value, kind="measure" if kind == "count" else kind)
    if rule == "nearly":
        return Interval(value - NEAR * abs(value), value, high_open=True, central=value, kind=kind)
    if rule == "just over":
        least = 2.0 if count else BEYOND * number.step  # "just over ten allies" is eleven or twelve
        reach = max(NEAR * abs(value), least)
        return Interval(value, value + reach, low_open=True, central=value, kind=kind)
    if rule in ("above", "well above", "at least"):
        low = value * (1 + NEAR) if rule == "well above" else value
        return Interval(low, math.inf, low_open=rule == "above", central=value, kind=kind)
    if rule in ("below", "at most"):
        return Interval(-math.inf, value, high_open=rule == "below", central=value, kind=kind)
    return Interval(value - width, value + width, central=value, kind=kind)


def about_width(value: float, step: float) -> float:
    """Half a unit of the last digit that is not zero (`700` → 50, `485` → 0.5), at least 5 % and at most 20 %.

    The ceiling is ours (the law has none): half a unit of `100` would be 50 %, and nobody who says "about 100 %" of the
    spending means 60 %.
    """
    size = abs(value)
    if size == 0:
        return step / 2
    unit = step
    while _multiple(size, unit * 10) and size >= unit * 10:
        unit *= 10
    return min(max(unit / 2, MAX_WIDTH * size), ABOUT_CEILING * size)


def fraction_reach(value: float) -> tuple[float, float]:
    """Half-way to the neighbours among the fractions people say; a fraction not in the list reaches 2.5 points."""
    for at, known in enumerate(FRACTIONS):
        if abs(known - value) < 1e-6:
            below = FRACTIONS[at - 1] if at else 0.0
            above = FRACTIONS[at + 1] if at + 1 < len(FRACTIONS) else 1.0
            return (below + known) / 2, (known + above) / 2
    return value - 0.025, value + 0.025
