"""What is ordered each month: units as given, or what a sum or a part of the equipment money buys at the price."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from burdenshare.errors import InputError
from burdenshare.road.industry.chances import Chances
from burdenshare.road.industry.model import Array, Buy
from burdenshare.road.industry.money import Equipment
from burdenshare.road.industry.months import YEAR, Months
from burdenshare.road.model import Spread

PER_CENT = 0.01
AT_ONCE = 12
"""Months over which an order is placed that names no years: a budget year."""


@dataclass(frozen=True, slots=True)
class Ordered:
    """Units ordered each month and what they cost in dollars of the base year (None without a price), (month, draw)."""

    units: Array
    cost: Array | None


def placing(buy: Buy, months: Months) -> Array:
    """The part of an order placed in each month; in all 1. Raises InputError for years outside of the run."""
    years = np.array(months.years())
    first = months.year if buy.first is None else buy.first
    if buy.first is None and buy.last is None:
        chosen = np.arange(months.count) < AT_ONCE
    else:
        last = first if buy.last is None else buy.last
        chosen = (years >= first) & (years <= last)
        _refuse_outside(buy.item, first, last, months)
    part: Array = chosen / chosen.sum()
    return part


def ordered(
    buy: Buy, months: Months, price: Array | None, worth: float, money: Equipment | None, chances: Chances
) -> Ordered:
    """What is bought, month by month. `price` is that of one, `worth` the dollars of the base year for one unit of the
    order's currency; `money` the equipment money where a part of it is spent."""
    name = f"{buy.item}/order"
    if buy.yearly:
        units = by_year(name, buy.yearly, months, chances)
        return Ordered(units, None if price is None else units * price)
    if buy.units is not None:
        units = placing(buy, months)[:, None] * chances.value(name, buy.units)
        return Ordered(units, None if price is None else units * price)
    if buy.money is not None and price is not None:
        spent = placing(buy, months)[:, None] * chances.value(name, buy.money) * worth
        return Ordered(spent / price, spent)
    if buy.share is not None and price is not None and money is not None:
        spent = _monthly(buy, months, money, chances) * chances.value(name, buy.share) * PER_CENT
        return Ordered(spent / price, spent)
    nothing = np.zeros((months.count, chances.wide))
    return Ordered(nothing, nothing if price is not None else None)


def by_year(name: str, yearly: Sequence[tuple[int, Spread]], months: Months, chances: Chances) -> Array:
    """Units of each month, (month, draw), where so many of a year are told: evenly over the months of it that are left.

    One rank a draw holds for all years: what makes one year's number high makes the next one's so. Years before the
    first month or after the last count nothing; whoever reads them in says so.
    """
    years = np.array(months.years())
    made = np.zeros((months.count, chances.wide))
    for year, spread in yearly:
        chosen = years == year
        if chosen.any():
            made[chosen] = chances.value(name, spread) / chosen.sum()
    return made


def _monthly(buy: Buy, months: Months, money: Equipment, chances: Chances) -> Array:
    """Equipment money of each month: a twelfth of its year's, in the years of the order."""
    whole = money.draws[:, chances.first : chances.last] if chances.count else money.central
    years = np.array(months.years())
    places = np.clip(years - money.base, 0, len(money.years) - 1)
    held = (years >= (buy.first or 0)) & (years <= (buy.last or years[-1]))
    spent: Array = whole[places] / YEAR * held[:, None]
    return np.maximum(spent, 0.0)


def _refuse_outside(item: str, first: int, last: int, months: Months) -> None:
    """Years of an order outside of the run: what falls there would be ordered within it, and nobody told so."""
    begin, end = months.year, months.years()[-1]
    if last < first and first > begin:
        what, remedy = f"from {first} to {last}", "give the earlier year first"
    elif first < begin or last < begin:
        told = f"from {first}" if first < begin else f"to {last}"
        what, remedy = f"{told}, before the run begins in {months.named()[0]}", f"give a year from {begin} on"
    elif last > end:
        what, remedy = f"to {last}, after the run ends in {end}", f"let it end by {end}, or the run (until) later"
    else:
        return
    raise InputError(f"{item} is ordered {what}", where="years of the order", remedy=remedy)
