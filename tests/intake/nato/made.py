"""Invented releases of NATO's: that of June 2024, every ally's spending moved a little, and its years too.

Their figures agree with each other as NATO's do: totals are sums of the members of each year, shares are expenditure
over GDP, changes follow from the levels, so that a whole import can be tested with them. `revised` agrees with the
record as well; the other, two years on, does not. `layouts.py` sets them as NATO does.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from burdenshare.record import Record, tables

Key = tuple[str, int, str, str, str]
"""Entity, year, measure, price basis and unit."""

EDITION = "2024-06"
CURRENCIES = {
    "ALL": "Leks",
    "EUR": "Euros",
    "BGN": "Leva",
    "CAD": "Canadian dollars",
    "CZK": "Koruny",
    "DKK": "Kroner",
    "HUF": "Forint",
    "MKD": "Denars",
    "NOK": "Kroner",
    "PLN": "Zlotys",
    "RON": "New Lei",
    "SEK": "Kronor",
    "TRY": "Liras",
    "GBP": "Pounds",
    "USD": "US dollars",
}
SPLIT = "Distribution of defence expenditure by main category"
WHOLE = ("Percentage of total defence expenditure",)
NOTE = "Notes: Figures for {} and {} are estimates. The NATO Total aggregates include each Ally from its accession on."
GROUPS = {"EUR_CAN": "NATO Europe and Canada", "NATO": "NATO Total"}


@dataclass(frozen=True)
class Block:
    """One block of a table: its heading, the measure, basis and unit it means, and its decimals in print."""

    heading: str
    measure: str
    basis: str
    unit: str
    decimals: int


@dataclass(frozen=True)
class Table:
    """One table: its name, its title, the lines below, its blocks."""

    name: str
    title: str
    under: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Invented:
    """An invented release of the given years, the last two of them estimates, at the prices of `base`. `later`: by how
    many years the figures of June 2024 are moved on."""

    record: Record
    published: date = date(2026, 8, 20)
    years: tuple[int, ...] = tuple(range(2016, 2027))
    base: int = 2021
    core: bool = True
    later: int = 2

    @property
    def name(self) -> str:
        """The name of the workbook, with its day as NATO puts it."""
        return f"{self.published:%y%m%d}-def-exp-{self.years[-1]}-TABLES-en.xlsx"

    @cached_property
    def cells(self) -> dict[Key, float]:
        """Every figure, with no more digits than any program that writes workbooks keeps."""
        moved = {key: value * self._factor(key) for key, value in self._packaged.items() if key[0] not in GROUPS}
        whole = moved | self._totals(moved)
        whole |= self._ratios(whole)
        return {
            (who, year, measure, self._basis(basis), unit): round(value, 6)
            for (who, year, measure, basis, unit), value in whole.items()
            if year in self.years
        }

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Every table in NATO's order but the derived one."""
        title = f"{'Core d' if self.core else 'D'}efence expenditure"
        priced, old = f"{self.base} prices and exchange rates", f"constant_{self.base}"
        now, then = "Current prices and exchange rates", f"Constant {priced}"
        return (
            Table("1", title, ("Million national currency units",), (
                Block("Current prices", "expenditure", "current", "million NCU", 0),
                Block(f"Constant {self.base} prices", "expenditure", old, "million NCU", 0),
            )),
            Table("2", title, ("Million US dollars",), (
                Block(now, "expenditure", "current", "million USD", 0),
                Block(then, "expenditure", old, "million USD", 0),
            )),
            Table("3", f"{title} as a share of GDP and annual real change", (f"Based on {self.base} prices",), (
                Block("Share of real GDP (%)", "share_of_gdp", old, "%", 2),
                Block("Annual real change (%)", "real_change", old, "%", 2),
            )),
            Table("5", "GDP", ("Million US dollars",), (
                Block(now, "gdp", "current", "million USD", 0),
                Block(then, "gdp", old, "million USD", 0),
            )),
            Table("6", f"GDP per capita and {title.lower()} per capita", (priced,), (
                Block("GDP per capita (thousand US dollars)", "gdp_per_capita", old, "thousand USD", 1),
                Block(f"{title} per capita (US dollars)", "expenditure_per_capita", old, "USD", 0),
            )),
            Table("7", "Military personnel", ("Thousands",), (
                Block("", "military_personnel", "", "thousand", 1),
            )),
            Table("8a", SPLIT, WHOLE, (
                Block("Equipment (a)", "equipment_share", "", "%", 2),
                Block("Personnel (b)", "personnel_share", "", "%", 2),
            )),
            Table("8b", SPLIT, WHOLE, (
                Block("Infrastructure (c)", "infrastructure_share", "", "%", 2),
                Block("Other (d)", "other_share", "", "%", 2),
            )),
        )  # fmt: skip

    def rows(self, block: Block) -> list[tuple[str, str, list[float]]]:
        """Entities, their labels and their figures in the order of the years, as NATO orders them."""
        held = {key[0] for key in self.cells if key[2:] == (block.measure, block.basis, block.unit)}
        named = sorted((self.record.name(who), who) for who in held - GROUPS.keys())
        money = block.unit == "million NCU"
        told = [(who, f"{name} ({self._currency(who)})" if money else name) for name, who in named]
        told += [(who, label) for who, label in GROUPS.items() if who in held]
        return [(who, label, [self.value(block, who, year) for year in self.years]) for who, label in told]

    def value(self, block: Block, who: str, year: int) -> float:
        """One figure of a block."""
        return self.cells[who, year, block.measure, block.basis, block.unit]

    def heads(self) -> list[object]:
        """The years as they head the columns: numbers, the last two as text."""
        return [*map(float, self.years[:-2]), *(f"{year}e" for year in self.years[-2:])]

    @property
    def note(self) -> str:
        """The note that names the estimates."""
        return NOTE.format(*self.years[-2:])

    # figures

    @cached_property
    def _packaged(self) -> dict[Key, float]:
        return {
            (row["ally"], int(row["year"]) + self.later, row["measure"], row["price_basis"], row["unit"]): float(
                row["value"]
            )
            for row in tables.rows("nato/expenditure.csv", layers=())
            if row["release"] == EDITION
        }

    def _factor(self, key: Key) -> float:
        """How much an ally's spending and forces are moved, by at most 0.3 per cent."""
        spent = key[2] in ("expenditure", "expenditure_per_capita", "military_personnel")
        return 1 + (sum(map(ord, key[0])) % 7 - 3) / 1000 if spent else 1.0

    def _totals(self, moved: dict[Key, float]) -> dict[Key, float]:
        """Sums over the members of each year; of what cannot be summed, what the edition holds."""
        held = {key: value for key, value in self._packaged.items() if key[0] in GROUPS}
        summed = {key for key in held if key[2] in ("expenditure", "gdp", "military_personnel")}
        return held | {key: sum(moved.get((one, *key[1:]), 0.0) for one in self._members(key)) for key in summed}

    def _members(self, key: Key) -> list[str]:
        held = self.record.members_in_year("NATO", key[1])
        return [one for one in held if key[0] == "NATO" or one != "USA"]

    def _ratios(self, cells: dict[Key, float]) -> dict[Key, float]:
        """Shares, changes and spending per head as they follow from the levels."""
        old = ("constant_2015", "million USD")
        found: dict[Key, float] = {}
        for who, year, measure, *rest in cells:
            spent = cells.get((who, year, "expenditure", *old), 0.0)
            if measure == "share_of_gdp":
                found[who, year, measure, rest[0], rest[1]] = 100 * spent / cells[who, year, "gdp", *old]
            if measure == "expenditure_per_capita" and who in GROUPS:
                people = cells[who, year, "gdp", *old] / cells[who, year, "gdp_per_capita", old[0], "thousand USD"]
                found[who, year, measure, rest[0], rest[1]] = 1000 * spent / people
            before = cells.get((who, year - 1, "expenditure", *old))
            if measure == "real_change" and before:
                found[who, year, measure, rest[0], rest[1]] = 100 * (spent / before - 1)
        return found

    def _basis(self, basis: str) -> str:
        return basis.replace("2015", str(self.base))

    def _currency(self, ally: str) -> str:
        return CURRENCIES[self.record.currency(ally, self.published)]


def revised(record: Record) -> Invented:
    """A revision of June 2024 that came out a month later: it stands every rule of the record."""
    return Invented(record, date(2024, 7, 20), tuple(range(2014, 2025)), 2015, core=False, later=0)
