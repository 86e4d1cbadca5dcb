"""An SQLite export read back: in memory, from its tables alone, within a bound of work."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from typing import Any

from burdenshare.intake.model import DeliveryError, Given, refused
from burdenshare.intake.packaged import databases
from burdenshare.intake.packaged.model import AGAIN, Exported

MAGIC = b"SQLite format 3\0"
MOST_STEPS = 20_000
"""Thousands of steps of SQLite's machine that one statement may take; reading the vintages takes some 3,000."""


def read(given: Given) -> Exported:
    """The tables of the database. Raises DeliveryError: damaged, none of ours.

    Only plain tables are read: a view or a virtual table of a stranger's file could run without end.
    """
    with closing(sqlite3.connect(":memory:")) as database:
        steps = _Steps()
        database.set_progress_handler(steps.more, 1000)
        try:
            database.execute("PRAGMA trusted_schema = OFF")
            database.deserialize(given.content)
            found = _ask(given, database, steps, "PRAGMA quick_check(1)")
            if [str(one[0]) for one in found] != ["ok"]:
                raise refused(given, "is a damaged database", remedy=AGAIN)
            plain = [str(name) for name, sql in _tables(given, database, steps) if _is_plain(str(sql))]
            return databases.read(
                given,
                "sqlite",
                plain,
                lambda name: [str(one[1]) for one in _ask(given, database, steps, f'PRAGMA table_xinfo("{name}")')],
                lambda sql: _ask(given, database, steps, sql),
            )
        except (sqlite3.Error, OverflowError, UnicodeDecodeError) as fault:
            raise _damaged(given, fault) from None


class _Steps:
    """Counts thousands of steps; more than allowed ends the statement."""

    def __init__(self) -> None:
        self.done = 0

    def more(self) -> int:
        self.done += 1
        return int(self.done > MOST_STEPS)


def _tables(given: Given, database: sqlite3.Connection, steps: _Steps) -> list[Sequence[Any]]:
    return _ask(given, database, steps, "SELECT name, sql FROM sqlite_schema WHERE type = 'table'")


def _is_plain(sql: str) -> bool:
    words = sql.casefold().split("(", 1)
    return words[0].startswith("create table") and "generated always" not in sql.casefold()


def _ask(given: Given, database: sqlite3.Connection, steps: _Steps, sql: str) -> list[Sequence[Any]]:
    steps.done = 0
    try:
        return database.execute(sql).fetchall()
    except (sqlite3.Error, OverflowError, UnicodeDecodeError) as fault:
        raise _damaged(given, fault) from None


def _damaged(given: Given, fault: Exception) -> DeliveryError:
    return refused(given, f"is a damaged database ({' '.join(str(fault).split())[:100]})", remedy=AGAIN)
