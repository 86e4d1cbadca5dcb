"""The packaged record, and its raw rows read without any of the record's code."""

from __future__ import annotations

import csv
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

import burdenshare
from burdenshare.record import Record, load_record

DATA = Path(burdenshare.__file__).parent / "data"

Rows = list[dict[str, str]]


@pytest.fixture(scope="session")
def record() -> Record:
    return load_record()


@cache
def raw_rows(name: str) -> Rows:
    with (DATA / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture(scope="session")
def raw() -> Callable[[str], Rows]:
    """`raw("nato/expenditure.csv")`: its rows as text, straight from the file."""
    return raw_rows


class Cells:
    """NATO's rows as printed, by release, ally, year, measure, basis and unit."""

    def __init__(self, rows: Rows) -> None:
        self._held = {
            (row["release"], row["ally"], int(row["year"]), row["measure"], row["price_basis"], row["unit"]): float(
                row["value"]
            )
            for row in rows
        }

    def money(self, release: str, ally: str, year: int, basis: str = "current") -> float:
        """Expenditure in million US dollars."""
        return self._held[release, ally, year, "expenditure", basis, "million USD"]

    def shares(self, release: str, year: int) -> dict[str, float]:
        """Every share of GDP that a release holds for a year, by ally or aggregate."""
        return {
            key[1]: value
            for key, value in self._held.items()
            if key[0] == release and key[2] == year and key[3] == "share_of_gdp"
        }


@pytest.fixture(scope="session")
def cells() -> Cells:
    return Cells(raw_rows("nato/expenditure.csv"))


@pytest.fixture(scope="session")
def joined() -> dict[str, int]:
    """Ally to year of accession, from the table of members."""
    return {row["ally"]: int(row["joined_on"][:4]) for row in raw_rows("commitments/members.csv")}
