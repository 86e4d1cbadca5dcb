"""The page of the names: verdicts, issues, allies, groups, measures and releases."""

from __future__ import annotations

import burdenshare as bs
from burdenshare.reading.issues import register
from burdenshare.report.marks import MARKS
from tools.markdown import table

HEAD = """Names are understood as people write them (`Spain`, `esp`, `"share of gdp"`, `"april 2025"`); the ids below
are what the JSON holds. `burdenshare record list allies` (or `groups`, `measures`, `releases`) prints them."""


def page() -> str:
    """All names that the program and its packaged record know."""
    record = bs.load_record()
    allies = sorted(record.allies(), key=lambda one: one.ally)
    measures = [(f"`{one.id}`", one.title, one.unit, one.kind, one.formula) for one in record.measures()]
    releases = [
        (f"`{one.id}`", str(one.released_on or "undated"), one.title, one.definition) for one in record.releases()
    ]
    parts = [
        "# Names",
        HEAD,
        "## Verdicts",
        table(("verdict", "mark", "meaning"), [(one.word, one.symbol, one.meaning) for one in MARKS.values()]),
        "## Issues",
        table(("id", "what a position is about", "`for` means"), [(f"`{one}`", *told) for one, *told in register()]),
        "## Allies",
        table(("id", "name", "joined"), [(f"`{one.ally}`", one.name, one.joined_on.isoformat()) for one in allies]),
        "## Groups",
        table(("id", "name"), [(f"`{group}`", record.name(group)) for group in record.groups()]),
        "## Measures",
        table(("id", "what it is", "unit", "kind", "formula"), measures),
        "## Releases of NATO",
        "Those of the other publishers stand in [the data](../data/index.md).",
        table(("id", "day", "title", "definition"), releases),
    ]
    return "\n\n".join(parts) + "\n"
