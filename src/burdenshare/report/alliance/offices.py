"""Governments as a table: a country a row, an office a column."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from burdenshare.checking.alliance.model import Entry, Mark
from burdenshare.report import wording

COLUMNS = (
    ("leads the government", ("head_of_government", "head_of_state")),
    ("defence", ("defence_minister",)),
    ("foreign affairs", ("foreign_minister",)),
)
"""The three offices a table has room for; of a state without a head of government its head of state governs."""

MORE = "heads of state and chiefs of defence: --html, --json"
ROUGH = "?"
"""Before a name whose dates are too rough for a yes."""


@dataclass(frozen=True, slots=True)
class Row:
    """One country: its code and who holds each office of the columns."""

    country: str
    cells: tuple[tuple[Entry, ...], ...]


def rows(entries: Sequence[Entry]) -> list[Row]:
    """The officials of countries, by country in the order given."""
    held: dict[str, dict[str, list[Entry]]] = {}
    for one in entries:
        country, office = one.actors
        held.setdefault(country, {}).setdefault(office, []).append(one)
    return [Row(country, tuple(_first(offices, names) for _, names in COLUMNS)) for country, offices in held.items()]


def _first(offices: dict[str, list[Entry]], names: tuple[str, ...]) -> tuple[Entry, ...]:
    return next((tuple(offices[name]) for name in names if name in offices), ())


def table(entries: Sequence[Entry], width: int, cited: Callable[[Entry], str]) -> Padding:
    """A line a country; names too long for their column are wrapped inside it."""
    grid = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), width=width - INDENT, header_style="dim")
    grid.add_column("")
    for title, _ in COLUMNS:
        grid.add_column(title, ratio=1, overflow="fold")
    for row in rows(entries):
        grid.add_row(row.country, *(_told(cell, cited) for cell in row.cells))
    return Padding(grid, (0, 0, 0, INDENT))


INDENT = 4


def _told(cell: tuple[Entry, ...], cited: Callable[[Entry], str]) -> Text:
    words = " or ".join(f"{ROUGH if one.mark is Mark.ROUGH else ''}{wording.clean(one.label)}" for one in cell)
    numbers = "".join(dict.fromkeys(cited(one) for one in cell))
    return Text.assemble(words or "–", (numbers, "dim"))
