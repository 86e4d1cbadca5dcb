"""The record as a DuckDB file: typed tables with views. Needs the package duckdb, which the core does without."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, Any

from burdenshare.errors import OutputError
from burdenshare.record.exchange.forms import RecordForm
from burdenshare.report.exports.record.databases import Table, tables_of
from burdenshare.report.exports.record.held import Held
from burdenshare.report.exports.record.package import polars_frame
from burdenshare.report.exports.record.views import VIEWS

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

_TYPES = {"string": "VARCHAR", "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "date": "DATE"}
MISSING = "pip install burdenshare[data]"


def duckdb_file(record: Held) -> bytes:
    """The database as the bytes of its file. Raises OutputError where the package duckdb is missing.

    The same record gives the same tables; the bytes differ from run to run, for DuckDB writes an identifier and
    unused memory into its files (duckdb/duckdb issue 23382). No key is declared, for its index would make the file ten
    times as large: the table `record_tables` names the key of each.
    """
    try:
        import duckdb
    except ImportError:
        what = "a DuckDB file needs the package duckdb, which is not installed"
        raise OutputError(what, where="--to duckdb", remedy=MISSING) from None

    with tempfile.TemporaryDirectory(prefix="burdenshare-") as folder:
        place = Path(folder) / "record.duckdb"
        settings: dict[str, Any] = {"threads": 1, "autoinstall_known_extensions": False}
        with duckdb.connect(str(place), config=settings) as database:
            for table in tables_of(record, RecordForm.DUCKDB):
                _fill(database, table, Path(folder) / "rows.parquet")
            for view in VIEWS:
                database.execute(f'CREATE VIEW "{view.name}" AS {view.sql}')
                _comment(database, "VIEW", view.name, view.about)
        return place.read_bytes()


def _fill(database: DuckDBPyConnection, table: Table, rows: Path) -> None:
    columns = ", ".join(f'"{one.name}" {_TYPES[one.kind]}' for one in table.columns)
    database.execute(f'CREATE TABLE "{table.name}" ({columns})')
    _comment(database, "TABLE", table.name, table.about)
    polars_frame(table.columns).write_parquet(rows)
    database.execute(f'INSERT INTO "{table.name}" SELECT * FROM read_parquet(?)', [str(rows)])


def _comment(database: DuckDBPyConnection, kind: str, name: str, about: str) -> None:
    quoted = about.replace("'", "''")
    database.execute(f"COMMENT ON {kind} \"{name}\" IS '{quoted}'")
