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

    @property
    def base(self) -> int:
        """The base year: the own year of the newest release of the day."""
        return self.years[0]
