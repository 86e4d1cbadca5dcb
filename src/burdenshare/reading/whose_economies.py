"""Shares of the economies of others than the one ally that speaks of them."""

from __future__ import annotations

from burdenshare.reading.context import Context

_OTHERS = frozenset({"countries", "members", "allies", "nations", "states", "governments", "partners"})


def of_theirs(context: Context, entities: tuple[str, ...], last: int) -> bool:
    """`The U.S. President scolded countries for failing to spend 2 % of their GDP`: the share of those who are scolded,
    and not of the one ally whose name ends at token `last` and who scolds."""
    first = context.quantity.first
    alone = len(entities) == 1 and entities[0] in context.calendar.allies and last <= first
    return alone and context.after(2) == ["of", "their"] and not _OTHERS.isdisjoint(context.parsed.lows[last:first])
