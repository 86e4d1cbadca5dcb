"""What both forms of the release deliver: rows of the record's tables, with the file as their source."""

from __future__ import annotations

from collections.abc import Iterable

from burdenshare.errors import UnknownNameError
from burdenshare.intake.model import PLACE, Delivery, Given, LeftOut, Row
from burdenshare.intake.nato.release import Dated, fits, release_row
from burdenshare.intake.nato.tables import Gathered, Held
from burdenshare.record import Record

TABLE = "nato/expenditure.csv"
RELEASES = "nato/releases.csv"
SOURCES = "sources.csv"
PUBLISHER = "NATO"
LICENCE = "NATO content terms (credit NATO; known at second hand)"
REDISTRIBUTION = "facts only"


def currency_on(record: Record, told: Dated, entity: str) -> str:
    """The entity's currency on the day of the release, empty where the record has none."""
    try:
        return record.currency(entity, told.published)
    except UnknownNameError:
        return ""


def delivery(
    given: Given, record: Record, kind: str, told: Dated, gathered: Gathered, more: Iterable[LeftOut], *, full: bool
) -> Delivery:
    """The rows of a file. Raises DeliveryError where its years contradict its day."""
    fault = fits(given, told, gathered)
    if fault is not None:
        raise fault
    release = release_row(told, gathered, record)
    frame = _frame(given, told)
    return Delivery(
        kind=kind,
        title=release["title"],
        publisher=PUBLISHER,
        release=told.release,
        published=told.published,
        tables={
            TABLE: tuple(_row(frame, one) for one in sorted(gathered.cells, key=lambda one: one.key)),
            RELEASES: ({**release, PLACE: "the whole file"},),
            SOURCES: (_source(given, told, full=full),),
        },
        full=full,
        left_out=(*gathered.left_out, *more),
    )


def _frame(given: Given, told: Dated) -> Row:
    """What every row of the file shares."""
    return {"release": told.release, "released_on": told.published.isoformat(), "source": given.key}


def _row(frame: Row, one: Held) -> Row:
    entity, year, measure, basis, unit = one.key
    return {
        **frame,
        "ally": entity,
        "year": str(year),
        "measure": measure,
        "price_basis": basis,
        "unit": unit,
        "value": one.digits,
        "estimate": "true" if one.estimate else "false",
        PLACE: one.place,
    }


def _source(given: Given, told: Dated, *, full: bool) -> Row:
    return {
        "source": given.key,
        "table": TABLE,
        "pattern": f"source={given.key}",
        "publisher": PUBLISHER,
        "title": f"Defence expenditure of NATO countries, {told.release}, NATO's own file",
        "address": given.address,
        "grade": "official",
        "precision": "full" if full else "printed",
        "licence": LICENCE,
        "redistribution": REDISTRIBUTION,
        "as_of": "",
        "note": f"imported from {given.name}, sha256 {given.sha256}",
        PLACE: "the whole file",
    }
