"""Figures told with a verb that stands for another: `as Poland did with 3 percent`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.misplaced.words import words

_DOING = words("doing_the_same")
_LEADS = frozenset({"with", "for", "at", "by"})


def as_another_did(context: Context, draft: Draft) -> bool:
    """`The Netherlands has written 2 percent into law, as Poland did with 3 percent in 2022`: a share in a law, which
    nobody may have spent."""
    if draft.measure != "share_of_gdp" or _DOING.isdisjoint(context.parsed.words):
        return False
    front = context.before(2)
    return len(front) == len(("did", "with")) and front[0] in _DOING and front[1] in _LEADS
