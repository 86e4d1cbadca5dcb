"""What national currency and dollars, current and constant prices say of each other."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import TypeVar

from burdenshare.intake.rules import currencies
from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.intervals import Interval, common, gap, middle, quotient
from burdenshare.intake.rules.nato.cells import CURRENT, NCU, USD, Cell, Held, Nato, fault
from burdenshare.intake.rules.vintages import Outlook
from burdenshare.record.nato_cells import TABLE
from burdenshare.record.tables import PLACE, Row

K = TypeVar("K", int, str)

ONE_RATE = 1e-5
"""Fraction by which the rates of full cells may differ where they must be one: constant prices are converted at the
rate of their base year, and all that use the euro at the euro's."""
NEAR_PAST, NEAR_NOW, NEAR_AHEAD = 0.002, 0.03, 0.10
"""Fractions by which NATO's rate of a year may differ from that of the Outlook: both take the year's average (0.0002 at
most, Montenegro); a year that was under way in the Outlook, and a later one, were projections."""


def faults(nato: Nato) -> Iterator[Fault]:
    """Rates and base years of the judged releases that do not hold."""
    yield from bases(nato)
    for release in nato.judged:
        yield from base_years(nato, release)
        yield from constant_rates(nato, release)
        yield from euro_rates(nato, release)
        yield from current_rates(nato, release)


def bases(nato: Nato) -> Iterator[Fault]:
    """All constant prices of a release have the base of its expenditure, and per head there are no others."""
    judged = set(nato.judged)
    odd: dict[tuple[str, str, str], Row] = {}
    for row in nato.tables.rows(TABLE):
        if row["release"] not in judged or not row["price_basis"]:
            continue
        own = nato.constant_bases(row["release"], "expenditure")
        constant = row["price_basis"] != CURRENT
        if (constant and own and row["price_basis"] not in own) or (not constant and "per_capita" in row["measure"]):
            odd.setdefault((row["release"], row["measure"], row["price_basis"]), row)
    for key, row in odd.items():
        found = nato.constant_bases(key[0], "expenditure")
        what = f"at {key[2]} prices, expenditure at {' and '.join(found) or 'no'} prices"
        yield Fault("bases", TABLE, key, what, row.get(PLACE, ""))


def base_years(nato: Nato, release: str) -> Iterator[Fault]:
    """In its base year a constant price is the current one."""
    for cell, held in nato.by_release.get(release, {}).items():
        if cell.basis != f"constant_{cell.year}" or cell.measure not in ("expenditure", "gdp"):
            continue
        current = nato.cells.get(cell._replace(basis=CURRENT))
        if current and abs(held.value - current.value) > held.half + current.half + ONE_RATE * abs(current.value):
            what = f"{held.printed} in the base year of its prices, {current.printed} at current prices"
            yield fault("base-years", cell, held, what)


def constant_rates(nato: Nato, release: str) -> Iterator[Fault]:
    """National currency by dollars is one rate over all years of an ally's constant prices."""
    for basis in nato.constant_bases(release):
        by_ally: dict[str, dict[int, Interval]] = defaultdict(dict)
        for (ally, year), rate in _rates(nato, release, basis).items():
            by_ally[ally][year] = rate
        for ally, found in by_ally.items():
            usual, odd = _agreed(found)
            for year in odd:
                cell = Cell(release, ally, year, "expenditure", basis, NCU)
                what = f"{middle(found[year]):.5g} to the dollar, {usual:.5g} in the other years of these prices"
                yield fault("rates", cell, nato.cells[cell], what)


def euro_rates(nato: Nato, release: str) -> Iterator[Fault]:
    """Allies that use the euro have its one rate."""
    euro = currencies.users(nato.tables, "EUR")
    by_year: dict[int, dict[str, Interval]] = defaultdict(dict)
    for (ally, year), rate in _rates(nato, release, CURRENT).items():
        if any(start <= f"{year}-01-01" and f"{year}-12-31" < end for start, end in euro.get(ally, ())):
            by_year[year][ally] = rate
    for year, found in by_year.items():
        usual, odd = _agreed(found)
        for ally in odd if len(found) > 2 else ():
            cell = Cell(release, ally, year, "expenditure", CURRENT, NCU)
            what = f"{middle(found[ally]):.5f} euro to the dollar, {usual:.5f} for the other allies"
            yield fault("rates", cell, nato.cells[cell], what)


def current_rates(nato: Nato, release: str) -> Iterator[Fault]:
    """National currency by dollars is the rate of the Outlook that was the newest."""
    outlook, day = nato.outlook(release), nato.releases[release].day
    if outlook is None or not day:
        return
    for (ally, year), rate in _rates(nato, release, CURRENT).items():
        expected = outlook.rate(ally, year)
        if expected is None:
            continue
        expected *= currencies.converted(nato.tables, ally, outlook.day, day)
        near = _near(outlook, year)
        if gap(rate, (expected * (1 - near), expected * (1 + near))) > 0:
            cell = Cell(release, ally, year, "expenditure", CURRENT, NCU)
            what = f"{middle(rate):.5g} to the dollar, {expected:.5g} in {outlook.vintage}"
            yield fault("rates", cell, nato.cells[cell], what)


def _near(outlook: Outlook, year: int) -> float:
    return NEAR_PAST if year < outlook.year else NEAR_NOW if year == outlook.year else NEAR_AHEAD


def _rates(nato: Nato, release: str, basis: str) -> Mapping[tuple[str, int], Interval]:
    """National currency by dollars, from expenditure on one basis, by ally and year."""
    found: dict[tuple[str, int], Interval] = {}
    for cell, held in nato.by_release.get(release, {}).items():
        if (cell.measure, cell.basis, cell.unit) == ("expenditure", basis, NCU):
            dollars: Held | None = nato.cells.get(cell._replace(unit=USD))
            rate = quotient(held, dollars) if dollars else None
            if rate:
                found[cell.ally, cell.year] = rate
    return found


def _agreed(found: Mapping[K, Interval]) -> tuple[float, list[K]]:
    """The rate that most intervals hold, and those that do not hold it."""
    wide = {one: (low * (1 - ONE_RATE), high * (1 + ONE_RATE)) for one, (low, high) in found.items()}
    usual = common(wide.values())
    return usual, [one for one, rate in wide.items() if gap(rate, (usual, usual)) > 0]
