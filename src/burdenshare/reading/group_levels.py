"""A group's own level that is as round as a guideline: `Europe spends 2 % of GDP`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.tables import word_list

_SPENDS = word_list("spending_verbs_present")
_SPEND = word_list("spending_verbs_plural")
_BESIDE = word_list("adverbs_beside_spending")
_OPENS = frozenset(
    {",", ";", ":", "—", "–", "-", '"', "“", "'", "‘", "(", "and", "but", "while", "whereas", "today", "now"}
)
"""In front of a plural that tells: `insist that European allies spend 2 %` asks."""


def spends_it(context: Context, found: Found) -> bool:
    """Whether an indicative verb stands between group and figure: `European allies now spend barely 2 %`.

    A plural reads the same in a demand; it tells only where its group opens the clause, and never of the whole
    alliance, whose members `spend 2 %` as a rule of the club.
    """
    between = [word for word in context.parsed.lows[found.last : context.quantity.first] if word not in _BESIDE]
    if len(between) != 1:
        return False
    if between[0] in _SPENDS:
        return True
    at = found.first
    while at and context.parsed.lows[at - 1] in ("the", "its", "most"):
        at -= 1
    opens = not at or context.parsed.lows[at - 1] in _OPENS
    return between[0] in _SPEND and opens and found.entities[0] != "NATO"
