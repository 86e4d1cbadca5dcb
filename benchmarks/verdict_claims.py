"""The labelled claims with verdicts on both clocks (`tests/labelled/verdicts`, see its README).

Nothing of burdenshare is imported here or in `verdict_labels`, which computes the labels of the generated half: a label
that asks the product what is right could not find it wrong.
"""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path

FOLDER = Path(__file__).parent.parent / "tests" / "labelled" / "verdicts"
WRITTEN = FOLDER / "written.csv"
SECOND_HAND = FOLDER / "second_hand.csv"
THIRD_HAND = FOLDER / "third_hand.csv"
"""Claims of other writers, labelled and frozen before the program was run on them."""
FIELDS = ("id", "kind", "text", "on", "focus", "then", "now", "truth_then", "truth_now", "why")
VERDICTS = frozenset({"supported", "close", "depends", "contradicted", "unverifiable"})
ANSWERS = VERDICTS - {"unverifiable"}


class Truth(StrEnum):
    """What the raw tables and the law say of a claim on one clock. `open`: the law calls it neither right nor wrong;
    `uncovered`: the record cannot say."""

    TRUE = "true"
    FALSE = "false"
    OPEN = "open"
    UNCOVERED = "uncovered"


@dataclass(frozen=True, slots=True)
class Expected:
    """One clock's label: the verdicts that the law allows, and the truth behind them."""

    allowed: frozenset[str]
    truth: Truth

    @property
    def answerable(self) -> bool:
        """Whether the law asks for an answer: abstaining is not among what it allows."""
        return "unverifiable" not in self.allowed


@dataclass(frozen=True, slots=True)
class VerdictClaim:
    """A text of a day, the words of it that carry the claim, and what must be answered.

    `seeded` names the error put into a generated claim and is empty for its true base and for hand-written claims;
    `band` marks those whose error lands within the revision band.
    """

    id: str
    kind: str
    text: str
    on: date
    focus: str
    then: Expected
    now: Expected
    why: str
    seeded: str = ""
    band: bool = False

    @property
    def span(self) -> tuple[int, int]:
        """Where the focus stands in the text: its first occurrence."""
        start = self.text.index(self.focus)
        return start, start + len(self.focus)


def written(path: Path = WRITTEN) -> tuple[VerdictClaim, ...]:
    """The hand-written claims. Raises ValueError naming the row that breaks the rules."""
    with path.open(encoding="utf-8", newline="") as rows:
        return tuple(_claim(row, f"{path.name}:{row['id']}") for row in csv.DictReader(rows))


def expected(allowed: str, truth: str) -> Expected:
    """A label as it stands in a cell: verdicts joined by `|`, and the truth."""
    words = frozenset(allowed.split("|"))
    if not words <= VERDICTS:
        raise ValueError(f"no verdict: {', '.join(sorted(words - VERDICTS))}")
    return Expected(words, Truth(truth))


def _claim(row: dict[str, str], where: str) -> VerdictClaim:
    try:
        then = expected(row["then"], row["truth_then"])
        now = expected(row["now"], row["truth_now"])
        day = date.fromisoformat(row["on"])
    except ValueError as error:
        raise ValueError(f"{where}: {error}") from None
    if row["focus"] not in row["text"] or not row["focus"]:
        raise ValueError(f"{where}: the words {row['focus']!r} do not stand in the text")
    return VerdictClaim(row["id"], row["kind"], row["text"], day, row["focus"], then, now, row["why"])
