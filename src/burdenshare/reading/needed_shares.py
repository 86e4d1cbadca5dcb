"""Shares that the words behind them tell as needed or to be kept: `4.5 percent, possibly even 5, is needed` is spent
by nobody yet, and `these 2 percent will be maintained` is a promise."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.planned_shares import as_plan
from burdenshare.reading.replacing import replaced

_NEEDED = frozenset({"needed", "necessary", "required"})
"""No `enough`: \"its 2.1 percent is enough\" may be what is spent."""
_WILL = frozenset({"will", "shall", "would", "must"})
_KEPT = frozenset(
    {"maintained", "kept", "held", "preserved", "sustained", "guaranteed", "exceeded", "surpassed", "reached"}
)
_BE = frozenset({"is", "are", "be", "was", "were", "'s", "’s"})
_BETWEEN = frozenset({"also", "really", "now", "at", "least", "in", "fact", "certainly", "probably", "likely", "what"})
_OF_ANOTHER = frozenset({"which", "that", "who", "but", "and", "while", "what", "because", "as", "when", "where"})
"""Between the share and the verb these open a clause whose subject is something else."""
_REACH = 16
"""Tokens behind a share within which it is called needed, with `of GDP on defence` and a second share between."""


def only_needed(context: Context, draft: Draft) -> Draft:
    """A share read as spent, of which the words behind it tell that it is needed: a demand, of a year only if told."""
    if (
        draft.kind is not Kind.FACT
        or draft.measure != "share_of_gdp"
        or (_NEEDED | _KEPT).isdisjoint(context.parsed.words)
    ):
        return draft
    lows, end = context.parsed.lows, context.quantity.core[1]
    for at in range(end, min(len(lows), end + _REACH)):
        if lows[at] in _OF_ANOTHER or lows[at] in (";", "."):
            return draft
        if lows[at] in _BE:
            behind = [low for low in lows[at + 1 : at + 4] if low not in _BETWEEN]
            if lows[at - 1] in _WILL and behind[:1] and behind[0] in _KEPT:
                return replaced(as_plan(draft, Modality.PLEDGE), period="", period_from="")
            if behind[:1] == [] or behind[0] not in _NEEDED:
                return draft
            plan = as_plan(draft, Modality.DEMAND)
            told = draft.period_from in ("explicit", "due")
            return plan if told else replaced(plan, period="", period_from="")
    return draft
