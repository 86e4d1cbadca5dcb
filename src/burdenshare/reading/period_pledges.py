"""Spans counted from a pledge of the past: `agreed in 2014 to move towards 2 % within a decade`."""

from __future__ import annotations

from datetime import date

from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import word_list
from burdenshare.reading.tokens import Token

_AGREED = word_list("agreeing_verbs") | {"vowed", "promised", "undertook", "resolved", "commit", "pledge", "agreement"}
_AGREED |= {"enacted", "adopted", "said"}
_SPANS = frozenset({"decade", "years"})
_PLACES = {"wales": "2014", "newport": "2014"}
"""Where a pledge was made, to its year."""
_SPAN = 10
"""Years such a pledge gave; any other span is counted from the day of the text."""


def counted_from_the_pledge(tokens: list[Token], found: list[PeriodMention], on: date | None) -> list[PeriodMention]:
    """`found` with every span of ten years that a pledge gave counted from the pledge, not from the day."""
    if on is None or not any(_a_span(tokens, p, on) for p in found):
        return found
    return [replaced(p, value=_due(tokens, found, p, on)) if _a_span(tokens, p, on) else p for p in found]


def _a_span(tokens: list[Token], mention: PeriodMention, on: date) -> bool:
    counted = mention.role == "by" and mention.source == "relative" and mention.value == str(on.year + _SPAN)
    within = tokens[mention.first].low == "within"
    return counted and within and tokens[mention.last - 1].low in _SPANS


def _due(tokens: list[Token], found: list[PeriodMention], span: PeriodMention, on: date) -> str:
    """The year ten years behind the pledge that the words in front of the span tell; else as counted from the day."""
    front = [token.low for token in tokens[: span.first]]
    if _AGREED.isdisjoint(front):
        return span.value
    years = [p.value for p in found if p.last <= span.first and p.source == "explicit" and p.role in ("in", "since")]
    told = [value for value in years if len(value) == 4 and value.isdecimal() and int(value) < on.year]
    told = told or [_PLACES[word] for word in front if word in _PLACES]
    return str(int(told[-1]) + _SPAN) if told else span.value
