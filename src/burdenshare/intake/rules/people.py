"""Offices have one holder at a time, holders have spellings, titles name known offices."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.tables import Tables
from burdenshare.record.tables import PLACE, Row

OFFICES = "people/offices.csv"
ALIASES = "people/aliases.csv"
TITLES = "people/titles.csv"


def faults(tables: Tables) -> Iterator[Fault]:
    """Every broken rule of the people's tables."""
    yield from offices(tables)
    yield from names(tables)


def offices(tables: Tables) -> Iterator[Fault]:
    """One holder at a time in each office, and no term that ends before it begins (at the precision read)."""
    terms: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in tables.rows(OFFICES):
        terms[row["office"], row["entity"]].append(row)
        if row["to"] and before(row["to"], row["from"]):
            key = (row["person"], row["office"], row["entity"], row["from"])
            what = f"ends {row['to']}, before {row['from']}"
            yield Fault("offices", OFFICES, key, what, row.get(PLACE, ""))
    for (office, entity), held in terms.items():
        held.sort(key=lambda row: row["from"])
        for one, after in pairwise(held):
            if not one["to"] or before(after["from"], one["to"]):
                what = f"{one['person']} to '{one['to']}' overlaps {after['person']} from '{after['from']}'"
                place = after.get(PLACE) or one.get(PLACE, "")
                yield Fault("offices", OFFICES, (office, entity, after["from"]), what, place)


def before(one: str, other: str) -> bool:
    """Whether a date lies before another, as far as both are known: `2024` is not before `2024-06`."""
    shared = min(len(one), len(other))
    return one[:shared] < other[:shared]


def names(tables: Tables) -> Iterator[Fault]:
    """Every office holder has spellings, every spelling a holder; titles name known offices."""
    held = tables.rows(OFFICES)
    persons = {row["person"]: row.get(PLACE, "") for row in held}
    spelt = {row["person"]: row.get(PLACE, "") for row in tables.rows(ALIASES)}
    for person in sorted(persons.keys() ^ spelt.keys()):
        table, place = (OFFICES, persons[person]) if person in persons else (ALIASES, spelt[person])
        yield Fault("names", table, (person,), "stands in only one of offices and aliases", place)
    known = {row["office"] for row in held} | {""}
    for row in tables.rows(TITLES):
        if row["office"] not in known:
            what = f"no such office as '{row['office']}'"
            yield Fault("names", TITLES, (row["title"],), what, row.get(PLACE, ""))
