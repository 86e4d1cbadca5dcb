"""What a damage to NATO's press document works on: its lines, where its figures stand, and a source of chance."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from random import Random

from burdenshare.intake.model import PLACE, Delivery
from burdenshare.intake.nato.headings import heading_of
from burdenshare.intake.nato.pages import split
from tools.fuzz_intake.cases import Key
from tools.fuzz_intake.outcomes import Truth, truth_of
from tools.fuzz_intake.papers import Lines

Spot = tuple[int, int]
"""Page and line, from 0."""


@dataclass(slots=True)
class Paper:
    """The lines of a document, and the figures of each line that holds some, from left to right."""

    pages: Lines
    chance: Random
    rows: Mapping[Spot, tuple[Key, ...]]
    truth: Truth
    says: dict[Key, tuple[str, str]] = field(default_factory=dict)
    consistent: bool = False
    lacks: bool = False

    def row(self) -> tuple[Spot, str, list[str]]:
        """Any row of figures: where it stands, its name, its words of figures."""
        at = self.chance.choice(sorted(self.rows))
        name, figures = split(self.line(at).split(" "))
        return at, name, list(figures)

    def line(self, at: Spot) -> str:
        """A line."""
        return self.pages[at[0]][at[1]]

    def put(self, at: Spot, *words: str) -> None:
        """Write a line of words."""
        self.pages[at[0]][at[1]] = " ".join(words)

    def tells(self, at: Spot, column: int, word: str) -> None:
        """Say that the file now holds another figure there."""
        key = self.rows[at][column]
        self.says[key] = (word.replace(",", ""), self.truth[key][1])

    def headings(self, *kinds: str) -> list[Spot]:
        """Lines of the pages of tables that are headings of these kinds: `title`, `unit`, `basis`, `measure`."""
        return [
            (page, at)
            for page in sorted({page for page, _ in self.rows})
            for at, line in enumerate(self.pages[page])
            if _kind(line) in kinds
        ]

    def years(self) -> list[Spot]:
        """The lines of years of the pages of tables."""
        pages = sorted({page for page, _ in self.rows})
        found = [(page, at) for page in pages for at, line in enumerate(self.pages[page])]
        return [at for at in found if len(re.findall(r"\b20\d\de?\b", self.line(at))) > 5 and ":" not in self.line(at)]


def _kind(line: str) -> str:
    heading = heading_of(line)
    if heading.note or heading.numbered:
        return "title" if heading.numbered else ""
    return next((kind for kind in ("measure", "unit", "basis") if getattr(heading, kind)), "")


def rows_of(delivery: Delivery) -> dict[Spot, tuple[Key, ...]]:
    """The figures of a delivery by the line in which they stand."""
    held: dict[Spot, list[Key]] = {}
    rows = zip(truth_of(delivery), delivery.tables["nato/expenditure.csv"], strict=True)
    for key, row in rows:
        found = re.fullmatch(r"page (\d+), line (\d+)", row[PLACE])
        if found is None:
            raise ValueError(row[PLACE])
        held.setdefault((int(found[1]) - 1, int(found[2]) - 1), []).append(key)
    return {at: tuple(sorted(keys, key=lambda key: key[1])) for at, keys in held.items()}
