"""One thing told twice in one text, by one voice, with figures that cannot both be."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import combinations

from burdenshare.checking.arithmetic.rounding import SLACK, Range
from burdenshare.reading.model import Interval, Kind, Modality, Span, Statement

RULE = "one thing told twice"
MEASURES = frozenset({"share_of_gdp", "allies_at_guideline", "equipment_share"})
"""Measures of which a year holds one value. Sums of money do not belong here: a budget, spending by NATO's definition
and an outlay with a special fund are three figures of one year."""
_ANOTHER = re.compile(
    r"\b(?:revised|revision|estimate[sd]?|estimated|forecast|expected|projected|projection|plan|plans|planned|initially|originally|previous(?:ly)?"
    r"|earlier|according|excluding|including|without|definition|budget(?:ed)?|instead|claim(?:s|ed)?|said|says|told|wrong(?:ly)?|not"
    r"|averag(?:e|ed|ing)|core|median|preliminary|actual(?:ly)?|constant|target|goal|below|above|over|under|more|less|least)\b",
    re.I,
)
"""Words by which two figures of one thing may both be right, or be told as another's."""


def told_twice(
    statements: Sequence[Statement], sentence: Callable[[Span], str]
) -> Iterator[tuple[Statement, Statement]]:
    """Pairs of statements of one voice on one thing whose figures do not meet."""
    held: dict[tuple[object, ...], list[Statement]] = {}
    for one in statements:
        if _plain(one):
            held.setdefault(_thing(one), []).append(one)
    for same in held.values():
        for first, second in combinations(same, 2):
            assert first.value is not None and second.value is not None
            if not _wide(first.value).meets(_wide(second.value)) and not any(
                _ANOTHER.search(sentence(one.focus)) for one in (first, second)
            ):
                yield first, second
                break


def _plain(one: Statement) -> bool:
    return (
        one.kind is Kind.FACT
        and one.measure in MEASURES
        and len(one.subject) == 1
        and one.period_from == "explicit"
        and len(one.period) == 4
        and not one.unsure
        and one.value is not None
        and one.comparator in ("=", "~")
        and one.modality is Modality.FACT
        and not one.rival_subjects
        and not one.rival_periods
    )


def _thing(one: Statement) -> tuple[object, ...]:
    return (
        one.subject, one.measure, one.period, one.baseline, one.basis, one.real, one.threshold, one.below,
        one.denominator, one.unit, one.release, one.speaker,
    )  # fmt: skip


def _wide(value: Interval) -> Range:
    if value.kind == "count":
        return Range(value.low, value.high)
    extra = max((value.high - value.low) / 2, SLACK * abs(value.central))
    return Range(value.low - extra, value.high + extra)
