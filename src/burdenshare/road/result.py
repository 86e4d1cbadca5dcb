"""What comes out of the road: frozen values that a report shows and a program reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from burdenshare.road.course import Course
from burdenshare.road.fans import Fan
from burdenshare.road.model import Assumption, Scenario
from burdenshare.road.outlook import Economy
from burdenshare.road.starts import Starts


@dataclass(frozen=True, slots=True)
class AllyRoad:
    """One ally's road. `fans` by quantity (`told.ALLY`); `per_head` the extra spending for each inhabitant, in dollars
    of the base year; `equipment` what a target of the equipment share moves to equipment within baseline spending, in
    the same; `reached` the year in which the central run meets the target."""

    ally: str
    course: Course
    economy: Economy
    fans: Mapping[str, Fan]
    per_head: tuple[float, ...] | None
    equipment: tuple[float, ...] | None
    reached: int | None
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class GroupRoad:
    """A group's road: the sum of its members. `pooled` is the gap each year if the group were one ally, so that who
    stands above the target offsets who stands below; None where no one share is asked of all of them."""

    group: str
    members: tuple[str, ...]
    fans: Mapping[str, Fan]
    pooled: tuple[float, ...] | None


@dataclass(frozen=True, slots=True)
class Past:
    """The past errors that the intervals rest on: how many vintages know each horizon, and how far they erred on
    average over all allies (per cent a year), which centred draws leave out."""

    vintages: tuple[str, ...]
    counts: tuple[int, ...]
    mean_growth: tuple[float, ...]
    mean_prices: tuple[float, ...]
    without: tuple[int, ...]
    centred: bool


@dataclass(frozen=True, slots=True)
class Related:
    """The wider part of The Hague: what its share of GDP is in all, in dollars of the base year. The record holds
    nothing of what is spent on it today, so how much of it is new is not known."""

    share: float
    by: int
    money: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Met:
    """How likely a share of GDP is met: `chance` by ally, and `how_many[n]` that exactly n of them meet it, both as
    parts of one, of `futures` drawn from the forecast of shares."""

    value: float
    by: int
    chance: Mapping[str, float]
    how_many: tuple[float, ...]
    futures: int

    def expected(self) -> float:
        """How many allies are expected to meet it."""
        return sum(self.chance.values())

    def between(self, per_cent: int = 80) -> tuple[int, int]:
        """The fewest and the most that meet it in the middle `per_cent` of futures."""
        edge, total = (1 - per_cent / 100) / 2, 0.0
        ends: list[int] = []
        for at, part in enumerate(self.how_many):
            total += part
            if len(ends) == 0 and total > edge:
                ends.append(at)
            if total >= 1 - edge - 1e-9:
                return ends[0], at
        return ends[0] if ends else 0, len(self.how_many) - 1


@dataclass(frozen=True, slots=True)
class Road:
    """A scenario on the road, as known on a day. Money is at prices and exchange rates of the base year unless a
    quantity says else. `without` names allies that the record holds no data of."""

    scenario: Scenario
    on: date
    years: tuple[int, ...]
    starts: Starts
    allies: Mapping[str, AllyRoad]
    groups: Mapping[str, GroupRoad]
    burden: Mapping[str, Fan]
    related: Related | None
    assumptions: Mapping[str, Assumption]
    without: tuple[str, ...]
    draws: int
    seed: int
    past: Past | None
    notes: tuple[str, ...]
    met: tuple[Met, ...] = ()

    @property
    def base(self) -> int:
        """The base year: the own year of the newest release of the day."""
        return self.years[0]
