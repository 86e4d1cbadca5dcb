"""Shares behind a verb that spends nothing: `argues for 5 percent of GDP`, `is on course for 3`, `needs 4`, read as
spent because the share stands beside its owner."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.due_years import due_of
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.planned_shares import as_plan
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import word_list

_AIMING = word_list("aiming_verbs")
_WISHING = word_list("wishing_for_shares")
_LEADING = word_list("leading_to_what_is_aimed_at")
_REACH = 6
"""Tokens in front of a share among which its verb stands: `is on course for its goal of`."""


def only_aimed_at(context: Context, draft: Draft) -> Draft:
    """A share read as spent, right behind a verb of aiming or wishing: a plan, of the year told or of none."""
    words = context.parsed.words
    if draft.kind is not Kind.FACT or draft.measure != "share_of_gdp":
        return draft
    if _AIMING.isdisjoint(words) and _WISHING.isdisjoint(words):
        return draft
    front = context.before(_REACH)
    verb = next((low for low in reversed(front) if low not in _LEADING), "")
    if verb not in _AIMING and verb not in _WISHING:
        return draft
    due = due_of(context)
    plan = as_plan(draft, Modality.PLEDGE if verb in _AIMING else Modality.HYPOTHETICAL)
    return replaced(plan, period=due.value, period_from=due.source)


def line_that_moved(context: Context, draft: Draft) -> Draft:
    """`raised its target to 2.52 percent in 2023`, `raised the bar to 3 percent`: where a line now is, and not what is
    spent."""
    if draft.kind is not Kind.FACT or draft.measure != "share_of_gdp" or context.before(1) != ["to"]:
        return draft
    front = context.before(_REACH)
    at = next((n for n in range(len(front) - 2, 0, -1) if front[n] in _LINES), None)
    if at is None or _MOVED.isdisjoint(front[max(0, at - _VERB) : at]):
        return draft
    return replaced(as_plan(draft, Modality.PLEDGE), period="", period_from="")


_LINES = word_list("lines_that_move")
_MOVED = word_list("moving_a_line")
_VERB = 4
"""Tokens in front of a line within which its verb stands: `raised its defence spending target`."""


def end_of_a_move(context: Context, draft: Draft) -> Draft:
    """`is to go from 1.28 percent of GDP to 2 percent`: where spending is to go, and not where it is."""
    if draft.kind is not Kind.FACT or draft.measure != "share_of_gdp" or context.before(1) != ["to"]:
        return draft
    front = context.before(_MOVE)
    at = front.index("from") if "from" in front else 0
    if not at or {";", ":"} & set(front[at:]):
        return draft
    ahead = any(a in _TO_BE and b == "to" for a, b in pairwise(front[:at])) or not _WILL.isdisjoint(front[:at])
    return as_plan(draft, Modality.PLEDGE) if ahead else draft


_MOVE = 16
"""Tokens in front of a share among which the move stands: `is to go from 1.28 percent of GDP for defence to`."""
_TO_BE = frozenset({"is", "are", "wants", "plans", "aims", "hopes", "intends", "has", "promised", "pledged", "need"})
_WILL = frozenset({"will", "would", "should", "must", "shall"})


def for_a_purpose(context: Context, draft: Draft) -> Draft:
    """`found 10.5 billion euros so that it reaches 2 percent of GDP`, `enough to reach 2`: what is to come of it."""
    if draft.kind is not Kind.FACT or draft.measure != "share_of_gdp" or _PURPOSES.isdisjoint(context.parsed.words):
        return draft
    front = context.before(_CLAUSE)
    at = next((n for n in range(len(front) - 1, 0, -1) if (front[n - 1], front[n]) in _LEADS), None)
    if at is None or {",", ";", ":"} & set(front[at:]):
        return draft
    return as_plan(draft, Modality.PLEDGE)


_PURPOSES = frozenset({"so", "order", "enough", "sufficient"})
_LEADS = frozenset({("so", "that"), ("order", "to"), ("order", "that"), ("enough", "to"), ("sufficient", "to")})
_CLAUSE = 12
"""Tokens in front of a share among which the purpose is told."""
