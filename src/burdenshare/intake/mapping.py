"""Any table, through a mapping file that says which of its columns mean what: a commitment, an event, a series."""

from __future__ import annotations

from datetime import date

from burdenshare.intake.declared import declared
from burdenshare.intake.mapped import beside
from burdenshare.intake.mapped.cells import cells
from burdenshare.intake.mapped.entities import entities
from burdenshare.intake.mapped.keys import faulty
from burdenshare.intake.mapped.rows import rows
from burdenshare.intake.mapped.spec import RELEASES, spec
from burdenshare.intake.model import Asked, Delivery, Given, Row, refused
from burdenshare.record import Record

KIND = "mapping"
_LOOKED_AT = 4096


def recognises(given: Given) -> bool:
    """Whether the file looks like a table that a mapping could describe; what it means only the mapping can say."""
    begin = given.content[:_LOOKED_AT]
    if begin.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")) or begin.lstrip()[:1] in (b"[", b"{"):
        return True
    lines = begin.split(b"\n", 3)[:3]  # the first may be a title
    return b"\0" not in begin and any(mark in line for line in lines for mark in (b",", b";", b"\t", b"|"))


def read(given: Given, asked: Asked, record: Record) -> Delivery:
    """The rows that a mapping makes of a table. Raises DeliveryError: of the mapping, by its section; of the file, by
    its cell."""
    if asked.mapping is None:
        raise refused(given, "needs a mapping that says what its columns mean", remedy="see docs/how-to-mapping.md")
    mapped = spec(asked.mapping)
    table = declared()[mapped.table]
    if (fault := beside.no_day(given, asked, table)) is not None:
        raise fault
    filled = beside.filled(given, asked, mapped, table)
    days = beside.day_of(asked, mapped, table)
    made, left = rows(given, mapped, table, cells(given, mapped.file), entities(), filled, days)
    if not made:
        reason = f"; the first was left because {left[0].reason}" if left else ""
        raise refused(given, f"gives no row{reason}", remedy="see the filters and the columns of the mapping")
    released = beside.dated(given, asked, mapped, table, made)
    delivered: dict[str, tuple[Row, ...]] = {table.path: tuple(made)}
    if released:
        delivered[RELEASES] = (*delivered.get(RELEASES, ()), *released)
    if names := beside.aliases(table, made):
        delivered[beside.ALIASES] = tuple(names)
    delivered[beside.SOURCES] = (beside.source(given, mapped, table, made),)
    release, published = _release(asked, mapped.table, made, released)
    return Delivery(
        kind=KIND,
        title=mapped.source.title,
        publisher=mapped.source.publisher,
        release=release,
        published=published,
        tables=delivered,
        full=mapped.source.precision == "full",
        left_out=tuple(left),
    )


def _release(asked: Asked, path: str, made: list[Row], released: list[Row]) -> tuple[str, date | None]:
    """The release of the rows where they belong to a single one, and the newest day of those that are new."""
    named = {row[beside.RELEASE_OF[path][0]] for row in made} if path in beside.RELEASE_OF else set()
    days = [one for one in (_day(row) for row in released) if one is not None]
    return (next(iter(named)) if len(named) == 1 else ""), max(days, default=asked.published)


def _day(row: Row) -> date | None:
    try:
        return date.fromisoformat(row["released_on"]) if row["released_on"] else None
    except ValueError:
        raise faulty(f"'{row['released_on']}' is no day", section="[[release]]") from None
