"""Two conversions in one text: `€100bn ($108bn)` and `€50bn ($70bn)` cannot be made at one rate."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from burdenshare.checking.arithmetic.drawn import Drawn
from burdenshare.checking.arithmetic.figures import Figure, Line
from burdenshare.checking.arithmetic.model import ArithmeticKind
from burdenshare.checking.arithmetic.rounding import Range, Width, width
from burdenshare.checking.arithmetic.rows import Row, matches

MARGIN = 0.10
"""Rates of one text lie no further apart than this beyond all rounding, unless they are of different times."""
UNSTABLE = frozenset({"RUB", "TRY", "UAH", "BYN", "KZT"})
"""Currencies whose rate moved by more than the margin within the years a text may speak of."""
FAR = 2.0
"""Rates further apart than this factor are no conversions of each other."""

Pair = tuple[Line, Figure, Figure]


def pairs(row: Row, line: Line) -> Iterator[Pair]:
    """Every sum of the sentence with the same in another currency behind it."""
    for found in matches(row.pattern, line):
        a, b = found["a"], found["b"]
        if a.quantity.unit != b.quantity.unit and a.plain and b.plain and a.value > 0 and b.value > 0:
            yield line, a, b


def conversions(rule: str, held: Sequence[Pair]) -> Iterator[Drawn]:
    """Each conversion against the first one of the same two currencies."""
    first: dict[tuple[str, str], Pair] = {}
    for line, a, b in held:
        key = (a.quantity.unit, b.quantity.unit)
        if UNSTABLE & set(key):
            continue
        if key not in first:
            first[key] = (line, a, b)
            continue
        yield from _against(rule, first[key], (line, a, b))


def _against(rule: str, first: Pair, second: Pair) -> Iterator[Drawn]:
    rate, other = width(first[2]).over(width(first[1])), width(second[2]).over(width(second[1]))
    wide = Range(rate.wide.low * (1 - MARGIN), rate.wide.high * (1 + MARGIN))
    roomy = Width(rate.central, rate.narrow, wide)
    alike = rate.central <= FAR * other.central and other.central <= FAR * rate.central
    yield Drawn(
        ArithmeticKind.CONVERSION,
        ((first[1], "from"), (first[2], "to"), (second[1], "from"), (second[2], "said")),
        roomy,
        other,
        f"{second[2].quantity.unit} per {second[1].quantity.unit}",
        "{1} for {0}; {2}",
        alike and _years(first[0]) == _years(second[0]),
        rule,
    )


def _years(line: Line) -> frozenset[int]:
    return frozenset(int(one.value) for one in line.of("Y"))
