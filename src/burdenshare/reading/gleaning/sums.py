"""Sums of money by the words around them."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.sum_aid import aid
from burdenshare.reading.gleaning.sum_changes import change
from burdenshare.reading.gleaning.sum_drafts import money, promised, repeated, sum_draft
from burdenshare.reading.gleaning.sum_heads import common, economy, per_head
from burdenshare.reading.gleaning.sum_levels import continued, level
from burdenshare.reading.gleaning.sum_owners import owner_of
from burdenshare.reading.gleaning.sum_words import Evidence, enriched

_SMALLEST = 1e6
_MONEY = frozenset({"expenditure", "expenditure_change", "extra_expenditure", "aid", "gdp", "military_expenditure"})
_CROWNS = {"DNK": "DKK", "NOR": "NOK", "SWE": "SEK", "CZE": "CZK", "ISL": "ISK"}


def sum_gleaned(context: Context) -> Draft | None:
    """A sum of money that the strict rules left."""
    if context.question():
        return None
    whole = _with_unit(context)
    if whole is None:
        return None
    context, evidence = whole
    if evidence.has("wagers", *context.bounds) or repeated(context):
        return None
    if context.quantity.number.value < _SMALLEST:
        return per_head(context, evidence)
    return _large(context, evidence)


def _large(context: Context, evidence: Evidence) -> Draft | None:
    bounds = context.bounds
    found = common(context, evidence) or aid(context, evidence)
    if found is not None:
        return found
    if evidence.has("special", *bounds):
        return _special(context, evidence)
    found = economy(context, evidence)
    if found is not None:
        return found
    if evidence.has("elsewhere", *bounds) or evidence.has("part_of_year", *bounds) or _helping(context):
        return None
    return continued(context, evidence) or change(context, evidence) or level(context, evidence)


def _helping(context: Context) -> bool:
    """The clause speaks of help to Ukraine: no spending of the helper on itself."""
    return context.cue("aid") and not context.cue("defence")


def _with_unit(context: Context) -> tuple[Context, Evidence] | None:
    """The quantity with its currency: crowns by their country, and one left out after the first mention."""
    q = context.quantity
    if q.unit == "XKR":
        rich, evidence = enriched(context)
        owner = owner_of(rich)
        unit = _CROWNS.get(owner.entities[0], "") if owner is not None and len(owner.entities) == 1 else ""
        return (replace(rich, quantity=replace(q, unit=unit)), evidence) if unit else None
    if money(q):
        return enriched(context)
    if q.unit or q.number.scale < _SMALLEST:
        return None
    before = next((d for d in reversed(context.earlier) if d.measure in _MONEY and len(d.unit) == 3), None)
    if before is None:
        return None
    rich, evidence = enriched(context)
    return replace(rich, quantity=replace(q, unit=before.unit)), evidence


def _special(context: Context, evidence: Evidence) -> Draft | None:
    """`a €100 billion special fund`: planned over years, its year open."""
    q = context.quantity
    if not evidence.has("special", q.first - 6, q.core[1] + 4):
        return None
    owner = owner_of(context, foreign=False)
    if owner is None or len(owner.entities) != 1 or len(owner.entities[0]) != 3:
        return None
    draft = sum_draft(context, owner, "expenditure", "special fund", sure=False)
    return promised(replace(draft, note="a special fund"), "", "")
