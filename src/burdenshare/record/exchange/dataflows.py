"""The dataflows of SDMX in which tables of the record travel, and the codes of their dimensions."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

from burdenshare.record.exchange.forms import NOTHING

AGENCY = "BURDENSHARE"
VERSION = "1.0"
ACTION = "I"
"""Information: the file tells what is held and asks nobody to change anything."""

Role = Literal["dimension", "time", "measure", "attribute"]


@dataclass(frozen=True, slots=True)
class Component:
    """One column of an SDMX-CSV file and the column of the record it carries.

    `codes` names its code list. `flags` are the codes of a boolean: for true, for false. A component without a column
    holds `constant` in every row.
    """

    id: str
    column: str
    role: Role
    about: str
    codes: str = ""
    flags: tuple[str, str] | None = None
    constant: str = ""


@dataclass(frozen=True, slots=True)
class Dataflow:
    """One file of observations of one table."""

    id: str
    table: str
    title: str
    components: tuple[Component, ...]

    @property
    def reference(self) -> str:
        """What the column STRUCTURE_ID holds: `BURDENSHARE:AID(1.0)`."""
        return f"{AGENCY}:{self.id}({VERSION})"

    @property
    def file(self) -> str:
        return f"{self.id}.csv"


YEARLY = Component("FREQ", "", "dimension", "frequency: A, a year", constant="A")
VALUE = Component("OBS_VALUE", "value", "measure", "the figure with the digits it was printed with")
SOURCE = Component("SOURCE", "source", "attribute", "key of the source, or its address")


def _release(column: str) -> Component:
    return Component("RELEASE", column, "dimension", "the release that printed the figure", codes="CL_RELEASE")


def _day(column: str) -> Component:
    return Component("RELEASE_DATE", column, "attribute", "day on which the release came out, empty where unknown")


def _coded(name: str, column: str, about: str, codes: str, role: Role = "dimension") -> Component:
    return Component(name, column, role, about, codes=codes)


AREA = "CL_AREA"
UNIT = "CL_UNIT"

DATAFLOWS = (
    Dataflow(
        "NATO_EXPENDITURE",
        "nato/expenditure.csv",
        "NATO's defence expenditure tables by release",
        (
            YEARLY,
            _release("release"),
            _coded("REF_AREA", "ally", "the ally or the group", AREA),
            _coded("INDICATOR", "measure", "what is measured", "CL_NATO_MEASURE"),
            _coded("PRICE_BASE", "price_basis", "prices: current, or of a base year", "CL_PRICE_BASE"),
            _coded("UNIT_MEASURE", "unit", "the unit with its multiplier, as printed", UNIT),
            Component("TIME_PERIOD", "year", "time", "the year"),
            VALUE,
            Component("OBS_STATUS", "estimate", "attribute", "E: marked as an estimate; A: not", flags=("E", "A")),
            _day("released_on"),
            SOURCE,
        ),
    ),
    Dataflow(
        "MACRO",
        "macro/macro.parquet",
        "World Economic Outlook and World Development Indicators by vintage",
        (
            YEARLY,
            _release("vintage"),
            _coded("REF_AREA", "entity", "the country", AREA),
            _coded("INDICATOR", "indicator", "what is measured", "CL_MACRO_INDICATOR"),
            Component("TIME_PERIOD", "year", "time", "the year"),
            VALUE,
            _coded("UNIT_MEASURE", "unit", "the unit", UNIT, "attribute"),
            Component("OBS_STATUS", "projection", "attribute", "F: a projection; A: not", flags=("F", "A")),
            _day("published_on"),
            SOURCE,
        ),
    ),
    Dataflow(
        "AID",
        "support/support.csv",
        "Aid to Ukraine by donor, period and kind, by release of the tracker",
        (
            _release("release"),
            _coded("DONOR", "donor", "who gives", AREA),
            _coded("RECIPIENT", "recipient", "who is given", AREA),
            _coded("AID_KIND", "kind", "total, military, humanitarian, financial", "CL_AID_KIND"),
            _coded("AID_MEASURE", "measure", "allocation, commitment, disbursement", "CL_AID_MEASURE"),
            _coded("UNIT_MEASURE", "unit", "the unit with its multiplier, as printed", UNIT),
            Component("TIME_PERIOD", "period", "time", "a month, a year, or a span by first day and length"),
            VALUE,
            _day("released_on"),
            SOURCE,
        ),
    ),
)

REFERENCES = ("nato/releases.csv", "sources.csv")
"""Tables that go along as they are: what the codes of releases and the keys of sources mean. Without them nobody could
lay the series over another record."""

_OUTSIDE = re.compile(r"[^A-Za-z0-9_@$-]+")


def codes_of(words: Iterable[str]) -> dict[str, str]:
    """A code that SDMX allows for each word of the record: `million_USD`; a second one that reads alike gets `_2`."""
    made: dict[str, str] = {}
    taken: set[str] = {NOTHING}
    for word in sorted(set(words)):
        if not word:
            continue
        base = _OUTSIDE.sub("_", word.replace("%", "PC")).strip("_") or "X"
        code, number = base, 1
        while code in taken:
            number += 1
            code = f"{base}_{number}"
        taken.add(code)
        made[word] = code
    return made
