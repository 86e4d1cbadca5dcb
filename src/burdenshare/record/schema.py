"""Every table of the record declared once: its columns, their types and bounds, and its unique key.

A column is written `name:type` with the marks `!` (never empty) and `lo..hi` (inclusive bounds). Types are those of
Frictionless; `day` is an ISO day, `moment` an ISO day, month or year (or a span of them, as the source gave it),
`string` anything. What the columns mean is told in docs/data-catalogue.md.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_COLUMN = re.compile(r"(?P<name>\w+):(?P<type>\w+)(?P<required>!?)(?: (?P<low>-?[\d.e]+)\.\.(?P<high>-?[\d.e]+))?")

MACRO = "macro/macro.parquet"
MOMENT = r"(\d{4}(-\d{2}(-\d{2})?)?)([/-]\d{4}(-\d{2}(-\d{2})?)?)?"
"""A year, month or day as the source gave it, or a span of two of them."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column: `type` is a Frictionless type, or `day` or `moment` (see the module)."""

    name: str
    type: str
    required: bool
    low: float | None
    high: float | None
    allowed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Table:
    """One table of the record; `authored` ones are tables of judgement, the others come from the raw data folder."""

    path: str
    title: str
    columns: tuple[Column, ...]
    key: tuple[str, ...]
    authored: bool = False

    @property
    def name(self) -> str:
        """The resource name of the data package: `nato-expenditure`."""
        return self.path.rsplit(".", 1)[0].replace("/", "-").replace("_", "-")

    @property
    def header(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


def table(path: str, title: str, columns: str, key: str, *, authored: bool = False, **allowed: str) -> Table:
    """Declare a table; `allowed` maps a column to the `|`-separated values it may hold."""
    parsed = tuple(_column(text.strip(), allowed) for text in columns.split(","))
    return Table(path, title, parsed, tuple(key.split()), authored)


def _column(text: str, allowed: dict[str, str]) -> Column:
    found = _COLUMN.fullmatch(text)
    if found is None:
        raise ValueError(f"not a column declaration: {text}")
    low, high = found["low"], found["high"]
    values = tuple(allowed[found["name"]].split("|")) if found["name"] in allowed else ()
    return Column(
        found["name"],
        found["type"],
        bool(found["required"]),
        None if low is None else float(low),
        None if high is None else float(high),
        values,
    )


NATO_MEASURES = (
    "expenditure|share_of_gdp|real_change|gdp|gdp_per_capita|expenditure_per_capita|military_personnel"
    "|equipment_share|personnel_share|infrastructure_share|other_share"
)
NATO_UNITS = "%|million USD|million NCU|billion USD|thousand|thousand USD|USD"
GRADES = "official|press|secondary"
BASES = "current|constant_2015|constant_2021"
MACRO_INDICATORS = (
    "gdp_usd|gdp_ncu|population|real_growth|inflation|deflator|gross_debt_share|net_lending_share|expenditure_share"
    "|revenue_share|ncu_per_usd|gdp_usd_constant_2015|military_expenditure_usd|military_share_of_gdp"
)

TABLES: tuple[Table, ...] = (
    table(
        "nato/expenditure.csv",
        "NATO's defence expenditure tables, one row per release, ally, year, measure, price basis and unit",
        "release:string!, released_on:day!, ally:string!, year:integer! 2000..2040, measure:string!,"
        " price_basis:string, unit:string!, value:number!, estimate:boolean!, source:string!",
        "release ally year measure price_basis unit",
        measure=NATO_MEASURES,
        unit=NATO_UNITS,
        price_basis=BASES,
    ),
    table(
        "nato/headlines.csv",
        "Aggregates that NATO printed or said, each with the page on which it was read",
        "released_on:day!, publisher:string!, subject:string!, measure:string!, value:number!, unit:string!,"
        " year:integer! 2000..2040, price_basis:string, source_url:string!, grade:string!",
        "released_on publisher subject measure value unit year price_basis",
        unit="billion USD|%|count",
        price_basis=BASES,
        grade=GRADES,
    ),
    table(
        "nato/releases.csv",
        "Every release of every statistical source: NATO's, the macroeconomic vintages, the aid tracker's",
        "release:string!, publisher:string!, released_on:day, title:string!, own_year:integer! 2000..2040,"
        " definition:string, date_known_from:string!",
        "release",
        authored=True,
        publisher="nato|weo|wdi|kiel",
        definition="whole|core",
    ),
    table(
        MACRO,
        "World Economic Outlook and World Development Indicators by vintage",
        "vintage:string!, published_on:day!, entity:string!, year:integer! 2000..2040, indicator:string!, unit:string!,"
        " value:number!, projection:boolean!, source:string!",
        "vintage entity year indicator",
        indicator=MACRO_INDICATORS,
        unit="usd|ncu|persons|percent|index|percent_of_gdp|ncu_per_usd|usd_2015",
    ),
    table(
        "commitments/commitments.csv",
        "Who committed to what, when, and until when",
        "id:string!, actor:string!, kind:string!, measure:string!, comparator:string!, value:number! 0..1e7,"
        " unit:string!, made_on:moment, due_by:moment, made_at:string, status:string!, source_url:string!,"
        " grade:string!",
        "id",
        grade=GRADES,
    ),
    table(
        "commitments/events.csv",
        "Summits, meetings, decisions and reports by date",
        "date:moment!, name:string!, place:string, kind:string!, source_url:string!, grade:string!",
        "date name",
        grade=GRADES,
    ),
    table(
        "commitments/members.csv",
        "The allies: day of accession, currency, region",
        "ally:string!, name:string!, joined_on:day!, currency:string!, region:string!, source_url:string!,"
        " grade:string!",
        "ally",
        region="europe|north_america",
        grade=GRADES,
    ),
    table(
        "people/offices.csv",
        "Who held which office from when to when (the end is exclusive)",
        "person:string!, office:string!, entity:string!, from:moment!, to:moment, source:string!, grade:string!",
        "person office entity from",
        grade="A|B|C|D",
    ),
    table(
        "people/aliases.csv",
        "Spellings of the names in offices.csv",
        "person:string!, alias:string!, kind:string!",
        "person alias kind",
        kind="full|surname|transliteration|nickname",
    ),
    table(
        "people/titles.csv",
        "Titles and the office they mean",
        "title:string!, office:string, entity:string!, notes:string",
        "title",
    ),
    table(
        "people/places.csv",
        "Names of places and the entity they mean",
        "name:string!, entity:string!, kind:string!",
        "name entity kind",
    ),
    table(
        "people/groups.csv",
        "Which ally belongs to which group from when to when",
        "group:string!, ally:string!, from:moment, to:moment",
        "group ally from",
    ),
    table(
        "support/support.csv",
        "Aid to Ukraine by donor, month, kind and release of the Ukraine Support Tracker",
        "release:string!, released_on:moment, donor:string!, recipient:string!, period:moment!, kind:string!,"
        " measure:string!, unit:string!, value:number! -5..500, source:string!",
        "release donor recipient period kind measure unit",
        kind="total|military|humanitarian|financial",
        measure="allocation|commitment|disbursement",
    ),
    table(
        "industry/production.csv",
        "Statements on output, capacity, targets, backlog and lead times",
        "producer:string!, item:string!, measure:string!, period:string!, value:number 0..1e8, low:number 0..1e8,"
        " high:number 0..1e8, unit:string!, stated_by:string!, stated_on:moment, source_url:string!, grade:string!",
        "producer item measure period stated_by stated_on value",
        measure="output|target|backlog|capacity|procurement_share|lead_time",
        grade=GRADES,
    ),
    table(
        "capabilities/requirements.csv",
        "Statements on what is needed and on the adversary's forces",
        "scenario:string!, item:string!, value:number 0..1e7, low:number 0..1e7, high:number 0..1e7, unit:string!,"
        " stated_by:string!, stated_on:moment!, source_url:string!, grade:string!",
        "scenario item unit stated_by stated_on",
        grade=GRADES,
    ),
    table(
        "capabilities/reconstitution.csv",
        "Dated statements on when the adversary could attack or be ready",
        "stated_by:string!, role:string!, country:string!, stated_on:moment!, horizon_low_years:number 0..50,"
        " horizon_high_years:number 0..50, target_year_low:integer 2020..2060, target_year_high:integer 2020..2060,"
        " about:string!, source_url:string!, grade:string!",
        "stated_by stated_on about",
        grade=GRADES,
    ),
    table(
        "capabilities/holdings.csv",
        "Active personnel and military expenditure by ally, World Factbook",
        "entity:string!, item:string!, value:number! 0..1e7, unit:string!, as_of:moment!, source_url:string!,"
        " grade:string!",
        "entity item as_of",
        unit="% of GDP|personnel",
        grade=GRADES,
    ),
    table(
        "posture/common_budget.csv",
        "NATO's common budgets and the shares of allies in them",
        "ally:string!, measure:string!, period:moment!, value:number! 0..1e5, unit:string!, agreed_on:moment,"
        " source_url:string!, grade:string!",
        "ally measure period",
        unit="%|million EUR",
        grade=GRADES,
    ),
    table(
        "posture/nuclear_warheads.csv",
        "Statements on nuclear stockpiles",
        "entity:string!, measure:string!, period:moment!, value:number 0..2e4, low:number 0..2e4, high:number 0..2e4,"
        " unit:string!, stated_by:string!, stated_on:moment, source_url:string!, grade:string!",
        "entity measure period stated_by stated_on",
        unit="warheads",
        grade=GRADES,
    ),
    table(
        "posture/troops.csv",
        "Troops stationed, assigned, planned and stated",
        "entity:string!, place:string!, measure:string!, period:moment!, value:number 0..3e6, low:number 0..3e6,"
        " high:number 0..3e6, unit:string!, stated_by:string!, stated_on:moment, source_url:string!, grade:string!",
        "entity place measure period stated_by stated_on",
        unit="personnel|year|battlegroups|yes",
        grade=GRADES,
    ),
    table(
        "currencies.csv",
        "The currency in force by ally and day, with the irrevocable rate where a source gives it",
        "entity:string!, currency:string!, from:day, to:day, per_eur:number, source:string!",
        "entity currency",
        authored=True,
    ),
    table(
        "sources.csv",
        "Every source of every table: who, where, how good, under which terms (first row that matches holds)",
        "source:string!, table:string!, pattern:string, publisher:string!, title:string!, address:string, grade:string,"
        " precision:string, licence:string!, redistribution:string!, as_of:day, note:string",
        "source",
        authored=True,
        grade=GRADES,
        precision="full|printed",
        redistribution="open|facts only|unclear",
    ),
    table(
        "corrections.csv",
        "Corrections laid over raw rows at load, each with the value it expects to find",
        "table:string!, key:string!, column:string!, expect:string, replace:string, reason:string!, date:day!,"
        " source:string!",
        "table key column",
        authored=True,
    ),
)

BY_PATH = {one.path: one for one in TABLES}
