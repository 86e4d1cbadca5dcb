"""Counts of allies that are asked, wished or supposed: `Do 18 allies meet it?`, `Trump wants 18 allies to meet it`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.misplaced.words import words

_COUNTS = frozenset({"allies_at_guideline", "fraction_at_guideline"})
_SUPPOSING = frozenset({"were", "had", "should"})
_WISHING = words("wishing_of_some")
_MAYBE = frozenset({"would", "could", "might"})
_OPENING = 6
_NEAR = 4
_FAR = 14
"""Tokens behind a count within which its verb stands, beyond an aside."""


def unreal_count(context: Context, draft: Draft) -> bool:
    """Whether nobody tells that so many meet it; `18 allies would meet it, he foretold` is a forecast and stays."""
    if draft.measure not in _COUNTS:
        return False
    if context.question():
        return True
    lows, first, end = context.parsed.lows, context.quantity.first, context.quantity.core[1]
    behind = lows[end : end + _NEAR]
    if lows[0] in _SUPPOSING and first <= _OPENING and ("to" in behind or lows[0] == "had"):
        return True
    if not _WISHING.isdisjoint(context.before(_NEAR)) and "to" in behind:
        return True
    aside = lows[end : end + _FAR]
    return "," in aside and "had" in aside and not _MAYBE.isdisjoint(aside)


def told_of_themselves(context: Context, draft: Draft) -> bool:
    """`Eighteen allies say they meet the target`, `claim to`: by their own count, and not by NATO's."""
    if draft.measure not in _COUNTS or draft.below:
        return False
    behind = context.parsed.lows[context.quantity.core[1] : context.quantity.core[1] + _NEAR]
    if not {"plans", "plan", "planned", "promised", "intend", "hope"}.isdisjoint(behind):
        return True  # "eighteen allies have plans to meet the target"
    claimed = {"claim", "claimed", "say", "said", "insist", "maintain", "argue"}.intersection(behind)
    return bool(claimed) and not {"to", "they", "that"}.isdisjoint(behind)


def of_europeans(context: Context, draft: Draft) -> bool:
    """`Eighteen of 30 European countries meet the target`: of those in Europe, read as of all."""
    if draft.measure not in _COUNTS or draft.subject != ("NATO",):
        return False
    behind = context.parsed.lows[context.quantity.core[1] : context.quantity.core[1] + _NEAR]
    return behind[:1] == ["of"] and not {"european", "eu"}.isdisjoint(behind)
