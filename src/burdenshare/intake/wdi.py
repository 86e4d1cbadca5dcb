"""The World Bank's World Development Indicators: the whole table, that of an indicator, an answer of the interface.

The first two are CSV, alone or in the World Bank's archives; the third is JSON, one page with all values.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from burdenshare.errors import BurdenshareError
from burdenshare.intake.macro import answers, complete, delimited, editions, files, layouts, standing, tables
from burdenshare.intake.macro.delimited import Head
from burdenshare.intake.macro.delivered import INDICATORS, delivery
from burdenshare.intake.macro.model import Reading, Wanted
from burdenshare.intake.macro.rows import made
from burdenshare.intake.model import Asked, Delivery, Given, LeftOut, refused
from burdenshare.intake.unpacked import opened
from burdenshare.record import Record

PUBLISHER = INDICATORS.id
OWN = "give the World Bank's own file: WDI_CSV.zip, the CSV of an indicator, or the interface's JSON"
UPDATED = re.compile(r"Last Updated Date; (.+)")
_PARTS = re.compile(r"(?:.*/)?(?:API_[^/]*|WDI(?:CSV|Data|_Data))\.csv", re.IGNORECASE)
"""Parts of the World Bank's archives that hold values; the others describe them."""

PACKED_AFTER = 2000
"""An archive that does not tell its time says 1980."""

Days = list[tuple[date, str]]


def recognises(given: Given) -> bool:
    """Whether the file is of the Development Indicators, by its content; cheap, and never raises."""
    if files.is_archive(given):
        return not files.is_workbook(given) and bool(_texts(given))
    head = delimited.head(given.content).text
    return answers.looks_like(head) or layouts.is_indicator_table(head)


def read(given: Given, asked: Asked, record: Record) -> Delivery:
    """The delivery of a table or of an answer. Raises DeliveryError at the place that is in doubt."""
    wanted = standing.wanted(record, PUBLISHER)
    if answers.looks_like(delimited.head(given.content).text):
        answer = answers.read(given, given.content, wanted)
        reading = Reading(answer.series, (), True, answer.left_out)
        days: Days = [(answer.updated, "the answer's own day of its last update")]
    else:
        reading, days = _of_texts(given, asked, wanted)
        complete.refuse_absent(given, reading.series, standing.countries(record, PUBLISHER))
    vintage = editions.indicators(given, asked, days)
    years = [cell.year for one in reading.series for cell in one.cells if cell.value]
    if years:
        editions.refuse_strange_years(given, vintage, min(years), max(years))
    found = made(given, reading, PUBLISHER, vintage, record)
    return delivery(given, INDICATORS, vintage, found.rows, (*reading.left_out, *found.left_out))


def _texts(given: Given) -> dict[str, Head]:
    """The tables of values in a file by the name of their part, which is empty for the file itself."""
    if files.is_archive(given):
        held = files.heads(given, lambda name: _PARTS.fullmatch(name) is not None)
    else:
        held = {"": delimited.head(given.content)}
    return {name: head for name, head in held.items() if layouts.is_indicator_table(head.text)}


def _of_texts(given: Given, asked: Asked, wanted: Wanted) -> tuple[Reading, Days]:
    found = _texts(given)
    if not found:
        raise refused(given, "holds no table of the World Bank that is known", remedy=OWN)
    readings: list[Reading] = []
    days: Days = []
    for name, head in found.items():
        with files.part(given, name) as stream:
            table = tables.of_text(given, stream, head, layouts.INDICATOR_TABLE, wanted, name)
        complete.refuse_uneven(given, table.counts)
        readings.append(Reading(table.series, (), True, (*table.notes, *table.left_out)))
        days += _days(given, asked, table.notes)
    series = tuple(one for reading in readings for one in reading.series)
    left_out = tuple(one for reading in readings for one in reading.left_out)
    return Reading(series, (), True, left_out), days or _outer_days(given, tuple(found))


def _days(given: Given, asked: Asked, notes: Iterable[LeftOut]) -> Days:
    """The days on which the World Bank last updated the tables, from the lines above them.

    One that is written otherwise is no hindrance where the day was named on import.
    """
    found: Days = []
    for note in notes:
        told = UPDATED.fullmatch(note.text)
        day = editions.day(told[1]) if told is not None else None
        if day is not None:
            found.append((day, "the file's own day of its last update"))
        elif told is not None and asked.published is None:
            what = f"'{told[1][:40]}' is no day"
            raise refused(given, what, place=note.place, remedy="name the day: --published 2026-07-01")
    return found


def _outer_days(given: Given, parts: tuple[str, ...]) -> Days:
    """A day in the file's name, else the day on which the World Bank packed its archive."""
    named = editions.day_in_name(given)
    if named is not None:
        return [(named, "the day in the file's name")]
    if not files.is_archive(given):
        return []
    try:
        with opened(given) as archive:
            packed = [date(*archive.getinfo(name).date_time[:3]) for name in parts]
    except (BurdenshareError, ValueError):
        return []
    return [(max(packed), "the day on which the archive was packed")] if min(packed).year > PACKED_AFTER else []
