"""Macroeconomic vintages (World Economic Outlook, World Development Indicators), decoded on first use.

Observations are made only for cells that are asked for: the table has 211,595 of them.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from burdenshare.record.groups import Groups
from burdenshare.record.index import CONSTANT, Key
from burdenshare.record.model import Grade, Observation, Period
from burdenshare.record.tables import PLACE

if TYPE_CHECKING:
    from polars import DataFrame

TABLE = "macro/macro.parquet"
KEY = ("vintage", "entity", "year", "indicator")
OWN_CURRENCY = "NCU"
"""Unit of an entity whose currency the record does not name, and of rates."""

INDICATORS: dict[tuple[str, str, str], str] = {
    ("gdp", "current", "USD"): "gdp_usd",
    ("gdp", "current", OWN_CURRENCY): "gdp_ncu",
    ("gdp", "constant_2015", "USD"): "gdp_usd_constant_2015",
    ("gdp", CONSTANT, "USD"): "gdp_usd_constant_2015",
    ("population", "", "persons"): "population",
    ("gross_debt_share", "", "%"): "gross_debt_share",
    ("net_lending_share", "", "%"): "net_lending_share",
    ("real_growth", "", "%"): "real_growth",
    ("inflation", "", "%"): "inflation",
    ("deflator", "", "index"): "deflator",
    ("expenditure_share", "", "%"): "expenditure_share",
    ("revenue_share", "", "%"): "revenue_share",
    ("ncu_per_usd", "", OWN_CURRENCY): "ncu_per_usd",
    ("military_expenditure", "current", "USD"): "military_expenditure_usd",
    ("military_expenditure", "share_of_gdp", "%"): "military_share_of_gdp",
}
"""Measure, basis and unit of the record to the indicator of the table."""


class Cell(NamedTuple):
    """One row of the table, with the day its vintage came out."""

    day: date
    vintage: str
    value: float
    projection: bool
    unit: str
    source: str
    place: str


Cells = dict[tuple[str, Period], list[Cell]]
"""Cells of one indicator by entity and year, oldest vintage first."""

Table = dict[tuple[str, Period], Cell]
"""What one vintage says of one indicator."""


class Macro:
    """The vintages behind the same three questions that an `Index` answers; an indicator is decoded when asked for."""

    __slots__ = ("_frames", "_groups", "_shelves", "_tables")

    def __init__(self, path: Path, groups: Groups, layers: Sequence[tuple[str, bytes]] = ()) -> None:
        self._groups = groups
        self._frames = _by_indicator(path, layers)
        self._shelves: dict[str, Cells] = {}
        self._tables: dict[tuple[str, str], Table] = {}

    def table(self, indicator: str, vintage: str) -> Table:
        """All one vintage says of an indicator, by entity and year; empty where it says nothing."""
        key = indicator, vintage
        if key not in self._tables:
            frame = self._frames.get(indicator)
            own = None if frame is None else frame.filter(frame["vintage"] == vintage)
            self._tables[key] = {} if own is None else {place: held[0] for place, held in _decode(own).items()}
        return self._tables[key]

    def latest(self, key: Key, day: date) -> Observation | None:
        """The newest vintage's value out by `day`."""
        held = self._held(key)
        place = bisect_right([one.day for one in held], day)
        return self._observation(key, held[place - 1]) if place else None

    def at(self, key: Key, release: str) -> Observation | None:
        """What one vintage holds."""
        found = next((one for one in self._held(key) if one.vintage == release), None)
        return self._observation(key, found) if found is not None else None

    def shelf(self, key: Key) -> tuple[Observation, ...]:
        """Every vintage's value, oldest first."""
        return tuple(self._observation(key, one) for one in self._held(key))

    def _held(self, key: Key) -> list[Cell]:
        measure, entity, period, basis, unit = key
        indicator = INDICATORS.get((measure, basis, unit))
        if indicator is not None:
            return self._cells(indicator).get((entity, period), [])
        own = INDICATORS.get((measure, basis, OWN_CURRENCY), "")
        held = self._cells(own).get((entity, period), [])
        return [one for one in held if self._currency(entity, one.day) == unit]

    def _cells(self, indicator: str) -> Cells:
        if indicator not in self._shelves:
            frame = self._frames.get(indicator)
            self._shelves[indicator] = _decode(frame) if frame is not None else {}
        return self._shelves[indicator]

    def _currency(self, entity: str, day: date) -> str:
        """A vintage states all years in the currency of its own day."""
        return self._groups.currency(entity, day) if entity in self._groups.tenders else OWN_CURRENCY

    def _observation(self, key: Key, one: Cell) -> Observation:
        measure, entity, period, basis, unit = key
        return Observation(
            measure,
            entity,
            period,
            "constant_2015" if basis == CONSTANT else basis,
            unit,
            one.value,
            one.value,
            one.value,
            f"{one.value:.12g} {one.unit}",
            one.projection,
            one.vintage,
            one.day,
            one.source,
            Grade.OFFICIAL,
            one.place,
        )


def whole_table(path: Path, layers: Sequence[tuple[str, bytes]]) -> DataFrame:
    """All vintages with what the layers add, and for each row its place (`PLACE`)."""
    import polars  # costs 90 ms to import: only for questions that need a vintage

    row = polars.format("{}:{}", polars.lit(TABLE), polars.int_range(polars.len()))
    frame = polars.read_parquet(path).with_columns(row.alias(PLACE))
    for file, raw in layers:
        told = polars.format("{}: {}", polars.lit(file), polars.col(PLACE))
        added = polars.read_parquet(BytesIO(raw)).with_columns(told.alias(PLACE)).select(frame.columns)
        frame = polars.concat([frame.join(added, on=KEY, how="anti", maintain_order="left"), added])
    return frame


def _by_indicator(path: Path, layers: Sequence[tuple[str, bytes]]) -> dict[str, DataFrame]:
    frame = whole_table(path, layers)
    return {str(key[0]): part for key, part in frame.partition_by("indicator", as_dict=True).items()}


def _decode(frame: DataFrame) -> Cells:
    names = ("entity", "year", "published_on", "vintage", "value", "projection", "unit", "source", PLACE)
    days: dict[str, date] = {}
    cells: Cells = {}
    for entity, year, published_on, *rest in zip(*(frame[name].to_list() for name in names), strict=True):
        day = days.get(published_on) or days.setdefault(published_on, date.fromisoformat(published_on))
        cells.setdefault((entity, year), []).append(Cell(day, *rest))
    for held in cells.values():
        held.sort(key=lambda one: (one.day, one.vintage))
    return cells
