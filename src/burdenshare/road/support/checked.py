"""What a check goes by where the release that is told was read on a secondary page: no verdict rests on such rows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from burdenshare.errors import NotHeldError
from burdenshare.record.aid_books import Book, Definition, Kind
from burdenshare.record.model import Grade, Observation
from burdenshare.record.record import Record
from burdenshare.road.support.answering import Answering, Asked, answering
from burdenshare.road.support.given import Given, given_by, placed, together
from burdenshare.road.support.ground import Ground


@dataclass(frozen=True, slots=True)
class Checked:
    """The release that a check of the same day goes by, and what it tells of the same donors and groups. `told` is None
    where every release that holds what is asked was read on a secondary page: a check then has nothing to go by.
    `shares` of GDP are as printed by the newest release that prints them: it may be an older one than `told`."""

    told: Answering | None
    given: Mapping[str, Given]
    shares: Mapping[str, Observation]


def is_secondary(book: Book) -> bool:
    """Whether all rows of a release were read on a secondary page: such rows never carry a verdict (semantics §3)."""
    held = [*book.whole.values(), *(rows for months in book.months.values() for rows in months.values())]
    held += [rows for years in book.years.values() for rows in years.values()]
    return {row.grade for rows in held for row in rows} == {Grade.SECONDARY}


def checked(
    record: Record, asked: Asked, told: Answering, groups: Mapping[str, Given], on: date, ground: Ground
) -> Checked | None:
    """What a check goes by where it is not what is told; None where it is the same."""
    if not is_secondary(told.book):
        return None
    what = (asked.definition, asked.kind)
    sure = [one for one in record.aid_releases(on) if not is_secondary(record.aid_book(one, *what))]
    ratios: dict[str, Observation] = {}
    if told.is_whole and what == (Definition.ALLOCATION, Kind.TOTAL):
        for release in reversed(sure):
            ratios |= record.aid_book(release, *what).ratios
    for release in sure:
        try:
            by = answering(record, Asked(*what, asked.since, asked.until, release.id), on)
        except NotHeldError:
            continue
        single = {one.donor: one for one in placed(given_by(by, one, ground) for one in by.book.donors())}
        made = {name: together(by, name, one.members, single, ground) for name, one in groups.items()}
        return Checked(by, single | made, ratios)
    return Checked(None, {}, ratios)
