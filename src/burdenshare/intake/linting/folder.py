"""The tables of a folder, read as a contributor left them, with the packaged record as context.

A folder with a `datapackage.json` is a whole record, such as `src/burdenshare/data` of a checkout: its tables stand for
the packaged ones. Any other folder holds additions: its rows are laid over the packaged ones by their keys.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from burdenshare.errors import InputError, RecordError
from burdenshare.intake.linting.findings import Finding, Severity, of_fault
from burdenshare.intake.rules import form
from burdenshare.intake.rules.tables import Tables, of_record
from burdenshare.record import schema
from burdenshare.record.tables import CORRECTIONS, DESCRIPTOR, PLACE, Row, apply_corrections

TABLES = tuple(one for one in schema.TABLES if one.path != schema.MACRO)


@dataclass(frozen=True, slots=True)
class Folder:
    """What a folder holds. `own`: its rows by table, each with its line as `PLACE`; `context`: the packaged record;
    `tables`: both together; `whole`: whether the folder is a whole record; `broken`: what could not be read."""

    own: Mapping[str, Sequence[Row]]
    context: Tables
    tables: Tables
    whole: bool
    broken: tuple[Finding, ...]


def read(folder: Path, held: Tables | None = None) -> Folder:
    """Read the tables of `folder`; `held` is the context (the packaged record without layers where none is given).

    Raises InputError where there is no such folder, or no table of the record in it.
    """
    if not folder.is_dir():
        raise InputError("no such folder", where=str(folder), remedy="name one that holds tables of the record")
    context = held if held is not None else of_record(layers=())
    whole = (folder / DESCRIPTOR).is_file()
    own: dict[str, Sequence[Row]] = {}
    broken: list[Finding] = []
    for table, path in _files(folder):
        rows, wrong = _table(table, path)
        broken += wrong
        if rows is not None:
            own[table.path] = rows
    if not own and not broken:
        names = ", ".join(one.path for one in TABLES[:4])
        raise InputError("holds no table of the record", where=str(folder), remedy=f"known are {names} and more")
    broken += _strangers(folder)
    broken += _corrected(own, context) if whole else []
    laid = replace(context, csv={**context.csv, **own}) if whole else context.over(own)
    return Folder(own, context, laid, whole, tuple(broken))


def _files(folder: Path) -> Iterator[tuple[schema.Table, Path]]:
    """The tables that are there, below their folder (`people/offices.csv`) or beside each other (`offices.csv`)."""
    for table in TABLES:
        for path in (folder / table.path, folder / Path(table.path).name):
            if path.is_file():
                yield table, path
                break


def _strangers(folder: Path) -> Iterator[Finding]:
    known = {one.path for one in TABLES} | {Path(one.path).name for one in TABLES}
    for path in sorted(folder.rglob("*.csv")):
        name = path.relative_to(folder).as_posix()
        if name not in known:
            remedy = "give it the name of the table its rows belong to (datapackage.json lists them)"
            yield Finding(
                Severity.WARNING, "stranger", name, (), "is no table of the record and was passed over", remedy
            )


def _table(table: schema.Table, path: Path) -> tuple[list[Row] | None, list[Finding]]:
    """The sound rows of a file, None where nothing of it can be used, and what is wrong with the others."""
    try:
        rows = list(_rows(path))
    except (UnicodeDecodeError, csv.Error, ValueError) as fault:
        remedy = "save it as CSV in UTF-8, with a comma between cells and all cells in each line"
        return None, [Finding(Severity.ERROR, "form", table.path, (), f"cannot be read ({fault})", remedy)]
    faults = list(form.faults(table, rows))
    if any(fault.key[1:] == ("header",) for fault in faults):
        return None, [of_fault(fault) for fault in faults]
    spoilt = {fault.place for fault in faults}
    return [row for row in rows if row[PLACE] not in spoilt], [of_fault(fault) for fault in faults]


def _rows(path: Path) -> Iterator[Row]:
    """Rows with their line. Raises ValueError naming a line that has more or fewer cells than the header."""
    lines = csv.reader(io.StringIO(path.read_bytes().decode("utf-8-sig"), newline=""), strict=True)
    header = next(lines, None)
    if header is None:
        raise ValueError("it is empty")
    while True:
        number = lines.line_num + 1
        line = next(lines, None)
        if line is None:
            return
        if len(line) != len(header):
            raise ValueError(f"line {number} has {len(line)} cells, the header {len(header)}")
        yield {**dict(zip(header, line, strict=True)), PLACE: f"line {number}"}


def _corrected(own: Mapping[str, Sequence[Row]], context: Tables) -> list[Finding]:
    """Lay the corrections over the folder's rows, as the loader will; what does not fit is an error."""
    broken: list[Finding] = []
    for fix in own.get(CORRECTIONS, context.rows(CORRECTIONS)):
        if fix["table"] in own:
            try:
                apply_corrections(fix["table"], own[fix["table"]], [fix])
            except (RecordError, ValueError, KeyError) as fault:
                what = fault.what if isinstance(fault, RecordError) else f"its key cannot be read ({fault})"
                key = (fix["table"], fix["key"], fix["column"])
                remedy = "drop or mend the correction: it has to find exactly one row, as it expects it"
                broken.append(
                    Finding(Severity.ERROR, "corrections", CORRECTIONS, key, what, remedy, fix.get(PLACE, ""))
                )
    return broken
