"""NATO's workbook of defence-expenditure tables, in the layouts of 2019 to 2026."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from datetime import date
from functools import partial
from io import BytesIO

from burdenshare.intake.grid import sheets
from burdenshare.intake.model import Asked, Delivery, Given, LeftOut
from burdenshare.intake.nato.deliver import currency_on, delivery
from burdenshare.intake.nato.labels import declared
from burdenshare.intake.nato.lines import Figures, Part
from burdenshare.intake.nato.names import names_of
from burdenshare.intake.nato.release import dated
from burdenshare.intake.nato.sheets import part_of
from burdenshare.intake.nato.tables import Reading, gather
from burdenshare.record import Record

KIND = "nato-workbook"

_TEXTS = re.compile(r"xl/(?:sharedStrings|worksheets/[^/]+)\.xml", re.IGNORECASE)
_MOST_LOOKED_AT = 8 * 1024 * 1024
"""Bytes of a part in which marks are looked for; the strings of a release are some 20 KB."""

_SAVED = re.compile(rb"<dcterms:modified[^>]*>(\d{4})-(\d\d)-(\d\d)T")


def recognises(given: Given) -> bool:
    """Whether the bytes are a workbook with the words of NATO's tables. Never raises."""
    try:
        with zipfile.ZipFile(BytesIO(given.content)) as book:
            text = " ".join(_texts(book))
    except Exception:  # whatever a damaged archive makes of its reader, it is none that is known
        return False
    marks = declared().recognised
    return all(one in text for one in marks["workbook"]) and any(one in text for one in marks["nato"])


def read(given: Given, asked: Asked, record: Record) -> Delivery:
    """Every figure of Tables 1 to 8 at full precision. Raises DeliveryError with the cell that cannot be read."""
    day = dated(given, asked, record, made_on=_saved_on(given))
    names = names_of(record)
    parts = [part_of(sheet, names.knows) for sheet in sheets(given)]
    gathered = gather(Reading(given, names, partial(currency_on, record, day)), parts)
    places = (*(one.place for one in gathered.cells), *(one.place for one in gathered.left_out))
    told_of = {place.rpartition("!")[0] for place in places}
    more = [LeftOut(one.name, "", why) for one in parts if one.name not in told_of and (why := _passed_over(one))]
    return delivery(given, record, KIND, day, gathered, more, full=True)


def _passed_over(part: Part) -> str:
    """Why a sheet gave nothing; empty for a sheet of words alone."""
    if not part.lines:
        return "an empty sheet"
    return "no table of NATO's" if any(isinstance(line, Figures) for line in part.lines) else ""


def _texts(book: zipfile.ZipFile) -> Iterator[str]:
    for part in book.infolist():
        if _TEXTS.fullmatch(part.filename):
            with book.open(part) as stream:
                yield stream.read(_MOST_LOOKED_AT).decode("utf-8", "replace").casefold()


def _saved_on(given: Given) -> date | None:
    """The day on which the workbook says it was last saved."""
    try:
        with zipfile.ZipFile(BytesIO(given.content)) as book, book.open("docProps/core.xml") as stream:
            found = _SAVED.search(stream.read(_MOST_LOOKED_AT))
            return date(*map(int, found.groups())) if found else None
    except Exception:  # nothing depends on it
        return None
