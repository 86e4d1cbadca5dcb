"""Whose share it is that somebody praises: `praised the Montenegrin authorities for allocating 2 % of GDP`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.found_subjects import Found

_DOING = frozenset({"allocating", "committing", "dedicating", "devoting", "investing", "meeting", "paying", "spending"})
_JUDGING = frozenset(
    {"applauded", "applauds", "blamed", "commended", "congratulated", "criticised", "criticized", "hailed"}
    | {"lauded", "praised", "praises", "praising", "rebuked", "scolded", "singled", "thanked", "thanks", "thanking"}
)
_FAR = 6
"""Tokens between `for` and the share, and between the one who is praised and `for`."""


def praised_for(context: Context) -> Found | None:
    """The ally named behind the verb of praising, whatever the words for its people are; None where none is."""
    lows, first = context.parsed.lows, context.quantity.first
    at = next((i for i in range(first - 2, max(0, first - _FAR), -1) if lows[i] == "for" and lows[i + 1] in _DOING), 0)
    verb = next((i for i in range(at - 1, 0, -1) if lows[i] in _JUDGING), 0)
    if not verb:
        return None
    named = [s for s in context.parsed.subjects if verb < s.first and s.last <= at and s.kind != "pronoun"]
    if len({s.entity for s in named}) != 1 or named[0].entity not in context.calendar.allies:
        return None
    return Found((named[0].entity,), named[0].first, named[0].last)
