"""A user's table as a header and rows of cells with their addresses: CSV, TSV, a sheet, or records of JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from burdenshare.intake import grid
from burdenshare.intake.mapped.keys import faulty
from burdenshare.intake.mapped.model import FileForm
from burdenshare.intake.mapped.texts import Cell, text_of
from burdenshare.intake.model import DeliveryError, Given, refused

MOST_ROWS = 1_000_000


@dataclass(frozen=True, slots=True)
class Cells:
    """One row: what stands in each column of the header, and where."""

    place: str
    held: Sequence[Cell]
    spots: Sequence[str]


@dataclass(frozen=True, slots=True)
class Read:
    """The whole table. `columns` are its header's words, in their order."""

    columns: tuple[str, ...]
    rows: tuple[Cells, ...]


def cells(given: Given, asked: FileForm) -> Read:
    """The table of a file. Raises DeliveryError: another form, no such sheet or header, damaged."""
    form = asked.form or form_of(given)
    if form == "xlsx":
        found = _sheet(given, asked)
    elif form == "json":
        found = _records(given, asked)
    else:
        found = _lines(given, asked, "\t" if form == "tsv" else ",")
    columns, rows = found
    twice = next((name for at, name in enumerate(columns) if name and name in columns[:at]), "")
    if twice:
        raise refused(given, f"has two columns named '{twice[:60]}'", remedy="give one of them another name")
    return Read(columns, tuple(_kept(given, rows)))


def form_of(given: Given) -> str:
    """The form by the beginning of the file, and of texts by the ending of its name."""
    begin = given.content[:8]
    if begin.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return "xlsx"
    if given.name.lower().endswith(".json") or begin.lstrip(b"\xef\xbb\xbf \r\n\t")[:1] in (b"[", b"{"):
        return "json"
    return "tsv" if given.name.lower().endswith((".tsv", ".tab")) else "csv"


Found = tuple[tuple[str, ...], Iterator[Cells]]


def _kept(given: Given, rows: Iterator[Cells]) -> Iterator[Cells]:
    """Rows that hold anything at all."""
    for number, row in enumerate(rows):
        if number >= MOST_ROWS:
            raise refused(given, f"has more than {MOST_ROWS:,} rows", remedy="give it in parts")
        if any(one not in (None, "") for one in row.held):
            yield row


def _lines(given: Given, asked: FileForm, usual: str) -> Found:
    try:
        text = given.content.decode(asked.encoding).removeprefix("\ufeff")
    except (UnicodeDecodeError, UnicodeError) as fault:
        what = f"is not written in {asked.encoding} ({' '.join(str(fault).split())[:80]})"
        raise refused(given, what, remedy="name its encoding under [file] of the mapping") from None
    if "\0" in text:
        raise refused(given, "is no text", remedy="name its form under [file] of the mapping")
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=asked.separator or usual, strict=True)
    lines: dict[int, list[str]] = {}
    begins = 1
    try:
        for row in reader:
            lines[begins] = row
            begins = reader.line_num + 1  # a cell may hold line ends
    except csv.Error as fault:
        raise refused(given, f"is no table ({fault})", place=f"line {begins}") from None
    if asked.header not in lines:
        raise refused(given, f"has no line {asked.header} for a header", remedy="see header under [file]")
    header = _header([one.strip() for one in lines[asked.header]])
    return header, _numbered(given, asked, header, lines)


def _numbered(given: Given, asked: FileForm, header: Sequence[str], lines: Mapping[int, list[str]]) -> Iterator[Cells]:
    for number, row in lines.items():
        if not _inside(number, asked):
            continue
        place = f"line {number}"
        if row and len(row) != len(header):
            what = f"has {len(row)} cells, and the header {len(header)}"
            raise refused(given, what, place=place, remedy="see separator, first and last under [file]")
        yield Cells(place, row, [f"{place}, column '{name}'" for name in header])


def _inside(number: int, asked: FileForm) -> bool:
    return number >= (asked.first or asked.header + 1) and (not asked.last or number <= asked.last)


def _header(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(" ".join(one.split()) for one in words)


def _sheet(given: Given, asked: FileForm) -> Found:
    held = grid.sheets(given)
    named = [one for one in held if one.name == asked.sheet] if asked.sheet else list(held)
    if len(named) != 1:
        names = ", ".join(one.name for one in held)
        what = f"has no sheet '{asked.sheet}'" if asked.sheet else f"has {len(held)} sheets"
        raise refused(given, what, remedy=f"name one under [file] of the mapping: {names}")
    sheet = named[0]
    if asked.header > len(sheet.rows):
        raise refused(given, f"has no row {asked.header} for a header", place=sheet.name)
    header = _header([text_of(one) for one in sheet.rows[asked.header - 1]])
    return header, _addressed(given, asked, sheet)


def _addressed(given: Given, asked: FileForm, sheet: grid.Sheet) -> Iterator[Cells]:
    for at, row in enumerate(sheet.rows):
        if not _inside(at + 1, asked):
            continue
        spots = [sheet.place(at, column) for column in range(len(row))]
        broken = next((column for line, column in sorted(sheet.errors) if line == at), None)
        if broken is not None:
            raise refused(given, "holds the error of a formula", place=sheet.place(at, broken))
        merged = next((span for span in sheet.spans if span[0] <= at <= span[2]), None)
        if merged is not None and any(one is not None for one in row):
            what = "is part of merged cells, whose value belongs to more than one row or column"
            raise refused(
                given, what, place=sheet.place(at, merged[1]), remedy="take them apart, or see first and last"
            )
        yield Cells(spots[0] if spots else f"{sheet.name}!A{at + 1}", row, spots)


def _records(given: Given, asked: FileForm) -> Found:
    try:
        text = given.content.decode("utf-8-sig")
        found: Any = json.loads(text, parse_float=str, parse_int=str, parse_constant=str, object_pairs_hook=_once)
    except (ValueError, RecursionError) as fault:
        raise refused(given, f"is no JSON ({' '.join(str(fault).split())[:100]})") from None
    for step in filter(None, asked.records.split(".")):
        if not isinstance(found, dict) or step not in found:
            raise refused(given, f"has nothing at '{asked.records}'", remedy="see records under [file]")
        found = found[step]
    if not isinstance(found, list) or not found or not all(isinstance(one, dict) for one in found):
        what = "holds no list of records" + (f" at '{asked.records}'" if asked.records else "")
        raise refused(given, what, remedy="say where they stand by records under [file]")
    columns = tuple(dict.fromkeys(str(name) for one in found for name in one))
    return columns, _told(given, asked, columns, found)


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    held = dict(pairs)
    if len(held) < len(pairs):
        raise ValueError("a record names a key twice")
    return held


def _told(given: Given, asked: FileForm, columns: Sequence[str], found: Sequence[Mapping[str, Any]]) -> Iterator[Cells]:
    first, last = asked.first or 1, asked.last or len(found)
    for number, one in enumerate(found, start=1):
        if not first <= number <= last:
            continue
        place = f"record {number}"
        spots = [f"{place}, '{name}'" for name in columns]
        for name, value in one.items():
            if isinstance(value, dict | list):
                raise refused(given, "holds no single value", place=f"{place}, '{name}'")
        yield Cells(place, [one.get(name) for name in columns], spots)


def no_column(name: str, columns: Sequence[str], section: str) -> DeliveryError:
    """The error for a column of the file that the mapping names and the file has not."""
    listed = ", ".join(one for one in columns if one)[:300]
    return faulty(
        f"names the column '{name[:60]}', which the file has not", section=section, remedy=f"it has: {listed}"
    )
