"""Sums without a currency that are told in dollars: `European allies and Canada have added 260 billion extra`."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind
from burdenshare.reading.money import money_draft
from burdenshare.reading.replacing import replaced

_EUROPEANS = frozenset({"EUR", "EUR_CAN"})
_MORE = frozenset({"more", "extra", "additional", "further"})
_LEAST = 1e9


def dollars_meant(context: Context) -> Draft | None:
    """What the European allies (and Canada) added since a year: NATO tells it in dollars, and its speakers leave them
    out. Only likely, since the words do not say it."""
    q = context.quantity
    if q.unit or q.number.kind in ("fraction", "ordinal") or q.number.value < _LEAST:
        return None
    if not _MORE & {*context.after(2), *context.before(2), *context.parsed.lows[q.first : q.core[0]]}:
        return None
    named = any(s.entity in _EUROPEANS for s in context.parsed.subjects)
    if not named or not (context.cue_carried("defence") or context.money_topic()):
        return None
    draft = money_draft(replaced(context, quantity=replaced(q, unit="USD")))
    if not isinstance(draft, Draft) or draft.measure != "extra_expenditure" or draft.kind is not Kind.FACT:
        return None
    return replace(draft, likely=True, unit="USD")
