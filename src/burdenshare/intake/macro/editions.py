"""Which edition a file is, and when it came out: what was asked, what its name says, what stands in it."""

from __future__ import annotations

import re
from calendar import month_name, monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from burdenshare.intake.macro.model import Edition
from burdenshare.intake.model import Asked, Given, refused
from burdenshare.record import Record

NAME = "the file's name"
ASKED = "the name given on import"
_MONTHS = {name.casefold()[:3]: number for number, name in enumerate(month_name) if name}
_ID = re.compile(r"(?:WEO-|WDI-)?(20\d\d)-(\d\d)", re.IGNORECASE | re.ASCII)
_WORDS = re.compile(r"([A-Za-z]{3,9})\.? (20\d\d)", re.ASCII)
_CITED = re.compile(r"World Economic Outlook(?: \(WEO\))? Database, ([A-Za-z]{3,9}) (20\d\d)", re.ASCII)
_SHEET = re.compile(r"([A-Za-z]{3,9}) (20\d\d) WEO", re.ASCII)
_FLOW = re.compile(r"WEO_(20\d\d)_([A-Za-z]{3})_VINTAGE", re.ASCII)
_FILE = re.compile(r"WEO(?:[ _-]?PUB)?[ _-]?([A-Za-z]{3,9})[ _-]?(20\d\d)", re.IGNORECASE | re.ASCII)
_FILE_ID = re.compile(r"W(?:EO|DI)[ _-]?(20\d\d)[ _-]([A-Za-z]{3,9}|\d\d)(?![A-Za-z0-9])", re.IGNORECASE | re.ASCII)
_DAY = re.compile(r"(20\d\d)-(\d\d)-(\d\d)(?:$|[T ])", re.ASCII)
_DAY_IN_NAME = re.compile(r"(?<!\d)(20\d\d)[_-](\d\d)[_-](\d\d)(?!\d)", re.ASCII)
REACH = 10
"""Years that an edition looks ahead at most; the Outlook looks ahead five."""


@dataclass(frozen=True, slots=True)
class Vintage:
    """An edition as the record keeps it: its id, its day and how that is known, and where the id was read."""

    id: str
    year: int
    month: int
    published: date
    known_from: str
    place: str


def month_of(word: str) -> int | None:
    """The number of a month by its name or the first letters of it."""
    number = _MONTHS.get(word.casefold()[:3])
    return number if number and month_name[number].casefold().startswith(word.casefold()) else None


def cited(told: str, place: str) -> Iterator[Edition]:
    """The edition that a note, a sheet's name or a data flow speaks of."""
    for pattern, turned in ((_CITED, False), (_SHEET, False), (_FLOW, True)):
        if found := pattern.search(told):
            word, year = (found[2], found[1]) if turned else (found[1], found[2])
            month = month_of(word)
            if month is not None:
                yield Edition(int(year), month, None, place)


def published(given: Given, told: str, place: str) -> Edition:
    """The edition by a day of publication (`2026-04-14T13:00:00Z`). Raises DeliveryError for another text."""
    found = day(told)
    if found is None:
        what = f"'{told[:40]}' is no day of publication"
        raise refused(given, what, place=place, remedy="fetch the file again")
    return Edition(found.year, found.month, found, place)


def day(told: str) -> date | None:
    """The day with which a text begins, as `2026-04-14` or with a time behind it; None for another text."""
    return _day(_DAY.match(told))


def named(given: Given) -> Edition | None:
    """The edition by the file's name: `WEOApr2020all.xls`, `WEO_PUB_APR2021.xml`, `WDI_2026-07.zip`."""
    if found := _FILE.search(given.name):
        month = month_of(found[1])
        if month is not None:
            return Edition(int(found[2]), month, None, NAME)
    if found := _FILE_ID.search(given.name):
        month = int(found[2]) if found[2].isdigit() else month_of(found[2])
        if month is not None and 1 <= month <= 12:
            return Edition(int(found[1]), month, None, NAME)
    return None


def day_in_name(given: Given) -> date | None:
    """A whole day in the file's name: `WDI_CSV_2025_07_02.zip`."""
    return _day(_DAY_IN_NAME.search(given.name))


def outlook(given: Given, asked: Asked, editions: Sequence[Edition], record: Record) -> Vintage:
    """The vintage of an Outlook. Raises DeliveryError where nothing says it, or two things say two."""
    said = _one(given, [*_asked(given, asked), *filter(None, [named(given)]), *editions])
    if said is None:
        what = "does not say which edition of the Outlook it is"
        raise refused(given, what, remedy="name it: --release 2026-10")
    name = f"WEO-{said.year}-{said.month:02d}"
    out, known_from = _outlook_day(asked, editions, name, said, record)
    if (out.year, out.month) < (said.year, said.month):
        what = f"{name} cannot have come out on {out.isoformat()}, before its month"
        raise refused(given, what, remedy="check --published and --release")
    return Vintage(name, said.year, said.month, out, known_from, said.place)


def indicators(given: Given, asked: Asked, days: Sequence[tuple[date, str]]) -> Vintage:
    """The vintage of an indicator table by its day; `days` are those the file says, each with how it says so."""
    if asked.published is not None:
        late = [out for out, _ in days if out > asked.published]
        if late:
            what = f"says it is of {late[0].isoformat()}, after the day that was named"
            raise refused(given, what, remedy="check --published")
        out, known_from = asked.published, "named on import"
    elif days:
        out, known_from = max(days)
    else:
        what = "does not say when it was last updated"
        raise refused(given, what, remedy="name the day: --published 2026-07-01")
    spoken = _one(given, _asked(given, asked))
    year, month = (spoken.year, spoken.month) if spoken else (out.year, out.month)
    return Vintage(f"WDI-{year}-{month:02d}", year, month, out, known_from, known_from)


def refuse_strange_years(given: Given, vintage: Vintage, first: int, last: int) -> None:
    """A file's years must lie about its edition. Raises DeliveryError."""
    if not first <= vintage.year <= last + REACH or last > vintage.year + REACH:
        what = f"{vintage.id} cannot hold the years {first} to {last}"
        raise refused(given, what, place=vintage.place, remedy="check which edition it is: --release 2026-10")


def _outlook_day(
    asked: Asked, editions: Sequence[Edition], name: str, said: Edition, record: Record
) -> tuple[date, str]:
    if asked.published is not None:
        return asked.published, "named on import"
    told = next((one.day for one in editions if one.day is not None), None)
    if told is not None:
        return told, "the file's own day of publication"
    held = next((one.released_on for one in record.releases("weo") if one.id == name and one.released_on), None)
    if held is not None:
        return held, "as the record has it for this release"
    last = date(said.year, said.month, monthrange(said.year, said.month)[1])
    return last, "upper bound: the last day of the month"


def _asked(given: Given, asked: Asked) -> Iterator[Edition]:
    if asked.release is None:
        return
    found = _ID.fullmatch(asked.release.strip())
    month: int | None
    if found is not None:
        year, month = int(found[1]), int(found[2])
    else:
        words = _WORDS.fullmatch(asked.release.strip())
        year, month = (int(words[2]), month_of(words[1])) if words else (0, None)
    if month is None or not 1 <= month <= 12:
        raise refused(given, f"'{asked.release}' is no release", remedy="name it as 2026-10")
    yield Edition(year, month, None, ASKED)


def _one(given: Given, said: Iterator[Edition] | Sequence[Edition]) -> Edition | None:
    """The edition all agree on, by the first that says it."""
    first: Edition | None = None
    for one in said:
        if first is None:
            first = one
        elif (one.year, one.month) != (first.year, first.month):
            what = f"is of {_told(first)} by {first.place}, of {_told(one)} by {one.place}"
            raise refused(given, what, remedy="give the file its publisher's name, and the release that it is")
    return first


def _told(one: Edition) -> str:
    return f"{month_name[one.month]} {one.year}"


def _day(found: re.Match[str] | None) -> date | None:
    if found is None:
        return None
    try:
        return date(int(found[1]), int(found[2]), int(found[3]))
    except ValueError:
        return None
