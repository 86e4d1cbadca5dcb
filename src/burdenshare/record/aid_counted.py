"""By which of its rows a release of the tracker tells of some months: its own sums, its years, or its months."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from burdenshare.record.aid_books import Book, Rows, year_periods
from burdenshare.record.months import Span

LEAST = 1e-4
"""Part of a donor's sum below which a difference is rounding: tables were rounded to six digits."""


class Way(StrEnum):
    """By which rows a sum is told."""

    WHOLE = "whole"  # the release's own sum over the whole war, as printed
    YEARS = "years"  # the sum of its yearly rows
    MONTHS = "months"  # the sum of its monthly rows


@dataclass(frozen=True, slots=True)
class Counted:
    """A book, the months it is asked of, and by which rows it tells them."""

    book: Book
    span: Span
    way: Way
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
        return sums - dated if sums - dated > LEAST * abs(sums) else 0.0


def counted(held: Book, since: str | None = None, until: str | None = None) -> Counted | str:
    """How a book tells the months from `since` to `until` (None: from its first, to its last), or what it lacks."""
    first, last = since or held.span.first, until or held.span.last
    if first > held.span.last or last > held.span.last:
        return f"it ends in {held.span.last}"
    if first < held.span.first:
        return f"it begins in {held.span.first}"
    span = Span(first, last)
    if span == held.span and held.whole:
        return Counted(held, span, Way.WHOLE)
    periods = year_periods(span, held.years)
    if periods is not None:
        return Counted(held, span, Way.YEARS, periods)
    if held.has_months():
        return Counted(held, span, Way.MONTHS)
    if held.months and held.whole:
        return "its months hold next to nothing of its own sums"
    return "it holds no months" if held.whole or held.years else "it holds none"
