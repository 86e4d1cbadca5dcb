"""Months and spans of months: aid is booked by the month."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

from burdenshare.errors import InputError

YEAR = 12
"""Months of a year."""
_WRITTEN = re.compile(r"(?P<year>20\d\d)(?:-(?P<month>0[1-9]|1[0-2]))?")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Months from `first` to `last`, both in it, written as `2025-05`."""

    first: str
    last: str

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InputError(f"{self.first} to {self.last}", where="until", remedy="give a last month after the first")

    def __len__(self) -> int:
        """How many months it has."""
        return place(self.last) - place(self.first) + 1

    def __contains__(self, month: str) -> bool:
        """Whether a month lies in it."""
        return self.first <= month <= self.last

    def __str__(self) -> str:
        return f"{self.first}/{self.last}"

    def months(self) -> tuple[str, ...]:
        """Its months, in order."""
        return tuple(month_at(at) for at in range(place(self.first), place(self.last) + 1))

    def before(self) -> Span:
        """The span of as many months that ends before it begins."""
        return Span(month_at(place(self.first) - len(self)), month_at(place(self.first) - 1))

    def years(self) -> tuple[int, ...] | None:
        """The calendar years it is made of; None where it begins or ends within one."""
        if not (self.first.endswith("-01") and self.last.endswith("-12")):
            return None
        return tuple(range(int(self.first[:4]), int(self.last[:4]) + 1))

    def in_year(self, year: int) -> int:
        """How many of its months lie in a year."""
        first, last = max(place(self.first), YEAR * year), min(place(self.last), YEAR * year + YEAR - 1)
        return max(0, last - first + 1)


def place(month: str) -> int:
    """A month as a number, one more for each month."""
    return YEAR * int(month[:4]) + int(month[5:]) - 1


def month_at(number: int) -> str:
    """The month of a number."""
    return f"{number // YEAR:04d}-{number % YEAR + 1:02d}"


def month_ends(day: date, count: int) -> tuple[str, ...]:
    """The last days of the `count` whole months before a day, the newest first: `2025-05-31`, `2025-04-30`."""
    months = (month_at(YEAR * day.year + day.month - 1 - back) for back in range(1, count + 1))
    return tuple(f"{one}-{monthrange(int(one[:4]), int(one[5:]))[1]:02d}" for one in months)


def month_of(text: str, where: str, *, last: bool = False) -> str:
    """A month as people write it: `2025-05`, or a year, which means its first month (or its `last`).

    Raises InputError naming `where`.
    """
    found = _WRITTEN.fullmatch(text.strip())
    if found is None:
        raise InputError(f"'{text.strip()[:40]}' is no month", where=where, remedy="write 2025-05, or a year")
    return f"{found['year']}-{found['month'] or ('12' if last else '01')}"


def span_in(text: str, where: str) -> Span:
    """A span as people write it: `2025-05/2026-04`, `2024/2025`, or a month or year alone. Raises InputError."""
    first, cut, last = text.partition("/")
    begun, ended = month_of(first, where), month_of(last if cut else first, where, last=True)
    if ended < begun:
        raise InputError(f"{text.strip()} ends before it begins", where=where, remedy="write 2025-05/2026-04")
    return Span(begun, ended)
