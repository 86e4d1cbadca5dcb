"""The IMF's World Economic Outlook, in every form in which it is handed out.

- the tab-separated sheet of old, misnamed `.xls` (ISO-8859-1 or UTF-16), and the same columns in a true workbook;
- the workbook and the wide CSV table of the data portal since October 2025;
- the portal's table of observations, and the interface's SDMX-CSV;
- structure-specific SDMX-ML, of the archives up to April 2025 and of the interface now.

Each text may also be the only one in an archive.
"""

from __future__ import annotations

from collections.abc import Sequence

from burdenshare.intake.macro import complete, delimited, editions, files, layouts, sdmx_ml, standing, tables
from burdenshare.intake.macro.delimited import Head
from burdenshare.intake.macro.delivered import OUTLOOK, delivery
from burdenshare.intake.macro.layouts import Form
from burdenshare.intake.macro.model import Edition, Reading, Wanted
from burdenshare.intake.macro.rows import made
from burdenshare.intake.macro.wide import Table
from burdenshare.intake.model import Asked, Delivery, Given, LeftOut, refused
from burdenshare.record import Record

PUBLISHER = OUTLOOK.id
OWN = "give the IMF's own file: a sheet, a workbook, CSV or SDMX of the World Economic Outlook"
_LAYOUTS = {
    Form.SHEET_OF_OLD: layouts.SHEET_OF_OLD,
    Form.SHEET_OF_NOW: layouts.SHEET_OF_NOW,
    Form.OBSERVATIONS: layouts.OBSERVATIONS,
}
_TEXTS = (".xml", ".csv", ".xls", ".tsv", ".txt")


def recognises(given: Given) -> bool:
    """Whether the file is an Outlook, by its content; cheap, and never raises."""
    if files.is_workbook(given):
        held = files.heads(given, lambda name: name.startswith(("xl/workbook.", "xl/sharedStrings", "xl/worksheets/")))
        return any(mark in one.text for one in held.values() for mark in layouts.OUTLOOK_WORKBOOK)
    return bool(_texts(given))


def read(given: Given, asked: Asked, record: Record) -> Delivery:
    """The delivery of an Outlook. Raises DeliveryError at the place that is in doubt."""
    wanted = standing.wanted(record, PUBLISHER)
    reading = _of_workbook(given, wanted) if files.is_workbook(given) else _of_texts(given, wanted)
    complete.refuse_missing(given, reading.series)
    vintage = editions.outlook(given, asked, reading.editions, record)
    years = [cell.year for one in reading.series for cell in one.cells]
    if years:
        editions.refuse_strange_years(given, vintage, min(years), max(years))
    found = made(given, reading, PUBLISHER, vintage, record)
    return delivery(given, OUTLOOK, vintage, found.rows, (*reading.left_out, *found.left_out))


def _texts(given: Given) -> dict[str, tuple[Form, Head]]:
    """The Outlook's texts in a file by the name of their part, which is empty for the file itself."""
    if files.is_archive(given):
        held = files.heads(given, lambda name: name.casefold().endswith(_TEXTS))
    else:
        held = {"": delimited.head(given.content)}
    forms = {name: layouts.outlook_form(head.text) for name, head in held.items()}
    return {name: (form, held[name]) for name, form in forms.items() if form is not None}


def _of_texts(given: Given, wanted: Wanted) -> Reading:
    found = _texts(given)
    if len(found) != 1:
        what = f"holds {len(found)} tables of the Outlook" if found else "is no World Economic Outlook that is known"
        raise refused(given, what, remedy=OWN)
    ((name, (form, head)),) = found.items()
    with files.part(given, name) as stream:
        if form is Form.SDMX_ML:
            return sdmx_ml.read(given, stream, wanted, name)
        table = tables.of_text(given, stream, head, _LAYOUTS[form], wanted, name)
    said = _editions(given, table)
    if form is Form.SHEET_OF_OLD and not said:
        what = "ends without the IMF's closing line: it may be cut off"
        raise refused(given, what, place=name, remedy="fetch it again")
    if form is Form.SHEET_OF_OLD:
        complete.refuse_uneven(given, table.counts)
    return Reading(table.series, said, form is Form.OBSERVATIONS, (*table.notes, *table.left_out))


def _of_workbook(given: Given, wanted: Wanted) -> Reading:
    found, others = tables.of_workbook(given, (layouts.SHEET_OF_OLD, layouts.SHEET_OF_NOW), wanted)
    if not found:
        raise refused(given, "has no sheet of the Outlook", remedy=OWN)
    said: list[Edition] = [one for left in others for one in editions.cited(left.place, f"the sheet {left.place}")]
    left_out: list[LeftOut] = others
    for sheet, table in found:
        said += [*editions.cited(sheet.name, f"the sheet {sheet.name}"), *_editions(given, table)]
        left_out = [*left_out, *table.notes, *table.left_out]
    series = tuple(one for _, table in found for one in table.series)
    return Reading(series, tuple(said), False, tuple(left_out))


def _editions(given: Given, table: Table) -> tuple[Edition, ...]:
    """What a table says of its edition: in its rows, and in the notes around it."""
    days = [editions.published(given, told, place) for told, place in table.published]
    _refuse_two_days(given, days)
    return (*days, *(one for note in table.notes for one in editions.cited(note.text, note.place)))


def _refuse_two_days(given: Given, days: Sequence[Edition]) -> None:
    for one in days[1:]:
        if one.day != days[0].day:
            what = f"came out on {one.day} by this row, on {days[0].day} by {days[0].place}"
            raise refused(given, what, place=one.place, remedy="give the table of one edition")
