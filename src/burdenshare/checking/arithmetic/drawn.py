"""What a family of rows draws from a sentence, before it becomes a finding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from burdenshare.checking.arithmetic.figures import MONEY, Figure
from burdenshare.checking.arithmetic.model import ArithmeticKind
from burdenshare.checking.arithmetic.rounding import Width


@dataclass(frozen=True, slots=True)
class Drawn:
    """A formula with its figures and their roles, what it gives and what was said. `formula` has one `{}` for each
    figure but the stated one; only a `firm` one may contradict. `said_words` are those of the stated figure where it is
    none of the figures."""

    kind: ArithmeticKind
    figures: tuple[tuple[Figure, str], ...]
    computed: Width
    said: Width
    unit: str
    formula: str
    firm: bool
    rule: str
    said_words: str = ""


def agreed_unit(figures: Iterable[Figure]) -> str | None:
    """The unit all figures share (bare sums take that of the others), or None where they do not agree."""
    held = list(figures)
    units = {one.quantity.unit for one in held if one.kind != "K"}
    if len(units) > 1:
        return None
    unit = units.pop() if units else ""
    if not unit and any(one.kind in MONEY for one in held):
        return None  # bare millions: of what, nobody says
    return unit
