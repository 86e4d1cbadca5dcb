"""The raw tables as the second implementation of the law reads them: cells by release, members, counts, days.

Read with polars from `src/burdenshare/data`; nothing of burdenshare is imported.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

import polars as pl

DATA = Path(__file__).parent.parent / "src" / "burdenshare" / "data"
GROUPS = ("NATO", "EUR_CAN", "EUR")
SCALE = {"million USD": 1e6, "billion USD": 1e9, "million NCU": 1e6, "thousand": 1e3, "USD": 1.0, "%": 1.0}


@dataclass(frozen=True, slots=True)
class Release:
    """One of NATO's releases: its day, the newest year it speaks of, whether it counts core expenditure."""

    id: str
    on: date
    own_year: int
    core: bool


@dataclass(frozen=True, slots=True)
class Cell:
    """One value in base units, as far as its digits reach, and whether its source may carry a verdict alone."""

    value: float
    low: float
    high: float
    alone: bool


Key = tuple[str, str, int, str, str]  # measure, ally, year, unit, basis


@cache
def releases() -> tuple[Release, ...]:
    """NATO's releases in the order of their days."""
    table = pl.read_csv(DATA / "nato" / "releases.csv", infer_schema_length=None).filter(pl.col("publisher") == "nato")
    found = [
        Release(
            row["release"], date.fromisoformat(row["released_on"]), int(row["own_year"]), row["definition"] == "core"
        )
        for row in table.iter_rows(named=True)
    ]
    return tuple(sorted(found, key=lambda one: one.on))


@cache
def cells() -> Mapping[str, Mapping[Key, Cell]]:
    """Every cell of every release, by release."""
    sources = pl.read_csv(DATA / "sources.csv", infer_schema_length=None).unique("source")
    table = pl.read_csv(
        DATA / "nato" / "expenditure.csv", infer_schema_length=None, schema_overrides={"value": pl.String}
    )
    told = table.join(sources.select("source", "grade", "precision"), on="source", how="left")
    found: dict[str, dict[Key, Cell]] = {}
    for row in told.iter_rows(named=True):
        if row["unit"] in SCALE:
            found.setdefault(row["release"], {})[_key(row)] = _cell(row)
    for held_there in found.values():
        held_there.update(_european(held_there))
    return found


def _european(table: Mapping[Key, Cell]) -> dict[Key, Cell]:
    """The sums of the European allies: those of Europe and Canada less Canada's, inside one release."""
    sums = {}
    for (measure, who, year, unit, basis), cell in table.items():
        canada = table.get((measure, "CAN", year, unit, basis))
        if measure == "expenditure" and who == "EUR_CAN" and canada is not None:
            value = cell.value - canada.value
            sums[measure, "EUR", year, unit, basis] = Cell(value, value, value, True)
    return sums


def _key(row: Mapping[str, str | int | None]) -> Key:
    money = row["measure"] == "expenditure"
    unit = str(row["unit"]).rsplit(" ", 1)[-1] if money else ""
    return str(row["measure"]), str(row["ally"]), int(row["year"] or 0), unit, str(row["price_basis"]) if money else ""


def _cell(row: Mapping[str, str | None]) -> Cell:
    digits = str(row["value"])
    scale = SCALE[str(row["unit"])]
    half = 0.0 if row["precision"] == "full" else 0.5 * 10.0 ** -decimals(digits)
    if row["measure"] == "share_of_gdp" and half > 0.0:
        half = min(half, 0.05) if "." in digits else 0.005  # a whole number in a table of two decimals
    value = float(digits)
    return Cell(value * scale, (value - half) * scale, (value + half) * scale, row["grade"] != "secondary")


def decimals(digits: str) -> int:
    """How many digits stand behind the point."""
    return len(digits.partition(".")[2])


def out_by(on: date) -> list[Release]:
    """The releases of a day, the newest first."""
    return [one for one in reversed(releases()) if one.on <= on]


# Counts --------------------------------------------------------------------------------------------------------------


@cache
def members(year: int) -> frozenset[str]:
    """Who belonged to the alliance on the last day of a year."""
    table = pl.read_csv(DATA / "commitments" / "members.csv")
    return frozenset(table.filter(pl.col("joined_on") <= f"{year}-12-31")["ally"].to_list())


def count_at(threshold: float, year: int, release: Release) -> tuple[int, int, bool] | None:
    """How many members reach a share of GDP in a complete release, how many have a cell, and whether one stands within
    0.05 points of the threshold. None where a member with armed forces has none."""
    table = cells().get(release.id, {})
    asked = [table.get(_share(ally, year)) for ally in members(year) if ally != "ISL"]
    if any(one is None for one in asked):
        return None
    values = [one.value for one in asked if one is not None]
    near = any(abs(one - threshold) <= 0.05 for one in values)
    return sum(one >= threshold for one in values), len(values), near


def exactly_at(threshold: float, year: int, release: Release) -> int:
    """How many members stand as exactly the threshold: some of those were rounded up to it."""
    table = cells().get(release.id, {})
    return sum(table[key].value == threshold for ally in members(year) if (key := _share(ally, year)) in table)


def _share(ally: str, year: int) -> Key:
    return "share_of_gdp", ally, year, "", ""


@cache
def printed_counts() -> Mapping[tuple[date, int], int]:
    """How many allies reach 2 % in a year, as the releases of a day printed it themselves; speeches are no evidence."""
    table = pl.read_csv(DATA / "nato" / "headlines.csv", infer_schema_length=None)
    told = table.filter(
        (pl.col("measure") == "number_at_or_above_2pct_gdp")
        & ~pl.col("publisher").str.contains("Secretary General|MOD")
    )
    return {
        (date.fromisoformat(row["released_on"]), int(row["year"])): int(float(row["value"]))
        for row in told.iter_rows(named=True)
    }


def told_counts(threshold: float, year: int, release: Release) -> list[int]:
    """What a release says to a count: by its cells, by its own text."""
    counted = count_at(threshold, year, release)
    printed = printed_counts().get((release.on, year)) if threshold == 2 else None
    return [*([counted[0]] if counted else []), *([printed] if printed is not None else [])]


def joined(who: str) -> date:
    """The day an ally joined the alliance."""
    table = pl.read_csv(DATA / "commitments" / "members.csv").filter(pl.col("ally") == who)
    return date.fromisoformat(table["joined_on"].item())
