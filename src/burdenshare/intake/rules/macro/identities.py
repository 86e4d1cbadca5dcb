"""What must hold inside one vintage: balances, growth of GDP at constant prices, one rate for the euro."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from statistics import median

from burdenshare.intake.rules import currencies
from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.macro.vintage import At, Vintage, Vintages
from burdenshare.intake.rules.tables import Tables

BALANCE = 0.0015
"""Points by which net lending may miss revenue less expenditure: three cells of three decimals."""
HALF_MONEY, HALF_INDEX, HALF_POINT = 0.5e6, 0.0005, 0.0005
"""Half of the last digit that the Outlook prints: billions, the deflator and rates to three decimals."""
ROUNDING = 1.25
"""Older files cut digits where they should have rounded (two of 19,084 growth rates need it)."""
EURO_PAST, EURO_AHEAD = 2e-4, 0.02
"""Fractions by which euro rates of one vintage may differ: past years have one, projections are each desk's own."""


def faults(tables: Tables, vintages: Vintages) -> Iterator[Fault]:
    """Identities of the judged vintages that do not hold."""
    euro = currencies.users(tables, "EUR")
    for one in vintages.judged():
        yield from balances(one)
        yield from growth(one)
        yield from euro_rates(one, {entity: periods[0] for entity, periods in euro.items()})


def balances(one: Vintage) -> Iterator[Fault]:
    """Net lending is revenue less expenditure."""
    for at, value in one.cells.items():
        if at.indicator == "net_lending_share":
            revenue = one.cells.get(at._replace(indicator="revenue_share"))
            spent = one.cells.get(at._replace(indicator="expenditure_share"))
            if revenue is not None and spent is not None and abs(value - revenue + spent) > BALANCE:
                what = f"net lending is not revenue less expenditure ({value:g}, {revenue:g} less {spent:g})"
                yield one.fault("balances", at, what)


def growth(one: Vintage) -> Iterator[Fault]:
    """Real growth is that of GDP in national currency by its deflator."""
    for at, value in one.cells.items():
        if at.indicator != "real_growth":
            continue
        found = [
            one.cells.get(At(name, at.entity, at.year - back)) for name in ("gdp_ncu", "deflator") for back in (0, 1)
        ]
        held = [part for part in found if part is not None]
        if len(held) == 4:
            money, money_before, index, index_before = held
            factor = (money / index) / (money_before / index_before)
            half = HALF_MONEY / money + HALF_MONEY / money_before + HALF_INDEX / index + HALF_INDEX / index_before
            rate = 100 * (factor - 1)
            if abs(rate - value) > ROUNDING * (100 * factor * half + HALF_POINT):
                yield one.fault("growth", at, f"real growth {value:g} %, GDP by its deflator grew by {rate:.3f} %")


def euro_rates(one: Vintage, users: dict[str, tuple[str, str]]) -> Iterator[Fault]:
    """Entities that use the euro have one rate a year."""
    by_year: dict[int, dict[str, float]] = defaultdict(dict)
    for at, value in one.cells.items():
        start, end = users.get(at.entity, ("9999", ""))
        dollars = one.cells.get(at._replace(indicator="gdp_usd"))
        within = start <= one.day < end and start <= f"{at.year}-01-01"
        if at.indicator == "gdp_ncu" and within and dollars:
            by_year[at.year][at.entity] = value / dollars
    for year, found in by_year.items():
        usual = median(found.values())
        for entity, rate in found.items():
            at = At("gdp_ncu", entity, year)
            slack = (EURO_PAST if year < one.year else EURO_AHEAD) + HALF_MONEY / one.cells[at] * (1 + rate)
            if len(found) > 2 and abs(rate / usual - 1) > slack:
                yield one.fault("rates", at, f"{rate:.5f} euro to the dollar, {usual:.5f} for the others")
