"""A database brought to the tables of this program: under a lock, in one transaction, never backwards."""

from __future__ import annotations

from threading import Lock

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from burdenshare.errors import StoreError
from burdenshare.report.wording import shortened
from burdenshare.web.store.address import Address
from burdenshare.web.store.engine import WRITES, told

VERSIONS = "burdenshare_revision"
"""The table that names the revision; not Alembic's own name, so that the database may be shared with other programs."""

SERVER_LOCK = 0x6275726465
"""The advisory lock of PostgreSQL under which one program upgrades ("burde" in ASCII): it must only be the same in
every version of this program."""

_ONE_THREAD = Lock()  # Alembic keeps the upgrade that is running in a global


def upgrade(engine: Engine, address: Address) -> None:
    """Make or upgrade the tables where they lack something. Raises StoreError: newer than this program, unreachable."""
    with told(address):
        with engine.connect() as connection:
            if _is_newest(connection, address):
                return
        with _ONE_THREAD, engine.execution_options(**WRITES).begin() as connection:
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": SERVER_LOCK})
            if not _is_newest(connection, address):  # another process may have been here while we waited
                command.upgrade(_config(connection), "head")


def _is_newest(connection: Connection, address: Address) -> bool:
    """Whether the tables are those of this program."""
    scripts = ScriptDirectory.from_config(_config(connection))
    held = MigrationContext.configure(connection, opts={"version_table": VERSIONS}).get_current_heads()
    known = {one.revision for one in scripts.walk_revisions()}
    for one in held:
        if one not in known:
            what = f"was upgraded by a newer burdenshare (to revision {shortened(one, 40)})"
            raise StoreError(what, where=address.shown, remedy="use that burdenshare, or another database")
    return held == (scripts.get_current_head(),)


def _config(connection: Connection) -> Config:
    config = Config()
    config.set_main_option("script_location", "burdenshare.web.store:migrations")
    config.attributes["connection"] = connection
    return config
