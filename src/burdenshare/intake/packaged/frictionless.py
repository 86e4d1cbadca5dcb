"""A Frictionless package of the record read back: CSV or Parquet files below one descriptor."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from burdenshare.errors import RecordError
from burdenshare.intake.declared import declared
from burdenshare.intake.model import Given, LeftOut, refused
from burdenshare.intake.packaged.archive import Files
from burdenshare.intake.packaged.model import (
    AGAIN,
    MOST_ROWS,
    Exported,
    Table,
    checked,
    in_columns,
    number_of,
    table_of,
    text_in,
)
from burdenshare.intake.packaged.texts import Texts, printed_columns
from burdenshare.record.exchange.forms import LAYER
from burdenshare.record.tables import CORRECTIONS, PLACE, Row, apply_corrections

BESIDE = (LAYER, PLACE)


def read(files: Files) -> Exported:
    """The tables of the package. Raises DeliveryError."""
    given, told = files.given, files.told()
    export = told.get("export")
    form = ""
    if isinstance(export, dict):
        number_of(given, files.descriptor, export.get("number"))
        form = text_in(given, files.descriptor, export, "form")
    resources = told.get("resources")
    if not isinstance(resources, list) or not resources or not all(isinstance(one, dict) for one in resources):
        raise refused(given, "lists no tables", place=files.descriptor, remedy=AGAIN)
    made = tuple(_table(files, one) for one in resources)
    if len({one.path for one in made}) < len(made):
        raise refused(given, "holds a table twice", place=files.descriptor, remedy=AGAIN)
    if sum(len(one.lines) for one in made) > MOST_ROWS:
        raise refused(given, f"holds more than {MOST_ROWS:,} rows", remedy=AGAIN)
    if not isinstance(export, dict):
        made = _corrected(given, made)
    unpinned = [str(one.get("path")) for one in resources if one.get("hash") is None and one.get("digest") is None]
    left = [LeftOut(name, "", "read, though the package tells no hash of it") for name in unpinned]
    return Exported(
        form or "csv",
        text_in(given, files.descriptor, told, "version"),
        text_in(given, files.descriptor, told, "edition"),
        made,
        tuple(left),
    )


def _corrected(given: Given, made: tuple[Table, ...]) -> tuple[Table, ...]:
    """The tables of a record that is no export, such as the packaged one: its corrections are not yet in them."""
    by_path = {one.path: one for one in made}
    if CORRECTIONS not in by_path:
        return made
    fixes = _rows_of(by_path[CORRECTIONS])
    return tuple(_fixed(given, one, [fix for fix in fixes if fix["table"] == one.path]) for one in made)


def _rows_of(table: Table) -> list[Row]:
    columns = declared()[table.path].columns
    return [dict(zip(columns, line, strict=True)) for line in table.lines]


def _fixed(given: Given, table: Table, fixes: list[Row]) -> Table:
    if not fixes:
        return table
    rows = _rows_of(table)
    try:
        apply_corrections(table.path, rows, fixes)
    except (RecordError, ValueError, KeyError) as fault:
        what = f"has a correction that does not fit ({' '.join(str(fault).split())[:160]})"
        raise refused(given, what, place=CORRECTIONS, remedy=AGAIN) from None
    return replace(table, lines=tuple(tuple(row.values()) for row in rows))


def _table(files: Files, told: Mapping[str, Any]) -> Table:
    given = files.given
    name = told.get("path")
    raw = files.pinned(name, told.get("hash"))
    file = str(name)
    table = table_of(given, files.descriptor, _path(told, file))
    read_lines = _parquet_lines if file.endswith(".parquet") else _csv_lines
    header, rows = read_lines(given, file, raw)
    beside = (*BESIDE, *printed_columns(table.columns))
    places = in_columns(given, file, table, header, beside)
    texts = Texts.of(table, places)
    lines, spots = [], []
    for number, row in rows:
        try:
            lines.append(texts.line(row))
        except ValueError as fault:
            raise refused(given, str(fault), place=f"{file}, line {number}", remedy=AGAIN) from None
        spots.append(texts.place(row, f"{file}, line {number}"))
    digest = text_in(given, files.descriptor, told, "digest")
    return checked(given, file, table, Table(table.path, tuple(lines), tuple(spots)), digest)


def _path(told: Mapping[str, Any], file: str) -> str:
    """The table of the record: as told, else by the path of the file, as in the packaged record itself."""
    path = told.get("table", file)
    return path if isinstance(path, str) else ""


def _csv_lines(given: Given, file: str, raw: bytes) -> tuple[list[str], Iterator[tuple[int, list[str]]]]:
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as fault:
        raise refused(given, f"is not UTF-8 ({fault.reason})", place=file, remedy=AGAIN) from None
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    rows = _told_lines(given, file, reader)
    header = next(rows, (1, []))[1]
    if not header:
        raise refused(given, "has no header", place=file, remedy=AGAIN)
    return header, _even(given, file, rows, len(header))


def _told_lines(given: Given, file: str, reader: Any) -> Iterator[tuple[int, list[str]]]:
    try:
        for row in reader:
            yield reader.line_num, row
    except csv.Error as fault:
        raise refused(given, f"is no table ({fault})", place=f"{file}, line {reader.line_num}", remedy=AGAIN) from None


def _even(
    given: Given, file: str, rows: Iterator[tuple[int, list[str]]], width: int
) -> Iterator[tuple[int, list[str]]]:
    for number, row in rows:
        if len(row) != width:
            what = f"has {len(row)} cells, and the header {width}"
            raise refused(given, what, place=f"{file}, line {number}", remedy=AGAIN)
        yield number, row


def _parquet_lines(given: Given, file: str, raw: bytes) -> tuple[list[str], Iterator[tuple[int, Any]]]:
    import polars

    try:
        frame = polars.read_parquet(io.BytesIO(raw))
    except (polars.exceptions.PolarsError, OSError, ValueError) as fault:
        what = f"is no Parquet file, or damaged ({' '.join(str(fault).split())[:100]})"
        raise refused(given, what, place=file, remedy=AGAIN) from None
    except BaseException as fault:  # a panic of the reader is no Exception
        if type(fault).__name__ != "PanicException":
            raise
        raise refused(given, "is no Parquet file, or damaged", place=file, remedy=AGAIN) from None
    return frame.columns, enumerate(frame.iter_rows(), start=2)
