"""Shares that are an idea of somebody's and are spent by nobody: `questioned the idea of allocating 5 % of GDP`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.planned_shares import as_plan
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import word_list

_IDEAS = word_list("idea_nouns")
_LEADING = frozenset({"of", "for", "to", "about"})
_REACH = 8
"""Tokens in front of a share among which the idea and its verb stand: `the idea of its allocating up to`."""


def only_an_idea(context: Context, draft: Draft) -> Draft:
    """A share read as spent, behind an idea and a verb of spending in `-ing`: a plan whose year is not said."""
    if draft.kind is not Kind.FACT or draft.measure != "share_of_gdp" or _IDEAS.isdisjoint(context.parsed.words):
        return draft
    front = context.before(_REACH)
    at = next((n for n in range(len(front) - 1, -1, -1) if front[n] in _IDEAS), None)
    if at is None or front[at + 1 : at + 2] == [] or front[at + 1] not in _LEADING:
        return draft
    behind = front[at + 2 :]
    if not any(word.endswith("ing") and len(word) > _SHORT for word in behind) or {",", ";", ":"} & set(behind):
        return draft
    plan = as_plan(draft, Modality.HYPOTHETICAL)
    return replaced(plan, period="", period_from="")


_SHORT = 4
