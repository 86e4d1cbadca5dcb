"""Sums of money by the words around them."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.costing import to_cost
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.money.aid import aid, nobodys
from burdenshare.reading.gleaning.money.changes import change, moved
from burdenshare.reading.gleaning.money.currencies import SMALLEST, with_unit
from burdenshare.reading.gleaning.money.drafts import money, promised, repeated, sum_draft
from burdenshare.reading.gleaning.money.heads import common, economy, per_head
from burdenshare.reading.gleaning.money.levels import continued, level
from burdenshare.reading.gleaning.money.needs import needed
from burdenshare.reading.gleaning.money.owners import owner_of
from burdenshare.reading.gleaning.money.pointed import pointed
from burdenshare.reading.gleaning.money.spells import of_a_part, plan_over_years
from burdenshare.reading.gleaning.money.words import Evidence
from burdenshare.reading.replacing import replaced
from burdenshare.reading.rises import rise_behind
from burdenshare.reading.sum_bases import own_amount
from burdenshare.reading.tokens import Token


def sum_gleaned(context: Context) -> Draft | None:
    """A sum of money that the strict rules left."""
    if context.question():
        return None
    whole = with_unit(context)
    if whole is None:
        return None
    context, evidence = whole
    context = replaced(context, quantity=own_amount(context, context.quantity))
    if repeated(context):
        return None
    if _supposed(context, evidence) or to_cost(context):
        return needed(context, evidence)
    if context.quantity.number.value < SMALLEST:
        return per_head(context, evidence)
    return _large(context, evidence) or needed(context, evidence)


def _supposed(context: Context, evidence: Evidence) -> bool:
    """What might be or would have been; but not what is only compared with it (`more than they would have`)."""
    low, high = context.bounds
    end, tokens = context.quantity.core[1], context.parsed.tokens
    following = [
        o.first for o in context.parsed.quantities if o.first > end and money(o) and _comma(tokens, end, o.first)
    ]
    hits = evidence.cues.spans("wagers", low, min([high, *following]))
    compared = context.after(2) == ["more", "than"] or "than" in context.after(6)
    return any(not (compared and start > end and "than" in {t.low for t in tokens[end:start]}) for start, _ in hits)


def _comma(tokens: list[Token], first: int, last: int) -> bool:
    """`55.6 billion euros (1.44 percent), 77 billion euros could be …`: two clauses that only a comma parts."""
    return any(t.text in (",", ";") for t in tokens[first:last])


def _large(context: Context, evidence: Evidence) -> Draft | None:
    bounds = context.bounds
    found = common(context, evidence) or aid(context, evidence)
    if found is not None:
        return found
    if _given_by_nobody(context):
        return None
    if _special_here(context, evidence):
        return _special(context)
    found = economy(context, evidence)
    if found is not None:
        return found
    if rise_behind(context) and {"spending", "budget", "outlays"} & set(context.after(8)):
        return change(context, evidence)
    if _elsewhere(context, evidence) or _helping(context):
        return None
    if evidence.has("part_of_year", *bounds):
        return of_a_part(context, evidence)
    planned = plan_over_years(context, evidence)
    if planned is not None:
        return planned
    found = continued(context, evidence)
    if found is None and any(moved(context, evidence)):
        return change(context, evidence)
    return found or pointed(context, evidence) or level(context, evidence)


def _given_by_nobody(context: Context) -> bool:
    """A sum in the passive of a text on aid: `of the total around 130 billion were allocated`."""
    if context.parsed.sentence.block - context.topic.aid_at > 1 or context.cue_sentence("defence"):
        return False
    owner = owner_of(context, foreign=False)
    return owner is not None and nobodys(context, owner)


def _elsewhere(context: Context, evidence: Evidence) -> bool:
    """A word of another topic: in the clause, or right by the sum where the clause names the defence budget."""
    q = context.quantity
    low, high = context.bounds
    near = max(low, q.first - 6), min(high, q.core[1] + 6)
    if evidence.has("budget", low, q.first) or evidence.has("budget", *near) or evidence.has("defence", *near):
        low, high = max(low, q.first - 5), min(high, q.core[1] + 5)
    special = evidence.cues.hits.get("special", ())
    found = evidence.cues.spans("elsewhere", low, high)
    return any(not any(a <= start and end <= b for a, b in special) for start, end in found)


def _helping(context: Context) -> bool:
    """The clause speaks of help to Ukraine: no spending of the helper on itself."""
    return context.cue("aid") and not context.cue("defence")


def _special_here(context: Context, evidence: Evidence) -> bool:
    """`a €100 billion special fund`, `the special fund is worth 100 billion`."""
    q = context.quantity
    worth = context.before(1) == ["worth"] or context.before(1) == ["of"]
    behind = evidence.has("special", q.core[1], q.core[1] + 4)
    return (behind and "," not in context.after(2)) or (worth and evidence.has("special", q.first - 5, q.first))


def _special(context: Context) -> Draft | None:
    """The fund: planned over years, its year open."""
    owner = owner_of(context, foreign=False)
    if owner is None or len(owner.entities) != 1 or len(owner.entities[0]) != 3:
        return None
    draft = sum_draft(context, owner, "expenditure", "special fund", sure=False)
    return promised(replaced(draft, note="a special fund"), "", "")
