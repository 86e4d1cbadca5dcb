"""The draft that all statements on money start from, and planned spending."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context
from burdenshare.reading.dollars import dollar_of
from burdenshare.reading.drafts import Draft
from burdenshare.reading.due_years import due_of
from burdenshare.reading.found_subjects import Found, is_foreign, others_beside
from burdenshare.reading.model import Kind
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import load_table, word_list
from burdenshare.reading.widths import interval
from burdenshare.reading.years_of_agreements import agreement_year


def carried_owner(context: Context) -> Found | None:
    if context.foreign_body() or any(draft.likely for draft in context.earlier):
        return None
    if others_beside(context.parsed, context.quantity.first) or abroad_before(context):
        return None
    if not _own_currency(context):
        return None
    at = context.quantity.first
    if context.topic.series and context.money_topic(1):
        return Found(context.topic.series, at, at, tuple(context.topic.holes), carried=True)
    return None


def whose(context: Context) -> Found | None:
    """The subject of a sum; where that is the alliance only by the name of its target (`Canada's NATO commitments`,
    `meeting NATO's 5% goal`), the ally whose commitment it is, else the one the text is about."""
    found = context.subject()
    if found is None or found.entities != ("NATO",) or found.carried or not names_a_target(context, found):
        return found
    owner = next((s for s in context.parsed.subjects if s.last == found.first and s.possessive), None)
    if owner is not None and owner.entity in context.calendar.allies:
        return Found((owner.entity,), owner.first, owner.last)
    home, at = context.topic.home, context.quantity.first
    return Found((home,), at, at, carried=True) if home else None


def of_all_together(context: Context) -> Found | None:
    """`Estimated overall spending of almost $1.03 trillion`, behind a sentence on one ally and in one that names no
    owner in front of it: too large for anybody but all of them."""
    low, first = context.bounds[0], context.quantity.first
    if context.quantity.value.high < _OF_ALL or _ALTOGETHER.isdisjoint(context.parsed.lows[low:first]):
        return None
    if any(s.names_a_body and s.last <= first for s in context.parsed.subjects) or context.topic.home == "USA":
        return None
    about = context.topic.subject and context.topic.subject[0] in context.calendar.bearers
    told = context.share_topic(9) or context.defence_topic(3) or context.money_topic()
    return Found(("NATO",), first, first, carried=True) if about and told else None


_OF_ALL = 8e11
_ALTOGETHER = frozenset({"overall", "total", "combined", "collective", "aggregate", "collectively"})


def part_of_the_sum_before(context: Context, entities: tuple[str, ...]) -> bool:
    """`$1.2 trillion, of which $811 billion is on the U.S. taxpayer`: a part of the sum in front, and not another sum
    of the same owner."""
    if context.before(2) != ["of", "which"]:
        return False
    sums = [draft for draft in context.earlier if len(draft.unit) == 3]
    return bool(sums) and sums[-1].subject == entities


def names_a_target(context: Context, found: Found) -> bool:
    """`NATO commitment`, `NATO's 5 % goal`, `NATO's spending target`: a name of the aim."""
    behind = context.parsed.lows[found.last : found.last + 4]
    return any(word in _TARGETS and not {",", ";", "and"} & set(behind[:i]) for i, word in enumerate(behind))


_TARGETS = word_list("target_names")


def abroad_before(context: Context) -> bool:
    """`China raised its budget modestly. Its spending grew by 7 percent`: the sentence in between is on a country
    outside the alliance, and whoever the text spoke of before owns nothing behind it."""
    before = context.previous
    if before is None:
        return False
    ours = context.calendar.bearers
    named = [s for s in before.subjects if s.names_a_body and s.entity in ours]
    return not named and any(is_foreign(before, s, ours) for s in before.subjects)


def _own_currency(context: Context) -> bool:
    """Whether the money can be that of the group carried over: not pounds of the United States."""
    purse = load_table("glean_sums")["single_purse"]["currencies"].get(context.quantity.unit)
    return purse is None or purse in context.topic.series or "NATO" in context.topic.series


def sum_base(context: Context, measure: str, rule: str, found: Found) -> Draft:
    q = context.quantity
    first = q.first if found.carried else min(q.first, found.first)
    last = max(q.last, _defence_end(context), 0 if found.carried else (found.last if found.last - q.last <= 8 else 0))
    basis = _basis(context)
    unit, either = dollar_of(context, found.entities)
    return Draft(
        first,
        last,
        (q.first, q.last),
        Kind.FACT,
        measure,
        rule,
        subject=found.entities,
        comparator=q.comparator,
        value=q.value,
        unit=unit,
        basis=basis,
        holes=(frozenset({"group"}) if found.open else frozenset()) | context.holes_of_source(),
        modality=context.modality(),
        likely=either,
    )


def _basis(context: Context) -> str:
    """The price basis the words name. `in real terms` beside a percentage speaks of the growth, not of the level."""
    growth_too = any(q.unit == "%" for q in context.parsed.quantities)
    if context.cue_sentence("constant") or (context.cue("real") and not growth_too):
        return "constant"
    return "current" if context.cue("current") else ""


def _defence_end(context: Context) -> int:
    """`$485 billion in defence`: the words of the measure right behind belong to the statement."""
    end = context.quantity.core[1]
    return max(
        [stop for start, stop in context.parsed.cues.hits.get("defence", ()) if end <= start <= end + 3], default=end
    )


def planned_level(context: Context, found: Found) -> Draft:
    due = due_of(context)
    draft = sum_base(context, "expenditure", "planned spending", found)
    on = context.calendar.on
    year = due.value or (str(on.year) if on and context.cue("forecast") else "")
    if "/" in fiscal_year(year) and context.before(1) == ["to"]:
        year = year.partition("/")[2]  # "would double between 2017 and 2030, to 67 billion euros"
    own = _right_behind(context)
    if own is not None:  # "expected to total £57 billion in 2024/25, increasing to £60 billion in 2025/26"
        return replace(draft, kind=Kind.PROMISE, period=fiscal_year(own.value), period_from="due")
    years = _over_coming_years(context)
    if (
        years and on is not None and year.isdecimal() and int(year) > on.year + 1
    ):  # "143 billion over the next 10 years"
        draft, year = replace(draft, likely=True, holes=draft.holes | {"cumulative", "budget"}), f"{on.year}/{year}"
    elif years_in_front(context):  # a sum of several years whose last one is not told
        return replace(draft, kind=Kind.PROMISE, likely=True, holes=draft.holes | {"cumulative", "budget"})
    return replace(
        draft, kind=Kind.PROMISE, period=fiscal_year(year), period_from=due.source or ("relative" if year else "")
    )


def _right_behind(context: Context) -> PeriodMention | None:
    """The year of its own right behind the sum, where another one stands further off."""
    end = context.quantity.core[1]
    near = [p for p in context.parsed.periods if p.source == "explicit" and p.role == "in" and len(p.value) in (4, 9)]
    own = [p for p in near if end <= p.first <= end + 1 and not agreement_year(context.parsed, p)]
    return own[0] if own and len(near) > 1 and "/" not in fiscal_year(own[0].value) else None


def _over_coming_years(context: Context) -> bool:
    """`over the next 10 years`, right behind the sum or its purpose."""
    if years_in_front(context):
        return True
    behind = context.after(14)
    opened = next((i for i, word in enumerate(behind) if word in ("over", "across")), len(behind))
    return bool({"years", "decade"} & set(behind[opened : opened + 5])) and not {".", ";"} & set(behind[:opened])


def years_in_front(context: Context) -> bool:
    """`Overall spending for the next 12 years is expected to amount to`, `over the coming decade it will total`."""
    low, first = context.bounds[0], context.quantity.first
    lows = context.parsed.lows
    for at in range(max(2, low - 6), first - 2):
        if lows[at] in _NEXT and lows[at - 1] == "the" and lows[at - 2] in _OVER:
            words = lows[at + 1 : min(at + 5, first)]
            if {"years", "decade"} & set(words):
                return True
    return False


_NEXT = frozenset({"next", "coming", "following"})
_OVER = frozenset({"for", "over", "in", "across", "during", "within"})


def fiscal_year(period: str) -> str:
    """`2024/25` is 2024, which holds most of its months; a span of several years stays."""
    first, slash, last = period.partition("/")
    one = slash and first.isdecimal() and last.isdecimal() and int(last) == int(first) + 1
    return first if one else period


def own_amount(context: Context, q: Quantity) -> Quantity:
    """`more than the $380bn that …`: the words compare with an amount spoken of as known; it is itself plain."""
    between = [t.low for t in context.parsed.tokens[q.first : q.core[0]]]
    if q.rule == "plain" or "the" not in between or between[:2] == ["the", "equivalent"]:
        return q
    return replaced(q, first=q.core[0], value=interval(q.number, "plain"), comparator="=", rule="plain")
