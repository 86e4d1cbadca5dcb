"""The lines that a workbook's sheet and a document's page are both turned into."""

from __future__ import annotations

from dataclasses import dataclass

from burdenshare.intake.grid import Value
from burdenshare.intake.nato.years import Year


@dataclass(frozen=True, slots=True)
class Words:
    """A line of words: a title, a heading, a unit, a note."""

    place: str
    text: str


@dataclass(frozen=True, slots=True)
class Years:
    """A row of years. `fault` says what is wrong with them, at `fault_place`; empty where nothing is."""

    place: str
    years: tuple[Year, ...]
    fault: str = ""
    fault_place: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """One figure of a row as it stands there, under its year. `fault`: why it cannot be read, such as an error."""

    place: str
    year: int
    estimate: bool
    raw: Value
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Figures:
    """A row of figures: the words beside them with their places, and a cell for each year in force.

    `strays` are the places of figures under no year and under no words either; `others` the words that head a column
    of figures and are no year; `fault` says why the row cannot be put under its years.
    """

    place: str
    names: tuple[Words, ...]
    cells: tuple[Cell, ...]
    strays: tuple[str, ...] = ()
    others: tuple[Words, ...] = ()
    fault: str = ""


Line = Words | Years | Figures


@dataclass(frozen=True, slots=True)
class Part:
    """The lines of one sheet or page, read as a whole: what a title says ends with its sheet. `name` for people."""

    name: str
    lines: tuple[Line, ...]
