"""Europe against the United States: by sums of one release, and by the tracker's own sums of its dated pages."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from burdenshare.record.aid import MEASURE, PAGE
from burdenshare.record.aid_books import EURO, Book, Definition, Kind, months_of
from burdenshare.record.aid_counted import Counted, Way
from burdenshare.record.donors import EUROPE, UNITED_STATES, donors
from burdenshare.record.model import Observation
from burdenshare.record.record import Record
from burdenshare.road.support.answering import Answering
from burdenshare.road.support.given import Given

SIDES = (EUROPE, "EUROPEAN_STATES", "EU_MEMBERS+EU_INST", "EU_MEMBERS", "EUR")
"""What is called Europe, the tracker's own sum first; the last is NATO's European allies, without the institutions and
with Türkiye."""


@dataclass(frozen=True, slots=True)
class Side:
    """One Europe beside the United States, in euro, and how many times theirs it is; None over nothing."""

    group: str
    europe: float
    america: float
    times: float | None


@dataclass(frozen=True, slots=True)
class Printed:
    """The tracker's own Europe, printed on a dated page, with the United States of the same page where it has it.

    `summed` is what the newest release that holds months books today for the same months and kind, `by` that release,
    up to `summed_high` with what it counts and does not date. The difference is what was re-counted since and how the
    sum was defined: nothing is mended with it.
    """

    europe: Observation
    america: Observation | None
    summed: float | None
    summed_high: float | None
    by: str

    @property
    def apart(self) -> float | None:
        """How much more (or less) the sum is than the printed row, in euro."""
        return None if self.summed is None else self.summed - self.europe.value


def sides(told: Answering, groups: Mapping[str, Given], america: Given | None) -> tuple[Side, ...]:
    """Every Europe of the release that answers; empty where it holds no United States."""
    if america is None:
        return ()
    found = []
    for group in SIDES:
        own = groups.get(group)
        if own is not None and own.members:
            times = own.value / america.value if america.value > 0 else None
            found.append(Side(group, own.value, america.value, times))
    return tuple(found)


def printed(record: Record, definition: Definition, kind: Kind, on: date) -> tuple[Printed, ...]:
    """The printed rows of Europe out by the day, newest first, each beside the sum of the months that are held now."""
    rows = pages(record, definition, kind, on)
    by_months = _with_months(record, definition, kind, on)
    return tuple(
        Printed(one, _beside(one, rows), *_summed(by_months, str(one.period))) for one in rows if one.entity == EUROPE
    )


def pages(record: Record, definition: Definition, kind: Kind, on: date) -> tuple[Observation, ...]:
    """Single figures of the tracker's pages out by the day, newest first; undated ones only for *now*."""
    held = record.observations(MEASURE, basis=f"{definition}/{kind}", as_of=on)
    return tuple(one for one in held if PAGE in one.release and one.unit == EURO)


def _beside(one: Observation, rows: tuple[Observation, ...]) -> Observation | None:
    same = (one.release, one.period, one.basis)
    return next(
        (row for row in rows if row.entity == UNITED_STATES and (row.release, row.period, row.basis) == same), None
    )


def _with_months(record: Record, definition: Definition, kind: Kind, on: date) -> Book | None:
    held = (record.aid_book(one, definition, kind) for one in record.aid_releases(on))
    return next((one for one in held if one.has_months()), None)


def _summed(held: Book | None, period: str) -> tuple[float | None, float | None, str]:
    if held is None:
        return None, None, ""
    span = months_of(period)
    if span.last > held.span.last:
        return None, None, held.release.id
    told = Counted(held, span, Way.MONTHS)
    inside = donors().groups[EUROPE].of(held.donors())
    summed = sum(row.value for one in inside for row in told.rows(one))
    return summed, summed + sum(told.undated(one) for one in inside), held.release.id
