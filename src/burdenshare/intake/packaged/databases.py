"""What a database of the record says of itself, and its tables read back, for SQLite and DuckDB alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

from burdenshare.intake.declared import declared
from burdenshare.intake.model import Given, refused
from burdenshare.intake.packaged.model import (
    AGAIN,
    MOST_ROWS,
    Exported,
    Table,
    checked,
    in_columns,
    number_of,
    table_of,
)
from burdenshare.intake.packaged.texts import Texts, printed_columns
from burdenshare.record.exchange.forms import ABOUT, LAYER, TABLES, table_name
from burdenshare.record.tables import PLACE

Query = Callable[[str], Iterable[Sequence[Any]]]
"""Asks the database; raises DeliveryError."""
Columns = Callable[[str], Sequence[str]]
"""The columns of one of its tables."""


def read(given: Given, form: str, held: Iterable[str], columns: Columns, ask: Query) -> Exported:
    """Every table of the record among the tables `held`. Raises DeliveryError: none of ours, damaged."""
    names = set(held)
    if not {ABOUT, TABLES} <= names:
        raise refused(given, f"is a database without {ABOUT}: not one of burdenshare data export", remedy=AGAIN)
    about = {str(key): str(value) for key, value in ask(f'SELECT "key", "value" FROM "{ABOUT}"')}
    number = about.get("number", "")
    number_of(given, ABOUT, int(number) if number.isdecimal() and len(number) < 9 else None)
    told = {
        str(path): (_rows(given, rows), str(digest))
        for path, rows, digest in ask(f'SELECT "path", "rows", "digest" FROM "{TABLES}"')
    }
    if sum(rows for rows, _ in told.values()) > MOST_ROWS:
        raise refused(given, f"holds more than {MOST_ROWS:,} rows", place=TABLES, remedy=AGAIN)
    tables = []
    for path in [*(one for one in declared() if one in told), *(one for one in told if one not in declared())]:
        name = table_name(path)
        table_of(given, TABLES, path)
        if name not in names:
            raise refused(given, f"lacks the table {name}, which it names", place=TABLES, remedy=AGAIN)
        tables.append(_table(given, path, told[path], columns(name), ask))
    return Exported(form, about.get("version", ""), about.get("edition", ""), tuple(tables))


def _rows(given: Given, told: object) -> int:
    if isinstance(told, int) and told >= 0:
        return told
    raise refused(given, "does not say how many rows a table has", place=TABLES, remedy=AGAIN)


def _table(given: Given, path: str, told: tuple[int, str], header: Sequence[str], ask: Query) -> Table:
    table, (rows, digest) = table_of(given, TABLES, path), told
    name = table_name(path)
    places: Mapping[str, int] = in_columns(given, name, table, header, (LAYER, PLACE, *printed_columns(table.columns)))
    texts = Texts.of(table, places)
    listed = ", ".join(f'"{one}"' for one in header)
    lines, spots = [], []
    for number, row in enumerate(ask(f'SELECT {listed} FROM "{name}" ORDER BY rowid LIMIT {rows + 1}'), start=1):
        try:
            lines.append(texts.line(row))
        except ValueError as fault:
            raise refused(given, str(fault), place=f"{name}, row {number}", remedy=AGAIN) from None
        spots.append(texts.place(row, f"{name}, row {number}"))
    if len(lines) != rows:
        held = f"more than {rows}" if len(lines) > rows else str(len(lines))
        raise refused(given, f"holds {held} rows, and says {rows}", place=name, remedy=AGAIN)
    return checked(given, name, table, Table(path, tuple(lines), tuple(spots)), digest)
