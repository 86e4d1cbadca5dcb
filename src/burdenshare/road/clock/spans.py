"""When what a statement fears may come: its words as a span of time (`rules.toml`)."""

from __future__ import annotations

from calendar import isleap
from dataclasses import dataclass
from datetime import date

from burdenshare.errors import InputError
from burdenshare.record.days import days_meant
from burdenshare.record.model import Horizon
from burdenshare.road.clock.model import Ceasefire, CountsFrom, OpenEnd, StatedHorizon

LONGEST = 10.0
"""Years to which "not before" reaches: nobody in the record speaks of more."""
LAST_YEAR = 1.0
"""Width in years of what is taken as late."""
WHOLE, HALF = 0.5, 0.25
"""What a single number of years leaves open on either side: half of the unit it is told in."""


@dataclass(frozen=True, slots=True)
class Span:
    """A uniform time from `low` to `high`, in years as decimals; `loose` years wide is the time from which it counts
    (any day of it alike), so that it ends at `high + loose` at the latest. `told` says how it was come by."""

    low: float
    high: float
    loose: float = 0.0
    told: str = ""

    @property
    def end(self) -> float:
        """The latest moment."""
        return self.high + self.loose

    def before(self, moment: float) -> float:
        """The part of it that lies before a moment, 0 to 1."""
        width, loose = self.high - self.low, self.loose
        if width < loose:  # the sum of two uniform times does not ask which of them is the wider
            width, loose = loose, width
        past = moment - self.low
        if width <= HOUR:
            return float(past > 0)
        if loose <= width * NEGLIGIBLE:
            return min(max(past / width, 0.0), 1.0)
        if not 0 < past < width + loose:  # far beyond the end the squares would swallow each other's digits
            return float(past > 0)
        area = _square(past) - _square(past - width) - _square(past - loose) + _square(past - width - loose)
        return min(max(area / (2 * width * loose), 0.0), 1.0)


NEGLIGIBLE = 1e-3
"""A part of a span this much smaller than the other moves nothing, and dividing by it would."""
HOUR = 1e-4
"""In years: a span no longer than that is one moment, for no statement is as precise."""


def _square(value: float) -> float:
    return max(value, 0.0) ** 2


def moment_of(day: date) -> float:
    """The beginning of a day in years as decimals: 1 July 2025 is 2025.4959."""
    whole = 366 if isleap(day.year) else 365
    return day.year + (day.timetuple().tm_yday - 1) / whole


def span_of(one: StatedHorizon, ceasefire: Ceasefire | None, open_end: OpenEnd) -> Span | None:
    """The span of a statement; None where it names none, or counts from a cease-fire and none is supposed.

    Raises InputError for one that ends before it begins.
    """
    first, last = _anchor(one, ceasefire) or (None, None)
    if first is None or last is None:
        return None
    said = one.said
    counted = _ends(said.low_years, said.high_years)
    named = _ends(said.low_year, said.high_year)
    if named is not None and (counted is None or _sides(named) >= _sides(counted)):
        found = _named(named, last, open_end)
    elif counted is not None:
        found = _counted(counted, first, last, open_end)
    else:
        return None
    if found.end <= found.low:
        raise InputError(
            "it ends before it begins: a distribution without mass", where=one.key, remedy="give a later end"
        )
    return found


def names_a_span(said: Horizon) -> bool:
    """Whether a statement names years at all."""
    return any(one is not None for one in (said.low_years, said.high_years, said.low_year, said.high_year))


Ends = tuple[float | None, float | None]


def _ends(low: float | None, high: float | None) -> Ends | None:
    return None if low is None and high is None else (low, high)


def _sides(ends: Ends) -> int:
    return sum(one is not None for one in ends)


def _anchor(one: StatedHorizon, ceasefire: Ceasefire | None) -> tuple[float, float] | None:
    """First and last moment from which the years may count."""
    if one.counts_from is CountsFrom.CEASE_FIRE:
        return None if ceasefire is None else (moment_of(ceasefire.first), moment_of(ceasefire.last))
    meant = days_meant(one.said.stated_on)
    return None if meant is None else (moment_of(meant[0]), moment_of(meant[1]))


def _counted(ends: Ends, first: float, last: float, open_end: OpenEnd) -> Span:
    low, high = ends
    loose = last - first
    if low is None and high is not None:
        begun = max(high - LAST_YEAR, 0.0) if open_end is OpenEnd.LATE else 0.0
        return Span(first + begun, first + high, loose, "up_to")
    assert low is not None
    if high is None:
        return Span(first + low, first + max(LONGEST, low + 1), loose, "at_least")
    if low == high:
        about = WHOLE if low == round(low) else HALF
        return Span(first + max(low - about, 0.0), first + low + about, loose, "one_number")
    return Span(first + low, first + high, loose, "two_ends")


def _named(ends: Ends, last: float, open_end: OpenEnd) -> Span:
    low, high = ends
    if low is None and high is not None:
        begun = max(last, high + 1 - LAST_YEAR) if open_end is OpenEnd.LATE else last
        return Span(begun, high + 1, told="up_to")
    assert low is not None
    if high is None:
        return Span(low, max(last + LONGEST, low + 1), told="at_least")
    return Span(low, high + 1, told="named_years" if low == high else "two_ends")
