"""What it would take: sums that an ally or group would have to spend to reach an aim."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context
from burdenshare.reading.costing import to_cost
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.money.changes import moved
from burdenshare.reading.gleaning.money.drafts import promised, sum_draft
from burdenshare.reading.gleaning.money.owners import owner_of
from burdenshare.reading.gleaning.money.times import due_year, ends_later
from burdenshare.reading.gleaning.money.words import Evidence
from burdenshare.reading.model import Modality

RULE = "what it would take"
_REACH = 16
"""Tokens behind `would require a lot more money:` in which sums are that money."""
_SMALLEST = 1e8
"""Less is the price of a thing, not of an aim."""


def needed(context: Context, evidence: Evidence) -> Draft | None:
    """`Canada would need to spend an additional $75 billion over five years`, `77 billion could be necessary`: a plan
    that nobody has made, never ground for a verdict."""
    q = context.quantity
    if q.number.value < _SMALLEST or context.parsed.lows[:1] == ["if"] or not _called_for(context, evidence):
        return None
    cost = to_cost(context)
    if evidence.has("elsewhere", context.bounds[0] if cost else _near(context), q.core[1] + 6) or context.cue("aid"):
        return None
    if not evidence.has("aims") if cost else context.cue("contract"):
        return None  # "the frigates would cost $30bn"
    owner = owner_of(context, foreign=False)
    if owner is None or not (owner.sure or owner.found.carried or cost) or not _of_defence(context, evidence):
        return None
    up, _ = moved(context, evidence)
    up = up or cost or evidence.has("more_money", max(0, q.first - _REACH), q.first)
    yearly = context.after(2) in (["each", "year"], ["a", "year"], ["per", "year"], ["every", "year"])
    years = up and not yearly and evidence.has("year_spans", q.core[1])
    measure = "extra_expenditure" if years else "expenditure_change" if up else "expenditure"
    draft = sum_draft(context, owner, measure, RULE, sure=False)
    due = due_year(context, evidence) if ends_later(context) else None
    draft = promised(draft, due.value if due else "", due.source if due else "")
    return replace(draft, modality=Modality.HYPOTHETICAL, likely=True)


def _near(context: Context) -> int:
    return max(context.bounds[0], context.quantity.first - 5)


def _called_for(context: Context, evidence: Evidence) -> bool:
    """The word of need stands in front of the sum, or right behind it."""
    first, end = context.quantity.first, context.quantity.core[1]
    if to_cost(context) or evidence.has("needing", max(0, first - 14), first) or evidence.has("needing", end, end + 5):
        return True
    again = context.earlier[-1] if context.earlier else None
    told_again = again is not None and again.rule.startswith(RULE) and context.before(1) in (["or"], ["and"], ["—"])
    return told_again and evidence.has("needing", 0, first)


def _of_defence(context: Context, evidence: Evidence) -> bool:
    here = evidence.has("budget") or evidence.has("defence") or context.cue_sentence("target")
    return here or context.share_topic(1) or context.defence_topic(1)
