"""Sums that point back to the one the text told last: `and this number will increase to 400 billion`, `it was 64`."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.gleaning.money.currencies import taken_up
from burdenshare.reading.gleaning.money.drafts import promised, sum_draft
from burdenshare.reading.gleaning.money.floors import too_small
from burdenshare.reading.gleaning.money.owners import Owner
from burdenshare.reading.gleaning.money.times import due_year, ends_later, own_year
from burdenshare.reading.gleaning.money.words import Evidence
from burdenshare.reading.tables import word_list

_RISES = word_list("rise_nouns")


def pointed(context: Context, evidence: Evidence) -> Draft | None:
    """`And this number will increase to 400 billion by 2024`: the sum the sentence before told, at another time."""
    topic = context.topic
    low, first = context.bounds[0], context.quantity.first  # of the clause
    fresh = topic.measure in ("extra_expenditure", "expenditure", "aid") and bool(topic.subject)
    if not fresh or context.parsed.sentence.block - topic.block > 1 or not _pointed_at(context, evidence):
        return None
    owner = Owner(Found(topic.subject, first, first, carried=True), False)
    if topic.measure == "expenditure" and not _RISES.isdisjoint(context.parsed.lows[low:first]):
        return None  # "brings the total rise over the decade to $700 billion": of a rise, and no level
    if topic.measure == "expenditure" and too_small(owner.entities, context.quantity.number.value):
        return None
    draft = sum_draft(context, owner, topic.measure, "pointed at", sure=False)
    if evidence.has("ahead", low, first) or ends_later(context):
        due = due_year(context, evidence)
        return promised(draft, due.value, due.source)
    own = own_year(context)
    return replace(draft, period=own.value if own else "", period_from=own.source if own else "", comparison=True)


def _pointed_at(context: Context, evidence: Evidence) -> bool:
    return evidence.has("pointing", context.bounds[0], context.quantity.first) or taken_up(context)
