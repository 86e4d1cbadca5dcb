"""The values of every table of the packaged record, as cells of the catalogue.

Layers that a user has imported are left out: the pages tell what the package holds.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import polars as pl

from burdenshare.record import tables
from burdenshare.record.macro import INDICATORS
from burdenshare.record.sources import matcher
from tools.catalogue.series import Cell

Row = Mapping[str, Any]
NATO, HEADLINES, AID = "nato/expenditure.csv", "nato/headlines.csv", "support/support.csv"
IN_MONEY = ("expenditure", "expenditure_per_capita", "gdp", "gdp_per_capita")
"""Measures of NATO's tables that a price basis parts; of the others it is a remark."""

MEASURES = {indicator: (measure, basis) for (measure, basis, _), indicator in reversed(INDICATORS.items())}
"""Indicator of the macroeconomic table: the measure of the record and its price basis."""

NAMED_IN_THE_ROW = ("currencies.csv",)
"""Tables of which no source is declared: each row tells its own in words."""
NO_SOURCE = {"source": "", "grade": "", "as_of": ""}

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")


@dataclass(frozen=True, slots=True)
class Stated:
    """How a table without releases is told: the column of each part of a cell, empty where it has none."""

    table: str
    measure: str
    variant: str
    unit: str
    entity: str
    day: str
    years: tuple[str, ...]


STATED = (
    Stated("industry/production.csv", "production", "measure", "unit", "producer", "stated_on", ("period",)),
    Stated("capabilities/requirements.csv", "requirement", "scenario", "unit", "", "stated_on", ("stated_on",)),
    Stated("capabilities/reconstitution.csv", "reconstitution", "", "", "country", "stated_on", ("stated_on",)),
    Stated("capabilities/holdings.csv", "holding", "item", "unit", "entity", "", ("as_of",)),
    Stated("posture/common_budget.csv", "common_budget", "measure", "unit", "ally", "agreed_on", ("period",)),
    Stated("posture/nuclear_warheads.csv", "warheads", "measure", "unit", "entity", "stated_on", ("period",)),
    Stated("posture/troops.csv", "troops", "measure", "unit", "place", "stated_on", ("period",)),
)
"""Figures that somebody stated on a day."""

ENTRIES = (
    Stated("commitments/commitments.csv", "commitment", "kind", "", "actor", "made_on", ("made_on",)),
    Stated("commitments/events.csv", "event", "kind", "", "", "date", ("date",)),
    Stated("commitments/members.csv", "membership", "", "", "ally", "joined_on", ("joined_on",)),
    Stated("people/offices.csv", "office", "office", "", "entity", "from", ("from", "to")),
    Stated("people/groups.csv", "group", "group", "", "ally", "from", ("from", "to")),
    Stated("currencies.csv", "currency", "", "", "entity", "from", ("from", "to")),
)
"""What happened, who held which post, who belongs to what."""


@cache
def sources() -> dict[str, Row]:
    """Every source of the packaged record by its key."""
    return {row["source"]: row for row in tables.rows("sources.csv", layers=())}


@cache
def releases() -> tuple[Row, ...]:
    """Every release of the packaged record."""
    return tuple(tables.rows("nato/releases.csv", layers=()))


def nato() -> Iterator[Cell]:
    """The cells of NATO's tables."""
    for row, source in _sourced(NATO):
        yield Cell(
            measure=row["measure"],
            variant=row["price_basis"] if row["measure"] in IN_MONEY else "",
            unit=row["unit"],
            release=row["release"],
            day=row["released_on"],
            entity=row["ally"],
            years=(int(row["year"]),),
            source=source["source"],
            grade=source["grade"],
            estimate=row["estimate"] == "true",
        )


def headlines() -> Iterator[Cell]:
    """Aggregates that NATO printed or said, each on the day on which it did."""
    for row, source in _sourced(HEADLINES):
        yield Cell(
            measure=row["measure"],
            variant=row["price_basis"],
            unit=row["unit"],
            release=row["released_on"],
            day=row["released_on"],
            entity=row["subject"],
            years=_years(row["year"]),
            source=source["source"],
            grade=row["grade"],
        )


def macro(vintages: str) -> Iterator[Cell]:
    """The values of the vintages whose ids begin with `vintages`: `WEO` or `WDI`."""
    frame = pl.read_parquet(tables.macro_path())
    frame = frame.filter(pl.col("vintage").str.starts_with(vintages)).sort("indicator", maintain_order=True)
    for row, source in _matched(tables.MACRO, frame.iter_rows(named=True)):
        measure, basis = MEASURES.get(row["indicator"], (row["indicator"], ""))
        yield Cell(
            measure=measure,
            variant=basis,
            unit=row["unit"],
            release=row["vintage"],
            day=row["published_on"],
            entity=row["entity"],
            years=(row["year"],),
            source=source["source"],
            grade=source["grade"],
            estimate=row["projection"],
        )


def aid() -> Iterator[Cell]:
    """Aid to Ukraine by release of the tracker."""
    days = {row["release"]: row["released_on"] for row in releases() if row["publisher"] == "kiel"}
    for row, source in _sourced(AID):
        yield Cell(
            measure=row["measure"],
            variant=row["kind"],
            unit=row["unit"],
            release=row["release"],
            day=days[row["release"]],
            entity=row["donor"],
            years=_years(row["period"]),
            source=source["source"],
            grade=source["grade"],
        )


def stated(one: Stated) -> Iterator[Cell]:
    """The rows of a table without releases; each day on which somebody spoke counts as one."""
    for row, source in _sourced(one.table):
        day = row[one.day] if one.day else source["as_of"]
        yield Cell(
            measure=one.measure,
            variant=row[one.variant] if one.variant else "",
            unit=row[one.unit] if one.unit else "",
            release=day,
            day=day,
            entity=row[one.entity] if one.entity else "",
            years=tuple(year for column in one.years for year in _years(row[column])),
            source=source["source"],
            grade=row.get("grade") or source["grade"],
        )


def _sourced(table: str) -> Iterator[tuple[Row, Row]]:
    return _matched(table, iter(tables.rows(table, layers=())))


def _matched(table: str, rows: Iterator[Row]) -> Iterator[tuple[Row, Row]]:
    """Each row with its source."""
    match = matcher(sources().values(), table)
    for row in rows:
        rule = match(row)
        if rule is None and table not in NAMED_IN_THE_ROW:
            raise ValueError(f"{table} holds a row of no declared source: {dict(row)}")
        yield row, sources()[rule.source] if rule else NO_SOURCE


def _years(text: str) -> tuple[int, ...]:
    """The years that a period names."""
    return tuple(int(year) for year in _YEAR.findall(text))
