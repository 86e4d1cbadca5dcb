"""The second implementation of the law: what a figure's verdict must be, from the raw tables alone.

Only the plain core of `docs/methodology.md` is written here, for claims whose words leave nothing open but the release
(and, where no price basis is named, the basis). It reads `src/burdenshare/data/*.csv` with polars and imports nothing
of burdenshare, so that the two can disagree. Where the law's own words do not decide (a figure at the edge of a printed
cell, a distance between the band of new and of old cells), `judged` says None, and no claim is generated from it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from math import ceil, floor, log10
from pathlib import Path

import polars as pl

from benchmarks.verdict_claims import Expected, Truth

DATA = Path(__file__).parent.parent / "src" / "burdenshare" / "data"
GROUPS = ("NATO", "EUR_CAN", "EUR")
SCALE = {"million USD": 1e6, "billion USD": 1e9, "million NCU": 1e6, "thousand": 1e3, "USD": 1.0, "%": 1.0}
DEFAULT_BAND = {("ally", "new"): 0.07, ("ally", "old"): 0.015, ("group", "new"): 0.02, ("group", "old"): 0.02}
FEWEST_PAIRS = 20
WIDEST_BAND = 0.10
WIDEST_ROUNDING = 0.05
TOUCHING = 1e-9
"""Two intervals that meet in one point agree; this much is lost in computing their ends."""
SHY = 0.25
"""No label is given nearer than this part of the band to its edge, where the law fixes no tie-break."""


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


@dataclass(frozen=True, slots=True)
class Asked:
    """A question whose words leave nothing open but the release: `basis` is current, constant_2015, constant_2021,
    `any` where the words name none, or empty where the measure has none; `unit` is USD or NCU for money."""

    measure: str
    who: str
    year: int
    low: float
    high: float
    unit: str = ""
    basis: str = ""


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
    half = 0.0 if row["precision"] == "full" else 0.5 * 10.0 ** -_decimals(digits)
    if row["measure"] == "share_of_gdp" and half > 0.0:
        half = min(half, 0.05) if "." in digits else 0.005  # a whole number in a table of two decimals
    value = float(digits)
    return Cell(value * scale, (value - half) * scale, (value + half) * scale, row["grade"] != "secondary")


def _decimals(digits: str) -> int:
    return len(digits.partition(".")[2])


# How wide a number is ------------------------------------------------------------------------------------------------


def rounded(number: float, digits: int) -> str:
    """A number as it would be printed with so many decimals."""
    return f"{number:.{digits}f}"


def width(printed: str, scale: float = 1.0) -> tuple[float, float]:
    """What a printed number allows: half a unit of its last digit, with trailing zeros half a unit of its second digit
    or of its last one that is no zero, whichever is finer, and never more than 5 % of it."""
    value = float(printed)
    if "." in printed:
        half = 0.5 * 10.0 ** -_decimals(printed)
    else:
        zeros = len(printed) - len(printed.rstrip("0"))
        second = max(floor(log10(abs(value))) - 1, 0) if value else 0
        half = 0.5 * 10.0 ** min(zeros, second)
    half = min(half, WIDEST_ROUNDING * abs(value))
    return (value - half) * scale, (value + half) * scale


# The revision band ---------------------------------------------------------------------------------------------------


@cache
def band(measure: str, who: str, young: bool, on: date) -> float:
    """How far neighbouring releases out by a day have moved this measure in four cells of five."""
    kind = "group" if who in GROUPS else "ally"
    moves = sorted(_moves(measure, kind == "group", young, on))
    if len(moves) < FEWEST_PAIRS:
        return DEFAULT_BAND[kind, "new" if young else "old"]
    return min(moves[ceil(0.8 * len(moves)) - 1], WIDEST_BAND)


def _moves(measure: str, group: bool, young: bool, on: date) -> Iterable[float]:
    last: dict[Key, tuple[Release, float]] = {}
    for release in releases():
        if release.on > on:
            continue
        for key, cell in cells().get(release.id, {}).items():
            if key[0] != measure or (key[1] in GROUPS) is not group or key[:2] == ("expenditure", "EUR"):
                continue  # the last: a sum of this file's own, which no release printed
            if key in last:
                before, value = last[key]
                if (key[2] >= before.own_year - 1) is young and value:
                    yield abs(cell.value / value - 1)
            last[key] = (release, cell.value)


# Judging -------------------------------------------------------------------------------------------------------------


def out_by(on: date) -> list[Release]:
    """The releases of a day, the newest first."""
    return [one for one in reversed(releases()) if one.on <= on]


def held(asked: Asked, release: Release) -> Cell | None:
    """What a release says to a question: a cell, or a growth over a year inside the release."""
    if asked.measure == "growth":
        now, before = (_money(asked, release, year) for year in (asked.year, asked.year - 1))
        if now is None or before is None:
            return None
        growth = (now.value / before.value - 1) * 100
        return Cell(growth, growth, growth, now.alone and before.alone)
    if asked.measure == "expenditure":
        return _money(asked, release, asked.year)
    return cells().get(release.id, {}).get((asked.measure, asked.who, asked.year, "", ""))


def _money(asked: Asked, release: Release, year: int) -> Cell | None:
    bases = {"any": ("current",), "constant": ("constant_2015", "constant_2021")}.get(asked.basis, (asked.basis,))
    found = (cells().get(release.id, {}).get(("expenditure", asked.who, year, asked.unit, basis)) for basis in bases)
    return next((one for one in found if one is not None), None)


def judged(asked: Asked, day: date, now: date | None = None) -> Expected | None:
    """The label of a question on one clock: *then* on the text's `day`, *now* if the day of the edition is given.

    None where this evaluator does not decide: no release holds it, or the law leaves a tie.
    """
    out = out_by(now or day)
    holding = [(one, cell) for one in out if (cell := held(asked, one)) is not None]
    if not holding:
        return Expected(frozenset({"unverifiable"}), Truth.UNCOVERED)
    release, cell = holding[0]
    if not cell.alone:
        return None
    if _agrees(asked, cell):
        return _as_said(asked, release, out[0]) if _inside(asked, cell) else None
    older = [] if now else [(one, other) for one, other in holding[1:] if one.core == release.core]
    if any(_agrees(asked, other) for _, other in older):
        return Expected(frozenset({"depends"}), Truth.OPEN)
    if asked.basis == "any" and (between := _between(asked, release)) is not False:
        return Expected(frozenset({"depends"}), Truth.OPEN) if between else None
    found = _apart(asked, release, cell, now or day, holding, out[0])
    near = [_near(asked, one, other, now or day) for one, other in older]
    if found is None or None in near:
        return None
    return Expected(frozenset({"close"}), Truth.OPEN) if any(near) else found


def _as_said(asked: Asked, release: Release, newest: Release) -> Expected:
    """The release agrees. Where a newer one counts in prices of another year only, abstaining and naming the definition
    are good too."""
    spare = {"depends", "unverifiable"} if asked.basis.startswith("constant_") and release is not newest else set()
    return Expected(frozenset({"supported", *spare}), Truth.TRUE)


def _limits(asked: Asked, release: Release, on: date) -> tuple[float, float]:
    """The band by the age that the year has in the release, and the wider one where the law leaves its age open: two
    years before the release's own, which was new on the day when it was said."""
    measure = "expenditure" if asked.measure == "growth" else asked.measure
    points = 100.0 if asked.measure == "growth" else 1.0
    new, old = (band(measure, asked.who, young, on) * points for young in (True, False))
    if asked.year == release.own_year - 2:
        return min(new, old), max(new, old)
    limit = new if asked.year >= release.own_year - 1 else old
    return limit, limit


def _near(asked: Asked, release: Release, cell: Cell, on: date) -> bool | None:
    """Whether a release comes within the band; None at the edge of it."""
    distance = _distance(asked, cell)
    least, most = _limits(asked, release, on)
    if least * (1 - SHY) < distance <= most * (1 + SHY):
        return None
    return distance <= least


def _apart(
    asked: Asked, release: Release, cell: Cell, on: date, holding: list[tuple[Release, Cell]], newest: Release
) -> Expected | None:
    """Nothing agrees: close, contradicted, or told by the other definition."""
    near = _near(asked, release, cell, on)
    _, most = _limits(asked, release, on)
    if near is None or (release is not newest and _distance(asked, cell) <= 2 * most * (1 + SHY)):
        return None
    if near:
        return Expected(frozenset({"close"}), Truth.OPEN)
    whole = next((one for rel, one in holding if not rel.core), None)
    if release.core and whole is not None and _distance(asked, whole) <= most * (1 + SHY):
        return Expected(frozenset({"depends"}), Truth.OPEN) if _inside(asked, whole) else None
    return Expected(frozenset({"contradicted"}), Truth.FALSE)


def _agrees(asked: Asked, cell: Cell) -> bool:
    slack = TOUCHING * abs(cell.value)
    return cell.low <= asked.high + slack and asked.low <= cell.high + slack


def _inside(asked: Asked, cell: Cell) -> bool:
    """Whether the cell agrees by its value and not by the last unit of its printed digits alone."""
    return asked.low <= cell.value <= asked.high


def _distance(asked: Asked, cell: Cell) -> float:
    """How far the value lies outside what was said: as a part of the value, in points for growth."""
    gap = max(asked.low - cell.value, cell.value - asked.high, 0.0)
    return gap if asked.measure == "growth" else gap / abs(cell.value)


def _between(asked: Asked, release: Release) -> bool | None:
    """Whether what was said lies between the release's constant and current values; None near one of the two."""
    table = cells()[release.id]
    names = ("current", "constant_2015", "constant_2021")
    found = [table.get(("expenditure", asked.who, asked.year, asked.unit, name)) for name in names]
    values = [one.value for one in found if one is not None]
    if len(values) < 2:
        return None
    low, high = min(values), max(values)
    middle = (asked.low + asked.high) / 2
    if low <= middle <= high:
        return True
    return None if low * 0.92 <= middle <= high * 1.08 else False


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
    asked = [table.get(("share_of_gdp", ally, year, "", "")) for ally in members(year) if ally != "ISL"]
    if any(one is None for one in asked):
        return None
    values = [one.value for one in asked if one is not None]
    near = any(abs(one - threshold) <= 0.05 for one in values)
    return sum(one >= threshold for one in values), len(values), near


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


def _told(threshold: float, year: int, release: Release) -> list[int]:
    """What a release says to a count: by its cells, by its own text."""
    counted = count_at(threshold, year, release)
    printed = printed_counts().get((release.on, year)) if threshold == 2 else None
    return [*([counted[0]] if counted else []), *([printed] if printed is not None else [])]


def judged_count(number: int, threshold: float, year: int, day: date, now: date | None = None) -> Expected | None:
    """The label of a count of allies on one clock, where the newest release of the day is complete for the year."""
    releases_out = out_by(now or day)
    found = count_at(threshold, year, releases_out[0])
    if found is None:
        return None
    counted, _, near = found
    if counted == number:
        return Expected(frozenset({"supported"}), Truth.TRUE)
    newest, *rest = releases_out
    told = [count for one in rest if one.core == newest.core for count in _told(threshold, year, one)]
    if not now and number in told:
        return Expected(frozenset({"depends"}), Truth.OPEN)
    if abs(counted - number) == 1 and near:
        return Expected(frozenset({"close"}), Truth.OPEN)
    if not now and any(abs(one - number) == 1 for one in told):
        return None  # whether an ally stood near the threshold in a release held in part is not known
    whole = next((count for one in rest if not one.core and (count := count_at(threshold, year, one))), None)
    if newest.core and whole is not None and whole[0] == number:
        return Expected(frozenset({"depends"}), Truth.OPEN)
    return Expected(frozenset({"contradicted"}), Truth.FALSE)


def joined(who: str) -> date:
    """The day an ally joined the alliance."""
    table = pl.read_csv(DATA / "commitments" / "members.csv").filter(pl.col("ally") == who)
    return date.fromisoformat(table["joined_on"].item())


def judged_accession(who: str, year: int) -> Expected:
    """The label of a year of accession, alike on both clocks."""
    if joined(who).year == year:
        return Expected(frozenset({"supported"}), Truth.TRUE)
    return Expected(frozenset({"contradicted"}), Truth.FALSE)
