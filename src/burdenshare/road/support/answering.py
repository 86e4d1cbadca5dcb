"""Which release answers, and by which of its rows: the newest of the day that holds what is asked, alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from burdenshare.errors import InputError, NotHeldError, UnknownNameError
from burdenshare.record.aid import PAGE
from burdenshare.record.model import Release
from burdenshare.record.record import Record
from burdenshare.road.support.books import Book, Definition, Kind, Rows, book, releases, year_periods
from burdenshare.road.support.months import Span


class Way(StrEnum):
    """By which rows a sum is told."""

    WHOLE = "whole"  # the release's own sum over the whole war, as printed
    YEARS = "years"  # the sum of its yearly rows
    MONTHS = "months"  # the sum of its monthly rows


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked: `since` and `until` are months (None: from the first, to the last), `release` names one alone."""

    definition: Definition = Definition.ALLOCATION
    kind: Kind = Kind.TOTAL
    since: str | None = None
    until: str | None = None
    release: str | None = None


@dataclass(frozen=True, slots=True)
class PassedOver:
    """A newer release that does not hold what is asked, and what it lacks."""

    release: Release
    why: str


@dataclass(frozen=True, slots=True)
class Answering:
    """The book that answers, the months it tells of, by which rows, and the newer releases that cannot."""

    book: Book
    span: Span
    way: Way
    passed: tuple[PassedOver, ...] = ()
    periods: tuple[str, ...] = ()

    @property
    def is_whole(self) -> bool:
        """Whether the months are all that the release counts."""
        return self.span == self.book.span

    def rows(self, donor: str) -> Rows:
        """The rows that a donor's sum is made of."""
        if self.way is Way.WHOLE:
            return self.book.whole.get(donor, ())
        if self.way is Way.YEARS:
            return tuple(one for period in self.periods for one in self.book.years[period].get(donor, ()))
        held = self.book.months.get(donor, {})
        return tuple(one for month, rows in held.items() if month in self.span for one in rows)

    def undated(self, donor: str) -> float:
        """Euro that the release counts for the donor over the war and books in no year or month of its rows; they may
        lie in any span. 0 where it prints no sum over the war, or where that sum itself is told."""
        if self.way is Way.WHOLE or donor not in self.book.whole:
            return 0.0
        sums = sum(one.value for one in self.book.whole[donor])
        if self.way is Way.YEARS:
            dated = sum(one.value for held in self.book.years.values() for one in held.get(donor, ()))
        else:
            dated = sum(self.book.by_month(donor).values())
        return max(0.0, sums - dated) if sums - dated > LEAST * abs(sums) else 0.0


LEAST = 1e-4
"""Part of a donor's sum below which a difference is rounding: tables were rounded to six digits."""


def answering(record: Record, asked: Asked, on: date) -> Answering:
    """The newest release out by the day that holds what is asked.

    Raises NotHeldError saying what each lacks, InputError for months before the first, UnknownNameError for a release
    there is not.
    """
    passed: list[PassedOver] = []
    for release in _candidates(record, asked, on):
        found = _in(book(record, release, asked.definition, asked.kind), asked)
        if not isinstance(found, str):
            return Answering(found.book, found.span, found.way, tuple(passed), found.periods)
        passed.append(PassedOver(release, found))
    what = f"{asked.kind} {asked.definition}s"
    cut = asked.since is not None or asked.until is not None
    when = f" from {asked.since or 'the first month'} to {asked.until or 'the last'}" if cut else ""
    lacks = "; ".join(f"release {one.release.id}: {one.why}" for one in passed) or "no table of the tracker was out"
    if passed and asked.definition is Definition.DISBURSEMENT and asked.kind is not Kind.FINANCIAL:
        lacks = "disbursements are held of financial aid alone"
    raise NotHeldError(
        f"no release known on {on.isoformat()} holds {what}{when} by donor: {lacks}",
        remedy="ask a later day, fewer months, another kind or definition",
    )


def _candidates(record: Record, asked: Asked, on: date) -> Iterator[Release]:
    held = releases(record, on)
    if asked.release is None:
        yield from held
        return
    known = {one.id: one for one in held}
    if asked.release not in known:
        every = [one.id for one in releases(record, record.edition) if PAGE not in one.id]
        if asked.release in every:
            raise NotHeldError(f"release {asked.release} was not out on {on.isoformat()}", where="release")
        raise UnknownNameError("release of the tracker", asked.release, every, where="release")
    yield known[asked.release]


def _in(held: Book, asked: Asked) -> Answering | str:
    """How a book answers, or what it lacks."""
    span = (
        Span(asked.since or held.span.first, min(asked.until or held.span.last, held.span.last))
        if ((asked.since or "") <= held.span.last)
        else None
    )
    if span is None or (asked.until is not None and asked.until > held.span.last):
        return f"it ends in {held.span.last}"
    if asked.since is not None and asked.since < held.span.first:
        raise InputError(f"{asked.since} lies before the war", where="since", remedy=f"give {held.span.first} or later")
    if span == held.span and held.whole:
        return Answering(held, span, Way.WHOLE)
    periods = year_periods(span, held.years)
    if periods is not None:
        return Answering(held, span, Way.YEARS, (), periods)
    if held.has_months():
        return Answering(held, span, Way.MONTHS)
    if held.months and held.whole:
        return "its months hold next to nothing of its own sums"
    return "it holds no months" if held.whole or held.years else "it holds none"
