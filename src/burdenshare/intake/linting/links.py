"""Words that name something elsewhere in the record: entities, kinds, events, later commitments, spellings."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from burdenshare.intake.linting.dates import COMMITMENTS
from burdenshare.intake.linting.findings import Finding, Severity
from burdenshare.intake.linting.folder import Folder
from burdenshare.intake.rules import entities
from burdenshare.intake.rules.form import key_of
from burdenshare.intake.rules.listed import listed
from burdenshare.intake.rules.moments import span
from burdenshare.intake.rules.people import ALIASES
from burdenshare.record import schema
from burdenshare.record.dated import actors
from burdenshare.record.tables import PLACE, Row

EVENTS = "commitments/events.csv"
KINDS = (EVENTS, COMMITMENTS, entities.PLACES)
GATHERING = re.compile(r"\b(summit|ministers|leaders meeting|European Council|Contact Group)\b")
"""Words of `made_at` that speak of a gathering, which the table of events should hold."""


def findings(folder: Folder) -> Iterator[Finding]:
    """Names of the folder's rows that lead nowhere."""
    known = entities.named(folder.tables)
    for path, column in entities.COLUMNS.items():
        packaged = entities.held(folder.context, path)
        for row in folder.own.get(path, ()):
            if row[column] not in known:
                yield _unknown(path, row, f"{column} is '{row[column]}'", packaged=row[column] in packaged)
    for row in folder.own.get(COMMITMENTS, ()):
        for one in actors(row["actor"]):
            if one not in known | entities.BODIES:
                yield _unknown(COMMITMENTS, row, f"actor is '{one}'", packaged=False)
    yield from _kinds(folder)
    yield from _gatherings(folder)
    yield from _superseded(folder)
    yield from _spellings(folder)


def _kinds(folder: Folder) -> Iterator[Finding]:
    """A kind that the packaged table does not have may be a slip of the pen."""
    for path in KINDS:
        packaged = {row["kind"] for row in folder.context.rows(path)}
        for row in folder.own.get(path, ()):
            if packaged and row["kind"] not in packaged:
                what = f"'{row['kind']}' is a kind that no other row has"
                yield _finding(Severity.WARNING, "new kind", path, row, what, f"use one of {listed(sorted(packaged))}")


def _gatherings(folder: Folder) -> Iterator[Finding]:
    """A commitment made at a gathering has the event of that day."""
    days = [found for row in folder.tables.rows(EVENTS) if (found := span(row["date"]))]
    for row in folder.own.get(COMMITMENTS, ()):
        made = span(row["made_on"])
        if made is None or made[0] != made[1] or not GATHERING.search(row["made_at"]):
            continue
        if not any(first <= made[0] <= last for first, last in days):
            what = f"made at '{row['made_at']}' on {row['made_on']}, no event is held of that day"
            yield _finding(Severity.NOTE, "no event", COMMITMENTS, row, what, f"add it to {EVENTS}")


def _superseded(folder: Folder) -> Iterator[Finding]:
    """What is superseded has a later commitment of the same actor in the same unit."""
    held = folder.tables.rows(COMMITMENTS)
    for row in folder.own.get(COMMITMENTS, ()):
        if not row["status"].startswith("superseded"):
            continue
        made = span(row["made_on"])
        later = [
            one
            for one in held
            if one["id"] != row["id"]
            and one["unit"] == row["unit"]
            and set(actors(one["actor"])) & {*actors(row["actor"]), "NATO"}
            and (made is None or (day := span(one["made_on"])) is None or day[1] >= made[0])
        ]
        if not later:
            what = "superseded, and no later commitment of the actor is held in this unit"
            yield _finding(Severity.NOTE, "dead end", COMMITMENTS, row, what, "add what took its place")


def _spellings(folder: Folder) -> Iterator[Finding]:
    """Each person has the full name and a surname among the spellings."""
    kinds: dict[str, set[str]] = defaultdict(set)
    first: dict[str, Row] = {}
    for row in folder.tables.rows(ALIASES):
        kinds[row["person"]].add(row["kind"])
        first.setdefault(row["person"], row)
    for person in dict.fromkeys(row["person"] for row in folder.own.get(ALIASES, ())):
        for kind in sorted({"full", "surname"} - kinds[person]):
            what, remedy = f"no {kind} among the spellings", "add it"
            place = first[person].get(PLACE, "")
            yield Finding(Severity.WARNING, "spelling", ALIASES, (person,), what, remedy, place)


def _unknown(path: str, row: Row, words: str, *, packaged: bool) -> Finding:
    """An id without a name: an error, or a note where the packaged table has it and nothing else speaks of it."""
    remedy = f"use the id of an ally or group, or name the entity in {entities.PLACES}"
    severity = Severity.NOTE if packaged else Severity.ERROR
    return _finding(severity, "dead id", path, row, f"{words}, which is no entity with a name", remedy)


def _finding(severity: Severity, rule: str, path: str, row: Row, what: str, remedy: str) -> Finding:
    return Finding(severity, rule, path, key_of(schema.BY_PATH[path], row), what, remedy, row.get(PLACE, ""))
