"""One statement told several times in a text: in the headline and the body, twice by one speaker, in another currency.

`joined` keeps one statement with the spans of the others as its `repeats`, so that a reader meets each figure once.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from burdenshare.reading.model import Kind, Span, Statement, Unaccounted
from burdenshare.reading.replacing import replaced

HEADLINE = 200
"""Characters of the longest line at the head of a text that is taken for a headline or its standfirst."""
HEAD_LINES = 3
_OPEN = frozenset({"now", "assumed", "carried", ""})
_HEDGE = r"(?:(?:about|around|roughly|approximately|some|nearly|or|equivalent to|=|≈|~)\s*)?"
_BRACKET = re.compile(rf"[^()\[\].;]{{0,24}}[(\[]\s*{_HEDGE}")


def joined(statements: Sequence[Statement], text: str) -> tuple[Statement, ...]:
    """`statements` in the order of the text, those that tell another one again joined to it, numbered anew."""
    heads = _headlines(text)
    kept: list[Statement] = []
    again: list[set[Span]] = []  # where each kept statement is told again
    by_figure: dict[tuple[object, ...], list[int]] = {}
    for one in statements:
        figure = _figure(one)
        at = next((i for i in by_figure.get(figure, ()) if _again(kept[i], one, heads)), None)
        if at is None:
            by_figure.setdefault(figure, []).append(len(kept))
            kept.append(one)
            again.append(set())
        else:
            kept[at], other = _fuller_first(kept[at], one, heads)
            again[at].add(other.focus)
    kept = [
        replaced(one, repeats=tuple(sorted(spans))) if spans else one for one, spans in zip(kept, again, strict=True)
    ]
    kept.sort(key=lambda one: (one.span.start, one.span.end - one.span.start))
    return tuple(_numbered(one, f"s{number}") for number, one in enumerate(kept, 1))


def _numbered(one: Statement, serial: str) -> Statement:
    return one if one.id == serial else replaced(one, id=serial)


CONVERSION = "the sum in front of it in another currency"


def with_conversions(
    statements: Sequence[Statement], left: Sequence[Unaccounted], text: str
) -> tuple[tuple[Statement, ...], tuple[Unaccounted, ...]]:
    """`€100bn ($107bn)`: a sum set aside as the same in another currency is a repeat of the statement in front."""
    told, kept = list(statements), list[Unaccounted]()
    for one in left:
        before = range(len(told)) if one.reason == CONVERSION else range(0)
        at = max(
            (i for i in before if told[i].focus.end <= one.span.start), key=lambda i: told[i].focus.end, default=None
        )
        if at is None or not _BRACKET.fullmatch(text[told[at].focus.end : one.span.start]):
            kept.append(one)
        else:
            told[at] = replaced(told[at], repeats=tuple(sorted({*told[at].repeats, one.span})))
    return tuple(told), tuple(kept)


def _figure(one: Statement) -> tuple[object, ...]:
    """What two tellings of one statement have in common."""
    of = (one.against, one.quantifier, one.by)
    return (one.kind, one.subject, one.measure, one.comparator, one.value, one.unit, one.below, one.event, *of)


def _again(first: Statement, second: Statement, heads: Sequence[Span]) -> bool:
    """Whether `second` tells `first` again: the same figure of the same time, by the same voice or in a headline."""
    if first.value is None or first.kind in (Kind.POSITION, Kind.EVENT) or not _same_time(first, second):
        return False
    if None not in (first.threshold, second.threshold) and first.threshold != second.threshold:
        return False
    if _held(first, heads) != _held(second, heads):
        return True
    return (first.speaker.name, first.speaker.mode) == (second.speaker.name, second.speaker.mode)


def _same_time(first: Statement, second: Statement) -> bool:
    if first.period == second.period and first.baseline == second.baseline:
        return True
    return first.baseline == second.baseline and bool(_OPEN & {first.period_from, second.period_from})


def _held(one: Statement, heads: Sequence[Span]) -> bool:
    return any(head.start <= one.focus.start < head.end for head in heads)


def _fuller_first(first: Statement, second: Statement, heads: Sequence[Span]) -> tuple[Statement, Statement]:
    """The fuller telling and the other: one that tells its time before one that tells none, else the body's before the
    headline's."""
    if second.kind is Kind.PROMISE and bool(first.period) is not bool(second.period):
        return (second, first) if second.period else (first, second)
    return (second, first) if _held(first, heads) and not _held(second, heads) else (first, second)


def _headlines(text: str) -> list[Span]:
    """The lines at the head of a text that no full stop ends, and Markdown headings."""
    found: list[Span] = []
    start, at_head = 0, HEAD_LINES
    for line in text.split("\n"):
        words = line.strip()
        if words:
            ended = len(words) > HEADLINE or words[-1] in ".!?…:;”\"'"
            if (at_head and not ended) or words.startswith("#"):
                found.append(Span(start, start + len(line)))
            at_head = 0 if ended else max(at_head - 1, 0)
        start += len(line) + 1
    return found
