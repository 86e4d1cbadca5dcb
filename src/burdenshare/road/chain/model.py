"""The values of the chain: a scenario of all its steps, and the tables that stand in place of some."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from burdenshare.road.clock.model import ClockScenario
from burdenshare.road.industry.model import Plant
from burdenshare.road.model import Scenario, Spread
from burdenshare.road.requirements.gaps import Gap


class Part(StrEnum):
    """A part of the chain that a table of the user's own may replace; its name is the key under `[tables]`."""

    SHARES = "shares"  # the path of each ally named: what is asked of it
    MONEY = "money"  # equipment money by year
    ORDERS = "orders"  # units ordered of an item by year
    DELIVERIES = "deliveries"  # units delivered of an item by year
    REQUIREMENTS = "requirements"  # what is required, in units
    HORIZONS = "horizons"  # dated statements, with weights


@dataclass(frozen=True, slots=True)
class Table:
    """A table that was read: its file as the scenario names it, how many rows, and where they say they are from."""

    part: Part
    file: str
    rows: int
    sources: tuple[str, ...]
    release: str = ""


@dataclass(frozen=True, slots=True)
class Yearly:
    """Numbers of a year for one item, in its unit; `sources` are those of its rows."""

    item: str
    unit: str
    years: tuple[tuple[int, Spread], ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OwnMoney:
    """Money by year in a currency at prices of a year (0: of the base year), as a table tells it."""

    currency: str
    year: int
    years: tuple[tuple[int, Spread], ...]
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Linked:
    """A scenario of the whole chain. What a table replaces is replaced already in `road`, `plant` and `clock`; what no
    other room knows stands here: `money`, `deliveries` by item, `requirements` (None: those of the record)."""

    name: str
    title: str
    reference: str
    road: Scenario
    plant: Plant
    clock: ClockScenario
    tables: Mapping[Part, Table] = field(default_factory=dict)
    money: OwnMoney | None = None
    deliveries: Mapping[str, Yearly] = field(default_factory=dict)
    requirements: tuple[Gap, ...] | None = None
    file: str = field(default="", compare=False)
