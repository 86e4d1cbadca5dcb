"""A data set as one SQLite file that Datasette serves as it is, and the metadata that lie beside it."""

from __future__ import annotations

import json
import os
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from burdenshare.corpus.asking.asking import Asking
from burdenshare.corpus.asking.tables import ABOUT, COPIES
from burdenshare.corpus.tables import TABLES
from burdenshare.errors import OutputError
from burdenshare.report.exports.writing import writable

KINDS = {
    "INTEGER": "INTEGER", "BIGINT": "INTEGER", "DOUBLE": "REAL", "VARCHAR": "TEXT", "DATE": "TEXT", "VARCHAR[]": "TEXT",
}  # fmt: skip
RECORD = ("shard", "row")
STATEMENT = (*RECORD, "id")
AT_ONCE = 20_000
"""Rows that are read and written at once."""


@dataclass(frozen=True, slots=True)
class Exported:
    """One table of the file: its query over the data set, its key, what it refers to, what is found quickly by index,
    and what Datasette offers to filter by."""

    name: str
    sql: str
    key: tuple[str, ...] = ()
    refers: tuple[tuple[tuple[str, ...], str], ...] = ()
    indexed: tuple[str, ...] = ()
    facets: tuple[str, ...] = ()
    label: str = ""


EXPORTED = (
    Exported(
        "documents",
        """SELECT d.* REPLACE (coalesce(p.outlet, d.outlet) AS outlet) FROM documents AS d
        LEFT JOIN prints AS p ON p.shard = d.shard AND p.row = d.row ORDER BY d.shard, d.row""",
        RECORD,
        indexed=("document", "published", "outlet", "fate"),
        facets=("fate", "outlet"),
        label="title",
    ),
    Exported(
        "statements",
        "SELECT * REPLACE (array_to_string(subject, ';') AS subject) FROM statements ORDER BY shard, row, start, id",
        STATEMENT,
        ((RECORD, "documents"),),
        ("published", "speaker", "measure", "claim", "question"),
        ("kind", "measure", "topic", "speaker", "modality"),
        "text",
    ),
    Exported(
        "verdicts",
        "SELECT * FROM verdicts ORDER BY shard, row, id, clock",
        (*STATEMENT, "clock"),
        ((STATEMENT, "statements"),),
        ("verdict", "release"),
        ("clock", "verdict", "release", "rule"),
    ),
    Exported(
        "unaccounted",
        'SELECT * FROM unaccounted ORDER BY shard, row, start, "end", reason',
        (),
        ((RECORD, "documents"),),
        ("reason",),
        ("reason",),
    ),
    Exported(
        "quarantine",
        "SELECT * FROM quarantine ORDER BY shard, row",
        RECORD,
        ((RECORD, "documents"),),
        facets=("stage", "reason"),
    ),
    Exported(
        "copies",
        "SELECT * FROM copies ORDER BY shard, row",
        RECORD,
        ((RECORD, "documents"),),
        ("voice",),
    ),
)
"""Every table after those it refers to."""

SAID = """SELECT s.shard, s.row, s.id, d.published, d.published_from, d.outlet, d.title, d.address,
  s.speaker, s.office, s.kind, s.subject, s.measure, s.period, s.words, s.text, s.claim,
  t.verdict AS then_verdict, t.why AS then_why, n.verdict AS now_verdict, n.why AS now_why
FROM statements AS s JOIN documents AS d ON d.shard = s.shard AND d.row = s.row
LEFT JOIN verdicts AS t ON t.shard = s.shard AND t.row = s.row AND t.id = s.id AND t.clock = 'then'
LEFT JOIN verdicts AS n ON n.shard = s.shard AND n.row = s.row AND n.id = s.id AND n.clock = 'now'"""
SAID_ABOUT = "One row a statement, with its document and what both clocks answered."
SEARCHED = ("text", "words", "speaker")
"""Columns of `statements` that the full-text search finds words in."""


def metadata_path(target: Path) -> Path:
    """Where it lies: `archive.db` has `archive.metadata.json` beside it."""
    return target.with_name(f"{target.stem}.metadata.json")


def export(asking: Asking, target: Path, *, force: bool = False) -> tuple[Path, ...]:
    """Write the data set as SQLite, and what Datasette tells of it beside it; both whole or not at all. Returns their
    paths. Raises OutputError: a target that exists (without `force`) or cannot be written."""
    beside = metadata_path(target)
    for one in (target, beside):
        writable(one, force=force)
    with _aside(target) as database, _aside(beside) as told:
        try:
            _filled(asking, database)
            told.write_bytes(_metadata(asking, target.stem))
            database.replace(target)
            told.replace(beside)
        except (OSError, sqlite3.Error) as fault:
            words = getattr(fault, "strerror", None) or str(fault)
            raise OutputError(f"cannot be written ({words})", where=str(target), remedy="see the place") from None
    return target, beside


@contextmanager
def _aside(target: Path) -> Iterator[Path]:
    """A new file beside the target, taken away where it is still there in the end."""
    try:
        handle, name = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
    except OSError as fault:
        what = f"cannot be written ({fault.strerror})"
        raise OutputError(what, where=str(target), remedy="name a file in a folder that is there") from None
    os.close(handle)
    umask = os.umask(0)
    os.umask(umask)
    path = Path(name)
    path.chmod(0o666 & ~umask)
    try:
        yield path
    finally:
        with suppress(OSError):
            path.unlink(missing_ok=True)


def _filled(asking: Asking, path: Path) -> None:
    with closing(sqlite3.connect(path)) as database:
        database.execute("PRAGMA journal_mode = OFF")
        database.execute("PRAGMA synchronous = OFF")
        for table in EXPORTED:
            _table(asking, database, table)
        database.execute(f"CREATE VIEW said AS {SAID}")
        columns = ", ".join(SEARCHED)
        database.execute(f"CREATE VIRTUAL TABLE statements_fts USING fts5({columns}, content='statements')")
        database.execute("INSERT INTO statements_fts(statements_fts) VALUES ('rebuild')")
        database.execute("PRAGMA optimize")
        database.commit()


def _table(asking: Asking, database: sqlite3.Connection, table: Exported) -> None:
    parts = asking.batches(table.sql, AT_ONCE)
    first = next(parts)
    columns = list(zip(first.columns, first.kinds, strict=True))
    lines = [f'"{name}" {KINDS[kind]}' for name, kind in columns]
    if table.key:
        lines.append(f"PRIMARY KEY ({', '.join(table.key)})")
    lines += [f"FOREIGN KEY ({', '.join(held)}) REFERENCES {to} ({', '.join(held)})" for held, to in table.refers]
    database.execute(f"CREATE TABLE {table.name} (\n  " + ",\n  ".join(lines) + "\n)")
    marks = ", ".join("?" * len(columns))
    rows = first
    while True:
        database.executemany(
            f"INSERT INTO {table.name} VALUES ({marks})", ([_value(one) for one in row] for row in rows.rows)
        )
        if (rows := next(parts, None)) is None:  # type: ignore[assignment]
            break
    for name in table.indexed:
        database.execute(f'CREATE INDEX {table.name}_{name} ON {table.name} ("{name}")')


def _value(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


def _metadata(asking: Asking, database: str) -> bytes:
    """What `datasette NAME.db --metadata NAME.metadata.json` shows."""
    made = asking.data.manifest
    shown: dict[str, Any] = {table.name: _told(table) for table in EXPORTED}
    shown["said"] = {"description": SAID_ABOUT}
    whole = {
        "title": "What an archive says of allied defence, and how it was judged",
        "description": f"Made by burdenshare {made.code} with record {made.record}, edition {made.edition}, from "
        f"{', '.join(made.sources)}. Facts get a verdict, promises get a price, both show their source.",
        "source": ", ".join(made.sources),
        "license": "Words of documents belong to who wrote them; verdicts rest on the record of burdenshare, whose"
        " sources have terms of their own (DATA_LICENSES.md)",
        "databases": {database: {"tables": shown}},
    }
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode()


def _told(table: Exported) -> dict[str, Any]:
    columns: Mapping[str, str] = (
        COPIES if table.name == "copies" else {name: meant for name, (_, meant) in TABLES[table.name].items()}
    )
    shown: dict[str, Any] = {"description": f"{ABOUT[table.name].capitalize()}.", "columns": dict(columns)}
    if table.facets:
        shown["facets"] = list(table.facets)
    if table.label:
        shown["label_column"] = table.label
    return shown
