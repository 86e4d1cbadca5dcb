"""Years across and values up: where a figure stands in a picture, and the lines that help to read it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import floor, log10

from markupsafe import Markup

from burdenshare.report.road.telling import value_words


@dataclass(frozen=True, slots=True)
class Frame:
    """How large a picture is, and the room left of and right of its plane."""

    name: str
    width: int
    height: int
    left: int
    right: int
    top: int = 14
    bottom: int = 26


WIDE = Frame("wide", 760, 300, 66, 128)
NARROW = Frame("narrow", 372, 240, 58, 84)
"""For a telephone, and for one of many beside each other: the same letters, a shorter scale."""

STEPS = (1.0, 2.0, 2.5, 5.0, 10.0)
TICKS = 5
APART = 13.0
"""Pixels between the words of two lines that end near each other."""


@dataclass(frozen=True, slots=True)
class Plane:
    """A frame with its scales: the years, and values from `low` to `high` in steps of `step`."""

    frame: Frame
    years: tuple[int, ...]
    low: float
    high: float
    step: float
    unit: str

    @classmethod
    def of(cls, frame: Frame, years: Sequence[int], values: Iterable[float], unit: str) -> Plane:
        """A plane that holds all values and nothing itself: a fan cut off below looks wider than it is."""
        every = list(values)
        low, high = min(*every, 0.0), max(*every, 0.0)
        step = _step((high - low) or abs(high) or 1.0)
        first, last = floor(low / step) * step, -floor(-high / step) * step
        return cls(frame, tuple(years), first, last if last > first else first + step, step, unit)

    def x(self, year: float) -> float:
        """The place of a year, or of a moment in it."""
        frame = self.frame
        part = (year - self.years[0]) / max(self.years[-1] - self.years[0], 1)
        return frame.left + part * (frame.width - frame.left - frame.right)

    def y(self, value: float) -> float:
        """The place of a value."""
        frame = self.frame
        part = (value - self.low) / (self.high - self.low)
        return frame.height - frame.bottom - part * (frame.height - frame.bottom - frame.top)

    def grid(self) -> list[Markup]:
        """Lines of the values, their words at the left, years below."""
        return [*self.rules(), *self._dates()]

    def rules(self) -> list[Markup]:
        """Lines of the values with their words at the left."""
        frame, drawn = self.frame, []
        right = frame.width - frame.right
        count = round((self.high - self.low) / self.step)
        for at in range(count + 1):
            value = self.low + at * self.step
            y = self.y(value)
            look = "grid zero" if abs(value) < self.step / 1e6 else "grid"
            drawn.append(
                Markup('<line class="{}" x1="{}" x2="{}" y1="{:.1f}" y2="{:.1f}"/>').format(
                    look, frame.left, right, y, y
                )
            )
            drawn.append(
                Markup('<text class="tick" x="{}" y="{:.1f}" text-anchor="end">{}</text>').format(
                    frame.left - 6, y + 4, self.told(value)
                )
            )
        return drawn

    def _dates(self) -> Iterator[Markup]:
        frame = self.frame
        every = -(-len(self.years) // (6 if frame.width < 500 else 11))
        for at, year in enumerate(self.years):
            if at % every == 0:
                yield Markup('<text class="tick" x="{:.1f}" y="{}" text-anchor="middle">{}</text>').format(
                    self.x(year), frame.height - 8, year
                )

    def told(self, value: float) -> str:
        """A value on the scale, without the currency that the caption names."""
        if abs(value) < self.step / 1e6:
            return "0"
        words = value_words(value, self.unit)
        return words.removeprefix(f"{self.unit[:3]} ").removesuffix(f" {self.unit}")

    def path(self, places: Iterable[tuple[float, float]]) -> str:
        """Years and values as the points of a line."""
        return " ".join(f"{self.x(year):.1f},{self.y(value):.1f}" for year, value in places)


def _step(span: float) -> float:
    rough = span / TICKS
    scale = 10.0 ** floor(log10(rough))
    return next(one * scale for one in STEPS if one * scale >= rough * (1 - 1e-9))


def spread_apart(places: Sequence[float], apart: float = APART) -> list[float]:
    """The same places, moved down where two would cover each other; their order stays."""
    order = sorted(range(len(places)), key=lambda at: places[at])
    found = list(places)
    for before, at in pairwise(order):
        found[at] = max(found[at], found[before] + apart)
    return found
