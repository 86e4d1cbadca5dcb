"""Lines that allies meet by what they spend: `Britain and Poland spend the required 2 percent`, no target of theirs."""

from __future__ import annotations

import math

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Interval, Kind, Modality
from burdenshare.reading.period_choice import period_of
from burdenshare.reading.replacing import replaced

_REQUIRED = frozenset({"required", "requisite", "mandated", "agreed", "recommended", "requested", "stipulated"})
_SPEND = frozenset({"spend", "spends", "spent", "devote", "devotes", "devoted", "allocate", "allocates", "allocated"})
_NOT_YET = frozenset(
    {"to", "will", "would", "should", "must", "shall", "can", "could", "may", "might", "not", "never", "if", "n't"}
    | {"don't", "doesn't", "didn't", "won't", "cannot", "nor", "neither", "fail", "fails", "failed", "let"}
)
_REACH = 8


def spends_what_is_required(context: Context, draft: Draft) -> Draft:
    """A line read as the target of those who are said to spend it: that they have reached it."""
    if draft.measure not in ("guideline", "share_of_gdp") or _REQUIRED.isdisjoint(context.parsed.words):
        return draft
    front = context.before(_REACH)
    if front[-1:] == [] or front[-1] not in _REQUIRED or front[-2:-1] != ["the"] or front[-3:-2] == []:
        return draft
    if front[-3] not in _SPEND or not _NOT_YET.isdisjoint(front[:-2]) or draft.comparator not in ("=", ">="):
        return draft
    if not draft.subject or not all(one in context.calendar.allies for one in draft.subject):
        return draft
    when, value = period_of(context), context.quantity.number.value
    met = replaced(draft, kind=Kind.FACT, measure="share_of_gdp", comparator=">=", modality=Modality.FACT, likely=True)
    met = replaced(met, value=Interval(value, math.inf, central=value))
    return replaced(met, period=when.value, period_from=when.source)
