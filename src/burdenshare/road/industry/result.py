"""What comes out of the industry: frozen values that a report shows and a program reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import numpy as np
from numpy.typing import NDArray

from burdenshare.road.fans import Fan
from burdenshare.road.industry.bought import Bought
from burdenshare.road.industry.model import Array, Buy, Facts, Plant
from burdenshare.road.industry.months import Months
from burdenshare.road.model import Assumption, Spread

QUANTITIES = ("capacity", "output", "waiting", "queue", "ordered", "delivered", "held")
"""Quantities told month by month: what can be made and what is, units a month; what waits, units and months of output;
what was ordered and delivered of what is bought, added up; what is held."""


@dataclass(frozen=True, slots=True)
class When:
    """When something is reached: the central run, the part of the draws that reach it by the horizon, and the moments
    (decimal years) by which 10, 50 and 90 % of all draws do; None where they do not."""

    what: str
    value: float
    central: float | None
    chance: float | None
    early: float | None
    middle: float | None
    late: float | None


@dataclass(frozen=True, slots=True)
class Sum:
    """One figure: the central run, the middle of the draws and the ends of 80 % of them; None without draws."""

    unit: str
    central: float
    middle: float | None = None
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Ledger:
    """The books at the horizon, all makers and all orders together, in units, central run and the largest gap of any
    draw: what waited and was ordered is delivered, waits or was withdrawn."""

    waited: float
    ordered: float
    delivered: float
    waits: float
    withdrawn: float
    gap: float


@dataclass(frozen=True, slots=True)
class Purse:
    """The money behind the orders: the road's scenario and allies, whether it is extra spending or all of it, the base
    year of its dollars, equipment money by year (central run), and allies left out for want of an equipment share."""

    road: str
    allies: tuple[str, ...]
    of: str
    base: int
    money: Mapping[int, float]
    without: tuple[str, ...]


@dataclass(frozen=True, slots=True, eq=False)
class ItemRun:
    """One item computed. `fans` by quantity, a value a month; `stock` what is held, (month, draw), for who holds it
    against a requirement."""

    facts: Facts
    buy: Buy
    lines: tuple[str, ...]
    months: Months
    fans: Mapping[str, Fan]
    ordered: Sum | None
    cost: Sum | None
    price: Spread | None
    delivered: tuple[When, ...]
    reached: tuple[When, ...]
    ledger: Ledger
    stock: Array | NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Industry:
    """A scenario of the industry as known on a day. `items` by id; `lacking` tells of which bought items nothing can be
    computed, and why."""

    plant: Plant
    on: date
    base: int
    months: Months
    items: Mapping[str, ItemRun]
    lacking: Mapping[str, str]
    purse: Purse | None
    assumptions: Mapping[str, Assumption]
    bought: tuple[Bought, ...]
    draws: int
    seed: int
    notes: tuple[str, ...]
