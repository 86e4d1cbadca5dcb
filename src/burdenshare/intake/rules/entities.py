"""Columns that hold the id of an entity hold one that the record knows: an ally, a group, or what its places name."""

from __future__ import annotations

from collections.abc import Iterator, Set

from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.form import key_of
from burdenshare.intake.rules.tables import Delivered, Tables
from burdenshare.record import schema
from burdenshare.record.dated import actors
from burdenshare.record.groups import GROUP_NAMES
from burdenshare.record.tables import PLACE, Row

PLACES = "people/places.csv"
COMMITMENTS = "commitments/commitments.csv"
COLUMNS = {
    "nato/expenditure.csv": "ally",
    schema.MACRO: "entity",
    "people/offices.csv": "entity",
    "people/titles.csv": "entity",
    "people/groups.csv": "ally",
    "currencies.csv": "entity",
    "capabilities/holdings.csv": "entity",
    "capabilities/reconstitution.csv": "country",
    "posture/common_budget.csv": "ally",
    "posture/nuclear_warheads.csv": "entity",
    "posture/troops.csv": "entity",
}
BODIES = frozenset({"NATO_SECRETARY_GENERAL", "NATO", "EU", "UN", "COALITION_WILLING"})
"""Actors that are no country and no group."""


def named(tables: Tables) -> Set[str]:
    """Ids of allies, of groups, and of what the table of places names."""
    allies = {row["ally"] for row in tables.rows("commitments/members.csv")}
    groups = {row["group"] for row in tables.rows("people/groups.csv")}
    return allies | groups | set(GROUP_NAMES) | {row["entity"] for row in tables.rows(PLACES)}


def held(tables: Tables, path: str) -> Set[str]:
    """The ids that a table holds already."""
    if path == schema.MACRO:
        return set(tables.macro["entity"].unique())
    return {row[COLUMNS[path]] for row in tables.rows(path)}


def of_delivery(before: Tables, after: Tables, delivered: Delivered) -> Iterator[Fault]:
    """Delivered rows of entities that neither the names of the record nor its tables know."""
    known = named(after)
    for path, rows in delivered.items():
        column = COLUMNS.get(path)
        here = known | held(before, path) if column else known
        told: set[str] = set()
        for row in rows:
            ids = {row[column]} if column else set(actors(row["actor"])) - BODIES if path == COMMITMENTS else set()
            for one in sorted(ids - here - told):
                told.add(one)
                yield _fault(path, row, one)


def _fault(path: str, row: Row, entity: str) -> Fault:
    table = schema.BY_PATH[path]
    what = f"'{entity}' is no entity that the record knows (first in {', '.join(key_of(table, row))})"
    return Fault("entities", path, (table.name, entity), what, row.get(PLACE, ""))
