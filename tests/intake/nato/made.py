"""A release of invented figures that agree with each other; `layouts.py` sets it as NATO does.

Totals are sums of the members of each year, shares are expenditure over GDP, changes follow from the levels and the
categories sum to 100, so that a whole import can be tested with it.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cached_property

from burdenshare.record import Record

Figures = dict[tuple[str, int], float]
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
CATEGORIES = (
    ("Equipment (a)", "equipment_share", 0.0),
    ("Personnel (b)", "personnel_share", 0.55),
    ("Infrastructure (c)", "infrastructure_share", 0.05),
    ("Other (d)", "other_share", 0.4),
)
SPLIT = "Distribution of defence expenditure by main category"
WHOLE = ("Percentage of total defence expenditure",)
NOTE = "Notes: Figures for {} and {} are estimates. The NATO Total aggregates include each Ally from its accession on."
GROUPS = {"EUR_CAN": "NATO Europe and Canada", "NATO": "NATO Total"}


@dataclass(frozen=True)
class Block:
    """One block of a table: its heading, the measure, basis and unit it means, its figures, and decimals in print."""

    heading: str
    measure: str
    basis: str
    unit: str
    figures: Figures
    decimals: int
    money: bool = False

    def value(self, who: str, year: int) -> float:
        """A figure, with no more digits than any program that writes workbooks keeps."""
        return round(self.figures[who, year], 6)


@dataclass(frozen=True)
class Table:
    """One table: its name, its title, the lines below, its blocks."""

    name: str
    title: str
    under: tuple[str, ...]
    blocks: tuple[Block, ...]


@dataclass(frozen=True)
class Invented:
    """An invented release of the given years, the last two of them estimates."""

    record: Record
    published: date = date(2026, 8, 20)
    years: tuple[int, ...] = tuple(range(2016, 2027))
    base: int = 2021
    core: bool = True

    @property
    def name(self) -> str:
        """The name of the workbook, with its day as NATO puts it."""
        return f"{self.published:%y%m%d}-def-exp-{self.years[-1]}-TABLES-en.xlsx"

    @cached_property
    def allies(self) -> tuple[str, ...]:
        """The allies with armed forces."""
        return tuple(one.ally for one in self.record.allies() if one.armed)

    @cached_property
    def gdp(self) -> Figures:
        """GDP at constant prices in million dollars, Iceland's too."""
        held = {(ally, year): self._size(ally) * 1.017 ** (year - self.base) for ally, year in self._all("ISL")}
        return self._with_totals(held)

    @cached_property
    def spent(self) -> Figures:
        """Expenditure at constant prices in million dollars."""
        return self._with_totals({key: self.gdp[key] * self._share(*key) for key in self._all()})

    @cached_property
    def tables(self) -> tuple[Table, ...]:
        """Every table in NATO's order but the derived one."""
        title = f"{'Core d' if self.core else 'D'}efence expenditure"
        priced = f"{self.base} prices and exchange rates"
        return (
            Table("1", title, ("Million national currency units",), self._national()),
            Table("2", title, ("Million US dollars",), self._dollars("expenditure", self.spent)),
            Table(
                "3",
                f"{title} as a share of GDP and annual real change",
                (f"Based on {self.base} prices",),
                self._ratios(),
            ),
            Table("5", "GDP", ("Million US dollars",), self._dollars("gdp", self.gdp)),
            Table("6", f"GDP per capita and {title.lower()} per capita", (priced,), self._heads(title)),
            Table("7", "Military personnel", ("Thousands",), (self._personnel(),)),
            Table("8a", SPLIT, WHOLE, self._categories()[:2]),
            Table("8b", SPLIT, WHOLE, self._categories()[2:]),
        )

    @property
    def cells(self) -> dict[tuple[str, int, str, str, str], float]:
        """Every figure by ally, year, measure, basis and unit."""
        return {
            (who, year, block.measure, block.basis, block.unit): block.value(who, year)
            for table in self.tables
            for block in table.blocks
            for who, year in block.figures
        }

    def rows(self, block: Block) -> list[tuple[str, str, list[float]]]:
        """Entities, their labels and their figures in the order of the years, as NATO orders them."""
        held = {who for who, _ in block.figures}
        named = sorted((self.record.name(who), who) for who in held - GROUPS.keys())
        told = [(who, f"{name} ({self._currency(who)})" if block.money else name) for name, who in named]
        told += [(who, label) for who, label in GROUPS.items() if who in held]
        return [(who, label, [block.value(who, year) for year in self.years]) for who, label in told]

    def heads(self) -> list[object]:
        """The years as they head the columns: numbers, the last two as text."""
        return [*map(float, self.years[:-2]), *(f"{year}e" for year in self.years[-2:])]

    @property
    def note(self) -> str:
        """The note that names the estimates."""
        return NOTE.format(*self.years[-2:])

    # figures

    def _all(self, *more: str) -> list[tuple[str, int]]:
        return [(ally, year) for ally in (*self.allies, *more) for year in self.years]

    def _size(self, ally: str) -> float:
        return 37000.0 * float((1 + _number(ally) % 97) ** 1.5) * (40.0 if ally == "USA" else 1.0)

    def _share(self, ally: str, year: int) -> float:
        dip = 0.3 if (_number(ally) + year) % 5 == 0 else 0.0
        return (1.1 + (_number(ally) * 7 % 90) / 60 + 0.07 * (year - self.years[0]) - dip) / 100

    def _with_totals(self, figures: Figures) -> Figures:
        sums = {}
        for year in self.years:
            members = [one for one in self.record.members_in_year("NATO", year) if (one, year) in figures]
            sums["NATO", year] = sum(figures[one, year] for one in members)
            sums["EUR_CAN", year] = sums["NATO", year] - figures["USA", year]
        return figures | sums

    def _at_current(self, figures: Figures) -> Figures:
        return {key: value * 1.021 ** (key[1] - self.base) for key, value in figures.items()}

    def _in_own(self, figures: Figures) -> Figures:
        rates = {ally: 1.0 if ally == "USA" else 0.5 + _number(ally) % 31 / 9 for ally in self.allies}
        return {key: value * rates[key[0]] for key, value in figures.items() if key[0] in rates}

    # blocks

    @property
    def _old(self) -> str:
        return f"constant_{self.base}"

    def _national(self) -> tuple[Block, ...]:
        now, then = self._in_own(self._at_current(self.spent)), self._in_own(self.spent)
        return (
            Block("Current prices", "expenditure", "current", "million NCU", now, 0, True),
            Block(f"Constant {self.base} prices", "expenditure", self._old, "million NCU", then, 0, True),
        )

    def _dollars(self, measure: str, real: Figures) -> tuple[Block, ...]:
        now, then = "Current prices and exchange rates", f"Constant {self.base} prices and exchange rates"
        return (
            Block(now, measure, "current", "million USD", self._at_current(real), 0),
            Block(then, measure, self._old, "million USD", real, 0),
        )

    def _ratios(self) -> tuple[Block, ...]:
        shares = {key: 100 * value / self.gdp[key] for key, value in self.spent.items()}
        before = {key: self.spent.get((key[0], key[1] - 1), value / 1.042) for key, value in self.spent.items()}
        changes = {key: 100 * (value / before[key] - 1) for key, value in self.spent.items()}
        return (
            Block("Share of real GDP (%)", "share_of_gdp", self._old, "%", shares, 2),
            Block("Annual real change (%)", "real_change", self._old, "%", changes, 2),
        )

    def _heads(self, title: str) -> tuple[Block, ...]:
        people = {key: value / 37 for key, value in self.gdp.items()}  # thousands
        rich = {key: value / people[key] for key, value in self.gdp.items()}
        spent = {key: 1000 * value / people[key] for key, value in self.spent.items()}
        return (
            Block("GDP per capita (thousand US dollars)", "gdp_per_capita", self._old, "thousand USD", rich, 1),
            Block(f"{title} per capita (US dollars)", "expenditure_per_capita", self._old, "USD", spent, 0),
        )

    def _personnel(self) -> Block:
        people = self._with_totals({key: 0.9 + self.spent[key] / 900 for key in self._all()})
        return Block("", "military_personnel", "", "thousand", people, 1)

    def _categories(self) -> tuple[Block, ...]:
        first = {(ally, year): 21 + _number(ally) % 9 + 0.31 * (year % 7) for ally, year in self._all()}
        rest = {key: 100 - value for key, value in first.items()}
        return tuple(
            Block(heading, name, "", "%", {key: value * part for key, value in rest.items()} if part else first, 2)
            for heading, name, part in CATEGORIES
        )

    def _currency(self, ally: str) -> str:
        return CURRENCIES[self.record.currency(ally, self.published)]


def _number(ally: str) -> int:
    """A number of its own for each ally."""
    return sum(map(ord, ally))
