"""Base units to the numbers of an axis: money in billions, heads in thousands, and what the axis is called."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from math import ceil, floor, log10

from burdenshare.report.charts.model import Asked
from burdenshare.report.wording import prices

LARGE: tuple[tuple[float, str], ...] = ((1e12, "trillion"), (1e9, "billion"), (1e6, "million"))
"""Largest first; an axis takes the largest that its highest value reaches twice, so that ticks stay round."""

HEADS = 1e6
"""Persons from which an axis counts in thousands: NATO prints them so."""

CURRENCIES = {"USD": "US dollars", "EUR": "euros"}

WORDS = {"%": "per cent", "rank": "place", "times": "times as much", "fraction": "part of the members"}
"""Units as an axis writes them out; any other is its own word."""

TICKS = 5
"""Steps of an axis, about: fewer leave it empty, more crowd it."""

STEPS = (1.0, 2.0, 5.0)


@dataclass(frozen=True, slots=True)
class Scale:
    """How many base units make one of the axis, and its name."""

    per: float
    name: str

    def of(self, value: float) -> float:
        """A value in base units as the axis counts it, free of the noise of binary fractions."""
        return float(f"{value / self.per:.10g}")


def scale_of(asked: Asked, values: Iterable[float]) -> Scale:
    """The scale for values in the unit of `asked`; its name tells the price basis too."""
    top = max((abs(one) for one in values), default=0.0)
    basis = f", {prices(asked.basis)}" if prices(asked.basis) else ""
    if len(asked.unit) == 3 and asked.unit.isupper():
        currency = CURRENCIES.get(asked.unit, asked.unit)
        per, size = next((held for held in LARGE if top >= 2 * held[0]), (1.0, ""))
        return Scale(per, f"{size} {currency}".strip() + basis)
    if asked.unit == "persons" and top >= HEADS:
        return Scale(1e3, "thousand persons" + basis)
    if asked.measure == "share_of_gdp":
        return Scale(1.0, "per cent of GDP")
    return Scale(1.0, WORDS.get(asked.unit, asked.unit or "value") + basis)


@dataclass(frozen=True, slots=True)
class Range:
    """From where to where an axis runs, with its ticks, in the axis's own numbers."""

    low: float
    high: float
    ticks: tuple[float, ...]

    @property
    def cut(self) -> bool:
        """Whether it begins elsewhere than at nothing: a reader must be told."""
        return self.low > 0 or self.high < 0


def range_of(values: Sequence[float], *, from_zero: bool) -> Range:
    """A range of round ticks around `values`; `from_zero` keeps nothing in sight."""
    low, high = min(values), max(values)
    if from_zero:
        low, high = min(low, 0.0), max(high, 0.0)
    spread = high - low or abs(high) * 0.1 or 1.0
    step = _step(spread / TICKS)
    # a point on the edge of the picture is cut in half, and revisions have labels under them
    first = low if from_zero and low == 0 else low - step * (1 / 3 if from_zero else 0.75)
    last = high + step / 3
    below, above = floor(first / step + 1e-9), ceil(last / step - 1e-9)
    if low >= 0:
        below = max(below, 0)
    ticks = tuple(float(f"{step * place:.10g}") for place in range(below, above + 1))
    return Range(ticks[0], ticks[-1], ticks)


def whole(range_: Range) -> Range:
    """The same with ticks at whole numbers only: half an ally is none."""
    kept = tuple(one for one in range_.ticks if one == int(one))
    return Range(range_.low, range_.high, kept or range_.ticks)


def _step(least: float) -> float:
    """The smallest round step that is not below `least`."""
    size = 10.0 ** floor(log10(least))
    return next((size * step for step in STEPS if size * step >= least - 1e-12), size * 10)
