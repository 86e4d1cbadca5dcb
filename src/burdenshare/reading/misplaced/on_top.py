"""Shares by which spending is to rise, and second figures told of one time, read as the height that is reached."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.misplaced.words import words
from burdenshare.reading.model import Kind

_MORE = words("more_of_a_share")
_ADDED = words("added_to_a_share")
_NEAR = 3
"""Tokens behind a share, and in front of it, within which a word makes it a rise: `1.5 % of GDP more`."""
_MEASURES = frozenset({"share_of_gdp", "expenditure", "military_personnel"})


def on_top_of_what_is(context: Context, draft: Draft) -> bool:
    """`Germany may spend 1.5% of GDP more each year`, `an additional 1.5% of GDP`: by how much, and no height; not
    `3.5% of GDP, more than ever`."""
    if draft.measure != "guideline" or draft.note:
        return False
    lows, (first, end) = context.parsed.lows, context.quantity.core
    gdp = next((stop for start, stop in context.parsed.cues.hits.get("gdp", ()) if end <= start <= end + _NEAR), end)
    behind = lows[gdp : gdp + 2]
    more = behind[:1] != [] and behind[0] in _MORE and behind[1:] not in (["than"], ["or"])
    return more or behind == ["on", "top"] or not _ADDED.isdisjoint(lows[max(0, first - 2) : first])


def told_otherwise_before(context: Context, draft: Draft) -> bool:
    """`Bulgaria spends 2.14% and 3.4% with investment projects`: another value of the same owner, measure and time
    stands in front, so that the words behind tell two things apart."""
    value = draft.value
    if draft.measure not in _MEASURES or value is None or draft.comparator not in ("", "="):
        return False
    if context.before(1) == ["from"]:
        return False  # "an increase to 2.5%, from 2.3% now": the other end of a rise
    return any(
        one.kind is Kind.FACT
        and (one.measure, one.subject, one.unit) == (draft.measure, draft.subject, draft.unit)
        and (one.period, one.basis, one.comparator) == (draft.period, draft.basis, draft.comparator)
        and one.value is not None
        and (one.value.high < value.low or value.high < one.value.low)
        for one in context.earlier
    )
