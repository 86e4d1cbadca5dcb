"""Shares that only an opinion tells: of a poll, of a vote against spending so much."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import Context
from burdenshare.reading.tables import word_list

OPINION = "an opinion: what somebody is asked about, or votes against"
_AGAINST = word_list("opposing_words")
_SPENDING = frozenset({"spending", "raising", "devoting", "going", "allocating", "increasing", "lifting"})
_HELD = word_list("opinion_verbs")


def of_an_opinion(context: Context) -> bool:
    """`voted against spending 2 percent`, `In a poll 48 percent said 1.28 percent was enough`, `60 percent of Poles
    want their country to spend 5 percent`: what somebody is asked about, and nobody's share or plan."""
    parsed, first = context.parsed, context.quantity.first
    if any(a in _AGAINST and b in _SPENDING for a, b in pairwise(context.before(4))):
        return True
    polls = [end for _, end in parsed.cues.spans("poll", 0, first)]
    parts = [q.core[1] for q in parsed.quantities if q.core[1] <= first and q.unit == "%"]
    if not polls or not parts:
        return False
    held = [i for i in range(min(parts[0], polls[0]), first) if parsed.lows[i] in _HELD]
    # "While 61 per cent of Canadians favour more, their country spent 1.4 per cent": a clause of its own
    return bool(held) and "," not in parsed.lows[held[-1] : first]
