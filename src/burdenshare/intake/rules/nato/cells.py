"""NATO's cells as the rules look at them: parsed once, in base units, each with its width and its place."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import NamedTuple

from burdenshare.intake.rules import currencies
from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.tables import Tables
from burdenshare.intake.rules.vintages import Outlook, outlook
from burdenshare.record import precision
from burdenshare.record.nato_cells import PRICED, SCALES, TABLE
from burdenshare.record.store import IMPORTED
from burdenshare.record.tables import PLACE, Row

GROUPS = ("NATO", "EUR_CAN")
"""The aggregates that NATO prints under its tables."""
WITHOUT_USA = "EUR_CAN"
UNARMED = "ISL"
CURRENT = "current"
NCU = "NCU"
USD = "USD"


class Cell(NamedTuple):
    """What a value is of. `basis` is empty where the price basis is but a remark; `unit` is a base unit."""

    release: str
    ally: str
    year: int
    measure: str
    basis: str
    unit: str


class Held(NamedTuple):
    """A value in base units, half the width that its printed digits leave (0 for full ones), and where it stood.

    `scale` is the printed unit in base units: what a rule calls the last digit depends on it.
    """

    value: float
    half: float
    scale: float
    printed: str
    place: str

    @property
    def low(self) -> float:
        return self.value - self.half

    @property
    def high(self) -> float:
        return self.value + self.half


class Release(NamedTuple):
    """A release of NATO as its own row tells it. `day` is ISO text, empty where none is known."""

    id: str
    day: str
    own_year: int
    title: str
    place: str


@dataclass(frozen=True)
class Nato:
    """The tables the rules look at. `only` names the releases that are judged; None judges all."""

    tables: Tables
    only: frozenset[str] | None = None

    @cached_property
    def cells(self) -> Mapping[Cell, Held]:
        """Every cell of a listed release; of two rows of one cell (a basis is a remark for shares) the later holds."""
        rows = self.tables.rows(TABLE)
        widths = _Widths(rows, self.tables.rows("sources.csv"))
        return {
            cell_of(row): _held(row, widths)
            for row in rows
            if row["unit"] in SCALES and row["release"] in self.releases
        }

    @cached_property
    def by_release(self) -> Mapping[str, Mapping[Cell, Held]]:
        """Cells by release."""
        found: dict[str, dict[Cell, Held]] = defaultdict(dict)
        for cell, held in self.cells.items():
            found[cell.release][cell] = held
        return found

    @cached_property
    def releases(self) -> Mapping[str, Release]:
        """NATO's releases by id, oldest first."""
        found = [
            Release(one["release"], one["released_on"], int(one["own_year"]), one["title"], one.get(PLACE, ""))
            for one in self.tables.rows("nato/releases.csv")
            if one["publisher"] == "nato"
        ]
        return {one.id: one for one in sorted(found, key=lambda one: (one.day or "9999", one.own_year, one.id))}

    @property
    def judged(self) -> Sequence[str]:
        """The releases to be judged, oldest first."""
        return [one for one in self.releases if self.only is None or one in self.only]

    def of_judged(self) -> Iterator[tuple[Cell, Held]]:
        """The cells of the releases to be judged."""
        for release in self.judged:
            yield from self.by_release.get(release, {}).items()

    @cached_property
    def joined(self) -> Mapping[str, str]:
        """Day of accession by ally."""
        return {one["ally"]: one["joined_on"] for one in self.tables.rows("commitments/members.csv")}

    def members(self, year: int, *, armed: bool = True) -> list[str]:
        """Allies that had joined by 31 December of the year; Iceland has no armed forces."""
        last_day = f"{year}-12-31"
        return [ally for ally, day in self.joined.items() if day <= last_day and (ally != UNARMED or not armed)]

    def constant_bases(self, release: str, measure: str = "") -> list[str]:
        """The bases of constant prices that a release uses (for one measure, if it is named), `constant_2021`."""
        return self._bases.get((release, measure), [])

    @cached_property
    def _bases(self) -> Mapping[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], set[str]] = defaultdict(set)
        for cell in self.cells:
            if cell.basis.startswith("constant_"):
                found[cell.release, ""].add(cell.basis)
                found[cell.release, cell.measure].add(cell.basis)
        return {key: sorted(held) for key, held in found.items()}

    def outlook(self, release: str) -> Outlook | None:
        """The Outlook that was the newest when a release came out."""
        if release not in self._outlooks:
            self._outlooks[release] = outlook(self.tables.macro, self.releases[release].day)
        return self._outlooks[release]

    @cached_property
    def _outlooks(self) -> dict[str, Outlook | None]:
        return {}

    def restated(self, cell: Cell) -> float:
        """The factor that brings a sum in a currency that is gone to the currency of the newest release; else 1."""
        if cell.unit != NCU:
            return 1.0
        pair = cell.ally, cell.release
        if pair not in self._factors:
            newest = max(one.day for one in self.releases.values())
            self._factors[pair] = currencies.converted(self.tables, cell.ally, self.releases[cell.release].day, newest)
        return self._factors[pair]

    @cached_property
    def _factors(self) -> dict[tuple[str, str], float]:
        return {}

    def before(self, release: str) -> list[str]:
        """The releases that came out before one, newest first."""
        ordered = list(self.releases)
        return ordered[: ordered.index(release)][::-1] if release in self.releases else []


def cell_of(row: Row) -> Cell:
    """Which cell a row of the table states."""
    basis = row["price_basis"] if row["measure"] in PRICED else ""
    unit = SCALES[row["unit"]][1]
    return Cell(row["release"], row["ally"], int(row["year"]), row["measure"], basis, unit)


def key_of(cell: Cell) -> tuple[str, ...]:
    """A cell as the key of a fault: its parts that are not empty, the unit only where it is national currency."""
    unit = cell.unit if cell.unit == NCU else ""
    return tuple(part for part in (cell.release, cell.ally, str(cell.year), cell.measure, cell.basis, unit) if part)


def fault(rule: str, cell: Cell, held: Held, what: str) -> Fault:
    """The fault of one cell."""
    return Fault(rule, TABLE, key_of(cell), what, held.place)


class _Widths:
    """Half a unit of the last digit by source, measure and unit.

    What `precision.toml` declares holds, unless a source shows more decimals of a measure: then it printed those. An
    imported file keeps the digits of each cell as they were printed (NATO's own totals of personnel lack the decimal).
    """

    def __init__(self, rows: Sequence[Row], sources: Sequence[Row]) -> None:
        full = {one["source"] for one in sources if one["precision"] == "full"}
        imported = {one["source"] for one in sources if one["source"].startswith(IMPORTED)}
        declared = precision.declared()
        self._declared = replace(declared, as_written=declared.as_written | (imported - full))
        self._full = declared.full | full
        shown: dict[tuple[str, str, str], Counter[int]] = defaultdict(Counter)
        for row in rows:
            if row["source"] not in self._full:
                decimals = len(row["value"].partition(".")[2])
                shown[row["source"], row["measure"], row["unit"]][decimals] += 1
        self._shown = {key: 0.5 * 10.0 ** -_most_shown(found) for key, found in shown.items()}

    def half(self, row: Row) -> float:
        """Half the width of a row's value, in the printed unit."""
        source, measure = row["source"], row["measure"]
        if source in self._full:
            return 0.0
        declared = self._declared.half_unit(source, measure, row["value"])
        if source in self._declared.as_written:
            return declared
        return min(declared, self._shown[source, measure, row["unit"]])


ENOUGH = 3
"""Cells that must show a number of decimals before a column is taken to have been printed with it: a single long one
may be a slip."""


def _most_shown(found: Counter[int]) -> int:
    return max((decimals for decimals, count in found.items() if count >= ENOUGH), default=0)


def _held(row: Row, widths: _Widths) -> Held:
    scale = SCALES[row["unit"]][0]
    half = widths.half(row) * scale
    return Held(float(row["value"]) * scale, half, scale, f"{row['value']} {row['unit']}", row.get(PLACE, ""))
