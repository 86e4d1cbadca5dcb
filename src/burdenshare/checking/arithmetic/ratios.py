"""A part and its whole against the stated share: `23 of 32, or 72 %`, `$2.5bn, or 5 % of its $50bn budget`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from burdenshare.checking.arithmetic.drawn import Drawn, agreed_unit
from burdenshare.checking.arithmetic.figures import MONEY, Line
from burdenshare.checking.arithmetic.model import ArithmeticKind
from burdenshare.checking.arithmetic.rounding import combined, width
from burdenshare.checking.arithmetic.rows import Found, Row, matches

FAR = 3.0
"""A share further from the stated one than this factor is of something else."""
_OF_ANOTHER = re.compile(
    r"^(?: -)?(?: (?:points?|more|less|higher|lower|fewer|above|below|up|down|over|a|per|increase|rise|each)\b| of )"
)
"""Behind a share these make it one of another whole, or a change."""


def ratios(row: Row, line: Line) -> Iterator[Drawn]:
    """Every part of a whole with the share that is said of it."""
    for found in matches(row.pattern, line):
        a, b, c = found["a"], found["b"], found["c"]
        money = a.kind in MONEY
        unit = agreed_unit([a, b]) if money == (b.kind in MONEY) else None
        if unit is None or a.value >= b.value or not (a.plain and b.plain and (c.plain or c.kind == "F")):
            continue
        decimals = a.decimal or b.decimal
        computed = width(a, decimals=decimals).over(width(b, decimals=decimals))
        computed, said = combined(lambda one: 100 * one, computed), width(c)
        if c.kind == "F":
            said = combined(lambda one: 100 * one, said)
        near = computed.central <= said.central * FAR and said.central <= computed.central * FAR
        yield Drawn(
            ArithmeticKind.RATIO,
            ((a, "part"), (b, "whole"), (c, "said")),
            computed,
            said,
            "%",
            "{} of {}",
            row.firm and near and _of_this(found) and not (c.exact and c.kind == "N"),
            row.name,
        )


def _of_this(found: Found) -> bool:
    """Whether the share stands last and nothing names another whole for it, or it names its own inside the match."""
    if found.match.end("c") < found.match.end():
        return True
    return not _OF_ANOTHER.match(found.tail)
