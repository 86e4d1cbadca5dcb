"""One engine a store: how each database is opened, how transactions begin, and every fault in one line."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from alembic.util import CommandError
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import SQLAlchemyError

from burdenshare.errors import StoreError
from burdenshare.web.store.address import Address, address_of, default_url

BUSY_SECONDS = 30
"""How long SQLite waits for another writer; rebuilding a large file after a deletion takes a few seconds."""

CONNECT_SECONDS = 10
"""How long a server may take to answer the first word."""

WRITES = {"begin": "BEGIN IMMEDIATE"}
"""Options of a transaction that will write: SQLite must know at its beginning, or two readers that both come to write
would each wait for the other."""

ALONE = {"begin": ""}
"""Options of a statement that SQLite runs outside of transactions."""


def engine_of(address: Address) -> Engine:
    """The engine of that database, whose file is made where there is none. Raises StoreError."""
    if address.file is None:
        waiting = {} if "connect_timeout" in address.url.query else {"connect_timeout": CONNECT_SECONDS}
        with told(address):
            return create_engine(address.url, hide_parameters=True, pool_pre_ping=True, connect_args=waiting)
    _make_file(address)
    made = create_engine(address.url, hide_parameters=True, connect_args={"timeout": BUSY_SECONDS})
    event.listen(made, "connect", _set_up)
    event.listen(made, "begin", _begin)
    return made


def _make_file(address: Address) -> None:
    """The file, for its owner alone: others' articles are in it. Only the default's own folder is made with it."""
    file = address.file
    assert file is not None
    try:
        if file == address_of(default_url()).file:
            file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        os.close(os.open(file, os.O_CREAT | os.O_RDONLY, 0o600))
    except (OSError, ValueError) as fault:
        what = f"the file cannot be opened ({address.reason(fault)})"
        raise StoreError(what, where=address.shown, remedy="name a file in a folder that is there") from None


def _set_up(connection: Any, _: object) -> None:
    """What SQLite must be told on every connection.

    A rollback journal instead of a write-ahead log: the log would keep deleted texts until the last reader lets go.
    """
    connection.isolation_level = None  # the driver must not begin transactions behind our back
    for setting in ("foreign_keys = ON", "secure_delete = ON", "journal_mode = DELETE", "synchronous = FULL"):
        connection.execute(f"PRAGMA {setting}")


def _begin(connection: Connection) -> None:
    words = connection.get_execution_options().get("begin", "BEGIN")
    if words:
        connection.exec_driver_sql(words)


@contextmanager
def told(address: Address, what: str = "the database cannot be used") -> Iterator[None]:
    """Faults of the database as a StoreError, without parameters and passwords."""
    try:
        yield
    except (SQLAlchemyError, CommandError, sqlite3.Error) as fault:  # SQLite's own: raised while a connection is set up
        remedy = "see that it is there, is one of burdenshare's, and may be written"
        raise StoreError(f"{what} ({address.reason(fault)})", where=address.shown, remedy=remedy) from None
