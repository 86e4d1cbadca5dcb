"""What a chart of a road shows, before anything is drawn: fans of one quantity, parts of a whole, levers of a price."""

from __future__ import annotations

from dataclasses import dataclass

from burdenshare.report.charts.model import Asked, Level

Rows = tuple[tuple[float, ...], ...]


@dataclass(frozen=True, slots=True)
class Series:
    """One quantity year by year: the central run, and the quantiles of the draws (a row a year, columns as
    `road.fans.RANKS`); None without draws, or where no draw differs from another."""

    name: str
    central: tuple[float, ...]
    quantiles: Rows | None

    def median(self, at: int) -> float:
        """The median of the draws in the year at a place, or the central value."""
        return self.central[at] if self.quantiles is None else self.quantiles[at][3]

    def ends(self, per_cent: int, at: int) -> tuple[float, float] | None:
        """The ends of an interval of 50, 80 or 95 % in the year at a place; None without draws."""
        if self.quantiles is None:
            return None
        inner = {95: 0, 80: 1, 50: 2}[per_cent]
        row = self.quantiles[at]
        return row[inner], row[-1 - inner]


@dataclass(frozen=True, slots=True)
class Ran:
    """Which run a chart is of: the scenario's title, that of the one it is held against (or none), how many draws."""

    scenario: str
    against: str
    draws: int
    economy: str


@dataclass(frozen=True, slots=True)
class RoadFan:
    """One quantity of an ally or group over the years. `other` is the same under the scenario compared, `without` is
    what is spent without the target, `levels` are shares to hold it against."""

    asked: Asked
    ran: Ran
    quantity: str
    years: tuple[int, ...]
    one: Series
    other: Series | None = None
    without: tuple[float, ...] | None = None
    levels: tuple[Level, ...] = ()


@dataclass(frozen=True, slots=True)
class RoadParts:
    """Which part of all allies' spending each part of the alliance carries, year by year, in per cent."""

    asked: Asked
    ran: Ran
    years: tuple[int, ...]
    parts: tuple[Series, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One assumption taken to both its ends: its name, what it was set to, and the answers."""

    name: str
    low_value: str
    high_value: str
    low: float
    high: float

    @property
    def swing(self) -> float:
        """How far apart the two ends take the answer."""
        return abs(self.high - self.low)


@dataclass(frozen=True, slots=True)
class RoadLevers:
    """Which assumption moves the answer most, the largest swing first; `still` names those that move nothing."""

    asked: Asked
    ran: Ran
    central: float
    bars: tuple[Bar, ...]
    still: tuple[str, ...] = ()


RoadPlot = RoadFan | RoadParts | RoadLevers
"""Anything of a road that can be drawn."""
