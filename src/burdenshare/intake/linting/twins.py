"""The same thing told twice in other words: events, commitments, terms, titles, statements."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations, pairwise

from burdenshare.intake.linting.dates import COMMITMENTS
from burdenshare.intake.linting.findings import Finding, Severity
from burdenshare.intake.linting.folder import Folder
from burdenshare.intake.rules.form import key_of
from burdenshare.intake.rules.moments import span
from burdenshare.intake.rules.people import ALIASES, OFFICES, TITLES
from burdenshare.record import schema
from burdenshare.record.tables import PLACE, Row

EVENTS = "commitments/events.csv"
ALIKE = 0.67
"""Part of the words of two names, small ones apart, from which on they tell of one event."""
NEAR_DAYS = 3
"""Days within which two events of like names may be one, told with another day."""
SMALL = frozenset({"a", "an", "and", "at", "by", "for", "from", "in", "of", "on", "the", "to", "with"})
RELAYED = {
    "industry/production.csv": ("producer", "item", "measure", "period", "value", "low", "high"),
    "capabilities/requirements.csv": ("scenario", "item", "value", "low", "high", "unit"),
    "capabilities/reconstitution.csv": ("country", "target_year_low", "target_year_high", "about", "stated_on"),
}
"""Columns by which two statements say the same, whoever passed them on."""


def findings(folder: Folder) -> Iterator[Finding]:
    """Rows of the folder that say what another row says already."""
    yield from _events(folder)
    yield from _commitments(folder)
    yield from _terms(folder)
    yield from _folded(folder, TITLES, "title", lambda row: "")
    yield from _folded(folder, ALIASES, "alias", lambda row: f"{row['person']}/{row['kind']}")
    for path, columns in RELAYED.items():
        yield from _relayed(folder, path, columns)


def _events(folder: Folder) -> Iterator[Finding]:
    for one, other in combinations(folder.tables.rows(EVENTS) if EVENTS in folder.own else (), 2):
        first, second = span(one["date"]), span(other["date"])
        if first is None or second is None or not alike(one["name"], other["name"]):
            continue
        apart = max((second[0] - first[1]).days, (first[0] - second[1]).days, 0)
        if apart <= NEAR_DAYS:
            yield from _pair(folder, EVENTS, one, other, f"'{one['name']}' on {one['date']} may be the same event")


def alike(one: str, other: str) -> bool:
    """Whether two names share most of their words."""
    ours, theirs = _words(one), _words(other)
    return bool(ours and theirs) and len(ours & theirs) / len(ours | theirs) >= ALIKE


def _words(text: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_]+", text.casefold())) - SMALL


def _commitments(folder: Folder) -> Iterator[Finding]:
    """The same actor, sense, value, unit and deadline."""
    found: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in folder.tables.rows(COMMITMENTS) if COMMITMENTS in folder.own else ():
        if row["kind"] != "membership":
            found[tuple(row[name] for name in ("actor", "kind", "comparator", "value", "unit", "due_by"))].append(row)
    for held in found.values():
        for one, other in combinations(held, 2):
            if alike(one["measure"], other["measure"]):
                what = f"{one['id']} says the same (made {one['made_on']}, at '{one['made_at']}')"
                yield from _pair(folder, COMMITMENTS, one, other, what)


def _terms(folder: Folder) -> Iterator[Finding]:
    """One term of one person in two rows."""
    found: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in folder.tables.rows(OFFICES) if OFFICES in folder.own else ():
        found[row["person"], row["office"], row["entity"]].append(row)
    for held in found.values():
        ordered = sorted(held, key=lambda row: row["from"])
        for one, other in pairwise(ordered):
            if one["to"] and one["to"] == other["from"]:
                yield from _pair(folder, OFFICES, one, other, f"goes on with the term from {one['from']}")


def _folded(folder: Folder, path: str, column: str, within: Callable[[Row], str]) -> Iterator[Finding]:
    """The same words in another case or with other spaces."""
    found: dict[tuple[str, str], list[Row]] = defaultdict(list)
    for row in folder.tables.rows(path) if path in folder.own else ():
        found[within(row), " ".join(row[column].casefold().split())].append(row)
    for held in found.values():
        for other in held[1:]:
            if other[column] != held[0][column]:
                yield from _pair(folder, path, held[0], other, f"'{held[0][column]}' stands there already")


def _relayed(folder: Folder, path: str, columns: Sequence[str]) -> Iterator[Finding]:
    found: dict[tuple[str, ...], list[Row]] = defaultdict(list)
    for row in folder.tables.rows(path) if path in folder.own else ():
        found[tuple(row[name] for name in columns)].append(row)
    for held in found.values():
        for other in held[1:]:
            what = f"{held[0]['stated_by']} ({held[0]['stated_on']}) says the same"
            yield from _pair(folder, path, held[0], other, what, Severity.NOTE)


def _pair(
    folder: Folder, path: str, one: Row, other: Row, what: str, severity: Severity = Severity.WARNING
) -> Iterator[Finding]:
    """The finding at the later of two rows; nothing where neither is the folder's own."""
    places = [row[PLACE] for row in (other, one) if PLACE in row]
    if places:
        key = key_of(schema.BY_PATH[path], other)
        yield Finding(
            severity, "twin", path, key, what, "keep the better of the two rows, or tell them apart", places[0]
        )
