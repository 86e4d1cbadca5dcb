"""Which release a file is, and of which day: as asked, else as its name or its first page says, else refused."""

from __future__ import annotations

import re
from calendar import month_name
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from burdenshare.intake.model import Asked, DeliveryError, Given, Row, refused
from burdenshare.intake.nato.labels import declared
from burdenshare.intake.nato.tables import Gathered
from burdenshare.record import Record
from burdenshare.record.record import CORE, WHOLE
from burdenshare.record.releases import NATO

EXAMPLE = "name it with --release 2026-12 --published 2026-12-03"
HELD = "the record's own day of this release"

_ID = re.compile(r"(\d{4})-(0[1-9]|1[0-2])")
_IN_NAME = (
    re.compile(r"(?<!\d)(?P<year>\d\d)(?P<month>\d\d)(?P<day>\d\d)[-_ ]*def-?exp", re.IGNORECASE),
    re.compile(r"(?<!\d)(?P<year>20\d\d)(?P<month>\d\d)(?P<day>\d\d)[-_ ]*(?:def-?exp|PR)", re.IGNORECASE),
)
_DAY = re.compile(r"(?P<day>\d{1,2})(?:st|nd|rd|th|er)? (?P<month>[^\W\d_]+),? (?P<year>20\d\d)")
_NUMBER = re.compile(r"\(\d{4}\)\s*\d+|[/\d().:,–—-]+")


@dataclass(frozen=True, slots=True)
class Dated:
    """A release's id, its day, and how the day is known."""

    release: str
    published: date
    known_from: str


def dated(
    given: Given, asked: Asked, record: Record, first_page: Iterable[str] = (), made_on: date | None = None
) -> Dated:
    """Release and day of a file. `first_page`: its lines; `made_on`: the day the file was made, which need not be the
    day it came out and is only offered. Raises DeliveryError where nothing says it, or two things contradict."""
    release = _asked_release(given, asked)
    published, known_from = _told(given, asked, first_page)
    if published is None and release:
        published, known_from = _held(record, release), HELD
    if published is None:
        offered = f"name its day, such as --published {made_on}: the file was made then" if made_on else EXAMPLE
        raise refused(given, "nothing says on which day this release came out", remedy=offered)
    release = release or f"{published:%Y-%m}"
    if release != f"{published:%Y-%m}":
        what = f"release {release} cannot have come out on {published}"
        raise refused(given, what, remedy=f"a release is named by its month: --release {published:%Y-%m}")
    held = _held(record, release)
    if asked.published is None and held is not None and held != published:
        published, known_from = held, f"{HELD}; {published} {known_from}"  # its rows must share one day
    return Dated(release, published, known_from)


def _asked_release(given: Given, asked: Asked) -> str:
    if asked.release is None:
        return ""
    if _ID.fullmatch(asked.release) is None:
        raise refused(given, f"'{asked.release}' is no release of NATO's", remedy=EXAMPLE)
    return asked.release


def _told(given: Given, asked: Asked, first_page: Iterable[str]) -> tuple[date | None, str]:
    if asked.published is not None:
        return asked.published, "named on import"
    named = day_in_name(given.name)
    if named is not None:
        return named, "in the file's name"
    days = {day for line in first_page if (day := day_alone(line)) is not None}
    return (days.pop(), "on the title page") if len(days) == 1 else (None, "")


def _held(record: Record, release: str) -> date | None:
    """The day under which the record already holds a release of NATO's."""
    return next((one.released_on for one in record.releases(NATO) if one.id == release), None)


def day_in_name(name: str) -> date | None:
    """17 June 2024 of `240617-def-exp-2024-TABLES-en.xlsx` and 25 June 2019 of `20190625_PR2019-069-EN.pdf`."""
    for pattern in _IN_NAME:
        found = pattern.search(name)
        if found:
            try:
                return date(int(found["year"]) % 100 + 2000, int(found["month"]), int(found["day"]))
            except ValueError:
                return None
    return None


def day_alone(line: str) -> date | None:
    """The day that a line of the first page tells, alone or beside the number of a press release; a day in a sentence
    (`The cut-off date for information used in this report was 12 June 2024`) is none."""
    text = " ".join(line.casefold().split())
    days = [day for found in _DAY.finditer(text) if (day := _day(found)) is not None]
    rest = _NUMBER.sub(" ", _DAY.sub(" ", text))
    for words in sorted(declared().day["beside"], key=len, reverse=True):
        rest = re.sub(rf"\b{re.escape(words)}\b", " ", rest)
    return days[0] if len(set(days)) == 1 and not rest.strip() else None


def _day(found: re.Match[str]) -> date | None:
    for names in (declared().day["months"], declared().day["mois"]):
        if found["month"] in names:
            try:
                return date(int(found["year"]), names.index(found["month"]) + 1, int(found["day"]))
            except ValueError:
                return None
    return None


def fits(given: Given, told: Dated, gathered: Gathered) -> DeliveryError | None:
    """The error where the newest year of the tables is neither the year of the release nor the one before."""
    if told.published.year - gathered.newest in (0, 1):
        return None
    newest = next(one for one in gathered.cells if one.year == gathered.newest)
    what = f"its newest year is {gathered.newest}, which is no release of {told.published}"
    return refused(given, what, place=newest.place, remedy=EXAMPLE)


def release_row(told: Dated, gathered: Gathered, record: Record) -> Row:
    """The row of `nato/releases.csv`."""
    definition = CORE if gathered.core else WHOLE
    return {
        "release": told.release,
        "publisher": NATO,
        "released_on": told.published.isoformat(),
        "title": _title(told, gathered, record, definition),
        "own_year": str(gathered.newest),
        "definition": definition,
        "date_known_from": told.known_from,
    }


def _title(told: Dated, gathered: Gathered, record: Record, definition: str) -> str:
    held = [one for one in record.releases(NATO) if one.id == told.release and one.definition == definition]
    if held:
        return held[0].title
    core = "Core " if gathered.core else ""
    behind = f"; figures to {gathered.newest}" if gathered.newest < told.published.year else ""
    month = f"{month_name[told.published.month]} {told.published.year}"
    return f"{core}Defence Expenditure of NATO Countries ({month}{behind})"
