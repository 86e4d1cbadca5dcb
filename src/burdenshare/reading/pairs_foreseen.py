"""Pairs of shares of which the first is foreseen: so is the second."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.replacing import replaced

_PAIR_WITHIN = 12
"""Tokens between the two within which no other clause stands."""
_PROJECTING = frozenset({"projects", "projected", "expects", "expected", "forecasts", "forecast", "plans", "envisages"})


def foreseen_too(context: Context, draft: Draft) -> Draft:
    """`Poland projects spending over 4 % this year, and nearby Estonia 3.2 %`: foreseen of the first is foreseen of the
    next one, in front of whose figure no verb of its own stands."""
    last = context.earlier[-1] if context.earlier else None
    if last is None or last.kind is not Kind.FACT or draft.kind is not Kind.FACT or last.period != draft.period:
        return draft
    between = context.parsed.lows[last.last : context.quantity.first]
    near = "and" in between and len(between) <= _PAIR_WITHIN
    foreseen = not _PROJECTING.isdisjoint(context.parsed.lows[last.first : last.last])
    verbless = not context.parsed.cues.has("spending", last.focus[1], context.quantity.first)
    return replaced(draft, modality=Modality.FORECAST, likely=True) if near and foreseen and verbless else draft
