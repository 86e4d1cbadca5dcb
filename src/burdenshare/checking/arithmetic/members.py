"""Two sizes of the alliance told of one day in one text: `all 30 members` beside `the 32-member alliance`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from burdenshare.reading.model import Kind, Span, Statement
from burdenshare.reading.replacing import replaced

RULE = "two sizes of the alliance"
_OF_THEN = re.compile(
    r"\b(?:had|was|were|then|before|until|when|grew|became|joined?|joining|after|since|former|original|newest|would|will"
    r"|if|founding|excluding|except|other|others|without|european|now|once|ago|between|of the|out of|\d{4})\b",
    re.I,
)
"""Words of a size of another day, or of a part of the alliance."""


def sizes_apart(
    statements: Sequence[Statement], sentence: Callable[[Span], str]
) -> Iterator[tuple[Statement, Statement]]:
    """The first two statements of one voice that give the alliance different sizes, each in plain words of the day."""
    told = [replaced(one, focus=span) for one in statements if _of_the_day(one) for span in (one.focus, *one.repeats)]
    for first, second in combinations(told, 2):
        if _number(first) == _number(second) or first.speaker != second.speaker:
            continue
        if not any(_OF_THEN.search(sentence(one.focus)) for one in (first, second)):
            yield first, second
            return


def _of_the_day(one: Statement) -> bool:
    return (
        one.kind is Kind.FACT
        and one.measure == "members"
        and one.subject == ("NATO",)
        and not one.period
        and not one.unsure
        and "denominator" not in one.holes
        and one.value is not None
        and one.value.low == one.value.high
    )


def _number(one: Statement) -> float:
    assert one.value is not None
    return one.value.low
