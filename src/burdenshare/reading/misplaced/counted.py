"""Numbers of countries or for each of them, read as a figure of the whole they are in."""

from __future__ import annotations

from burdenshare.reading.context import GROUPS, Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.misplaced.words import words

_WHO_DO = words("counted_who_do")
_EACH = words("each_of_them")
_NEAR = 4
"""Tokens behind a number of troops within which `each` is said of it."""


def counted_in_front(context: Context, draft: Draft) -> bool:
    """`Of the countries that are in the EU, 16 spend at least 2 percent of GDP`: the line that so many of them stand
    at, read as the share of the group."""
    if draft.measure != "share_of_gdp" or len(draft.subject) != 1 or draft.subject[0] not in GROUPS:
        return False
    lows, first = context.parsed.lows, context.quantity.first
    owner = max((s.last for s in context.parsed.subjects if s.entity in draft.subject and s.last <= first), default=-1)
    return any(
        owner <= q.first and q.core[1] < first and not q.unit and q.number.value > 1 and lows[q.core[1]] in _WHO_DO
        for q in context.parsed.quantities
        if not any(p.first <= q.core[0] < p.last for p in context.parsed.periods)
    )


def for_each(context: Context, draft: Draft) -> bool:
    """`sent around 1,000 troops each to Estonia, Latvia and Lithuania`: no number of them all."""
    if draft.measure != "troops":
        return False
    end = context.quantity.core[1]
    return not _EACH.isdisjoint(context.parsed.lows[end : end + _NEAR])
