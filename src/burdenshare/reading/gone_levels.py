"""Levels that a plan moves from, read as a part of the plan: where spending stands, and nothing that is promised."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.replacing import replaced


def where_it_stands(context: Context, draft: Draft) -> Draft:
    """`has pledged to increase spending from 2.3 % of GDP to 2.5 % by 2027`: the first is where it stands now."""
    if draft.measure != "share_of_gdp" or not (draft.kind is Kind.PROMISE or _to_come(context, draft)):
        return draft
    led = context.quantity.role == "from" or context.before(1) == ["from"]
    if not led or "to" not in context.after(_REACH):
        return draft
    return replaced(draft, kind=Kind.FACT, modality=Modality.FACT, period="", period_from="", likely=True)


def _to_come(context: Context, draft: Draft) -> bool:
    on, year = context.calendar.on, draft.period[:4]
    return on is not None and year.isdecimal() and int(year) > on.year


_REACH = 6
"""Tokens between the two levels: `of GDP to`."""
