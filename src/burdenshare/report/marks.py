"""How each verdict looks, everywhere: a symbol and a word first, a colour only on top of them.

The symbols differ in shape, so that they survive `NO_COLOR`, a black-and-white print and colour blindness.
"""

from __future__ import annotations

from dataclasses import dataclass

from burdenshare.checking.model import Verdict


@dataclass(frozen=True, slots=True)
class Mark:
    """One verdict's look: its word, symbol, terminal style, CSS class and what it tells a reader."""

    word: str
    symbol: str
    style: str
    css: str
    meaning: str


MARKS: dict[Verdict, Mark] = {
    Verdict.SUPPORTED: Mark("supported", "✔", "green", "supported", "the plain reading agrees with the record"),
    Verdict.CLOSE: Mark(
        "close", "≈", "cyan", "close", "no reading agrees, yet the record itself has been revised by more than this"
    ),
    Verdict.DEPENDS: Mark("depends", "◐", "yellow", "depends", "only another reading of the words agrees; it is named"),
    Verdict.CONTRADICTED: Mark(
        "contradicted", "✘", "bold red", "contradicted", "the record covers it and no reading comes near"
    ),
    Verdict.UNVERIFIABLE: Mark(
        "unverifiable", "?", "magenta", "unverifiable", "the record does not cover it; what is missing is named"
    ),
}
"""Ordered from agreement to silence: legends and summaries follow this order."""

PRICED = Mark("priced", "$", "blue", "priced", "a promise: what it would cost, by the newest figures of that day")
NOT_JUDGED = Mark("not judged", "–", "dim", "none", "a stand, or a promise: there is nothing to hold it against yet")


def mark_of(verdict: Verdict | None) -> Mark:
    """The look of a verdict; `None` is the look of what was not judged."""
    return NOT_JUDGED if verdict is None else MARKS[verdict]
