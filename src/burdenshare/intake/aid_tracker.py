"""The aid tracker's workbook: printed totals by donor and kind, and the months that its main data prove.

Totals come from the summary by country alone. A donor's share in what the EU institutions give stands in units of its
own, and is never added to the rows of the institutions: nothing is counted twice (semantics §3).
"""

from __future__ import annotations

import re
import zipfile
import zlib
from calendar import monthrange
from collections.abc import Sequence
from datetime import date
from io import BytesIO

from burdenshare.intake.aid import cover
from burdenshare.intake.aid.layout import layout
from burdenshare.intake.aid.model import BILLION, Figure, Month
from burdenshare.intake.aid.monthly import months
from burdenshare.intake.aid.summary import summary
from burdenshare.intake.declared import declared
from burdenshare.intake.grid import Sheet, sheets
from burdenshare.intake.model import PLACE, Asked, Delivery, Given, LeftOut, Row, refused
from burdenshare.record import Record
from burdenshare.record.typed import plain_number

KIND = "aid-tracker"
PUBLISHER = "Kiel Institute"
TABLE = "support/support.csv"
RELEASES = "nato/releases.csv"
SOURCES = "sources.csv"
RECIPIENT = "UKR"

_BOOK = "xl/workbook.xml"
_MOST_NAMES = 1_000_000
_NAMES = re.compile(rb"country summary|bilateral assistance", re.IGNORECASE)
_UNITS = {
    (False, ""): "billion EUR",
    (False, "via the EU"): "billion EUR, via EU institutions (share of EU aid)",
    (False, "with the EU"): "billion EUR, incl. share of EU aid",
    (True, ""): "% of donor 2021 GDP",
    (True, "via the EU"): "% of donor 2021 GDP, via EU institutions (share of EU aid)",
    (True, "with the EU"): "% of donor 2021 GDP, incl. share of EU aid",
}
"""Unit by whether the figure is a share of GDP, and what of the EU's aid is in it."""


def recognises(given: Given) -> bool:
    """Whether the file is a workbook with the tracker's sheets."""
    try:
        with zipfile.ZipFile(BytesIO(given.content)) as book, book.open(_BOOK) as part:
            return _NAMES.search(part.read(_MOST_NAMES)) is not None
    except (zipfile.BadZipFile, zlib.error, KeyError, OSError, EOFError, RuntimeError, ValueError):
        return False


def read(given: Given, asked: Asked, record: Record) -> Delivery:
    """The rows of a release. `record` is not asked. Raises DeliveryError with the cell."""
    held = sheets(given)
    release = cover.release(given, held, asked.release)
    found = summary(given, held)
    by_month = months(held, found.figures)
    last = _last_day(given, held, by_month.last)
    published, known_from = _published(given, asked, held, last)
    day = published.isoformat() if published else ""
    span = f"{layout().start}/{last}"
    rows = [*(_printed(one, span) for one in found.figures), *(_summed(one) for one in by_month.months)]
    same = {"release": release.word, "released_on": day, "recipient": RECIPIENT, "source": given.key}
    title = f"Ukraine Support Tracker, release {release.word}"
    return Delivery(
        kind=KIND,
        title=title,
        publisher=PUBLISHER,
        release=release.word,
        published=published,
        tables={
            TABLE: tuple(_ordered(same | row) for row in rows),
            RELEASES: (_release(release.word, title, last, day, known_from),),
            SOURCES: (_source(given, release.word, title),),
        },
        full=True,
        left_out=(*found.left_out, *by_month.left_out, *_unread(held)),
    )


def _last_day(given: Given, held: Sequence[Sheet], newest: tuple[int, int] | None) -> date:
    """The last day the totals cover: as printed, else the end of the newest month of the main data."""
    said = cover.last_day(given, held)
    end = None if newest is None else date(*newest, monthrange(*newest)[1])
    if said is None:
        if end is None:
            what = "does not say up to which day it counts"
            raise refused(given, what, remedy="give the whole workbook: its main data show the newest month")
        return end
    last = date.fromisoformat(said.word)
    if newest is not None and newest > (last.year, last.month):
        what = f"says that its figures end on {last}, and its main data hold {newest[0]}-{newest[1]:02}"
        raise refused(given, what, place=said.place, remedy="ask the publisher which of the two holds")
    return last


def _published(given: Given, asked: Asked, held: Sequence[Sheet], last: date) -> tuple[date | None, str]:
    """The day the release came out, and how it is known."""
    said = cover.published(held)
    day, known_from = (asked.published, "named on import")
    if day is None and said is not None:
        day, known_from = date.fromisoformat(said.word), f"on the cover sheet ({said.place})"
    if day is None:
        return None, "no day found: speaks only for today"
    if day < last:
        what = f"cannot have come out on {day}: it counts up to {last}"
        raise refused(given, what, remedy="name the day by --published DAY")
    return day, known_from


def _ordered(row: Row) -> Row:
    return {name: row[name] for name in (*declared()[TABLE].columns, PLACE)}


def _printed(figure: Figure, span: str) -> Row:
    """A row of a printed total; `column` reads like `total allocation, with the EU, share`."""
    name, *marks = figure.column.split(", ")
    kind, measure = name.split(" ")
    share = "share" in marks
    of_eu = next((one for one in marks if one != "share"), "")
    return {
        "donor": figure.donor,
        "period": span,
        "kind": kind,
        "measure": measure,
        "unit": _UNITS[share, of_eu],
        "value": plain_number(figure.value),
        PLACE: figure.place,
    }


def _summed(month: Month) -> Row:
    """A row of one month, to the euro."""
    more = f" and {month.rows - 1} more rows" if month.rows > 1 else ""
    return {
        "donor": month.donor,
        "period": month.period,
        "kind": month.kind,
        "measure": month.measure,
        "unit": _UNITS[False, ""],
        "value": plain_number(round(month.euros / BILLION, 9)),
        PLACE: f"{month.place}{more}",
    }


def _release(number: str, title: str, last: date, day: str, known_from: str) -> Row:
    return {
        "release": number,
        "publisher": "kiel",
        "released_on": day,
        "title": title,
        "own_year": str(last.year),
        "definition": "",
        "date_known_from": known_from,
        PLACE: "workbook",
    }


def _source(given: Given, number: str, title: str) -> Row:
    return {
        "source": given.key,
        "table": TABLE,
        "pattern": f"release={number}",
        "publisher": PUBLISHER,
        "title": title,
        "address": given.address,
        "grade": "official",
        "precision": "full",
        "licence": "no licence found for the tracker tables",
        "redistribution": "unclear",
        "as_of": "",
        "note": f"{given.name}, sha256 {given.sha256}",
        PLACE: "workbook",
    }


def _unread(held: Sequence[Sheet]) -> list[LeftOut]:
    """The sheets that were not read: figures, dollars, weapons, notes."""
    kinds = ("summary", "main", "cover")
    names = [one.name for one in held if not any(cover.is_sheet(one, kind) for kind in kinds)]
    reason = "not read: figures drawn from the sheets that were, dollars, weapons, notes"
    return [LeftOut("workbook", ", ".join(names)[:400], reason)] if names else []
