"""Shares that a government announces to set aside: `the premier announced the allocation of 5 % of GDP to defence`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.due_years import due_of
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.percents import of_gdp, percent_base
from burdenshare.reading.replacing import replaced

_SET_ASIDE = frozenset({"allocation", "allocations", "earmarking", "expenditure", "outlay"})
_ANNOUNCED = frozenset(
    {"announced", "announces", "approved", "approves", "pledged", "promised", "proposed", "proposes", "backed"}
    | {"confirmed", "endorsed", "decided", "agreed"}
)
_REACH = 9
_MOST = 7.0
"""Per cent of GDP; nobody has announced more."""


def allocation_rule(context: Context) -> Draft | None:
    """The plan of the ally whose office speaks, or that is named in front."""
    q = context.quantity
    if _SET_ASIDE.isdisjoint(context.parsed.words) or q.value.central > _MOST or not of_gdp(context):
        return None
    front = context.before(_REACH)
    if front[-1:] != ["of"] or front[-2:-1] == [] or front[-2] not in _SET_ASIDE or _ANNOUNCED.isdisjoint(front[:-2]):
        return None
    if not (context.cue("defence") or context.defence_topic() or context.share_topic()) or context.cue_sentence("aid"):
        return None
    found = _office(context) or context.subject()
    if found is None or len(found.entities) != 1 or found.entities[0] not in context.calendar.allies:
        return None
    due = due_of(context)
    plan = percent_base(context, "guideline", "allocation announced", found, Kind.PROMISE)
    return replaced(plan, modality=Modality.PLEDGE, period=due.value, period_from=due.source, likely=True)


def _office(context: Context) -> Found | None:
    """The ally whose office stands in front, where only one does."""
    titles = [t for t in context.parsed.titles if t.last <= context.quantity.first]
    entities = {t.entity for t in titles}
    if len(entities) != 1 or titles[0].entity not in context.calendar.allies:
        return None
    return Found((titles[0].entity,), titles[0].first, titles[0].last)
