"""A sum beside the share that it comes to: `Sweden is at 2.4 percent, approximately 140 billion kronor, and is heading
towards 2.6 percent by 2028` tells what is spent, and not what will be."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.percents import MAX_SHARE

_BESIDE = frozenset({",", "(", "or", "equal", "to", "equivalent", "about", "that", "is", "of", "gdp", "–", "—", "its"})
_CLOSING = frozenset({",", ")", ".", "–", "—", "and", "a", "per"})
_REACH = 6
"""Tokens between a share and its sum: `of GDP, or about`."""
_PURSES = frozenset({"aid", "support", "help", "assistance", "equipment", "procurement", "extra", "more", "additional"})


def apposed_sum(context: Context, found: Draft | str) -> Draft | str:
    """What one ally spends, in money, where a share that it spends stands right in front; else what was found."""
    quantity = context.quantity
    if len(quantity.unit) != 3 or not context.earlier:
        return found
    share = context.earlier[-1]
    spent = share.measure == "share_of_gdp" and share.kind is Kind.FACT and share.value is not None
    if not spent or len(share.subject) != 1 or share.subject[0] not in context.calendar.allies:
        return found
    if isinstance(found, Draft) and (found.kind is Kind.FACT or not found.likely):
        return found
    assert share.value is not None
    between = context.parsed.lows[share.focus[1] : quantity.first]
    apposed = 0 < len(between) <= _REACH and _BESIDE.issuperset(between) and not {",", "(", "or"}.isdisjoint(between)
    behind = context.after(3)
    if not apposed or share.value.central > MAX_SHARE or not _CLOSING.issuperset(behind[:1]):
        return found
    if not _PURSES.isdisjoint(behind):
        return found
    first, last = quantity.first, quantity.last
    return Draft(
        first,
        last,
        (first, last),
        Kind.FACT,
        "expenditure",
        "sum beside its share",
        share.subject,
        quantity.comparator,
        quantity.value,
        quantity.unit,
        share.period,
        share.period_from,
        modality=Modality.FACT,
        likely=True,
    )
