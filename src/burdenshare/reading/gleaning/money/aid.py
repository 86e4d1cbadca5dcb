"""Help to Ukraine in money: what an ally or the Union gave, allocated or promised."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from burdenshare.reading.aid_spans import counted_to
from burdenshare.reading.aid_told_on import would_move_to
from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gifts import another_gift, for_itself
from burdenshare.reading.giving import bought_for_oneself, opening_time
from burdenshare.reading.gleaning.money.drafts import promised, sum_draft
from burdenshare.reading.gleaning.money.owners import Owner, owner_of
from burdenshare.reading.gleaning.money.times import due_year, ends_later, own_year, year_of
from burdenshare.reading.gleaning.money.words import Evidence, word_set
from burdenshare.reading.model import Kind
from burdenshare.reading.receivers import helps_another
from burdenshare.reading.tables import word_list

_AHEAD = word_set("giving_ahead")


def aid(context: Context, evidence: Evidence) -> Draft | None:
    """A sum of help to Ukraine."""
    bounds = context.bounds
    told = _helping(context, evidence)
    if (
        not told
        or _to_the_poor(context)
        or evidence.has("aid_elsewhere", *bounds)
        or helps_another(context)
        or bought_for_oneself(context)
    ):
        return None
    if another_gift(context) or for_itself(context):
        return None
    if told == 1 and _for_defence(context):
        return None  # "Next year's national defence funding will amount to": the text spoke of help before
    owner = _donor(context)
    if owner is None or not owner.entities or owner.foreign:
        return None
    if context.before(1) == ["not"] or context.after(1) == ["less"] or context.after(2) == ["more", "than"]:
        return None  # "allocated 23 billion less": a difference, or denied
    if nobodys(context, owner):
        return None
    if context.before(1) == ["by"] and (_GROWING | {"than"}) & set(context.before(8)):
        return None  # "increased its pledges by €3bn", "more than the others, by €3bn"
    if context.before(2) in (["of", "the"], ["out", "of"]) or evidence.has(
        "likened", bounds[0], context.quantity.first
    ):
        return None
    draft = sum_draft(context, owner, "aid", "aid to Ukraine", sure=told == 2)
    words = {t.low for t in context.parsed.tokens[bounds[0] : context.quantity.first]}
    span = counted_to(context)
    if span is not None and not words & _AHEAD:
        return replace(draft, kind=Kind.FACT, period=span.value, period_from=span.source)
    due = due_year(context, evidence)
    if words & _AHEAD or ends_later(context) or would_move_to(context) or context.after(2) == ["will", "be"]:
        return promised(draft, due.value, due.source)
    if any(t.low == "since" for t in context.parsed.tokens):
        return replace(draft, kind=Kind.FACT, period="", period_from="")  # "since the war began in 2022": all of it
    own = opening_time(context) or own_year(context)
    if own is None and context.parsed.periods and context.parsed.periods[0].first == 0:
        own = year_of(context)
    dated = own is not None and own.source in ("explicit", "relative") and len(own.value) in _DATED
    return replace(
        draft,
        kind=Kind.FACT,
        period=own.value if dated and own is not None else "",
        period_from=own.source if dated and own is not None else "",
    )


def nobodys(context: Context, owner: Owner) -> bool:
    """`In total, 267 billion has been allocated`, `donors gave 90 billion, including 67 from the US`: by whom is not
    told, or by more than the one who is named."""
    tokens, end = context.parsed.tokens, context.quantity.core[1]
    part = owner.found.first >= end and any(t.low == "including" for t in tokens[end : owner.found.first])
    unnamed = owner.found.carried and _UNNAMED & {t.low for t in tokens[: context.quantity.first]}
    return part or bool(unnamed) or (owner.found.carried and _passive(context))


_UNNAMED = frozenset({"donors", "partners", "backers", "supporters", "governments", "countries", "nations"})
"""In front of a sum without an owner of its own: all who help."""


def _passive(context: Context) -> bool:
    """`has been allocated to Ukraine`, `were given`."""
    words = [t.low for t in context.parsed.tokens]
    return any(a in ("been", "were", "was", "is", "are") and b in _GIVEN for a, b in pairwise(words))


_DATED = (4, 7, 15)
"""Lengths of a year, a month, and a span of months: what dates help."""
_GIVEN = word_list("giving_words") | {"given", "sent"}
_GROWING = word_list("growing_verbs")


def _helping(context: Context, evidence: Evidence) -> int:
    """2 where giver's word and Ukraine stand in the clause, 1 where the text was on aid, 0 else."""
    bounds = context.bounds
    if not (evidence.has("give", *bounds) or (_set_apart(context) and evidence.has("give"))):
        return 0
    low, high = bounds
    if any(s.entity == "UKR" and low <= s.first < high for s in context.parsed.subjects):
        return 0 if _ukraine_acts(context) else 2
    if evidence.has("budget", *bounds):
        return 0  # "next year's national defence funding", in a text that told of help as well
    reach = 3 if context.cue("aid") else 1  # past a heading, where the clause names help itself
    if context.topic.measure == "aid" and context.parsed.sentence.block - context.topic.block <= reach:
        return 1
    if any(d.measure == "aid" for d in context.earlier) or _near_aid(context):
        return 1
    named = context.cue_sentence("aid") and not context.cue("defence")
    return 1 if named and any(s.entity == "UKR" for s in context.parsed.subjects) else 0


def _to_the_poor(context: Context) -> bool:
    """`an extra £6.4bn, funded by a raid on the foreign aid budget`: development aid, in a sentence without Ukraine."""
    named = any(s.entity == "UKR" for s in context.parsed.subjects)
    return not named and context.cue_carried("foreign_aid")


def _for_defence(context: Context) -> bool:
    low, high = context.bounds
    words = {t.low for t in context.parsed.tokens[low:high]}
    return bool(words & {"defence", "defense"} and words & {"funding", "budget", "spending", "expenditure", "outlays"})


def _set_apart(context: Context) -> bool:
    """`The Netherlands (€0.5 billion) and Britain (€0.4 billion) also gave`, `by Germany worth €619 million`."""
    return context.before(1) in (["("], ["worth"])


def _near_aid(context: Context) -> bool:
    """`… any fresh aid packages. In January and February, Sweden allocated €1.1 billion`."""
    before = context.previous
    near = before is not None and before.sentence.block >= context.parsed.sentence.block - 1 and before.cues.has("aid")
    return near and not context.cue("defence") and not context.cue("gdp")


def _ukraine_acts(context: Context) -> bool:
    """`Ukraine spent`, `Kyiv's budget`: the country itself is the spender."""
    low, _ = context.bounds
    tokens = context.parsed.tokens
    first = next((s for s in context.parsed.subjects if s.first >= low and s.kind != "pronoun"), None)
    if first is None or first.entity != "UKR" or first.first >= context.quantity.first or tokens[first.last].capital:
        return False  # "the Ukraine Support Tracker lists"
    before = tokens[first.first - 1].low if first.first else ""
    return before not in (
        "to",
        "for",
        "gave",
        "handed",
        "sent",
        "given",
        "with",
        "in",
        "of",
        "supporting",
        "helping",
        "support",
        "give",
    )


def _donor(context: Context) -> Owner | None:
    keep = [s for s in context.parsed.subjects if s.entity not in ("UKR", "RUS")]
    apart = replace(context, parsed=replace(context.parsed, subjects=keep))
    return owner_of(apart, foreign=False)
