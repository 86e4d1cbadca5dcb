"""What a scenario of support costs: the values that a report shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from burdenshare.errors import InputError
from burdenshare.record.aid_books import Book
from burdenshare.record.model import Observation
from burdenshare.record.months import Span
from burdenshare.road.support.ground import Ground
from burdenshare.road.support.model import SupportScenario
from burdenshare.road.support.orders import Orders

NOTHING = 1.0
"""Euro a year below which nothing moves."""

Row = tuple[float | None, ...]
"""One value a year; None where it is not known."""


@dataclass(frozen=True, slots=True)
class Cost:
    """What a scenario asks of a donor or of several together: euro, one value a year of the course.

    `pace` is what is given a year at present, from `pace_low` to `pace_high` over every other span as long; None where
    no row tells it, which is not nothing. `asked` is what is given under the scenario, `extra` how much more that is
    than the pace; `low`..`high` is the same had the pace been that of any other span (of a donor without a row: from
    nothing to all of it). `dollars` is `extra` at the rate of the year, `share` what is asked over GDP of the year,
    `pace_share` the pace over GDP of the span. Of a sum, `members` are summed up, `unknown` have a pace that no row
    tells, `lacking` a price that no GDP tells: both are left out of `extra`, the first are in `high`.
    """

    donor: str
    pace: float | None
    pace_low: float | None
    pace_high: float | None
    asked: Row
    extra: Row
    low: Row
    high: Row
    dollars: Row
    share: Row
    pace_share: float | None = None
    rows: tuple[Observation, ...] = ()
    members: tuple[str, ...] = ()
    unknown: tuple[str, ...] = ()
    lacking: tuple[str, ...] = ()

    @property
    def moves(self) -> bool:
        """Whether the scenario changes what is given, or may."""
        return any(one is None or abs(one) > NOTHING for one in self.extra)


@dataclass(frozen=True, slots=True)
class PricedSupport:
    """A scenario with what it costs, as known on a day.

    `book` is the release that the pace is from, `pace` the span, `windows` how many spans as long it holds. `costs` are
    those of donors, `groups` of sums; `shown` the ids asked for. `unknown` are donors concerned without a row,
    `lacking` those whose GDP is not held.
    """

    on: date
    scenario: SupportScenario
    book: Book
    pace: Span
    windows: int
    years: tuple[int, ...]
    orders: Orders
    replaced: Mapping[str, float]
    costs: Mapping[str, Cost]
    groups: Mapping[str, Cost]
    shown: tuple[str, ...]
    ground: Ground
    unknown: tuple[str, ...]
    lacking: tuple[str, ...]

    @property
    def year(self) -> int:
        """The first year in which all is asked from January on: the one that a price is told of at the head."""
        starts = self.scenario.starts()
        first = int(starts[-1][:4]) + (not starts[-1].endswith("-01")) if starts else self.years[0]
        return min(first, self.years[-1])

    @property
    def at(self) -> int:
        """The place of that year."""
        return self.years.index(self.year)

    def cost(self, entity: str) -> Cost:
        """The cost of a donor or group. Raises InputError for one that is not told."""
        found = self.groups.get(entity) or self.costs.get(entity)
        if found is None:
            raise InputError(f"{entity} is not in it", where="donor", remedy="name a donor or group that it concerns")
        return found

    def moved(self) -> tuple[Cost, ...]:
        """Donors whose giving the scenario changes, or may: the dearest first, then those without a price."""
        every = [one for one in self.costs.values() if one.moves]
        return tuple(sorted(every, key=lambda one: (one.extra[self.at] is None, -(one.extra[self.at] or 0.0))))
