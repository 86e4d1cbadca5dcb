"""Who rose and who fell: what each donor gave in two spans of equal length, both from one release."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from burdenshare.errors import InputError, NotHeldError
from burdenshare.record.aid_books import Book
from burdenshare.record.aid_counted import Way
from burdenshare.record.months import YEAR, Span, month_at, place
from burdenshare.record.record import Record
from burdenshare.road.support.answering import Answering, Asked, answering

USUAL = YEAR
"""Months of each span unless said: packages come by the year, so a shorter span tells of their calendar."""


class Course(StrEnum):
    """What became of a donor's aid."""

    ROSE = "rose"
    FELL = "fell"
    SAME = "same"
    BEGAN = "began"  # nothing booked before
    STOPPED = "stopped"  # something booked before, and nothing since
    NOTHING = "nothing"  # nothing booked in either


@dataclass(frozen=True, slots=True)
class Move:
    """A donor's (or group's) aid in the span before and in the span after, in euro."""

    donor: str
    before: float
    after: float

    @property
    def change(self) -> float:
        """How much more after than before."""
        return self.after - self.before

    @property
    def times(self) -> float | None:
        """How many times the first the second is; None over nothing."""
        return self.after / self.before if self.before > 0 else None

    @property
    def course(self) -> Course:
        """What became of it. A re-booking below nothing is nothing given."""
        before, after = self.before > 0, self.after > 0
        if not before:
            return Course.BEGAN if after else Course.NOTHING
        if not after:
            return Course.STOPPED
        return Course.SAME if self.after == self.before else Course.ROSE if self.change > 0 else Course.FELL


@dataclass(frozen=True, slots=True)
class Moves:
    """Two spans of equal length inside one release, and every donor's move, the largest rise first."""

    before: Span
    after: Span
    told: Answering
    donors: tuple[Move, ...]

    def total(self) -> Move:
        """All donors together."""
        return Move("ALL_DONORS", sum(one.before for one in self.donors), sum(one.after for one in self.donors))

    def of(self, members: Sequence[str], group: str) -> Move:
        """Several donors together."""
        inside = [one for one in self.donors if one.donor in members]
        return Move(group, sum(one.before for one in inside), sum(one.after for one in inside))


def moves(record: Record, asked: Asked, on: date, after: Span | None = None, before: Span | None = None) -> Moves:
    """Who rose and who fell from `before` to `after`: without them the newest twelve months that a release holds, and
    the twelve before. Raises InputError for spans of unequal length or that overlap, NotHeldError where no release
    holds the months of both."""
    if after is None:
        after = newest_months(record, asked, on, len(before) if before is not None else USUAL)
    earlier = after.before() if before is None else before
    _refuse(earlier, after)
    both = Asked(asked.definition, asked.kind, earlier.first, after.last, asked.release)
    told = _by_months(answering(record, both, on))
    every = [Move(donor, _in(told.book, donor, earlier), _in(told.book, donor, after)) for donor in told.book.donors()]
    return Moves(earlier, after, told, tuple(sorted(every, key=lambda one: (-one.change, one.donor))))


def newest_months(record: Record, asked: Asked, on: date, count: int) -> Span:
    """The last `count` months of the newest release that holds months. Raises NotHeldError, InputError."""
    for release in record.aid_releases(on):
        if asked.release in (None, release.id):
            held = record.aid_book(release, asked.definition, asked.kind)
            if held.has_months():
                return _last(held.span, count)
    raise NotHeldError(
        f"no release known on {on.isoformat()} holds {asked.kind} {asked.definition}s by month",
        remedy="ask a later day, another kind or definition",
    )


def _last(span: Span, count: int) -> Span:
    if not 1 <= count <= len(span):
        raise InputError(f"{count} months", where="pace", remedy=f"give 1 to {len(span)}: the release holds so many")
    return Span(month_at(place(span.last) - count + 1), span.last)


def _refuse(before: Span, after: Span) -> None:
    if len(before) != len(after):
        raise InputError(
            f"{before} has {len(before)} months, {after} has {len(after)}",
            where="against",
            remedy="give two spans of equal length",
        )
    if before.last >= after.first:
        raise InputError(f"{before} does not end before {after} begins", where="against", remedy="give an earlier span")


def _by_months(told: Answering) -> Answering:
    """The same by months, also where the two spans together are years or the whole."""
    if not told.book.has_months():
        raise NotHeldError(
            f"release {told.book.release.id} answers for the two spans together and holds no months of them",
            remedy="ask another kind or definition",
        )
    return Answering(told.book, told.span, Way.MONTHS, (), told.passed)


def _in(held: Book, donor: str, span: Span) -> float:
    return sum(value for month, value in held.by_month(donor).items() if month in span)
