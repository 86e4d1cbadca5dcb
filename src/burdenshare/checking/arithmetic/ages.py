"""Years and the span between them: `founded in 1949, 76 years ago`, `between 2014 and 2024, a decade`."""

from __future__ import annotations

from collections.abc import Iterator

from burdenshare.checking.arithmetic.drawn import Drawn
from burdenshare.checking.arithmetic.figures import Figure, Line
from burdenshare.checking.arithmetic.language import word_set
from burdenshare.checking.arithmetic.model import ArithmeticKind
from burdenshare.checking.arithmetic.rounding import Range, Width, combined, width
from burdenshare.checking.arithmetic.rows import Found, Row, matches

ROUND = 5
"""A span that is a multiple of this may be meant roughly."""
NEAR = 1
"""Years by which a span may be off before it is wrong: months are not told, and both ends may be counted."""
NEAR_ROUND = 2
FAR = 15
"""A span further off than this speaks of another day or time."""
_QUOTES = frozenset({'"', "“", "”"})
"""Quoted words may be of another day than the text."""
_THEN = word_set("then")
"""Words of a time told from another day than that of the text."""


def ages(row: Row, line: Line, year: int | None) -> Iterator[Drawn]:
    """Every span of the sentence with the years it lies between; `year` is that of the day of the text."""
    for found in matches(row.pattern, line):
        ends = _ends(found, year)
        if ends is None or ends[1] <= ends[0]:
            continue
        to_text = "z" not in found.figures and "r" not in found.figures
        length = float(ends[1] - ends[0])
        inclusive = Range(length - 1, length) if to_text else Range(length, length + 1)
        said = _span(found)
        slack = NEAR_ROUND if said.central % ROUND == 0 else NEAR
        computed = Width(length, inclusive, Range(inclusive.low - slack, inclusive.high + slack))
        years = [
            (found[name], role) for name, role in (("y", "from"), ("r", "from"), ("z", "to")) if name in found.figures
        ]
        told = [(found["c"], "said")] if "c" in found.figures else []
        yield Drawn(
            ArithmeticKind.AGE,
            (*years, *told),
            computed,
            said,
            "years",
            f"from {ends[0]} to {ends[1]}",
            row.firm and abs(said.central - length) <= FAR and not (to_text and (_THEN | _QUOTES) & line.words),
            row.name,
            said_words="" if told else f"{found.match['word']} decade",
        )


def _ends(found: Found, year: int | None) -> tuple[int, int] | None:
    if "r" in found.figures:
        value = found["r"].quantity.value
        return int(value.low), int(value.high)
    if "y" not in found.figures:
        return None
    if "z" in found.figures:
        return int(found["y"].value), int(found["z"].value)
    return None if year is None else (int(found["y"].value), year)


def _span(found: Found) -> Width:
    if "c" not in found.figures:
        return _years(10.0)
    figure: Figure = found["c"]
    spans = width(figure)
    if " decades" in found.match.group(0):
        return combined(lambda one: 10 * one, spans)
    return spans


def _years(value: float) -> Width:
    one = Range(value, value)
    return Width(value, one, one)
