"""A share that somebody asks all the others to spend: `the 4 percent the president is now asking of the allies`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.percents import MAX_SHARE, of_gdp, percent_base
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import word_list
from burdenshare.reading.widths import interval

_ASKS = word_list("demanding_verbs")
_ASKED = frozenset({"members", "allies", "countries", "nations", "partners", "others", "europeans", "states"})
_ASKERS = 14
"""Tokens behind the figure within which it is told who asks for it, and of whom."""


def demanded_share(context: Context) -> Draft | None:
    """`far less than the 4 percent the president is now asking the other allies to spend`: a demand on all of them."""
    lows, end = context.parsed.lows, context.quantity.core[1]
    if lows[context.quantity.core[0] - 1] != "the" or context.quantity.number.value > MAX_SHARE:
        return None
    stop = min([end + _ASKERS, len(lows), *(i for i in range(end, len(lows)) if lows[i] in (",", ".", ";"))])
    asks = next((i for i in range(end, stop) if lows[i] in _ASKS), None)
    others = asks is not None and bool(_ASKED & set(lows[asks + 1 : stop]))
    if not others or not (of_gdp(context) or context.share_topic(2) or context.cue_sentence("gdp")):
        return None
    plain = replaced(context, quantity=replaced(context.quantity, first=context.quantity.core[0]))
    draft = percent_base(plain, "guideline", "asked of others", None, Kind.PROMISE)
    return replaced(
        draft,
        subject=("NATO",),
        comparator="=",
        value=interval(context.quantity.number, "plain"),
        modality=Modality.DEMAND,
        period="",
        period_from="",
    )
