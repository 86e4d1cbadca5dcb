"""The values of the road: targets, assumptions and scenarios, before anything is computed from them."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum


class Shape(StrEnum):
    """How a path goes from where it starts to its target."""

    LINEAR = "linear"  # the same step every year
    FRONT = "front"  # the larger steps first
    BACK = "back"  # the larger steps last
    STEP = "step"  # nothing until the target's year
    CUSTOM = "custom"  # through the points given, in straight lines


class Baseline(StrEnum):
    """What an ally would spend without the target."""

    SHARE = "share"  # the newest share of GDP known on the day is held
    REAL = "real"  # the newest spending known on the day buys the same every year
    PLANS = "plans"  # the ally's own commitments as stated on the day


class Measure(StrEnum):
    """What a target is set for; the ids are the record's."""

    SHARE = "share_of_gdp"  # per cent
    MONEY = "expenditure"  # a sum a year, in the unit given
    GROWTH = "expenditure_growth"  # per cent a year, in real terms
    EQUIPMENT = "equipment_share"  # per cent of expenditure
    RELATED = "related_share"  # the wider part of The Hague: per cent of GDP that is no defence expenditure


UNITS: dict[Measure, tuple[str, ...]] = {
    Measure.SHARE: ("%",),
    Measure.MONEY: ("USD", "constant USD", "NCU"),
    Measure.GROWTH: ("%",),
    Measure.EQUIPMENT: ("%",),
    Measure.RELATED: ("%",),
}
"""Units a target may have, the usual one first. `constant USD`: prices and rates of the base year."""


@dataclass(frozen=True, slots=True)
class Target:
    """What is to be reached, by whom and when. A target is a floor unless `exact`: who stands above it stays there.

    `value` is in `unit`; `points` (year and value) are the stations of a custom path; `since` is the first year that
    may differ from the baseline, None for the first after the base year.
    """

    measure: Measure
    value: float
    unit: str
    by: int
    allies: tuple[str, ...] = ("NATO",)
    shape: Shape = Shape.LINEAR
    points: tuple[tuple[int, float], ...] = ()
    since: int | None = None
    exact: bool = False
    reference: str = ""


@dataclass(frozen=True, slots=True)
class Spread:
    """A value that is not known exactly: the lowest and highest held reasonable, and the one to plan with."""

    low: float
    central: float
    high: float


@dataclass(frozen=True, slots=True)
class Assumption:
    """One number the road needs and no statistic gives. `values` are dated: each holds from its year on."""

    key: str
    unit: str
    values: tuple[tuple[int, Spread], ...]
    reference: str
    reason: str = ""

    def at(self, year: int) -> Spread:
        """The spread in force in a year; the first one also before it."""
        held = [spread for since, spread in self.values if since <= year]
        return held[-1] if held else self.values[0][1]


@dataclass(frozen=True, slots=True)
class Backfill:
    """`ally` lowers its spending by `fraction` of `part` (a part of its expenditure) in even steps until `by`;
    `allies` raise theirs by the same sum, in proportion to `key` (`gdp` or `expenditure`)."""

    ally: str
    fraction: float
    part: float
    by: int
    allies: tuple[str, ...]
    key: str
    reference: str
    since: int | None = None


@dataclass(frozen=True, slots=True)
class Scenario:
    """A baseline, what is to be reached, and under which assumptions."""

    name: str
    title: str
    baseline: Baseline = Baseline.SHARE
    targets: tuple[Target, ...] = ()
    backfills: tuple[Backfill, ...] = ()
    assumptions: tuple[Assumption, ...] = ()
    follow_plans: bool = False  # each ally's own plan, as stated on the day, is asked of it
    delay: bool = False  # spending that rises faster than can be absorbed is delayed, not only remarked on
    reference: str = ""
    source: str = field(default="", compare=False)

    def last_year(self) -> int:
        """The last year anything is asked for; 0 for a scenario that asks nothing."""
        return max([one.by for one in self.targets] + [one.by for one in self.backfills], default=0)
