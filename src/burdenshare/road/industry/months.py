"""Time of the industry: decimal years, months counted from a beginning, and what the words of a row say of time."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from burdenshare.record.days import days_meant
from burdenshare.record.model import Observation
from burdenshare.road.industry.items import said

YEAR = 12


def at(day: date) -> float:
    """A day as a decimal year of equal months: the end of June 2031 is 2031.5."""
    return day.year + (day.month - 1 + day.day / monthrange(day.year, day.month)[1]) / YEAR


@dataclass(frozen=True, slots=True)
class Months:
    """`count` months from the beginning of month `first` (1 to 12) of `year`."""

    year: int
    first: int
    count: int

    @classmethod
    def after(cls, day: date, until: int) -> Months:
        """The months from the one after a day to the end of a year."""
        year, first = (day.year, day.month + 1) if day.month < YEAR else (day.year + 1, 1)
        return cls(year, first, max((until - year) * YEAR + YEAR - first + 1, 0))

    def begin(self) -> float:
        """The beginning as a decimal year."""
        return self.year + (self.first - 1) / YEAR

    def ends(self) -> tuple[float, ...]:
        """The end of each month as a decimal year."""
        return tuple(self.year + (self.first + each) / YEAR for each in range(self.count))

    def years(self) -> tuple[int, ...]:
        """The calendar year of each month."""
        return tuple(self.year + (self.first - 1 + each) // YEAR for each in range(self.count))

    def named(self) -> tuple[str, ...]:
        """Each month as `2031-06`."""
        places = range(self.first - 1, self.first - 1 + self.count)
        return tuple(f"{self.year + place // YEAR}-{place % YEAR + 1:02d}" for place in places)


def named(moment: float) -> str:
    """The month that ends at a decimal year, as `2031-06`."""
    whole = round(moment * YEAR) - 1
    return f"{whole // YEAR}-{whole % YEAR + 1:02d}"


def period_of(one: Observation) -> tuple[date, date] | None:
    """First and last day that a row's period means; None where it names none."""
    text = str(one.period)
    return days_meant(said().get(text, text))


def middle(one: Observation) -> float | None:
    """The middle of a row's period as a decimal year."""
    days = period_of(one)
    return None if days is None else (at(days[0]) + at(days[1])) / 2


def end(one: Observation) -> float | None:
    """The end of a row's period as a decimal year."""
    days = period_of(one)
    return None if days is None else at(days[1])


def stated(one: Observation) -> date | None:
    """The day by which a row's figure was told: the one its own words name, else that of the page."""
    for words, means in said().items():
        if words in one.release and (days := days_meant(means)) is not None:
            return days[1]
    return one.released_on
