"""Macroeconomic vintages as the rules look at them, each opened when it is first asked for."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Set
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.macro.limits import IMPLIED_RATE, declared
from burdenshare.record.schema import MACRO
from burdenshare.record.tables import PLACE

if TYPE_CHECKING:
    from polars import DataFrame


Series = Mapping[int, float]
"""Values by year."""


class At(NamedTuple):
    """Which cell of a vintage."""

    indicator: str
    entity: str
    year: int


class Vintage(NamedTuple):
    """One vintage. `year` is that of its publication: it and later ones are projections; `day` is ISO text.

    `outside` are the cells that lie beyond all bounds (`form.py` tells them): nothing can be computed from them.
    """

    id: str
    publisher: str
    day: str
    year: int
    cells: Mapping[At, float]
    places: Mapping[At, str]
    outside: Set[At] = frozenset()

    def fault(self, rule: str, at: At, what: str) -> Fault:
        """The fault of one cell."""
        key = (self.id, at.entity, str(at.year), at.indicator)
        return Fault(rule, MACRO, key, what, self.places.get(at, ""))


class Vintages:
    """All vintages of a table. `only` names those that are judged; None judges all."""

    def __init__(self, macro: DataFrame, only: frozenset[str] | None = None) -> None:
        self.macro = macro
        self.only = only
        self._opened: dict[str, Vintage] = {}

    @cached_property
    def ordered(self) -> list[str]:
        """Every vintage, by publisher and the month of its id."""
        return sorted(self.macro["vintage"].unique().to_list())

    def judged(self) -> Iterator[Vintage]:
        """The vintages to be judged."""
        for one in self.ordered:
            if self.only is None or one in self.only:
                yield self.open(one)

    def open(self, vintage: str) -> Vintage:
        """One vintage with all its cells."""
        if vintage not in self._opened:
            self._opened[vintage] = _vintage(vintage, self.macro.filter(self.macro["vintage"] == vintage))
        return self._opened[vintage]

    def before(self, vintage: str) -> Iterator[Vintage]:
        """The vintages of the same publisher before one, newest first."""
        place = self.ordered.index(vintage)
        for one in reversed(self.ordered[:place]):
            if _publisher(one) == _publisher(vintage):
                yield self.open(one)


def with_rates(one: Vintage) -> Mapping[At, float]:
    """The cells, and the rates of exchange that follow from two of them."""
    rates = {
        at._replace(indicator=IMPLIED_RATE): value / one.cells[dollars]
        for at, value in one.cells.items()
        if at.indicator == "gdp_ncu" and one.cells.get(dollars := at._replace(indicator="gdp_usd"))
    }
    return {**one.cells, **rates}


def by_series(cells: Mapping[At, float]) -> Mapping[tuple[str, str], Series]:
    """Values by year of each indicator and entity."""
    found: dict[tuple[str, str], dict[int, float]] = defaultdict(dict)
    for at, value in cells.items():
        found[at.indicator, at.entity][at.year] = value
    return found


def moved(one: Vintage, at: At, what: str, rule: str) -> Fault:
    """The fault of a cell; that of a rate stands at the level in national currency."""
    if at.indicator != IMPLIED_RATE:
        return one.fault(rule, at, what)
    return one.fault("rates", at._replace(indicator="gdp_ncu"), f"its rate to the dollar is {what}")


def _publisher(vintage: str) -> str:
    return vintage.partition("-")[0]


def _vintage(name: str, own: DataFrame) -> Vintage:
    columns = ("indicator", "entity", "year", "value", PLACE)
    cells: dict[At, float] = {}
    places: dict[At, str] = {}
    outside: set[At] = set()
    for indicator, entity, year, value, place in own.select(columns).iter_rows():
        at, limit = At(indicator, entity, year), declared().get(indicator)
        if limit is not None and not limit.low <= value <= limit.high:
            outside.add(at)
        else:
            cells[at] = value
        if place and not place.startswith(MACRO):
            places[at] = place
    day = str(own["published_on"][0])
    return Vintage(name, _publisher(name), day, int(day[:4]), cells, places, outside)
