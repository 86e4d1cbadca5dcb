"""Percentages that spending passes, and does not grow by: `should rise above the projected 3.2 percent`."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import Context

_TO_ITS_ARTICLE = 4
"""Tokens in front of a figure within which its article stands: `above the originally projected 3.2 percent`."""
_PASSED = frozenset({"above", "below", "beneath", "beyond", "over", "past", "under"})
_KNOWN = frozenset({"the", "that", "this", "its", "their", "today's"})
_RISES = frozenset({"growth", "rise", "rises", "increase", "increases", "hike", "fall", "cut"})


def passes_a_known_line(context: Context) -> bool:
    """`rose above the 3.2 percent planned for 2024`: with the article it is a figure known already, and passed; `a rise
    above 3 percent` and `beyond the 3 percent growth of 2021` tell of rises."""
    at, end = context.quantity.core
    lows = context.parsed.lows
    if not _RISES.isdisjoint(lows[end : end + 3]):
        return False
    return any(a in _PASSED and b in _KNOWN for a, b in pairwise(lows[max(0, at - _TO_ITS_ARTICLE) : at]))
