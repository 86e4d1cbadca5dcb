"""What it would take: sums that an ally or group would have to spend to reach an aim."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.money.changes import moved
from burdenshare.reading.gleaning.money.drafts import promised, sum_draft
from burdenshare.reading.gleaning.money.owners import owner_of
from burdenshare.reading.gleaning.money.times import due_year, ends_later
from burdenshare.reading.gleaning.money.words import Evidence
from burdenshare.reading.model import Modality

_SMALLEST = 1e8
"""Less is the price of a thing, not of an aim."""


def needed(context: Context, evidence: Evidence) -> Draft | None:
    """`Canada would need to spend an additional $75 billion over five years`, `77 billion could be necessary`: a plan
    that nobody has made, never ground for a verdict."""
    q = context.quantity
    if q.number.value < _SMALLEST or context.parsed.lows[:1] == ["if"] or not _called_for(context, evidence):
        return None
    if (
        evidence.has("elsewhere", max(context.bounds[0], q.first - 5), q.core[1] + 6)
        or context.cue("aid")
        or context.cue("contract")
    ):
        return None
    owner = owner_of(context, foreign=False)
    if owner is None or not (owner.sure or owner.found.carried) or not _of_defence(context, evidence):
        return None
    up, _ = moved(context, evidence)
    years = up and evidence.has("year_spans", q.core[1])
    measure = "extra_expenditure" if years else "expenditure_change" if up else "expenditure"
    draft = sum_draft(context, owner, measure, "what it would take", sure=False)
    due = due_year(context, evidence) if ends_later(context) else None
    draft = promised(draft, due.value if due else "", due.source if due else "")
    return replace(draft, modality=Modality.HYPOTHETICAL, likely=True)


def _called_for(context: Context, evidence: Evidence) -> bool:
    """The word of need stands in front of the sum, or right behind it."""
    first, end = context.quantity.first, context.quantity.core[1]
    return evidence.has("needing", max(0, first - 14), first) or evidence.has("needing", end, end + 5)


def _of_defence(context: Context, evidence: Evidence) -> bool:
    here = evidence.has("budget") or evidence.has("defence") or context.cue_sentence("target")
    return here or context.share_topic(1) or context.defence_topic(1)
