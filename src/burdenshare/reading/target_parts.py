"""The parts of the alliance's 5 %: 3.5 of core defence, and 1.5 of what relates to it."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.mention_places import a_place
from burdenshare.reading.model import ON_TOP, RELATED, Kind
from burdenshare.reading.percents import of_gdp, percent_base
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import word_list

PARTS = (3.5, 1.5)
"""The parts of the 5 % of June 2025, which texts split in the sentence after it: 3.5 core and 1.5 related."""


_PART_WORDS = word_list("target_part_words") | word_list("related_part_words")
_RELATED = word_list("related_part_words")


def _both_parts(context: Context) -> bool:
    """`3.5 % for hard defence and 1.5 % for infrastructure`: the two parts together name what they are."""
    values = {q.number.value for q in context.parsed.quantities if q.unit == "%"}
    return set(PARTS) <= values and context.cue_sentence("defence")


def of_both_parts(context: Context) -> bool:
    """`raise defence spending to 3.5 % and allocate 1.5 % to other security expenses`: one of the two parts."""
    return context.quantity.number.value in PARTS and _both_parts(context)


def _parted_goal(context: Context) -> bool:
    return split_goal(context) or _added_to(context) is not None


def _of_the_rest(context: Context) -> bool:
    """`3.5 percent on direct defence, and 1.5 percent of broader security-related expenditures`."""
    told = {d.value.central for d in context.earlier if d.measure == "guideline" and d.value is not None}
    broad = {"broader", "wider", "related"} & set(context.after(3)) or _RELATED & set(context.after(8))
    return context.quantity.number.value == PARTS[1] and PARTS[0] in told and bool(broad)


def split_goal(context: Context) -> bool:
    """`it is broken down into 3.5 percent of GDP spent on pure defence, 1.5 percent of GDP on related areas`."""
    split = _SPLITTING & set(context.parsed.lows[: context.quantity.first])
    return context.quantity.number.value in PARTS and bool(split) and _both_parts(context)


_SPLITTING = frozenset({"broken", "divided", "split", "breaks", "comprising", "comprises", "splits", "consisting"})


def part_of_target_rule(context: Context) -> Draft | None:
    """`divided into 3.5 % for core defence and 1.5 % for infrastructure`, right after the whole was named."""
    q = context.quantity
    if (
        q.number.value not in PARTS
        or not (context.share_topic(2) or _both_parts(context))
        or (context.cue_near("growth", 2) and q.rule != "at most")
        or (context.after(1) == ["of"] and not (_of_the_rest(context) or (of_gdp(context) and _parted_goal(context))))
    ):
        return None
    if not _PART_WORDS & set(context.after(12)) or context.before(2) in (["it", "is"], ["it", "was"]):
        return None
    core = _added_to(context)
    if core is None and _of_an_allys_plan(context):
        return None
    if core is None and any(
        len(s.entity) == 3 and s.entity != "EUR" and s.last <= q.first and not a_place(context.parsed, s)
        for s in context.parsed.subjects
        if s.names_a_body and s.first >= context.bounds[0]
    ):
        return None
    draft = percent_base(context, "guideline", "part of a target", None, Kind.PROMISE)
    if core is None:
        due = _due_with_the_other_part(context)
        return replaced(draft, subject=("NATO",), period=due, period_from="due" if due else "", note=part_note(context))
    return replaced(
        draft, subject=core.subject, period=core.period, period_from=core.period_from, note=part_note(context)
    )


def related_part(context: Context) -> Draft | None:
    """`3.5 percent of GDP on core defence and an additional 1.5 percent on infrastructure`: of GDP as the part in front
    of it, and no part of a budget."""
    if context.quantity.number.value != PARTS[1] or _RELATED.isdisjoint(context.after(8)):
        return None
    told = [d for d in context.earlier if d.measure == "guideline" and d.value is not None]
    core = told[-1] if told and told[-1].value is not None and told[-1].value.central == PARTS[0] else None
    if core is None:
        return None
    draft = part_of_target_rule(context)
    if draft is None or draft.period or core.period_from != "due" or not _both_due(context, core.focus[0]):
        return draft
    return replaced(draft, period=core.period, period_from=core.period_from)


def _both_due(context: Context, first: int) -> bool:
    """Whether one year alone stands in the sentence, behind both parts or in front of the one at token `first`."""
    dated = [p for p in context.parsed.periods if p.value]
    return len(dated) == 1 and (dated[0].first >= context.quantity.core[1] or dated[0].last <= first)


def _due_with_the_other_part(context: Context) -> str:
    """`wants 3.5% for hard defence and 1.5% for infrastructure by 2032`: the year behind the second part is of both."""
    parsed, end = context.parsed, context.quantity.core[1]
    behind = [q for q in parsed.quantities if q.first >= end and q.unit == "%"]
    if context.quantity.number.value != PARTS[0] or len(behind) != 1 or behind[0].number.value != PARTS[1]:
        return ""
    if "and" not in parsed.lows[end : behind[0].first] or ";" in parsed.lows[end : behind[0].first]:
        return ""
    dated = [p for p in parsed.periods if p.first >= end]
    last = dated[0] if len(dated) == 1 else None
    return last.value if last is not None and last.role == "by" and last.first >= behind[0].core[1] else ""


def _of_an_allys_plan(context: Context) -> bool:
    """`2.5% in 2026, 2.8% in 2028 and 3.5% in 2032`: a step of one ally's plan, no part of the common target."""
    told = [d for d in context.earlier if d.measure == "guideline" and d.value is not None and len(d.subject) == 1]
    values = {d.value.central for d in told if d.value is not None}
    return bool(told) and len(told[-1].subject[0]) == 3 and told[-1].subject[0] != "EUR" and not values & {5.0, *PARTS}


_ADDED = frozenset({"another", "additional", "further", "extra"})


def _added_to(context: Context) -> Draft | None:
    """`Norway will put 3.5 % into core defence and another 1.5 % into wider security`: of the same owner and year."""
    q = context.quantity
    told = [d for d in context.earlier if d.measure == "guideline" and d.value is not None]
    if q.number.value != PARTS[1] or not told or told[-1].value is None or told[-1].value.central != PARTS[0]:
        return None
    near = context.parsed.lows[max(0, q.first - 3) : q.core[0]]
    return told[-1] if _ADDED & set(near) else None


def part_note(context: Context) -> str:
    """Marks the 1.5 % for infrastructure, resilience and industry, which is no defence expenditure and never priced as
    such, and what comes on top of a share."""
    related = _RELATED & set(context.after(14))
    if context.quantity.number.value == PARTS[1] and (related or _beside_the_core(context)):
        return RELATED
    front = context.parsed.lows[max(0, context.quantity.core[0] - 2) : context.quantity.core[0]]
    return ON_TOP if not _ADDED.isdisjoint(front) else ""


def _beside_the_core(context: Context) -> bool:
    """`earmarks 3.5 % for conventional capabilities and 1.5 % for non-military threats`: the second part, whatever its
    purpose is called."""
    told = [d for d in context.earlier if d.measure == "guideline" and d.value is not None]
    core = told[-1] if told and told[-1].value is not None and told[-1].value.central == PARTS[0] else None
    between = context.parsed.lows[core.focus[1] : context.quantity.first] if core is not None else []
    return "and" in between and "for" in context.after(2) and "for" in between


def how_parted(context: Context) -> bool:
    """`advocates a ratio of 3 and 2 percent`, `no division between 3.5 and 1.5 percent`: how a goal is parted, and no
    goal of its own."""
    front = [*context.before(4), *context.parsed.lows[context.quantity.first : context.quantity.core[0]]]
    at = next((i for i, low in enumerate(front) if low in _PARTINGS), None)
    return at is not None and front[at + 1 : at + 2] in (["between"], ["of"])


_PARTINGS = frozenset({"division", "ratio", "split", "breakdown", "distinction"})
