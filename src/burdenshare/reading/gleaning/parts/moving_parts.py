"""Parts of a budget that move: `exceeded the target for equipment, with its share going up to 21.3 % from 15.7 %`."""

from __future__ import annotations

from collections.abc import Sequence

from burdenshare.reading.context import Context
from burdenshare.reading.model import Kind

_PORTIONS = frozenset({"share", "portion", "proportion", "part", "this", "it", "figure", "percentage"})
_MOVES = frozenset(
    {"going", "goes", "went", "gone", "rise", "rises", "rose", "risen", "rising", "up", "increase", "increased", "grow"}
    | {"increasing", "grew", "growing", "climb", "climbed", "fall", "fell", "falling", "drop", "dropped", "down"}
)
_FRONT = 8
_SMALLEST = 6.0
"""Per cent; below it a share that moves may be one of GDP."""


def share_on_the_move(context: Context, heads: Sequence[str]) -> str:
    """The head of spending told just before, where the words tell where its share moved to or from; else empty."""
    q, topic = context.quantity, context.topic
    if q.value.central <= _SMALLEST or context.before(1) not in (["to"], ["from"]) or q.comparator == "between":
        return ""
    told = next((d.measure for d in reversed(context.earlier) if d.unit == "%"), "")
    if not told and topic.block >= context.parsed.sentence.block:
        told = topic.measure
    if told not in heads or context.cue("gdp"):
        return ""
    front = context.before(_FRONT)
    facts = [d for d in context.earlier if d.measure == told and d.kind is Kind.FACT]
    behind = any(q.first - d.focus[1] <= _FRONT for d in facts)
    moved = not _MOVES.isdisjoint(front) and not _PORTIONS.isdisjoint(front)
    return told if moved or (behind and context.before(1) == ["from"]) else ""
