"""SDMX-CSV of the record read back: each dataflow into the table it was made from, by its note of the structure."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Mapping
from typing import Any

from burdenshare.intake.declared import Declared
from burdenshare.intake.model import refused
from burdenshare.intake.packaged.archive import Files
from burdenshare.intake.packaged.model import AGAIN, Exported, Table, checked, in_columns, number_of, table_of, text_in
from burdenshare.record.exchange.dataflows import DATAFLOWS, Component, Dataflow
from burdenshare.record.exchange.forms import NOTHING
from burdenshare.record.exchange.periods import from_sdmx
from burdenshare.record.tables import PLACE

Words = Mapping[str, Mapping[str, str]]
"""Code list to code to word of the record."""


def read(files: Files) -> Exported:
    """The tables of the dataflows. Raises DeliveryError."""
    given, told = files.given, files.told()
    export = told.get("export")
    number_of(given, files.descriptor, export.get("number") if isinstance(export, dict) else None)
    words = {name: _words(files, one) for name, one in _listed(files, told, "codelists").items()}
    flows = _listed(files, told, "dataflows")
    known = {flow.id: flow for flow in DATAFLOWS}
    unknown = [name for name in flows if name not in known]
    if unknown or not flows:
        what = f"holds the dataflow '{unknown[0][:60]}', which is not known" if unknown else "holds no dataflow"
        raise refused(given, what, place=files.descriptor, remedy=AGAIN)
    series = tuple(_table(files, known[name], one, words) for name, one in flows.items())
    beside = tuple(_reference(files, one) for one in _listed(files, told, "references").values())
    tables = (*series, *beside)
    if len({one.path for one in tables}) < len(tables):
        raise refused(given, "holds a table twice", place=files.descriptor, remedy=AGAIN)
    version, edition = (text_in(given, files.descriptor, told, name) for name in ("version", "edition"))
    return Exported("sdmx", version, edition, tables)


def _listed(files: Files, told: Mapping[str, Any], name: str) -> dict[str, Mapping[str, Any]]:
    found = told.get(name)
    if not isinstance(found, list) or not all(
        isinstance(one, dict) and isinstance(one.get("id"), str) for one in found
    ):
        raise refused(files.given, f"'{name}' is no list of things with an id", place=files.descriptor, remedy=AGAIN)
    listed = {str(one["id"]): one for one in found}
    if len(listed) < len(found):
        raise refused(files.given, f"'{name}' names one twice", place=files.descriptor, remedy=AGAIN)
    return listed


def _words(files: Files, told: Mapping[str, Any]) -> dict[str, str]:
    name = str(told.get("file"))
    header, rows = _rows(files, name, files.pinned(told.get("file"), told.get("hash")))
    if header != ["id", "name"]:
        raise refused(files.given, "is no code list (id, name)", place=name, remedy=AGAIN)
    words = {row[0]: row[1] for _, row in rows}
    if len(words) < len(rows) or len(set(words.values())) < len(words):
        raise refused(files.given, "holds a code or a word twice", place=name, remedy=AGAIN)
    return words


def _rows(files: Files, name: str, raw: bytes) -> tuple[list[str], list[tuple[int, list[str]]]]:
    try:
        reader = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True)
        header = next(reader, [])
        rows = [(reader.line_num, row) for row in reader]
    except (UnicodeDecodeError, csv.Error) as fault:
        raise refused(files.given, f"is no table ({fault})", place=name, remedy=AGAIN) from None
    uneven = next((number for number, row in rows if len(row) != len(header)), 0)
    if uneven:
        raise refused(files.given, "has not as many cells as the header", place=f"{name}, line {uneven}", remedy=AGAIN)
    return header, rows


def _table(files: Files, flow: Dataflow, told: Mapping[str, Any], words: Words) -> Table:
    given, name = files.given, str(told.get("file"))
    table = table_of(given, files.descriptor, flow.table)
    header, rows = _rows(files, name, files.pinned(told.get("file"), told.get("hash")))
    at = {one: number for number, one in enumerate(header)}
    missing = [one.id for one in flow.components if one.id not in at]
    if missing or len(at) < len(header):
        what = f"lacks the column {missing[0]}" if missing else "names a column twice"
        raise refused(given, what, place=name, remedy=AGAIN)
    readers = _readers(flow, table, at, words)
    origin = at.get(PLACE.upper(), -1)
    lines, places = [], []
    for number, row in rows:
        spot = f"{name}, line {number}"
        try:
            lines.append(tuple(read_one(row) for read_one in readers))
        except (KeyError, ValueError) as fault:
            what = f"holds a code that no list has ({fault})" if isinstance(fault, KeyError) else str(fault)
            raise refused(given, what, place=spot, remedy=AGAIN) from None
        places.append(f"{spot} ({row[origin]})" if origin >= 0 and row[origin] else spot)
    digest = text_in(given, files.descriptor, told, "digest")
    return checked(given, name, table, Table(flow.table, tuple(lines), tuple(places)), digest)


def _reference(files: Files, told: Mapping[str, Any]) -> Table:
    """A table that goes along as it is."""
    given, name = files.given, str(told.get("file"))
    table = table_of(given, files.descriptor, str(told.get("table")))
    header, rows = _rows(files, name, files.pinned(told.get("file"), told.get("hash")))
    at = in_columns(given, name, table, header, ())
    lines = tuple(tuple(row[at[one]] for one in table.columns) for _, row in rows)
    places = tuple(f"{name}, line {number}" for number, _ in rows)
    digest = text_in(given, files.descriptor, told, "digest")
    return checked(given, name, table, Table(table.path, lines, places), digest)


def _readers(flow: Dataflow, table: Declared, at: Mapping[str, int], words: Words) -> list[Callable[[list[str]], str]]:
    """How each declared column is read from a row."""
    carried = {one.column: one for one in flow.components if one.column}
    return [_reader(carried[name], at[carried[name].id], words) for name in table.columns]


def _reader(one: Component, place: int, words: Words) -> Callable[[list[str]], str]:
    if one.flags is not None:
        flags = {one.flags[0]: "true", one.flags[1]: "false"}
        return lambda row: flags[row[place]]
    if one.codes:
        known = {NOTHING: "", **words.get(one.codes, {})}
        return lambda row: known[row[place]]
    if one.role == "time":
        return lambda row: from_sdmx(row[place])
    return lambda row: row[place]
