"""What every table of support is made of: rows of words under a head, and what each row rests on."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from burdenshare.record.aid_books import Book
from burdenshare.record.donors import ALL, EUROPE, UNITED_STATES
from burdenshare.record.model import Observation
from burdenshare.report.citations import citation
from burdenshare.road.support.ground import Ground

REGIONAL = frozenset({ALL, EUROPE, UNITED_STATES, "REST_OF_WORLD"})
"""Groups that share all donors out, and their sum: told in bold."""


@dataclass(frozen=True, slots=True)
class Line:
    """Cells of one row, the name first; `sources` are what it rests on, as words and addresses."""

    cells: tuple[str, ...]
    sources: tuple[tuple[str, str], ...] = ()
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """Rows under a title and a head; `note` stands under them. Columns of `words` are read as sentences."""

    id: str
    title: str
    head: tuple[str, ...]
    lines: tuple[Line, ...]
    note: str = ""
    words: tuple[int, ...] = (0,)


def sources_of(
    rows: Sequence[Observation], ground: Ground | None = None, book: Book | None = None
) -> tuple[tuple[str, str], ...]:
    """The releases that rows are from, and the Outlook where one is used, each once. Where there is no row the release
    `book` says by that that there was no aid."""
    found = {(f"release {one.release}" if one.release.isdigit() else one.release, one.source) for one in rows}
    if not found and book is not None:
        found = {(f"release {book.release.id}", book.source)}
    told = [(words, citation(key).address) for words, key in sorted(found)]
    return (*told, *([(ground.vintage, citation(ground.source).address)] if ground is not None else []))
