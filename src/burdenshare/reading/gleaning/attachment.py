"""Whether a figure of the strict rules stands by its owner: where it does not, the record may not contradict it."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import word_list

FAR = 16
"""Tokens between an owner and its figure from which on somebody else's figure is as likely."""
_ASKED = frozenset({"share_of_gdp", "expenditure", "expenditure_growth"})
_OTHERS = word_list("somebody_beside")
_PURPOSES = word_list("parts_bought")


def attached(context: Context, draft: Draft) -> Draft:
    """`draft`, marked as likely only where its owner stands far off, somebody else stands between, or the money is for
    a part of defence only."""
    if draft.likely or draft.kind is not Kind.FACT or draft.measure not in _ASKED:
        return draft
    lows, first = context.parsed.lows, context.quantity.first
    between = lows[min(draft.first, first) : first]
    behind = context.after(8)
    part = any(a in ("on", "for") and b in _PURPOSES for a, b in pairwise(behind)) or any(
        a in ("defence", "defense") and b in _PURPOSES for a, b in pairwise(behind)
    )
    doubtful = first - draft.first > FAR or part or not _OTHERS.isdisjoint(between) or _in_an_aside(between)
    return replaced(draft, likely=True) if doubtful else draft


def _in_an_aside(between: list[str]) -> bool:
    """`Spain, long the laggard of the alliance (data for 2024 show 1.3 per cent)`: the bracket has words of its own,
    and does not stand right behind its owner."""
    opened = max((i for i, word in enumerate(between) if word == "("), default=-1)
    return opened > 0 and "," in between[:opened] and len(between) - opened > _WORDS and ")" not in between[opened:]


_WORDS = 2
