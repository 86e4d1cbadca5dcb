"""The days of several files at once: a table that names each file and its day."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import click

from burdenshare.cli import completing
from burdenshare.cli.output import past_day
from burdenshare.errors import InputError

COLUMNS = ("article", "on")
"""As in a table of cases, so that one file can serve for both."""

DAYS = click.option(
    "--days",
    metavar="TABLE.csv",
    shell_complete=completing.files,
    help="A table with the columns `article` (file name) and `on` (its day); wins over --on and any date found.",
)


@dataclass(frozen=True, slots=True)
class Days:
    """The day given for every file (`on`), and those given for single ones by their names."""

    on: date | None = None
    of: Mapping[str, date] = field(default_factory=dict)

    def day(self, file: str) -> date | None:
        """The day of a file: its own row, else the one for all."""
        return self.of.get(Path(file).name, self.on)


def days_of(on: str | None, table: str | None) -> Days:
    """The days that a call gives. Raises InputError for a table that cannot be used, with the line."""
    return Days(past_day(on, "--on"), {} if table is None else _read(table))


def _read(table: str) -> dict[str, date]:
    try:
        text = Path(table).read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as fault:
        reason = getattr(fault, "strerror", None) or "is not UTF-8"
        raise InputError(f"cannot be read ({reason})", where=table, remedy="name a CSV file") from None
    rows = csv.DictReader(text.splitlines())
    if not set(COLUMNS) <= set(rows.fieldnames or ()):
        raise InputError("has no columns article and on", where=table, remedy="name them in its first line")
    found: dict[str, date] = {}
    for row in rows:
        where = f"{table}, line {rows.line_num}"
        name, day = (row["article"] or "").strip(), past_day((row["on"] or "").strip() or None, where)
        if not name or day is None:
            raise InputError("names no article or no day", where=where, remedy="give both")
        if found.setdefault(name, day) != day:
            raise InputError(f"gives {name} another day than before", where=where, remedy="keep one of the two")
    return found
