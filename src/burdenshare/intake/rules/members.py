"""Groups and commitments follow the days on which the allies joined."""

from __future__ import annotations

from collections.abc import Iterator

from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.tables import Tables
from burdenshare.record.tables import PLACE

MEMBERS = "commitments/members.csv"
GROUPS = "people/groups.csv"
COMMITMENTS = "commitments/commitments.csv"


def faults(tables: Tables) -> Iterator[Fault]:
    """Every broken rule of membership."""
    yield from groups(tables)
    yield from accessions(tables)


def groups(tables: Tables) -> Iterator[Fault]:
    """Groups hold allies only; the alliance and its European parts follow the days of accession."""
    joined = {one["ally"]: one for one in tables.rows(MEMBERS)}
    expected = {("NATO", ally) for ally in joined} | {("EUR_CAN", ally) for ally in joined if ally != "USA"}
    expected |= {("EUR", ally) for ally, one in joined.items() if one["region"] == "europe"}
    held = {(row["group"], row["ally"]): row for row in tables.rows(GROUPS)}
    for (group, ally), row in sorted(held.items(), key=lambda one: one[0]):
        if ally not in joined:
            yield Fault("groups", GROUPS, (group, ally), "not an ally", row.get(PLACE, ""))
    for group, ally in sorted(expected):
        found, day = held.get((group, ally)), joined[ally]["joined_on"]
        start = found["from"] if found else None
        if start != day:
            place = found.get(PLACE, "") if found else ""
            yield Fault("groups", GROUPS, (group, ally), f"from {start}, joined {day}", place)


def accessions(tables: Tables) -> Iterator[Fault]:
    """The commitment of membership of each ally carries the day of its accession."""
    made = {row["actor"]: row for row in tables.rows(COMMITMENTS) if row["kind"] == "membership"}
    for one in tables.rows(MEMBERS):
        found, day = made.get(one["ally"]), one["joined_on"]
        start = found["made_on"] if found else None
        if start != day:
            place = found.get(PLACE, "") if found else ""
            yield Fault("accessions", COMMITMENTS, (one["ally"],), f"member from {start}, joined {day}", place)
