"""Rises that somebody holds to be needed: `a 40 percent increase is needed`, `Canada needs a 70 percent increase`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import word_list

_RISES = frozenset({"expenditure_growth", "expenditure_change"})
_NEEDED = frozenset({"needed", "necessary", "required", "due", "overdue"})
_NEEDING = word_list("needing_verbs")
_LEADING = frozenset({"a", "an", "another", "further", "additional", "at", "least", "about", "around", "some", "for"})
_BE = frozenset({"is", "are", "be", "was", "were", "'s", "’s"})
_OF_ANOTHER = frozenset({"which", "that", "who", "but", "and", "while", "as", "because", ",", ";", "."})
_FRONT = 5
_REACH = 10
"""Tokens behind the figure within which the rise is called needed: `increase in Croatia's defence spending is`."""


def only_needed_rise(context: Context, draft: Draft) -> Draft:
    """A rise read as done, that the verb in front or the words behind tell as needed: a demand without a year."""
    if draft.kind is not Kind.FACT or draft.measure not in _RISES:
        return draft
    if not (_asked_in_front(context) or _needed_behind(context)):
        return draft
    return replaced(draft, kind=Kind.PROMISE, modality=Modality.DEMAND, period="", period_from="", likely=True)


def _asked_in_front(context: Context) -> bool:
    for word in reversed(context.before(_FRONT)):
        if word in _NEEDING:
            return True
        if word not in _LEADING:
            return False
    return False


def _needed_behind(context: Context) -> bool:
    words = context.parsed.words
    if _NEEDED.isdisjoint(words):
        return False
    lows, end = context.parsed.lows, context.quantity.core[1]
    for at in range(end, min(len(lows) - 1, end + _REACH)):
        if lows[at] in _OF_ANOTHER:
            return False
        if lows[at] in _BE and lows[at + 1] in _NEEDED:
            return True
    return False
