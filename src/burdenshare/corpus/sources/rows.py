"""Parquet: cut at row groups, each row a document with named columns.

DuckDB reads it, some hundred rows at once however large a row group is, and of a file that lies elsewhere only what it
asks for. Only the columns that make a document are read.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import Any

from burdenshare.corpus.model import Broken, Entry
from burdenshare.corpus.sources.fields import ADDRESS, AUTHOR, DAY, OUTLET, TEXT, TITLE, entry_of
from burdenshare.corpus.sources.streams import shown
from burdenshare.errors import InputError

ROWS_A_SHARD = 20_000
ROWS_AT_ONCE = 500
MEMORY = "400MB"
"""Of DuckDB; a worker's bound is above it."""
NOTHING = (0, 0)
"""The span of a file that cannot be read, or has no rows."""

Span = tuple[int, int]


class _UnreadError(Exception):
    """Why a file, or what follows in it, cannot be read."""


def spans(path: str, on_field: str | None = None) -> list[Span]:
    """Ranges of rows of a file, cut at its row groups, and within those that hold more than a shard does; `NOTHING`
    alone where it cannot be read. Raises InputError: `on_field` is none of its columns."""
    try:
        with closing(_Base(path)) as base:
            columns = _columns(base)
            if on_field is not None and on_field not in columns and on_field.partition(".")[0] not in columns:
                raise InputError(f"has no column '{on_field}'", where=shown(path), remedy="see --on-field")
            return list(_joined(_groups(base)))
    except _UnreadError:
        return [NOTHING]


def entries(path: str, begin: int, end: int, on_field: str | None) -> Iterator[Entry | Broken]:
    """The documents of rows `begin` to `end` (exclusive). A row group that is damaged is told, and the next is read."""
    try:
        with closing(_Base(path)) as base:
            fields = _fields(_columns(base), on_field)
            for first, last in _within(_groups(base), begin, end):
                yield from _group(base, fields, path, first, last, on_field)
    except _UnreadError as fault:
        yield Broken(shown(path), str(fault))


def _group(
    base: _Base, fields: dict[str, str], path: str, first: int, last: int, on_field: str | None
) -> Iterator[Entry | Broken]:
    at = first
    try:
        for row in base.rows(fields, first, last):
            yield entry_of(row, f"{shown(path)}#{at}", on_field)
            at += 1
    except _UnreadError as fault:
        yield Broken(f"{shown(path)}#{at}", f"rows {at} to {last - 1} cannot be read ({fault})")


def _fields(columns: dict[str, str], on_field: str | None) -> dict[str, str]:
    """The columns to read, by the name under which a document knows them; days and moments as words, in UTC."""
    texts = (*TEXT, *TITLE, *OUTLET, *AUTHOR, *ADDRESS)
    fields = {name: _quoted(name) for name in texts if columns.get(name) == "VARCHAR"}
    if not fields.keys() & set(TEXT):
        raise _UnreadError(f"has no column with a text ({', '.join(TEXT)})")
    for name in DAY if on_field is None else (on_field,):
        if name in columns:
            fields[name] = f"CAST({_quoted(name)} AS VARCHAR)"
        elif on_field is not None and name.partition(".")[0] in columns:
            fields[name] = f"CAST({'.'.join(map(_quoted, name.split('.')))} AS VARCHAR)"
    return fields


def _columns(base: _Base) -> dict[str, str]:
    return {name: kind for name, kind, *_ in base.asked("DESCRIBE SELECT * FROM read_parquet(?)")}


def _groups(base: _Base) -> list[Span]:
    """The rows of each row group."""
    asked = "SELECT row_group_id, any_value(row_group_num_rows) FROM parquet_metadata(?) GROUP BY 1 ORDER BY 1"
    found: list[Span] = []
    for _, count in base.asked(asked):
        begin = found[-1][1] if found else 0
        found.append((begin, begin + count))
    return found


def _joined(groups: list[Span]) -> Iterator[Span]:
    """Row groups joined to shards, and cut where one is more than a shard."""
    begin = end = 0
    for first, last in groups:
        if end > begin and last - begin > ROWS_A_SHARD:
            yield begin, end
            begin = first
        end = last
        while end - begin > ROWS_A_SHARD:
            yield begin, begin + ROWS_A_SHARD
            begin += ROWS_A_SHARD
    yield begin, end


def _within(groups: list[Span], begin: int, end: int) -> Iterator[Span]:
    for first, last in groups:
        if (low := max(first, begin)) < (high := min(last, end)):
            yield low, high


class _Base:
    """A DuckDB that looks at one file, with one thread, in order."""

    def __init__(self, path: str) -> None:
        import duckdb

        from burdenshare.corpus.sources.reached import KIND, Reached

        self._faults = duckdb.Error
        self._short = duckdb.OutOfMemoryException
        self._name = f"{KIND}://source.parquet"  # no pattern, whatever the file is called
        self._file = Reached(path)
        self._base = duckdb.connect(":memory:")
        self._base.execute(f"SET threads = 1; SET memory_limit = '{MEMORY}'; SET TimeZone = 'UTC'")
        self._base.execute("SET preserve_insertion_order = true; SET autoinstall_known_extensions = false")
        self._base.register_filesystem(self._file)

    def close(self) -> None:
        self._base.close()

    def asked(self, question: str) -> list[tuple[Any, ...]]:
        """The answer to a question about the file. Raises InputError, _UnreadError."""
        with self._told():
            found: list[tuple[Any, ...]] = self._base.execute(question, [self._name]).fetchall()
            return found

    def rows(self, fields: dict[str, str], begin: int, end: int) -> Iterator[dict[str, Any]]:
        """Rows of the file by field. Raises InputError, _UnreadError."""
        chosen = ", ".join(fields.values())
        bounds = "file_row_number >= ? AND file_row_number < ?"
        asked = f"SELECT {chosen} FROM read_parquet(?, file_row_number = true) WHERE {bounds}"
        with self._told():
            self._base.execute(asked, [self._name, begin, end])
        while rows := self._next():
            for row in rows:
                yield dict(zip(fields, row, strict=True))

    def _next(self) -> list[tuple[Any, ...]]:
        with self._told():
            found: list[tuple[Any, ...]] = self._base.fetchmany(ROWS_AT_ONCE)
            return found

    @contextmanager
    def _told(self) -> Iterator[None]:
        """InputError where the bytes cannot be had, _UnreadError where they are wrong, MemoryError for too many."""
        try:
            yield
        except self._faults as fault:
            if self._file.fault is not None:
                raise self._file.fault from None
            if isinstance(fault, self._short):
                raise MemoryError from None
            raise _UnreadError(f"no Parquet that can be read: {type(fault).__name__}") from None


def _quoted(name: str) -> str:
    return '"' + name.replace('"', '""') + '"'
