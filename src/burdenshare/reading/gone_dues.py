"""Promises whose time was over when they were told of: `Germany promised to reach 2 % of GDP by 2020`, read in 2023."""

from __future__ import annotations

from datetime import date

from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind
from burdenshare.reading.parse import Parsed
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import word_list

_PROMISED = word_list("promised_then")
_NEW = frozenset({"will", "now", "plans", "aims", "wants", "intends", "should", "must"})
_BEHIND = 10
"""Tokens behind the figure within which its year stands."""
_FRONT = 14
"""Tokens in front of it within which the verb of promising stands."""
_STOPS = frozenset({",", ";", ":", ".", "but", "while", "which", "and"})


def with_its_gone_due(parse: Parsed, draft: Draft, published: date | None) -> Draft:
    """The target with the year it was promised for, where a past verb of promising stands in front and `by` a year gone
    by stands right behind."""
    if draft.measure != "guideline" or draft.kind is not Kind.PROMISE or draft.period or published is None:
        return draft
    first, last = draft.focus
    front = set(parse.lows[max(0, first - _FRONT) : first])
    if _PROMISED.isdisjoint(front) or not _NEW.isdisjoint(front):
        return draft
    for p in parse.periods:
        between = parse.lows[last : p.first]
        told = p.role == "by" and p.source == "explicit" and len(p.value) == 4 and last <= p.first <= last + _BEHIND
        if told and _STOPS.isdisjoint(between) and not any(last <= q.core[0] < p.first for q in parse.quantities):
            gone = p.value.isdecimal() and int(p.value) < published.year
            return replaced(draft, period=p.value, period_from="due", last=max(draft.last, p.last)) if gone else draft
    return draft
