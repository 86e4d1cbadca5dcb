"""Less of an explanation than all: long rows of like steps cut, and the list of what can be explained."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby

from burdenshare.checking.model import Checked
from burdenshare.report import wording
from burdenshare.report.explaining import Step
from burdenshare.report.marks import NOT_JUDGED, PRICED
from burdenshare.report.report import Report

MOST_ALIKE = 8
"""Cells, allies or parts of a sum listed in a row; a count over the alliance rests on 32 of them."""


def shortened_tree(step: Step) -> Step:
    """The same tree with long rows of like steps cut, each with a line that says how many are left out."""
    below: list[Step] = []
    for label, row in groupby(step.below, key=lambda one: one.label):
        alike = [shortened_tree(one) for one in row]
        rest = len(alike) - MOST_ALIKE
        if rest > 1:
            below += [*alike[:MOST_ALIKE], Step(label, f"and {rest} more (--all, --json)")]
        else:
            below += alike
    return replace(step, below=tuple(below))


@dataclass(frozen=True, slots=True)
class Listed:
    """A statement that can be explained: its id, its verdicts (empty where not judged), the beginning of its words."""

    document: str
    id: str
    then: str
    now: str
    told: str
    text: str

    def to_dict(self) -> dict[str, str]:
        """The row for JSON."""
        return {"document": self.document, "id": self.id, "then": self.then, "now": self.now, "text": self.text}


def ids_told(report: Report) -> list[Listed]:
    """Every statement of a report, for a list to choose from."""
    return [_listed(report, entry) for entry in report.checked.checked]


def _listed(report: Report, entry: Checked) -> Listed:
    then, now = ("" if one is None else one.verdict.value for one in (entry.then, entry.now))
    if then or now:
        told = then if then == now else f"{then or 'not judged'} then, {now or 'not judged'} now"
    else:
        told = PRICED.word if entry.price is not None else NOT_JUDGED.word
    words = wording.shortened(entry.statement.text, 60)
    return Listed(report.checked.document.id, entry.statement.id, then, now, told, words)
