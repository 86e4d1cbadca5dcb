"""Rises told in a row: `to add 400 million euros in 2028 and 270 million in 2029`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.due_years import due_of
from burdenshare.reading.model import Kind
from burdenshare.reading.period_choice import period_of
from burdenshare.reading.replacing import replaced

_FILLING = frozenset({",", "in", "and", "by", "then", "another", "a", "further", "for"})
_REACH = 6
"""Tokens between two rises of a row: `in 2028 , and another`."""


def listed_rise(context: Context) -> Draft | None:
    """The next rise of a row, where nothing but the year of the one before stands between them."""
    told, q = context.earlier[-1] if context.earlier else None, context.quantity
    if told is None or told.measure != "expenditure_change" or told.unit != q.unit:
        return None
    between = context.parsed.lows[told.focus[1] : q.first]
    if not 0 < len(between) <= _REACH or not {"and", ","} & set(between):
        return None
    if any(word not in _FILLING and not word.isdecimal() for word in between):
        return None
    ahead = told.kind is Kind.PROMISE
    when = due_of(context) if ahead else period_of(context)
    return replaced(
        told,
        first=q.first,
        last=q.last,
        focus=(q.first, q.last),
        comparator=q.comparator,
        value=q.value,
        period=when.value,
        period_from=when.source,
        baseline="",
        likely=True,
    )
