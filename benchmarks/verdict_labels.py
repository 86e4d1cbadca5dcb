"""The second implementation of the law: what a figure's verdict must be, from the raw tables alone.

Only the plain core of `docs/methodology.md` is written here, for claims whose words leave nothing open but the release
(and, where no price basis is named, the basis). It imports nothing of burdenshare, so that the two can disagree. Where
the law's own words do not decide (a figure at the edge of a printed cell, a distance between the band of new and of old
cells), a label is None, and no claim is generated from it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from math import ceil, floor, log10

from benchmarks.verdict_claims import Expected, Truth
from benchmarks.verdict_tables import (
    GROUPS,
    Cell,
    Key,
    Release,
    cells,
    count_at,
    decimals,
    exactly_at,
    joined,
    out_by,
    releases,
    told_counts,
)

DEFAULT_BAND = {("ally", "new"): 0.07, ("ally", "old"): 0.015, ("group", "new"): 0.02, ("group", "old"): 0.02}
NOT_SPENDING = frozenset({"military_personnel"})
"""What the definition of July 2026 does not touch."""
FEWEST_PAIRS = 20
WIDEST_BAND = 0.10
WIDEST_ROUNDING = 0.05
BASELINE = 2014
"""The year over which extra spending is counted in the frames."""
FROM_LEVELS = frozenset({"growth", "extra", "total"})
"""Measures computed from levels, which take the band of the level."""
TOUCHING = 1e-9
"""Two intervals that meet in one point agree; this much is lost in computing their ends."""
SHY = 0.25
"""No label is given nearer than this part of the band to its edge, where the law fixes no tie-break."""


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


# How wide a number is ------------------------------------------------------------------------------------------------


def rounded(number: float, digits: int) -> str:
    """A number as it would be printed with so many decimals."""
    return f"{number:.{digits}f}"


def width(printed: str, scale: float = 1.0) -> tuple[float, float]:
    """What a printed number allows: half a unit of its last digit, with trailing zeros half a unit of its second digit
    or of its last one that is no zero, whichever is finer, and never more than 5 % of it."""
    value = float(printed)
    if "." in printed:
        half = 0.5 * 10.0 ** -decimals(printed)
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


def held(asked: Asked, release: Release) -> Cell | None:
    """What a release says to a question: a cell, or what follows from several cells of that release."""
    if asked.measure == "total":
        part, whole = _money(asked, release, asked.year), _money(replace(asked, who="NATO"), release, asked.year)
        return _derived([part, whole], lambda values: values[0] / values[1] * 100)
    if asked.measure == "extra":
        years = [_money(asked, release, year) for year in range(BASELINE, asked.year + 1)]
        return _derived(years, lambda values: sum(values[1:]) - values[0] * (len(values) - 1))
    if asked.measure == "growth":
        pair = [_money(asked, release, year) for year in (asked.year, asked.year - 1)]
        return _derived(pair, lambda values: (values[0] / values[1] - 1) * 100)
    if asked.measure == "expenditure":
        return _money(asked, release, asked.year)
    return cells().get(release.id, {}).get((asked.measure, asked.who, asked.year, "", ""))


def _derived(parts: Sequence[Cell | None], formula: Callable[[list[float]], float]) -> Cell | None:
    """A value computed from cells of one release, all of which it must hold."""
    held_there = [one for one in parts if one is not None]
    if len(held_there) < len(parts):
        return None
    value = formula([one.value for one in held_there])
    return Cell(value, value, value, all(one.alone for one in held_there))


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
    measure = "expenditure" if asked.measure in FROM_LEVELS else asked.measure
    points = 100.0 if asked.measure == "growth" else 1.0
    new, old = (band(measure, asked.who, young, on) * points for young in (True, False))
    if asked.measure == "total":  # no band is stated for it: between that of a group and that of an ally's level
        return min(new, old, DEFAULT_BAND["group", "old"]), max(new, old)
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
    if (
        release.core
        and whole is not None
        and asked.measure not in NOT_SPENDING
        and _distance(asked, whole) <= most * (1 + SHY)
    ):
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
    if counted - exactly_at(threshold, year, newest) <= number < counted:
        return None  # the quotients behind the rounded cells, which are not asked here, may agree
    told = [count for one in rest if one.core == newest.core for count in told_counts(threshold, year, one)]
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


def judged_accession(who: str, year: int) -> Expected:
    """The label of a year of accession, alike on both clocks."""
    if joined(who).year == year:
        return Expected(frozenset({"supported"}), Truth.TRUE)
    return Expected(frozenset({"contradicted"}), Truth.FALSE)
