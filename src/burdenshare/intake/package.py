"""An exported record, brought back: what it holds that this record does not, row by row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from burdenshare.intake.declared import declared
from burdenshare.intake.model import PLACE, Asked, Delivery, Given, LeftOut, Row, refused
from burdenshare.intake.packaged import archive, duck, frictionless, sdmx, sqlite
from burdenshare.intake.packaged.model import Exported, Table
from burdenshare.record import Record
from burdenshare.record.exchange.forms import DESCRIPTOR, STRUCTURE, RecordForm
from burdenshare.record.layers import Layer
from burdenshare.record.tables import CORRECTIONS
from burdenshare.record.whole import whole

KIND = "package"
PUBLISHER = "burdenshare"
ZIP = b"PK\x03\x04"
NAMED = (
    ("nato/expenditure.csv", "release", "nato/releases.csv", "release"),
    ("nato/expenditure.csv", "source", "sources.csv", "source"),
    ("macro/macro.parquet", "vintage", "nato/releases.csv", "release"),
    ("support/support.csv", "release", "nato/releases.csv", "release"),
)
"""Columns whose words the record must find in another table, and where."""
_ASK_NOT = "leave it out: an export names its own releases"


def recognises(given: Given) -> bool:
    """Whether the file is an export: an archive with a descriptor, or a database that begins as one."""
    content = given.content
    if content.startswith(sqlite.MAGIC) or content[duck.MAGIC_AT : duck.MAGIC_AT + len(duck.MAGIC)] == duck.MAGIC:
        return True
    return content.startswith(ZIP) and any(name.encode() in content for name in (DESCRIPTOR, STRUCTURE))


def folder(path: Path) -> Given:
    """An exported folder as a given file: the archive it would have been. Raises DeliveryError."""
    return archive.of_folder(path)


def exported(given: Given) -> Exported:
    """What an export holds, each table verified against its hash where one is told. Raises DeliveryError."""
    if given.content.startswith(sqlite.MAGIC):
        return sqlite.read(given)
    if given.content[duck.MAGIC_AT : duck.MAGIC_AT + len(duck.MAGIC)] == duck.MAGIC:
        return duck.read(given)
    files = archive.unpacked(given)
    return sdmx.read(files) if files.descriptor == STRUCTURE else frictionless.read(files)


def read(
    given: Given, asked: Asked, record: Record, *, root: Path | None = None, layers: Sequence[Layer] | None = None
) -> Delivery:
    """The rows of an export that this record lacks or holds otherwise; none where the two are the same.

    `record` is not asked: the export is held against the tables themselves, with the layers of this process or those
    given, or below `root`. Rows keep the source and the release they came with, so that the record they are laid over
    becomes the one that was exported. Rows that only this record has stay, and are told. Raises DeliveryError.
    """
    if asked.release is not None or asked.published is not None:
        raise refused(given, "cannot be given another release or day", remedy=_ASK_NOT)
    held = exported(given)
    rows: dict[str, tuple[Row, ...]] = {}
    told = list(held.left_out)
    for table in held.tables:
        new, remarks = _compared(table, root, layers)
        told += remarks
        if new:
            rows[table.path] = new
    told += _lacking(held)
    _refer(given, rows, root, layers)
    return Delivery(
        kind=KIND,
        title=_title(held, not rows),
        publisher=PUBLISHER,
        release=held.version or given.sha256[:12],
        published=_day(given, held.edition),
        tables=rows,
        full=True,
        left_out=tuple(told),
    )


def _refer(given: Given, rows: Mapping[str, Sequence[Row]], root: Path | None, layers: Sequence[Layer] | None) -> None:
    """Refuse rows of a release or of a source that neither the record nor the export tells: it could not be loaded."""
    for path, column, target, key in NAMED:
        if path not in rows:
            continue
        held = whole(target, root=root, layers=layers)
        known = {line[held.columns.index(key)] for line in held.lines} | {row[key] for row in rows.get(target, ())}
        lost = next((row for row in rows[path] if row[column] not in known), None)
        if lost is not None:
            what = f"names the {key} '{lost[column][:60]}', which neither the record nor the export tells"
            raise refused(given, what, place=lost[PLACE], remedy="export the whole record")


def _lacking(held: Exported) -> list[LeftOut]:
    """The tables that a package should hold and does not; SDMX carries series alone."""
    if held.form == RecordForm.SDMX:
        return []
    present = {one.path for one in held.tables}
    return [LeftOut(path, "", "the export does not hold this table") for path in declared() if path not in present]


def _compared(table: Table, root: Path | None, layers: Sequence[Layer] | None) -> tuple[tuple[Row, ...], list[LeftOut]]:
    """Rows that are new or other than the record's, and what is left."""
    mine = whole(table.path, root=root, layers=layers)
    known = set(mine.lines)
    new = [(line, place) for line, place in zip(table.lines, table.places, strict=True) if line not in known]
    if table.path == CORRECTIONS:
        reason = "a correction is already in the rows it corrects"
        return (), [LeftOut(place, " ".join(line)[:120], reason) for line, place in new]
    rows = tuple({**dict(zip(mine.columns, line, strict=True)), PLACE: place} for line, place in new)
    return rows, _only_here(table, mine.lines)


def _only_here(table: Table, lines: Sequence[tuple[str, ...]]) -> list[LeftOut]:
    one = declared()[table.path]
    places = [one.columns.index(name) for name in one.key]
    theirs = {tuple(line[at] for at in places) for line in table.lines}
    count = sum(tuple(line[at] for at in places) not in theirs for line in lines)
    reason = "the record holds them and the export does not: they stay"
    return [LeftOut(table.path, f"{count:,} rows", reason)] if count else []


def _title(held: Exported, same: bool) -> str:
    told = f"Export of the record, edition {held.edition or 'untold'}, version {held.version or 'untold'}"
    return f"{told}: the same rows as here" if same else told


def _day(given: Given, edition: str) -> date | None:
    if not edition:
        return None
    try:
        return date.fromisoformat(edition)
    except ValueError:
        raise refused(given, f"'{edition[:40]}' is no day: the edition of the export is unclear") from None
