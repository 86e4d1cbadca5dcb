"""A DuckDB export read back, by the package duckdb and without a way out of the file."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from burdenshare.intake.model import DeliveryError, Given, refused
from burdenshare.intake.packaged import databases
from burdenshare.intake.packaged.model import AGAIN, Exported

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

MAGIC, MAGIC_AT = b"DUCK", 8
MISSING = "pip install burdenshare[data]"


def read(given: Given) -> Exported:
    """The tables of the database. Raises DeliveryError: damaged, none of ours, the package duckdb is missing."""
    try:
        import duckdb
    except ImportError:
        raise refused(given, "is a DuckDB file, and the package duckdb is not installed", remedy=MISSING) from None

    settings: dict[str, Any] = {"threads": 1, "enable_external_access": False, "autoload_known_extensions": False}
    with tempfile.TemporaryDirectory(prefix="burdenshare-") as folder:
        place = Path(folder) / "record.duckdb"
        place.write_bytes(given.content)
        try:
            with duckdb.connect(str(place), read_only=True, config=settings) as database:
                return _read(given, database)
        except (duckdb.Error, RuntimeError, ValueError, MemoryError) as fault:
            raise _damaged(given, fault) from None


def _read(given: Given, database: DuckDBPyConnection) -> Exported:
    import duckdb

    def ask(sql: str) -> list[Sequence[Any]]:
        try:
            return list(database.execute(sql).fetchall())
        except (duckdb.Error, RuntimeError, ValueError, MemoryError) as fault:
            raise _damaged(given, fault) from None

    def columns(name: str) -> list[str]:
        where = f"table_name = '{name}' AND schema_name = 'main' ORDER BY column_index"
        return [str(one[0]) for one in ask(f"SELECT column_name FROM duckdb_columns() WHERE {where}")]

    held = [str(one[0]) for one in ask("SELECT table_name FROM duckdb_tables() WHERE schema_name = 'main'")]
    return databases.read(given, "duckdb", held, columns, ask)


def _damaged(given: Given, fault: BaseException) -> DeliveryError:
    return refused(given, f"is a damaged database ({' '.join(str(fault).split())[:100]})", remedy=AGAIN)
