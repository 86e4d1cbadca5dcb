"""Figures that the words in front give to nobody the record knows: the whole world, the rest, a paper of value."""

from __future__ import annotations

from functools import cache

from burdenshare.reading.context import Context
from burdenshare.reading.tables import load_table
from burdenshare.reading.tries import Trie

WORLD = "another topic: the spending of the whole world"
"""The reason of a figure that no ally owns; nothing may look at it again."""
NOBODYS = "not understood: the others of a group"
"""How the reason of a figure begins that belongs to those who are left over."""
GAP = "another topic: a funding gap"
"""The reason of a sum that is missing."""
_REACH = 14
"""Tokens in front of a figure within which the words can own it."""


@cache
def _owners() -> Trie[str]:
    rows = load_table("elsewhere")["owner"]
    return Trie((phrase, row["reason"]) for row in rows for phrase in row["words"])


def elsewhere(context: Context) -> str:
    """The reason why nobody known owns the figure, else empty: the nearest such words, and no ally behind them."""
    parsed, first = context.parsed, context.quantity.first
    low = max(context.bounds[0], first - _REACH)
    for at in range(first - 1, low - 1, -1):
        best = _owners().longest(parsed.tokens, at)
        if best is None or best[0] > first:
            continue
        named = any(at <= s.first < first and s.entity in context.calendar.bearers for s in parsed.subjects)
        return "" if named or _another_figure(context, best[0]) else best[1][0]
    return ""


def _another_figure(context: Context, start: int) -> bool:
    """A figure with a unit and a comma in between: the words owned that one."""
    first = context.quantity.first
    comma = any(t.text in (",", ";", "(") for t in context.parsed.tokens[start:first])
    return (
        comma
        and any(q.unit and start <= q.core[0] < first for q in context.parsed.quantities)
        and not any(
            t.low in ("reaching", "totalling", "totaling", "hitting") for t in context.parsed.tokens[start:first]
        )
    )
