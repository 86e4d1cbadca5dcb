"""The values of the industry: items, what the record tells of their makers, what is bought, and when a need is met."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

from burdenshare.record.model import Observation
from burdenshare.road.model import Assumption, Spread

if TYPE_CHECKING:
    from burdenshare.road.model import Scenario

Array: TypeAlias = NDArray[np.float64]
"""One number a draw, or (month, draw)."""


# The table of items --------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Told:
    """A value that no row holds: an interval in its unit, where it was read, and why it is so wide."""

    spread: Spread
    unit: str
    reference: str
    reason: str
    year: int = 0


@dataclass(frozen=True, slots=True)
class Maker:
    """Who makes an item: the table's own names for it and for the item. `within` is the maker whose figures already
    hold it: such a one is shown and never added."""

    id: str
    title: str
    producers: tuple[str, ...]
    rows: tuple[str, ...]
    reason: str
    within: str = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A thing that industry makes. `unit` is what is counted; `price` of one in a currency; `queue` what waits, in
    `months` or `units`, where no row tells it."""

    id: str
    title: str
    unit: str
    also: tuple[str, ...]
    makers: tuple[Maker, ...]
    price: Told | None = None
    queue: Told | None = None


# What the record tells -----------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Level:
    """What a maker makes: units a month, of the time `since` (a decimal year). `of_capacity`: it is a stated capacity,
    of which only a part comes out."""

    rate: Spread
    since: float
    of_capacity: bool
    rows: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class Plan:
    """A planned rise: to `level` units a month by `due`; `pace` is what it adds each month as planned."""

    level: Spread
    due: float
    pace: Spread
    rows: tuple[Observation, ...]


@dataclass(frozen=True, slots=True)
class Queue:
    """What waits at a maker, in `months` of its output or in `units`. `rows` are empty where it was read elsewhere or
    is the assumption for all items; `reference` then tells which."""

    spread: Spread
    unit: str
    rows: tuple[Observation, ...]
    reference: str


@dataclass(frozen=True, slots=True)
class Row:
    """A row of the record, and what it is used for (`level`, `plan`, `queue`), or why it is only shown."""

    row: Observation
    use: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Line:
    """A maker's line of one item as a day knew it. `lacks` says what is missing where nothing can be computed."""

    maker: Maker
    level: Level | None
    plan: Plan | None
    queue: Queue
    rows: tuple[Row, ...]
    lacks: str = ""


@dataclass(frozen=True, slots=True)
class Facts:
    """All that a day knew of an item: a line a maker, the parts of lines last."""

    item: Item
    lines: tuple[Line, ...]

    def whole(self) -> tuple[Line, ...]:
        """The lines that can be computed and lie within no other."""
        return tuple(one for one in self.lines if not one.maker.within and not one.lacks)

    def rows(self) -> tuple[Observation, ...]:
        """The rows that carry a number of a whole line."""
        return tuple(one.row for line in self.whole() for one in line.rows if one.use != "shown")

    def lacks(self) -> str:
        """Why nothing can be computed; empty where something can."""
        if self.whole():
            return ""
        return "; ".join(f"{one.maker.title}: {one.lacks}" for one in self.lines if not one.maker.within)


# What is asked -------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Buy:
    """What is bought of an item.

    One of: `units` in all or `money` in all (in `currency`), ordered evenly from the beginning of `first` to the end
    of `last`; or `share`, the part (in per cent) of the equipment money of the scenario's road in each year. None of
    them: nothing is ordered, and the line is shown as it stands. `yearly` are units by year of a user's own table, in
    place of all three. `makers` are ids, all whole lines without; `rate`
    (units a month) and `queue` (months) replace what the record tells; `price` what the table of items tells.
    `consumption` is in units a year, `attrition` the part of what is held that wears out in a year.
    """

    item: str
    makers: tuple[str, ...] = ()
    units: Spread | None = None
    money: Spread | None = None
    currency: str = "USD"
    share: Spread | None = None
    first: int | None = None
    last: int | None = None
    price: Told | None = None
    rate: Told | None = None
    queue: Told | None = None
    held: float = 0.0
    consumption: float = 0.0
    attrition: float = 0.0
    reference: str = ""
    yearly: tuple[tuple[int, Spread], ...] = ()

    def orders(self) -> bool:
        """Whether anything is ordered."""
        return bool(self.yearly) or any(one is not None for one in (self.units, self.money, self.share))


@dataclass(frozen=True, slots=True)
class Source:
    """Where money comes from: a scenario of the road, for allies; `extra` spending or all `spending`. `equipment` is
    the part of it that goes to equipment, each ally's own newest share where it is not given."""

    road: Scenario
    allies: tuple[str, ...]
    of: str
    equipment: Spread | None = None


@dataclass(frozen=True, slots=True)
class Plant:
    """A scenario of the industry: what is bought, with which money and assumptions, until the end of a year."""

    name: str
    title: str
    buys: tuple[Buy, ...]
    source: Source | None = None
    assumptions: tuple[Assumption, ...] = ()
    until: int | None = None
    reference: str = ""
    file: str = field(default="", compare=False)

    def buy(self, item: str) -> Buy:
        """What it buys of an item: nothing where it does not name it."""
        return next((one for one in self.buys if one.item == item), Buy(item))


# What the clock takes ------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, eq=False)
class MetDraws:
    """When a requirement is met, draw by draw.

    `requirement` is its id in `requirements/crosswalk.toml`, `items` the production items that feed it. `years` holds
    one decimal year a draw: the end of the month in which what was delivered first reaches what is required (2031.5 is
    the end of June 2031), `inf` where it does not by `horizon`. Draw i is the same future in every requirement of one
    `seed`, so that common shocks stay common. `rows` are the rows of the record that it rests on, requirement first;
    `weak` names what of it rests on rows graded below press alone: no verdict is drawn then. `orders` is the title of
    the scenario that it supposes the orders of; empty in a chain, which stands under its own.
    """

    requirement: str
    title: str
    items: tuple[str, ...]
    unit: str
    needed: Array
    years: Array
    horizon: float
    seed: int
    rows: tuple[Observation, ...]
    weak: tuple[str, ...] = ()
    orders: str = ""

    def chance(self, year: float) -> float:
        """The part of the draws in which it is met by a decimal year."""
        return float(np.mean(self.years <= year))


@dataclass(frozen=True, slots=True)
class NotFed:
    """A requirement that the record cannot feed: no item, or an item without enough rows, and why."""

    requirement: str
    title: str
    reason: str
    rows: tuple[Observation, ...]
