"""What a country or group spends: levels of one year, plans for years to come, and figures set beside the first."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.found_subjects import Found, others_beside
from burdenshare.reading.gleaning.money.currencies import taken_up
from burdenshare.reading.gleaning.money.drafts import promised, sum_draft
from burdenshare.reading.gleaning.money.floors import too_small
from burdenshare.reading.gleaning.money.owners import Owner, beside, owner_of
from burdenshare.reading.gleaning.money.times import (
    before_that,
    budget_year,
    due_year,
    ends_later,
    firm,
    own_year,
    year_of,
)
from burdenshare.reading.gleaning.money.words import Evidence, word_set
from burdenshare.reading.model import Kind
from burdenshare.reading.period_choice import When
from burdenshare.reading.sum_bases import part_of_the_sum_before

_TO = word_set("purpose_words")
_SPENDERS = frozenset({"EUR_CAN", "NATO", "B9", "NB8", "JEF", "WEIMAR", "E3", "E5"})
_DONE = word_set("done_verbs")
_LEVELS = frozenset({"expenditure", "military_expenditure"})
_BUDGETED = 1.8
"""How many times more than its ministry's budget an ally spends by NATO's definition, at most."""


def level(context: Context, evidence: Evidence) -> Draft | None:
    """A level of spending, or the plan of one."""
    weight = weight_of(context, evidence)
    if not weight:
        return None
    owner = _of_the_highest(context, evidence, owner_of(context))
    amount = context.quantity.number.value * (_BUDGETED if weight == 3 else 1.0)
    if owner is None or not owner.entities or too_small(owner.entities, amount):
        return None
    if part_of_the_sum_before(context, owner.entities):
        return None
    if evidence.has("past_spans", *context.bounds) and "/" not in year_of(context).value:
        return None
    if {"previous", "preceding", "earlier"} & set(context.after(4)) and "of" in context.after(1):
        return None  # "a 40% increase on the 295 billion of the previous plan"
    if context.before(2)[-2:] == ["consisting", "of"] or context.before(1) in (["including"], ["comprising"]):
        return None
    if weight == 1 and not (owner.sure or set(owner.entities) & _SPENDERS or _topical(context)):
        return None
    if owner.entities == ("EU",) or (owner.entities == ("UKR",) and evidence.has("give", *context.bounds)):
        return None
    if not owner.sure and evidence.has("likened", context.bounds[0], context.quantity.first):
        return None
    measure = "military_expenditure" if owner.foreign else "expenditure"
    granted = evidence.has("bills", *context.bounds) and len(owner.entities[0]) == 3
    whole = weight == 3 and not (evidence.has("apart") or granted or too_small(owner.entities, amount / _BUDGETED))
    draft = sum_draft(context, owner, measure, "level", sure=whole)
    if granted or evidence.has("apart"):
        draft = replace(draft, holes=draft.holes | {"budget"})
    return _dated(context, evidence, draft)


def _of_the_highest(context: Context, evidence: Evidence, owner: Owner | None) -> Owner | None:
    """`Poland has the highest outlays among all NATO members, amounting to …`, `Germany has become the second-largest
    spender in the alliance, with $93 billion`: not the alliance's, but of the ally that opens the sentence."""
    if owner is not None and not (
        owner.entities == ("NATO",) and too_small(owner.entities, context.quantity.number.value)
    ):
        return owner
    if not (evidence.has("spender") or evidence.has("highest")) or others_beside(
        context.parsed, context.quantity.first
    ):
        return owner
    allies = [s for s in context.parsed.subjects if s.entity in context.calendar.allies and s.names_a_body]
    if not allies or allies[0].first > 4:
        return owner
    return Owner(Found((allies[0].entity,), allies[0].first, allies[0].last), False)


def weight_of(context: Context, evidence: Evidence) -> int:
    """How plainly the words make it spending on defence: 3 in one clause, 2 by the text, 1 by the verb alone."""
    bounds = context.bounds
    budget = evidence.has("budget", *bounds)
    spend = evidence.has("spend", *bounds)
    defence = evidence.has("defence", *bounds)
    if budget or (spend and defence):
        return 3 if _purpose(context, evidence) else 0
    if not _purpose(context, evidence) or (not defence and context.cue_carried("aid")):
        return 0
    sentence = evidence.has("budget") or evidence.has("defence") or evidence.has("spender") or _topical(context)
    share = _share_beside(context) or _listed(context)
    if ((spend or defence or share) and sentence) or (spend and share):
        return 2
    low, high = bounds
    if evidence.has("spender") and context.before(1) in (["with"], ["at"], ["on"]):
        return 1
    if _total_of_a_group(context):
        return 1
    if evidence.has("purse", max(low, context.quantity.first - 6), context.quantity.first) and _of_an_ally(context):
        return 1
    group = spend and any(s.entity in _SPENDERS and low <= s.first < high for s in context.parsed.subjects)
    return 1 if group or share or evidence.has("spend_alone", *bounds) else 0


def _total_of_a_group(context: Context) -> bool:
    """`European NATO's total hit $559bn`: of allies as a group a total of money is what they spend."""
    low, tokens = context.bounds[0], context.parsed.tokens
    return any(
        s.entity in _WHOLES and s.possessive and low <= s.first and tokens[s.last].low in ("total", "outlay", "outlays")
        for s in context.parsed.subjects
        if s.last < context.quantity.first and "europe" not in context.parsed.text(s.first, s.last).split()
    )


_WHOLES = frozenset({"EUR", "EUR_CAN", "NATO"})


def _topical(context: Context) -> bool:
    return context.defence_topic(1) or context.money_topic(1) or context.share_topic(1)


def _listed(context: Context) -> bool:
    """`In second place is China with 255 billion`: an owner beside the sum, right behind a level of another."""
    fresh = context.topic.measure in _LEVELS and context.parsed.sentence.block - context.topic.block <= 1
    return fresh and beside(context, context.calendar.bearers | {"RUS", "CHN"}) is not None


def _of_an_ally(context: Context) -> bool:
    """Whether the sentence speaks of allies as such: a `budget` there is that for defence."""
    return any(t.low in ("ally", "allies", "nato", "alliance", "wartime", "troops") for t in context.parsed.tokens)


def _share_beside(context: Context) -> bool:
    """`160.8 billion crowns, which makes 2.04 % of GDP`: the same sum as a share."""
    q = context.quantity
    near = [o for o in context.parsed.quantities if o.unit == "%" and abs(o.core[0] - q.core[0]) <= 14]
    return any(context.parsed.cues.has("gdp", o.core[1], o.core[1] + 5) for o in near)


def _purpose(context: Context, evidence: Evidence) -> bool:
    """Whether what stands behind the sum lets it be spending on defence: not `€20bn on refugees`."""
    tokens = context.parsed.tokens
    end = context.quantity.core[1]
    following = [o.first - 1 for o in context.parsed.quantities if o.first > end and not _dates(context, o.core)]
    last = min([context.bounds[1], end + 9, *following])
    at = next((i for i in range(end, last) if tokens[i].low in _TO), None)
    if at is None or any(p.first <= at + 3 and at < p.last <= at + 5 for p in context.parsed.periods):
        return True
    if evidence.has("defence", at, at + 8) or evidence.has("budget", at, at + 8):
        return True
    return any(at < s.first <= at + 2 for s in context.parsed.subjects)


def _dated(context: Context, evidence: Evidence, draft: Draft) -> Draft:
    told = next((d.period for d in reversed(context.earlier) if d.measure in _LEVELS and d.period), "")
    earlier = before_that(context, evidence, told)
    if earlier:
        return replace(draft, period=earlier, period_from="relative", comparison=True)
    low = context.bounds[0]
    ahead = evidence.has("ahead", low, context.quantity.first + 2) and not (_DONE & set(context.before(4)))
    since = context.quantity.role == "from" or (context.before(1) == ["from"] and own_year(context) is not None)
    coming = bool({"will", "would"} & set(context.before(3))) and own_year(context) is None
    coming = coming or context.after(2) in (["will", "be"], ["would", "be"], ["is", "to"], ["are", "to"])
    if not since and (ends_later(context) or coming or (ahead and not _past_year(context))):
        due = due_year(context, evidence)
        draft = replace(draft, likely=draft.likely or not due.value)
        return promised(draft, due.value, due.source)
    when = _end_of_span(context, own_year(context) or budget_year(context, evidence) or year_of(context))
    doubt = not firm(when)
    draft = replace(draft, period=when.value, period_from=when.source, likely=draft.likely or doubt)
    on = context.calendar.on
    later = on is not None and when.value[:4].isdecimal() and int(when.value[:4]) > on.year
    return promised(draft, when.value, when.source) if later else draft


def _end_of_span(context: Context, when: When) -> When:
    """`between 2014 and 2024 it rose from $294m to $1.4bn`: each end has its sum."""
    first, slash, last = when.value.partition("/")
    if slash and context.quantity.role:
        return replace(when, value=first if context.quantity.role == "from" else last)
    return when


def _past_year(context: Context) -> bool:
    when = own_year(context) or year_of(context)
    on = context.calendar.on
    told = when.source in ("explicit", "relative") and when.value[:4].isdecimal()
    return told and on is not None and int(when.value[:4]) < on.year


def continued(context: Context, evidence: Evidence) -> Draft | None:
    """`compared with £55bn a year earlier`, `and France 50`: a sum of the same kind as the one before it."""
    before = next((d for d in reversed(context.earlier) if d.value is not None and d.unit not in ("", "%")), None)
    if before is None or before.measure not in (*_LEVELS, "aid", "gdp", "expenditure_per_capita", "gdp_per_capita"):
        return None
    q = context.quantity
    gap = range(before.focus[1], q.first)
    if any(other.first in gap for other in context.parsed.quantities if not _dates(context, other.core)):
        return None
    part = context.after(2) in (["of", "it"], ["of", "that"], ["of", "which"])
    owner = owner_of(context) if part else _new_owner(context, before)
    if owner is not None and owner.entities == ("NATO",) and too_small(owner.entities, q.number.value):
        owner = Owner(_as_found(before), False) if context.before(1)[-1:] in _SOURCES_HAVE else owner
    if part and owner is None:
        return None
    compared = any(
        before.focus[1] <= s and q.first - 3 <= e <= q.first for s, e in evidence.cues.hits.get("compared", ())
    )
    bare = q.core[1] - q.core[0] == 1 and q.number.digits and (own_year(context) is not None or _this_one(context))
    if owner is None and not compared and not bare and not taken_up(context):
        return None
    if _turned(context, before, evidence):
        return None
    subject = owner.entities if owner else before.subject
    if before.measure in _LEVELS and too_small((owner or Owner(_as_found(before), False)).entities, q.number.value):
        return None
    base = owner or Owner(_as_found(before), False)
    draft = replace(sum_draft(context, base, before.measure, "continued", sure=False), subject=subject, likely=True)
    if owner is not None and before.measure in _LEVELS:
        draft = replace(draft, measure="military_expenditure" if owner.foreign else "expenditure")
    return _continued_year(context, evidence, draft, before, fresh=owner is not None)


_SOURCES_HAVE = (["has"], ["counts"], ["gives"], ["says"], ["reports"], ["at"])
"""`SIPRI puts Germany's at $88.5 billion, while NATO has $93.7 billion`: another source of the same figure."""


def _dates(context: Context, core: tuple[int, int]) -> bool:
    return any(p.first < core[1] and core[0] < p.last for p in context.parsed.periods)


def _this_one(context: Context) -> bool:
    """`budgeted €33.1bn last year and pencils in 34.8 for this`."""
    return context.after(2) in (["for", "this"], ["this", "year"], ["last", "year"])


def _as_found(before: Draft) -> Found:
    return Found(before.subject, before.first, before.first, carried=True)


def _new_owner(context: Context, before: Draft) -> Owner | None:
    """Another owner between the sums, or right behind this one."""
    q = context.quantity
    fresh = [
        s
        for s in context.parsed.subjects
        if before.focus[1] <= s.first and s.last <= q.first and s.kind != "pronoun" and s.entity != "AMBIGUOUS"
    ]
    placed = _placed_behind(context) if all(s.entity in before.subject for s in fresh) else None
    if placed is not None or not fresh:
        return placed
    found = owner_of(context)
    return found if found is not None and found.found.first >= before.focus[1] else None


def _placed_behind(context: Context) -> Owner | None:
    """`935 bn dollars in the U.S. and 84 bn in the U.K.`: the second figure's owner stands behind it too."""
    end, tokens = context.quantity.core[1], context.parsed.tokens
    end += end < len(tokens) and tokens[end].text == "."
    for s in context.parsed.subjects:
        gap = [t.low for t in tokens[end : s.first]] if end < s.first <= end + 2 else []
        placed = gap[:1] in (["in"], ["for"], ["by"], ["from"]) and gap[1:] in ([], ["the"])
        if placed and s.entity in context.calendar.bearers:
            return Owner(Found((s.entity,), s.first, s.last, s.open), False)
    return None


def _turned(context: Context, before: Draft, evidence: Evidence) -> bool:
    """A word of another topic, of a rise or of another measure between the sums."""
    first, last = before.focus[1], context.quantity.core[1] + 3
    return any(evidence.has(name, first, last) for name in ("elsewhere", "more", "less", "common", "heads"))


def _continued_year(context: Context, evidence: Evidence, draft: Draft, before: Draft, *, fresh: bool) -> Draft:
    earlier = before_that(context, evidence, before.period)
    if earlier:
        return replace(draft, period=earlier, period_from="relative", comparison=True)
    own = own_year(context)
    on = context.calendar.on
    if own is not None:
        later = on is not None and own.value[:4].isdecimal() and int(own.value[:4]) > on.year
        draft = replace(draft, kind=Kind.PROMISE) if later else draft
        return replace(draft, period=own.value, period_from=own.source, comparison=not fresh)
    if _this_one(context) and context.after(2)[0] == "for" and on is not None:
        return replace(draft, period=str(on.year), period_from="relative")
    if fresh:
        return replace(draft, kind=before.kind, period=before.period, period_from=before.period_from)
    return replace(draft, period="", period_from="", comparison=True)
