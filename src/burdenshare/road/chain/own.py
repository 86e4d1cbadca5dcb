"""What tables of a user's own tell, drawn: equipment money by year, and what is delivered month by month."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import numpy as np

from burdenshare.record.record import Record
from burdenshare.road.chain.model import Linked, OwnMoney, Yearly
from burdenshare.road.industry.chances import Chances
from burdenshare.road.industry.model import Array
from burdenshare.road.industry.money import Equipment
from burdenshare.road.industry.months import YEAR, Months
from burdenshare.road.industry.orders import by_year
from burdenshare.road.industry.prices import worth
from burdenshare.road.industry.stock import stock
from burdenshare.road.model import Spread


def own_money(
    record: Record, told: OwnMoney, file: str, on: date, ends: tuple[int, int], chances: Chances
) -> Equipment:
    """Equipment money as a table tells it, from the base year to the last; nothing in a year that it leaves out."""
    base, last = ends
    factor = worth(record, told.currency, told.year, base, on).factor
    years, held = tuple(range(base, last + 1)), dict(told.years)
    nothing = Spread(0.0, 0.0, 0.0)

    def drawn(one: Chances) -> Array:
        made: Array = factor * np.stack([one.value("own money", held.get(year, nothing)) for year in years])
        return made

    central = drawn(chances.central())
    many = drawn(chances) if chances.count else central
    return Equipment(base, years, central, many, {}, (), central, many, file)


@dataclass(frozen=True, slots=True, eq=False)
class Came:
    """What a table delivers, added up month by month, and what is held of it: the central run and the draws, each
    (month, draw)."""

    added: Array
    held: Array
    middle_added: Array
    middle_held: Array


def came(asked: Linked, months: Months, chances: Chances) -> dict[str, Came]:
    """What tables deliver. What is used up and wears out is the scenario's, as of any item."""
    made = {}
    for item, one in asked.deliveries.items():
        middle = _of_table(item, one, asked, months, chances.central())
        made[item] = Came(*(_of_table(item, one, asked, months, chances) if chances.count else middle), *middle)
    return made


def _of_table(item: str, one: Yearly, asked: Linked, months: Months, chances: Chances) -> tuple[Array, Array]:
    buy = asked.plant.buy(item)
    came = by_year(f"{item}/own deliveries", one.years, months, chances)
    attrition = 1 - (1 - buy.attrition) ** (1 / YEAR)
    there: Array = stock(came, buy.held, buy.consumption / YEAR, attrition).held
    return np.cumsum(came, axis=0), there
