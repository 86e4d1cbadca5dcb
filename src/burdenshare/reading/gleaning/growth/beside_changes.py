"""A rise told in money and again in per cent: `an increase of €1 billion, or 20 %, on the current budget`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.replacing import replaced

_OPENERS = (["or"], ["("], [",", "or"], ["—"])
_REACH = 3
"""Tokens between the sum and its percentage."""


def beside_a_change(context: Context) -> Draft | None:
    """The percentage right behind a change in money, with its owner, year and baseline; never ground for a verdict of
    its own, for a change of a plan is seldom told on NATO's count."""
    q = context.quantity
    told = context.earlier[-1] if context.earlier else None
    if told is None or told.measure != "expenditure_change" or told.value is None or q.unit != "%":
        return None
    gap = q.first - told.focus[1]
    if not 0 < gap <= _REACH or (context.before(1) not in _OPENERS and context.before(2) not in _OPENERS):
        return None
    if told.value.central < 0 or context.after(1) == ["of"]:
        return None  # "cut by 2 billion, or 5 %": the sign stands with the sum; "20 % of the budget": a part
    first, last = q.first, q.last
    return replaced(
        told,
        first=first,
        last=last,
        focus=(first, last),
        measure="expenditure_growth",
        rule="growth beside its sum",
        comparator=q.comparator,
        value=q.value,
        unit="%",
        basis="",
        likely=True,
    )
