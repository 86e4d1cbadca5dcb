"""The packaged record with the longest tables cut short: the same form, a fraction of the rows."""

from __future__ import annotations

from pathlib import Path

import polars as pl

from burdenshare.record import schema, tables
from tools.build_record import assemble, descriptor

WHOLE = frozenset({"nato/releases.csv", "sources.csv", "commitments/members.csv", "corrections.csv"})
"""Tables that others refer to."""


def small_record(folder: Path, kept: int) -> Path:
    """A record below `folder` with the first `kept` rows of each table, and those that corrections name."""
    raw = {one.path: _short(one, kept) for one in schema.TABLES}
    parsed = {name: assemble.read_csv(held) for name, held in raw.items() if name.endswith(".csv")}
    for name, held in raw.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(held)
    (folder / tables.DESCRIPTOR).write_bytes(descriptor.describe(raw, parsed, []))
    return folder


def _short(one: schema.Table, kept: int) -> bytes:
    if one.path == schema.MACRO:
        return assemble.parquet(pl.read_parquet(tables.macro_path()).head(kept))
    raw = (tables.PACKAGED / one.path).read_bytes()
    if one.path in WHOLE:
        return raw
    rows, named = assemble.read_csv(raw), _corrected(one.path)
    chosen = [row for at, row in enumerate(rows) if at < kept or any(_is(row, key) for key in named)]
    return assemble.write_csv(one.header, chosen)


def _corrected(path: str) -> list[dict[str, str]]:
    """The keys of the rows that corrections of a table name."""
    fixes = assemble.read_csv((tables.PACKAGED / tables.CORRECTIONS).read_bytes())
    return [dict(part.split("=", 1) for part in fix["key"].split("|")) for fix in fixes if fix["table"] == path]


def _is(row: dict[str, str], key: dict[str, str]) -> bool:
    return all(row[name] == text for name, text in key.items())
