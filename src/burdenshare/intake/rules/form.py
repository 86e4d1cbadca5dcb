"""The form of every table: header, types, bounds, allowed values, unique key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from datetime import date

from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.moments import span
from burdenshare.record.schema import MOMENT, Column, Table
from burdenshare.record.tables import PLACE, Row

RULE = "form"


def faults(table: Table, rows: Sequence[Row]) -> Iterator[Fault]:
    """Every departure of `rows` from the declaration; of a wrong header only that.

    Rows that have a place come from a reader, which names its columns: their order is no matter.
    """
    odd = next((row for row in rows if not _is_whole(table, row)), None)
    if odd is not None:
        what = f"header {','.join(_columns(odd))}, expected {','.join(table.header)}"
        yield Fault(RULE, table.path, (table.name, "header"), what, odd.get(PLACE, ""))
        return
    for column in table.columns:
        yield from _column_faults(table, column, rows)
    yield from repeated(table, rows)


def repeated(table: Table, rows: Sequence[Row]) -> Iterator[Fault]:
    """Rows whose key stands once more."""
    seen: dict[tuple[str, ...], Row] = {}
    for row in rows:
        whole = tuple(row[name] for name in table.key)
        if whole in seen:
            first = seen[whole].get(PLACE, "")
            where = f" (first in {first})" if first else ""
            key = (table.name, *key_of(table, row))
            yield Fault("twice", table.path, key, f"the key stands twice{where}", row.get(PLACE, ""))
        seen.setdefault(whole, row)


def key_of(table: Table, row: Row) -> tuple[str, ...]:
    """The values of a row's key, without the empty ones."""
    return tuple(row[name] for name in table.key if row[name])


def _is_whole(table: Table, row: Row) -> bool:
    columns = _columns(row)
    return columns == table.header or (PLACE in row and sorted(columns) == sorted(table.header))


def _columns(row: Row) -> tuple[str, ...]:
    return tuple(name for name in row if name != PLACE)


def _column_faults(table: Table, column: Column, rows: Sequence[Row]) -> Iterator[Fault]:
    checked: dict[str, str] = {}
    for row in rows:
        text = row[column.name]
        if text not in checked:
            checked[text] = _wrong(column, text)
        if checked[text]:
            what = f"{column.name} is '{text}', {checked[text]}"
            yield Fault(RULE, table.path, (table.name, *key_of(table, row), column.name), what, row.get(PLACE, ""))


def _wrong(column: Column, text: str) -> str:
    """What is wrong with a value of a column; empty where nothing is."""
    if not text:
        return "may not be empty" if column.required else ""
    if column.allowed and text not in column.allowed:
        return "not one of " + ", ".join(column.allowed)
    if not _TYPES[column.type](text):
        return f"not a {column.type}"
    if column.low is not None and column.high is not None and not column.low <= float(text) <= column.high:
        return f"outside {column.low:g} to {column.high:g}"
    return ""


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d+(\.\d+)?(e[+-]?\d+)?", text, re.ASCII) is not None


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_moment(text: str) -> bool:
    return re.fullmatch(MOMENT, text, re.ASCII) is not None and span(text) is not None


_TYPES: dict[str, Callable[[str], bool]] = {
    "string": lambda text: text == text.strip(),
    "number": _is_number,
    "integer": lambda text: re.fullmatch(r"-?\d+", text, re.ASCII) is not None,
    "boolean": lambda text: text in ("true", "false"),
    "day": _is_day,
    "moment": _is_moment,
}
