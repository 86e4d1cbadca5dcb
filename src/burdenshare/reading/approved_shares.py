"""Shares that a government or a parliament has just approved: `approves bill for 2 % of GDP` is spent by nobody yet."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.due_years import due_of
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.planned_shares import as_plan
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import word_list

_APPROVING = word_list("approving_verbs")
_LEVELS = frozenset({"from", "was", "were", "is", "are", "spent", "spends", "spending", "stood", "stands", "that", ","})
_WHAT_GIVES = frozenset({"budget", "bill", "law", "plan"})
_GIVING = frozenset({"gives", "allots", "allocates", "assigns", "devotes", "earmarks", "provides", "reserves"})
"""Right in front of a share these leave it what the budget just approved will give: `adopted a budget that gives`."""
_REACH = 6
"""Tokens in front of a share in which it is approved: `approves a bill for`, `passed a law on at least`."""


def only_approved(context: Context, draft: Draft) -> Draft:
    """A share read as spent, right behind a verb of approving: a plan, of the year that the words tell or of none."""
    if draft.kind is not Kind.FACT or draft.measure != "share_of_gdp" or _APPROVING.isdisjoint(context.parsed.words):
        return draft
    front = context.before(_REACH)
    at = next((n for n in range(len(front) - 1, -1, -1) if front[n] in _APPROVING), None)
    if at is None:
        return draft
    approved = front[at + 1 :]
    given = _WHAT_GIVES.isdisjoint(approved) or _GIVING.isdisjoint(approved[-1:])
    if given and not _LEVELS.isdisjoint(approved):
        return draft
    due = due_of(context)
    plan = as_plan(draft, Modality.PLEDGE)
    return replaced(plan, period=due.value, period_from=due.source)
