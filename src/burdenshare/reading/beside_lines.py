"""Where an ally stands against a line: `well above the 2 percent target at 4.1 percent`, `still below the 2 % goal`.

The line is the alliance's, and what is said is of the present: neither the line nor the share beside it is a target of
the ally's own.
"""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.tables import word_list

_ARTICLES = word_list("target_determiners") | word_list("line_articles")
_COMPARING = word_list("line_comparisons")
_STANDING = word_list("standing_verbs")
_PASSING = word_list("passing_verbs")
_MET = word_list("meeting_target") | word_list("met_verbs")
_AHEAD = word_list("verbs_ahead")
_LED_IN = word_list("share_lead_ins")
_COMPLETING = {"of": ("short", "shy", "ahead"), "from": ("far", "away")}
"""Words of comparing that are such only behind another: `far from the 2 % target`."""
_LONGEST_NAME = 6
"""Tokens between the word of comparing and the figure of the line: `below the NATO alliance's agreed 2 %`."""
_VERB_REACH = 5
"""Tokens between the verb and the word of comparing: `is now already well above`."""
_NOUN_REACH = 5
"""Tokens between the figure of the line and its noun: `2 % of GDP spending target`."""


def stands_against(context: Context) -> bool:
    """Whether a percentage is a line that an ally is said to be above or below: `is far below the 2 % target`."""
    return _held_against(context, context.quantity, met=False)


def _held_against(context: Context, line: Quantity, *, met: bool) -> bool:
    """Whether an ally is said to be above or below a line, or, where `met`, to have come up to it or missed it."""
    if line.unit != "%" or _noun_behind(context, line) is None:
        return False
    lows = context.parsed.lows
    at, low = line.core[0] - 1, max(0, line.core[0] - 1 - _LONGEST_NAME)
    while at > low and lows[at] in _ARTICLES:
        at -= 1
    if at == line.core[0] - 1 or lows[at] not in _COMPARING | _PASSING:
        return met and lows[at] in _MET and _AHEAD.isdisjoint(lows[max(0, at - _VERB_REACH) : at])
    if lows[at] in _COMPLETING and lows[at - 1] not in _COMPLETING[lows[at]]:
        return False  # "is a jump from the current 2 % guideline"
    front = lows[max(0, at - _VERB_REACH) : at]
    stands = lows[at] in _PASSING or not _STANDING.isdisjoint(front)
    return stands and _AHEAD.isdisjoint(front)


def share_beside(context: Context) -> bool:
    """Whether a percentage stands behind such a line and tells where the ally is: `…, at 4.1 percent`."""
    q, lows = context.quantity, context.parsed.lows
    for line in context.parsed.quantities:
        if line is q or line.core[1] > q.first:
            continue
        end = _noun_behind(context, line)
        if end is None or not end <= q.first <= end + len(_LED_IN):
            continue
        dated = {i for p in context.parsed.periods for i in range(p.first - 1, p.last)}  # "in 2024"
        between = [lows[i] for i in range(end, q.first) if i not in dated]
        if between and _LED_IN.issuperset(between) and _held_against(context, line, met=True):
            return True
    return False


def _noun_behind(context: Context, line: Quantity) -> int | None:
    """The end of the noun of the line: `2 percent target`, `2 % of GDP spending goal`."""
    end = line.core[1]
    ends = [stop for start, stop in context.parsed.cues.hits.get("target", ()) if end <= start <= end + _NOUN_REACH]
    return min(ends, default=None)
