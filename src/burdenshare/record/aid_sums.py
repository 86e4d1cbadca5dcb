"""Aid that a release books and prints no sum of: of a year or the whole war by months, of Europe by donors."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass

from burdenshare.record.aid_books import EURO, PARTS, Book, Books, Definition, Kind, is_table
from burdenshare.record.aid_counted import Counted, counted
from burdenshare.record.donors import donors
from burdenshare.record.model import Observation, Period, Release
from burdenshare.record.months import Span

_MONTHS = re.compile(r"(20\d\d-(?:0[1-9]|1[0-2]))(?:/(20\d\d-(?:0[1-9]|1[0-2])))?")
_WAR = re.compile(r"2022-01-24/(20\d\d-(?:0[1-9]|1[0-2]))-(\d\d)")
"""The tracker's own periods: a month, some months, and from the day some forces were put on alert."""
BEGUN = "2022-01-24"


@dataclass(frozen=True, slots=True)
class Booked:
    """Rows that add up to what is asked; `undated` euro may lie in the same months too."""

    rows: tuple[Observation, ...]
    formula: str
    undated: float


def booked(books: Books, release: Release, donor: str, basis: str, unit: str, period: Period) -> Booked | None:
    """What a release books of a donor, or of a group as the tracker sums it, in a period; None where it does not tell
    of all of it, or has no row: no row is no aid booked, which is not the same as a nought that was reported."""
    told = _told(books, release, basis, period) if unit == EURO else None
    if told is None:
        return None
    group = donors().groups.get(donor)
    members = (donor,) if group is None else group.of(told.book.donors())
    rows = tuple(row for member in members for row in told.rows(member))
    if not rows:
        return None
    what = "one row" if len(rows) == 1 else f"sum of {len(rows)} rows"
    return Booked(rows, f"{what}, {told.way}", sum(told.undated(member) for member in members))


def spans(books: Books, releases: tuple[Release, ...], donor: str) -> Iterator[Period]:
    """The spans of the whole war that releases can be asked of a donor or group, in the order of the releases."""
    for release in releases:
        held = books.of(release, Definition.ALLOCATION, Kind.TOTAL) if is_table(release) else None
        if held is not None and (donor in donors().groups or donor in held.donors()):
            yield _war(held)


def _war(held: Book) -> str:
    """The period of a release's own sums; of one that prints none, from the same day to the end of its last month."""
    year, month = (int(one) for one in held.span.last.split("-"))
    return held.period or f"{BEGUN}/{held.span.last}-{monthrange(year, month)[1]:02d}"


def _told(books: Books, release: Release, basis: str, period: Period) -> Counted | None:
    definition, _, kind = basis.partition("/")
    if definition not in list(Definition) or kind not in (Kind.TOTAL, *PARTS) or not is_table(release):
        return None
    held = books.of(release, Definition(definition), Kind(kind))
    span = _months(held, period) if held is not None else None
    if held is None or span is None:
        return None
    found = counted(held, span.first, span.last)
    return None if isinstance(found, str) else found


def _months(held: Book, period: Period) -> Span | None:
    """The months that a period means; the whole war only as far as the release counts."""
    if isinstance(period, int):
        return Span(f"{period}-01", f"{period}-12") if held.span.first[:4] <= str(period) else None
    if period == _war(held):
        return held.span
    if found := _WAR.fullmatch(period):
        whole = monthrange(int(found[1][:4]), int(found[1][5:]))[1] == int(found[2])
        return Span(held.span.first, found[1]) if whole and held.span.first <= found[1] else None
    if found := _MONTHS.fullmatch(period):
        first, last = found[1], found[2] or found[1]
        return Span(first, last) if first <= last else None
    return None
