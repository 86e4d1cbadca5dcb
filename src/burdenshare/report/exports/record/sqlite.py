"""The record as one SQLite file that Datasette serves as it is, and the metadata that lie beside it."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from burdenshare.record.exchange.columns import Column
from burdenshare.record.exchange.forms import RecordForm
from burdenshare.record.typed import Value
from burdenshare.report.exports.record.databases import Table, tables_of
from burdenshare.report.exports.record.held import Held
from burdenshare.report.exports.record.package import json_bytes
from burdenshare.report.exports.record.views import VIEWS

_TYPES = {"string": "TEXT", "integer": "INTEGER", "number": "REAL", "boolean": "INTEGER", "date": "TEXT"}

FACETS = {
    "nato_expenditure": ("release", "ally", "measure", "price_basis", "unit"),
    "macro_macro": ("vintage", "indicator", "entity"),
    "support_support": ("release", "donor", "kind", "measure", "unit"),
    "people_offices": ("office", "entity", "grade"),
    "commitments_commitments": ("actor", "kind", "measure"),
    "commitments_events": ("kind", "grade"),
    "posture_troops": ("measure", "entity"),
    "industry_production": ("measure", "grade"),
    "sources": ("publisher", "grade", "redistribution"),
}
"""What Datasette offers to filter by."""


def sqlite_files(record: Held, target: Path) -> dict[Path, bytes]:
    """The database, and beside `NAME.db` its `NAME.metadata.json`."""
    tables = tuple(tables_of(record, RecordForm.SQLITE))
    beside = target.with_name(f"{target.stem}.metadata.json")
    return {target: _database(tables), beside: json_bytes(_metadata(record, tables, target.stem))}


def _database(tables: tuple[Table, ...]) -> bytes:
    with closing(sqlite3.connect(":memory:")) as database:
        for table in tables:
            database.execute(_create(table))
            marks = ", ".join("?" * len(table.columns))
            database.executemany(f'INSERT INTO "{table.name}" VALUES ({marks})', _rows(table.columns))
            for column in table.indexed:
                database.execute(f'CREATE INDEX "{table.name}_{column}" ON "{table.name}" ("{column}")')
        for view in VIEWS:
            database.execute(f'CREATE VIEW "{view.name}" AS {view.sql}')
        database.commit()
        return bytes(database.serialize())


def _create(table: Table) -> str:
    lines = [f'"{one.name}" {_TYPES[one.kind]}' for one in table.columns]
    if table.key:
        lines.append(f"PRIMARY KEY ({_quoted(table.key)})")
    lines += [f'FOREIGN KEY ("{column}") REFERENCES "{to}" ("{other}")' for column, to, other in table.refers]
    return f'CREATE TABLE "{table.name}" (\n  ' + ",\n  ".join(lines) + "\n)"


def _quoted(names: tuple[str, ...]) -> str:
    return ", ".join(f'"{one}"' for one in names)


def _rows(columns: tuple[Column, ...]) -> Iterator[tuple[Any, ...]]:
    days = [_days(one) if one.kind == "date" else one.values for one in columns]
    return zip(*days, strict=True)


def _days(column: Column) -> tuple[Value, ...]:
    """SQLite has no days: ISO text."""
    return tuple(None if one is None else str(one) for one in column.values)


def _metadata(record: Held, tables: tuple[Table, ...], database: str) -> dict[str, Any]:
    """What `datasette NAME.db --metadata NAME.metadata.json` shows."""
    shown = {table.name: _told(table) for table in tables}
    shown |= {view.name: {"description": view.about} for view in VIEWS}
    return {
        "title": "The record of allied defence",
        "description": f"Edition {record.edition}, version {record.version}, exported by burdenshare."
        " Every row names its source; the table of sources states the terms of each.",
        "databases": {database: {"source": "see the table sources", "tables": shown}},
    }


def _told(table: Table) -> dict[str, Any]:
    shown: dict[str, Any] = {"title": table.about}
    named = {one.name for one in table.columns}
    if facets := [one for one in FACETS.get(table.name, ()) if one in named]:
        shown["facets"] = facets
    if "person" in named:
        shown["label_column"] = "person"
    return shown
