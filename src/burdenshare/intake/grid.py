"""Sheets of a workbook as grids of plain values with their addresses.

The reader (calamine) never runs a formula or a macro: it gives the values that were saved. What it passes over, cells
that hold a formula's error, is found in the file itself, for an error that reads as an empty cell would be lost.
"""

from __future__ import annotations

import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from io import BytesIO
from posixpath import join, normpath
from xml.etree import ElementTree

from burdenshare.intake.model import Given, refused
from burdenshare.intake.unpacked import refuse_bombs, told

Value = str | float | bool | date | None

MOST_CELLS = 4_000_000
"""Cells of all sheets; the Outlook has half a million."""

_ERROR_CELL = re.compile(rb'<c\b(?=[^>]*\bt="e")[^>]*\br="([A-Z]{1,3}\d{1,7})"')
_ADDRESS = re.compile(rb"""\sr\s*=\s*["']([A-Z]{0,3})(\d{1,7})["']""")
_FAR = re.compile(rb"""["'](?:[A-Z]{3}\d{1,7}|[A-Z]{0,2}\d{5,7})["']""")
"""Addresses beyond the 9,999th row or column ZZ; what lies before them fits into memory in any case."""

_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
SAVE_AGAIN = "open it in a spreadsheet program, save it anew as .xlsx, and check it against the publisher's"


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet: `rows` from A1 on, all as long as the longest; text without outer blanks, empty cells None.

    `spans` are the merged ranges as (top, left, bottom, right), from 0, both ends in; the value stands top left.
    `errors` are the cells (row, column) that hold a formula's error.
    """

    name: str
    rows: tuple[tuple[Value, ...], ...]
    spans: tuple[tuple[int, int, int, int], ...] = ()
    errors: frozenset[tuple[int, int]] = frozenset()

    def place(self, row: int, column: int) -> str:
        """The address of a cell as a spreadsheet shows it: `TABLE3!D12`."""
        return f"{self.name}!{letters(column)}{row + 1}"

    def at(self, row: int, column: int) -> Value:
        """The value of a cell, None outside the sheet."""
        if 0 <= row < len(self.rows) and 0 <= column < len(self.rows[row]):
            return self.rows[row][column]
        return None


def sheets(given: Given) -> tuple[Sheet, ...]:
    """Every sheet with cells, in the workbook's order. Raises DeliveryError: damaged, locked, no workbook, too big."""
    errors = _error_cells(given)
    return tuple(_sheet(name, rows, spans, errors.get(name, frozenset())) for name, rows, spans in _read(given))


@cache
def letters(column: int) -> str:
    """The name of a column: 0 is A, 26 is AA."""
    text = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def _read(
    given: Given,
) -> Iterator[tuple[str, Sequence[Sequence[object]], list[tuple[tuple[int, int], tuple[int, int]]]]]:
    from python_calamine import CalamineError, CalamineWorkbook

    cells = 0
    try:
        book = CalamineWorkbook.from_filelike(BytesIO(given.content))
        for name in book.sheet_names:
            sheet = book.get_sheet_by_name(name)
            cells += sheet.total_height * sheet.total_width if sheet.end is not None else 0
            if cells > MOST_CELLS:
                raise refused(
                    given, f"holds more than {MOST_CELLS:,} cells", place=name, remedy="give the release alone"
                )
            yield name, sheet.to_python(skip_empty_area=False), list(sheet.merged_cell_ranges or ())
    except (CalamineError, OSError, ValueError) as fault:
        raise refused(given, f"cannot be read as a workbook ({told(fault)})", remedy=SAVE_AGAIN) from None
    except BaseException as fault:  # a panic of the reader is no Exception
        if type(fault).__name__ != "PanicException":
            raise
        raise refused(
            given, "cannot be read as a workbook (its parts contradict each other)", remedy=SAVE_AGAIN
        ) from None


def _sheet(
    name: str,
    rows: Sequence[Sequence[object]],
    spans: list[tuple[tuple[int, int], tuple[int, int]]],
    errors: frozenset[tuple[int, int]],
) -> Sheet:
    kept = tuple(tuple(_value(one) for one in row) for row in rows)
    return Sheet(name, kept, tuple((top, left, bottom, right) for (top, left), (bottom, right) in spans), errors)


def _value(one: object) -> Value:
    if isinstance(one, str):
        return " ".join(one.split()) or None
    if isinstance(one, datetime):
        return one.date()
    if isinstance(one, bool | date):
        return one
    if isinstance(one, time | timedelta):  # a number that is shown as a time of day: no figure, and no empty cell
        return str(one)
    return float(one) if isinstance(one, int | float) else None


def _error_cells(given: Given) -> Mapping[str, frozenset[tuple[int, int]]]:
    """Cells with a formula's error by sheet; on the way every part is unpacked once, within the bounds."""
    found: dict[str, frozenset[tuple[int, int]]] = {}
    try:
        with zipfile.ZipFile(BytesIO(given.content)) as book:
            refuse_bombs(given, book)
            for name, part in _parts(book).items():
                if part in book.namelist():
                    raw = book.read(part)
                    _refuse_far_cells(given, name, raw)
                    hits = _ERROR_CELL.findall(raw)
                    found[name] = frozenset(_spot(one.decode()) for one in hits)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, EOFError, OSError, RuntimeError, NotImplementedError) as fault:
        raise refused(given, f"is a damaged or locked workbook ({told(fault)})", remedy=SAVE_AGAIN) from None
    except (ElementTree.ParseError, KeyError, ValueError, zlib.error) as fault:
        raise refused(given, f"is a damaged workbook ({told(fault)})", remedy=SAVE_AGAIN) from None
    return found


def _refuse_far_cells(given: Given, name: str, raw: bytes) -> None:
    """A cell far out: the reader makes a place for all between, and dies of it with the whole program."""
    if raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise refused(given, "is written in an encoding that workbooks do not use", place=name, remedy=SAVE_AGAIN)
    addresses = set(_ADDRESS.findall(raw)) if _FAR.search(raw) else set()
    rows = max((int(row) for _, row in addresses), default=1)
    columns = max((_column(letters) for letters in {held for held, _ in addresses}), default=1)
    if rows * columns > MOST_CELLS:
        what = f"reaches over {rows:,} rows and {columns:,} columns"
        raise refused(given, what, place=name, remedy="give the release alone")


def _parts(book: zipfile.ZipFile) -> dict[str, str]:
    """Path of the part of each sheet by the sheet's name."""
    links = {
        one.get("Id", ""): one.get("Target", "")
        for one in ElementTree.fromstring(_plain(book.read("xl/_rels/workbook.xml.rels")))
    }
    named = ElementTree.fromstring(_plain(book.read("xl/workbook.xml"))).iter()
    return {
        one.get("name", ""): normpath(join("/xl", links[one.get(_RELATION, "")])).lstrip("/")
        for one in named
        if one.tag.endswith("}sheet") and one.get(_RELATION, "") in links
    }


def _plain(raw: bytes) -> bytes:
    """XML without declared entities, which a workbook never needs and which could unfold without end."""
    if b"<!ENTITY" in raw or b"<!DOCTYPE" in raw:
        raise ValueError("its parts declare entities")
    return raw


def _spot(address: str) -> tuple[int, int]:
    found = re.fullmatch(r"([A-Z]+)(\d+)", address)
    if found is None:
        raise ValueError(f"'{address}' is no cell")
    return int(found[2]) - 1, _column(found[1].encode()) - 1


def _column(letters: bytes) -> int:
    """The number of a column, from 1; 0 for no letters."""
    column = 0
    for letter in letters:
        column = column * 26 + letter - ord("A") + 1
    return column
