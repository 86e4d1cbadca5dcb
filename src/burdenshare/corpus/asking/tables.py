"""What can be asked of: the tables of a data set, and the views that are made over them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from burdenshare.corpus.tables import SKETCHES, TABLES

ABOUT = {
    "documents": "one row a record of the sources, whatever became of it",
    "statements": "one row a statement of a text that was read",
    "verdicts": "one row a statement and clock",
    "unaccounted": "one row a number or passage that ended in no statement",
    "quarantine": "one row a document that was set aside",
    "sketches": "one row a text that was read: what near copies are found by",
    "copies": "one row a print of a text that stands in the archive more than once, near copies too",
}
"""What a row of each table is."""

COPIES = {
    "shard": "number of the shard",
    "row": "number of the record in its shard",
    "voice": "shard:row of the first print of the text",
    "likeness": "share of the runs of words that it has in common with the first print, estimated; 1 for an exact copy",
}
"""The columns of the table that is made when it is asked for."""


@dataclass(frozen=True, slots=True)
class View:
    """A view: its name, what a row of it is, its SQL; `needs` is what must be made before it can be asked."""

    name: str
    about: str
    sql: str
    needs: str = ""


@cache
def views() -> tuple[View, ...]:
    """The views in the order in which they are made."""
    text = files("burdenshare.corpus.asking").joinpath("views.toml").read_text(encoding="utf-8")
    return tuple(View(**row) for row in tomllib.loads(text)["views"])


def told() -> Iterator[tuple[str, str, list[tuple[str, str]]]]:
    """Every table with what a row of it is, and its columns with what they mean; then the views."""
    for table, columns in TABLES.items():
        if columns is not SKETCHES:
            yield table, ABOUT[table], [(name, meant) for name, (_, meant) in columns.items()]
    yield "copies", ABOUT["copies"], list(COPIES.items())
    for view in views():
        yield view.name, view.about, []
