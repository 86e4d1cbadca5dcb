"""Which record answers, read from its description: the process that serves pages never loads the record itself."""

from __future__ import annotations

from datetime import date
from functools import cache

from burdenshare.record import tables


@cache
def edition() -> date:
    """The newest day that the record speaks for."""
    return tables.edition()


@cache
def version() -> str:
    """Changes whenever any table does."""
    return tables.record_version()
