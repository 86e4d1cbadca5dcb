"""A question to a data set in SQL. It can read the data set, and nothing else: no file, no network, no setting."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import duckdb

from burdenshare.corpus.asking.copies import copies
from burdenshare.corpus.asking.data_set import DataSet
from burdenshare.corpus.asking.tables import views
from burdenshare.corpus.tables import TABLES
from burdenshare.errors import InputError

ALLOWED = (duckdb.StatementType.SELECT, duckdb.StatementType.EXPLAIN)
"""Kinds of statements that only read; SHOW, DESCRIBE and SUMMARIZE are of the first."""
ONLY_READS = "only one question is answered: SELECT, WITH, DESCRIBE, SUMMARIZE or EXPLAIN"
ONLY_DATA, SEE = "only the data set can be read", "see burdenshare corpus query PLACE"
BARRED = re.compile(
    r"current_setting|(?:duckdb|pg|duckdb_profiling)_settings|duckdb_extensions|json_execute_serialized_sql"
    r"|\bquery(?:_table)?\b\"?(?:\s|/\*.*?\*/|--[^\n]*\n)*\(",
    re.IGNORECASE | re.DOTALL,
)
"""Functions that tell of this machine, and those that would run words as SQL, in which the others could be hidden."""
MEMORY = "2GB"
"""What a question may hold in memory; beyond it what can be laid on disk is."""
BATCH = 2_000
"""Rows that are fetched at once."""

Value = Any


@dataclass(frozen=True, slots=True)
class Answer:
    """What came of a question: the names of its columns, their kinds as DuckDB calls them, and the rows."""

    columns: tuple[str, ...]
    kinds: tuple[str, ...]
    rows: list[tuple[Value, ...]] = field(default_factory=list)
    more: bool = False  # there are rows beyond those that were wanted

    def named(self) -> list[dict[str, Value]]:
        """The rows by the names of their columns."""
        return [dict(zip(self.columns, row, strict=True)) for row in self.rows]


class Asking:
    """A data set ready to be asked, several times."""

    def __init__(self, data: DataSet, connection: duckdb.DuckDBPyConnection) -> None:
        self.data = data
        self._connection = connection
        self._made: set[str] = set()

    def ask(self, sql: str, parameters: Mapping[str, Value] | None = None, *, most: int | None = None) -> Answer:
        """The answer to one statement, `most` rows of it or all. Raises InputError: no question, one that would do
        more than read, or one that this data set has no answer to."""
        self._prepare(self._refused(sql))
        try:
            found = self._connection.execute(sql, dict(parameters or {}))
            names, kinds = _columns(found)
            rows = list(_rows(found, most))
        except duckdb.Error as fault:
            raise _told(fault) from None
        except UnicodeDecodeError:
            raise InputError("a value is no text", where="SQL", remedy="see its bytes with hex()") from None
        more = most is not None and len(rows) > most
        return Answer(names, kinds, rows[:most] if more else rows, more)

    def batches(self, sql: str, size: int) -> Iterator[Answer]:
        """The same in parts of `size` rows, so that an answer of any length can be passed on; at least one, which may
        be empty. Another question may not be asked meanwhile."""
        self._prepare(self._refused(sql))
        try:
            found = self._connection.execute(sql)
            names, kinds = _columns(found)
            rows = found.fetchmany(size)
            yield Answer(names, kinds, rows)
            while rows := found.fetchmany(size):
                yield Answer(names, kinds, rows)
        except duckdb.Error as fault:
            raise _told(fault) from None

    def _refused(self, sql: str) -> str:
        """The question, unless it is none, several, or one that does more than read."""
        try:
            statements = self._connection.extract_statements(sql)
        except duckdb.Error as fault:
            raise _told(fault) from None
        if len(statements) != 1 or statements[0].type not in ALLOWED:
            kinds = ", ".join(one.type.name for one in statements) or "nothing"
            raise InputError(
                f"{ONLY_READS} (this is {kinds})", where="SQL", remedy="see burdenshare corpus query --help"
            )
        if BARRED.search(sql):
            raise InputError(ONLY_DATA, where="SQL", remedy=SEE)
        return sql

    def _prepare(self, sql: str) -> None:
        """Make what is only made when it is asked for."""
        if "copies" in self._made or not any(one in sql.lower() for one in ("copies", *_needing("copies"))):
            return
        frame = copies(self.data)
        self._connection.execute("CREATE TABLE copies (shard INTEGER, row INTEGER, voice VARCHAR, likeness DOUBLE)")
        for at in range(0, len(frame), BATCH):
            part = frame.slice(at, BATCH)
            columns = [part[name].to_list() for name in part.columns]
            self._connection.execute("INSERT INTO copies SELECT unnest(?), unnest(?), unnest(?), unnest(?)", columns)
        for view in views():
            if view.needs == "copies":
                self._connection.execute(f'CREATE VIEW "{view.name}" AS {view.sql}')
        self._made.add("copies")


@contextmanager
def asking(data: DataSet) -> Iterator[Asking]:
    """A data set opened for questions. Raises InputError: a part is damaged."""
    with tempfile.TemporaryDirectory(prefix="burdenshare-asking-") as aside:
        connection = duckdb.connect(":memory:")
        with closing(connection):
            try:
                _opened(connection, data, Path(aside))
            except duckdb.Error as fault:
                told = f"a part is damaged ({_first_line(fault)})"
                raise InputError(told, where=data.place, remedy="restore it, or run anew") from None
            yield Asking(data, connection)


def _opened(connection: duckdb.DuckDBPyConnection, data: DataSet, aside: Path) -> None:
    """Let the tables stand as views, then shut the door: the files of the data set are all that can be opened."""
    paths = [str(path) for held in data.files.values() for path in held]
    connection.execute(f"SET temp_directory = {_quoted(str(aside))}")
    connection.execute(f"SET memory_limit = '{MEMORY}'")
    connection.execute(f"SET allowed_paths = [{', '.join(map(_quoted, paths))}]")
    for table, held in data.files.items():
        parts = ", ".join(_quoted(str(path)) for path in held)
        connection.execute(f'CREATE VIEW "{table}" AS SELECT * FROM read_parquet([{parts}])')
        _refuse_other_columns(connection, table, data.place)
    for view in views():
        if not view.needs:
            connection.execute(f'CREATE VIEW "{view.name}" AS {view.sql}')
    for setting in SHUT:
        connection.execute(f"SET {setting}")


def _refuse_other_columns(connection: duckdb.DuckDBPyConnection, table: str, place: str) -> None:
    """Raise InputError where a table lacks a column: a program with other tables made it."""
    there = {str(row[0]) for row in connection.execute(f'DESCRIBE "{table}"').fetchall()}
    if lacking := [name for name in TABLES[table] if name not in there]:
        what = f"was made by a burdenshare with other tables: {table} has no {', '.join(lacking)}"
        raise InputError(what, where=place, remedy="make it anew with this burdenshare")


SHUT = (
    "python_enable_replacements = false",
    "autoinstall_known_extensions = false",
    "autoload_known_extensions = false",
    "allow_community_extensions = false",
    "allow_persistent_secrets = false",
    "enable_external_access = false",
    "lock_configuration = true",
)
"""No variable of this program, no extension, no secret, no file or address beyond the data set, and no way back."""


def _needing(table: str) -> tuple[str, ...]:
    return tuple(view.name for view in views() if view.needs == table)


def _columns(found: duckdb.DuckDBPyConnection) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The names of the columns, and their kinds."""
    told = found.description or []
    return tuple(str(one[0]) for one in told), tuple(str(one[1]) for one in told)


def _rows(found: duckdb.DuckDBPyConnection, most: int | None) -> Iterator[tuple[Value, ...]]:
    """Rows as they come, one more than wanted, so that it can be told that there are more."""
    left = None if most is None else most + 1
    while left is None or left > 0:
        part = found.fetchmany(BATCH if left is None else min(BATCH, left))
        if not part:
            return
        yield from part
        left = None if left is None else left - len(part)


def _told(fault: duckdb.Error) -> InputError:
    """The database's own words in one line; of what lies beyond the data set it says no more than that."""
    if isinstance(fault, duckdb.PermissionException):
        return InputError(ONLY_DATA, where="SQL", remedy=SEE)
    return InputError(
        _first_line(fault), where="SQL", remedy="see burdenshare corpus query PLACE for tables and columns"
    )


def _first_line(fault: duckdb.Error) -> str:
    """Without the sketch of the place, and without the class of the fault before it."""
    lines = [line.strip() for line in str(fault).splitlines() if line.strip()]
    head = lines[0] if lines else type(fault).__name__
    hints = [line for line in lines[1:] if line.startswith(("Candidate bindings", "Did you mean"))]
    return " ".join([head, *hints])[:300].rstrip(".;")


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"
