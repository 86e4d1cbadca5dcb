"""The form of every CSV table: header, types, bounds, allowed values, unique key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from tools.build_record.descriptor import MOMENT
from tools.build_record.schema import Column, Table

Row = dict[str, str]


def faults(table: Table, rows: Sequence[Row]) -> Iterator[str]:
    """Every departure of `rows` from the declaration, as a line that names table, key and value."""
    if rows and tuple(rows[0]) != table.header:
        yield f"{table.path}: header {','.join(rows[0])}, expected {','.join(table.header)}"
        return
    for column in table.columns:
        yield from _column_faults(table, column, rows)
    yield from _repeated(table, rows)


def _column_faults(table: Table, column: Column, rows: Sequence[Row]) -> Iterator[str]:
    checked: dict[str, str] = {}
    for row in rows:
        text = row[column.name]
        if text not in checked:
            checked[text] = _fault(column, text)
        if checked[text]:
            yield f"{table.path} [{key_of(table, row)}]: {column.name} is '{text}', {checked[text]}"


def _fault(column: Column, text: str) -> str:
    if not text:
        return "may not be empty" if column.required else ""
    if column.allowed and text not in column.allowed:
        return "not one of " + ", ".join(column.allowed)
    if not _TYPES[column.type](text):
        return f"not a {column.type}"
    if column.low is not None and column.high is not None and not column.low <= float(text) <= column.high:
        return f"outside {column.low:g} to {column.high:g}"
    return ""


def _repeated(table: Table, rows: Sequence[Row]) -> Iterator[str]:
    seen: set[tuple[str, ...]] = set()
    for row in rows:
        key = tuple(row[name] for name in table.key)
        if key in seen:
            yield f"{table.path} [{key_of(table, row)}]: the key stands twice"
        seen.add(key)


def key_of(table: Table, row: Row) -> str:
    """The key of a row as a reader can search for it."""
    return ", ".join(row[name] for name in table.key)


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?(e-?\d+)?", text) is not None


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_moment(text: str) -> bool:
    return re.fullmatch(MOMENT, text) is not None


_TYPES: dict[str, Callable[[str], bool]] = {
    "string": lambda text: text == text.strip(),
    "number": _is_number,
    "integer": lambda text: re.fullmatch(r"-?\d+", text) is not None,
    "boolean": lambda text: text in ("true", "false"),
    "day": _is_day,
    "moment": _is_moment,
}
