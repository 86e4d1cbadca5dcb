"""The tables of cases in `tests/cases`, that an analyst can read, as rows for a test."""

from __future__ import annotations

import csv
from pathlib import Path

FOLDER = Path(__file__).parent / "cases"


def rows_of(name: str) -> list[tuple[str, ...]]:
    """Every row of a table, its fields in their order."""
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return [tuple(row.values()) for row in csv.DictReader(file)]
