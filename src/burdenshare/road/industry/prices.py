"""What one of an item costs, in dollars of the base year: from a contract's currency and year to the road's money."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from burdenshare.errors import NotHeldError
from burdenshare.record.record import Record
from burdenshare.road.industry.chances import Chances
from burdenshare.road.industry.model import Array, Told
from burdenshare.road.industry.months import Months
from burdenshare.road.model import Spread
from burdenshare.road.outlook import vintages_by

OF = {"USD": "USA", "EUR": "DEU"}
"""Currencies of prices, and the ally whose deflator and rate stand for each."""
PER_CENT = 0.01


@dataclass(frozen=True, slots=True)
class Money:
    """Dollars of the base year for one unit of a currency of a year, at that year's prices."""

    currency: str
    year: int
    base: int
    factor: float


def worth(record: Record, currency: str, year: int, base: int, on: date) -> Money:
    """What money of a year is worth in dollars of the base year: general prices of its own country, then the rate of
    the base year. Raises NotHeldError where the record holds neither."""
    ally = OF[currency]
    prices = 1.0
    if year and year != base:
        prices = next(
            (
                table[ally, base].value / table[ally, year].value
                for release in vintages_by(record, on)
                if (table := record.vintage("deflator", release.id)) and (ally, base) in table and (ally, year) in table
            ),
            0.0,
        )
    rate = record.rate(ally, base, as_of=on) if currency != "USD" else None
    per_dollar = 1.0 if currency == "USD" else (rate.value if rate is not None and rate.value else 0.0)
    if not prices or not per_dollar:
        span = f" from {year} to {base}" if year and year != base else f" of {base}"
        raise NotHeldError(
            f"no {'prices' if currency == 'USD' else 'prices or exchange rate'} of {currency}{span} were known on "
            f"{on.isoformat()}",
            remedy=f"give a later day, or a price of {base}" if year else "give a later day, or a sum in USD",
        )
    return Money(currency, year or base, base, prices / per_dollar)


def price(told: Told, money: Money, item: str, rise: Array, months: Months, chances: Chances) -> Array:
    """The price of one each month, (month, draw), in dollars of the base year: it rises over general prices from the
    year it was told."""
    first = chances.value(f"{item}/price", told.spread) * money.factor
    years = np.array(months.ends())[:, None] - (money.year + 1.0)
    grown: Array = first * np.power(1 + rise * PER_CENT, years)
    return grown


def in_dollars(told: Told, money: Money) -> Spread:
    """A price as told, in dollars of the base year."""
    one = told.spread
    return Spread(one.low * money.factor, one.central * money.factor, one.high * money.factor)
