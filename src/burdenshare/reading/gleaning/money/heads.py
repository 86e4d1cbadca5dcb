"""Sums for one inhabitant, the size of economies, and NATO's own budgets."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.gleaning.money.drafts import sum_draft
from burdenshare.reading.gleaning.money.owners import Owner, owner_of
from burdenshare.reading.gleaning.money.times import firm, own_year, year_of
from burdenshare.reading.gleaning.money.words import Evidence

_LARGEST_HEAD = 20_000.0
"""No country spends more on defence for one inhabitant, in any of the large currencies."""
_SMALLEST_ECONOMY = 3e9
_LARGEST_COMMON = 2e10


def per_head(context: Context, evidence: Evidence) -> Draft | None:
    """`Norwegians pay $1,900 apiece for defence`, `Luxembourgers produced $135,000 a head`."""
    if (
        not (evidence.has("heads") or _each_of_them(context))
        or evidence.has("heads_elsewhere")
        or evidence.has("common")
    ):
        return None
    economy = _by_the_economy(context, evidence) or (evidence.has("economy") and not evidence.has("defence"))
    defence = evidence.has("budget") or evidence.has("defence") or evidence.has("spend_alone")
    if not economy and not (defence or context.defence_topic(1)):
        return None
    if not economy and (context.quantity.number.value > _LARGEST_HEAD or evidence.has("elsewhere")):
        return None
    owner = owner_of(context)
    if owner is None or len(owner.entities) != 1 or (owner.foreign and not economy):
        return None
    after = context.parsed.tokens[context.quantity.core[1] : context.quantity.core[1] + 2]
    if (
        [t.low for t in after[:1]] == ["for"]
        and after[1:]
        and after[1].capital
        and owner.found.last <= context.quantity.first
    ):
        return None  # "against $8,600 for North Macedonians", where that people is not known
    measure = "gdp_per_capita" if economy else "expenditure_per_capita"
    inside = evidence.has("heads", *context.bounds) and evidence.has("defence", *context.bounds)
    return _dated(context, sum_draft(context, owner, measure, "per head", sure=inside))


def _by_the_economy(context: Context, evidence: Evidence) -> bool:
    """`$135,000 of GDP a head`; not `spent $1,854 per capita, and 3.3 per cent of its GDP`, where the economy is what
    another figure is a part of."""
    low, high = context.bounds
    parts = [o.core[1] for o in context.parsed.quantities if o.unit == "%" and o.first >= context.quantity.core[1]]
    return evidence.has("economy", low, min([high, *parts]))


def _each_of_them(context: Context) -> bool:
    """`the average Dane`, `every Pole`."""
    tokens = context.parsed.tokens
    named = [s for s in context.parsed.subjects if len(s.entity) == 3]
    led = (tokens[s.first].low if s.kind == "phrase" or not s.first else tokens[s.first - 1].low for s in named)
    return any(word in ("each", "every", "average", "typical") for word in led)


def economy(context: Context, evidence: Evidence) -> Draft | None:
    """`a GDP of $29 trillion`, `the allies' combined GDP is over $45 trillion`."""
    q = context.quantity
    low, _ = context.bounds
    shares = [o.core[1] for o in context.parsed.quantities if o.unit == "%" and o.core[1] <= q.first]
    front = max([low, q.first - 8, *(end + 3 for end in shares)])  # "(2.1% GDP), followed by France at €60 billion"
    named = evidence.has("economy", front, q.first) or evidence.has("economy", q.core[1], q.core[1] + 2)
    if not named or q.number.value < _SMALLEST_ECONOMY:
        return None
    its_own = context.after(1) == ["gdp"] or context.after(3) == ["gross", "domestic", "product"]
    if not its_own and evidence.has("economy_elsewhere", max(low, q.first - 8), q.core[1] + 1):
        return None
    owner = owner_of(context)
    if owner is None or len(owner.entities) != 1:
        return None
    return _dated(context, sum_draft(context, owner, "gdp", "size of an economy", sure=True))


def common(context: Context, evidence: Evidence) -> Draft | None:
    """`NATO's own budgets add up to €3.8bn`, `chipped in €9 million for NATO's common budget`."""
    q = context.quantity
    named = evidence.has("common", *context.bounds) or any(d.measure == "common_budget" for d in context.earlier)
    agreed = evidence.has("common") and context.quantity.number.value < _LARGEST_COMMON
    if not (named or agreed) or not 1e6 <= q.number.value < _LARGEST_COMMON:
        return None
    found = owner_of(context, foreign=False)
    bounds_first = context.bounds[0]
    owner = (
        found
        if found is not None and _payer(found, q.number.value)
        else Owner(Found(("NATO",), q.first, q.first), True)
    )
    if owner.entities == ("NATO",) and evidence.has("paying_in", bounds_first, q.first):
        member = _first_member(context)
        if member is None:
            return None  # who pays in is not told
        owner = Owner(member, False)
    draft = _dated(context, sum_draft(context, owner, "common_budget", "common budget", sure=named))
    told = next((d for d in reversed(context.earlier) if d.measure == "common_budget" and len(d.period) == 4), None)
    if told is not None and not firm(own_year(context) or year_of(context)):
        return replace(draft, period=told.period, period_from="carried", kind=told.kind, likely=True)
    return draft


def _first_member(context: Context) -> Found | None:
    """`Iceland pays no soldiers, but the island republic did chip in €9 million`: the ally that opens the sentence."""
    own = [
        s for s in context.parsed.subjects if s.entity in context.calendar.allies and s.last <= context.quantity.first
    ]
    return Found((own[0].entity,), own[0].first, own[0].last) if len({s.entity for s in own}) == 1 else None


def _payer(owner: Owner, amount: float) -> bool:
    return len(owner.entities) == 1 and len(owner.entities[0]) == 3 and owner.sure and amount < 1.5e9


def _dated(context: Context, draft: Draft) -> Draft:
    when = own_year(context) or year_of(context)
    doubt = not firm(when)
    return replace(draft, period=when.value, period_from=when.source, likely=draft.likely or doubt)
