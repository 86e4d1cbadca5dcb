"""Everything a record must satisfy before it is shipped; run by the build, and by the tests on the packaged tables."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import polars as pl

from burdenshare.errors import RecordError
from burdenshare.record.tables import macro_path, rows
from tools.build_record import nato_rules, other_rules, schema, structure

SHOWN = 20
"""How many faults one failure lists: enough to see a pattern, few enough to read."""


def faults(root: Path, *, complete: bool = True) -> Iterator[str]:
    """Every broken rule of the record at `root`, tables first in form, then in substance.

    `complete` is False for a record built without the rows of unclear terms.
    """
    broken = list(_form(root))
    yield from broken
    if not broken:
        yield from nato_rules.faults(root)
        yield from other_rules.faults(root, complete=complete)


def refuse_broken(root: Path, *, complete: bool = True) -> None:
    """Raise `RecordError` listing the first broken rules, if there are any."""
    refuse(faults(root, complete=complete))


def refuse(broken: Iterator[str]) -> None:
    """Raise `RecordError` listing the first lines of `broken`, if there are any."""
    found = list(islice(broken, SHOWN))
    if found:
        raise RecordError(
            " | ".join(found), where="record", remedy="mend the input, or name the outlier with its reason"
        )


def _form(root: Path) -> Iterator[str]:
    for table in schema.TABLES:
        if table.path == schema.MACRO:
            header = tuple(pl.read_parquet_schema(macro_path(root=root)))
            if header != table.header:
                yield f"{table.path}: header {header}, expected {table.header}"
        else:
            yield from structure.faults(table, rows(table.path, root=root))
