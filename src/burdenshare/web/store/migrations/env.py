"""What Alembic runs to upgrade: always in the transaction that `upgrading.py` has opened and locked."""

from __future__ import annotations

from alembic import context

from burdenshare.web.store.tables import Base
from burdenshare.web.store.upgrading import VERSIONS

context.configure(
    connection=context.config.attributes["connection"], target_metadata=Base.metadata, version_table=VERSIONS
)
with context.begin_transaction():
    context.run_migrations()
