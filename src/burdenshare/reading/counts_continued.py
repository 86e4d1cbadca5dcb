"""A bare number that counts the allies spoken of before: `nine did not`, `up from seven in 2022`."""

from __future__ import annotations

from dataclasses import dataclass, replace

from burdenshare.reading.context import GROUPS, Context
from burdenshare.reading.count_statement import COUNTS, MOST_ALLIES, guideline_count, percent_behind
from burdenshare.reading.count_times import of_another_spell
from burdenshare.reading.count_verbs import verb_of
from burdenshare.reading.drafts import Draft
from burdenshare.reading.member_nouns import Noun
from burdenshare.reading.model import Kind, Modality
from burdenshare.reading.period_choice import told_year
from burdenshare.reading.periods import PeriodMention
from burdenshare.reading.replacing import replaced
from burdenshare.reading.tables import word_list
from burdenshare.reading.widths import interval

RULE = "allies at the guideline, carried"
_COMPARED = ("from", "than", "with", "against")
_TOLD = ("announced", "reported", "expected", "estimated", "counted")


def carries_count(context: Context) -> bool:
    """`…, but a third still do not`; `nine did not`: the noun was said before."""
    earlier = [d for d in context.earlier if d.measure in COUNTS]
    near = context.topic.counted_at >= context.parsed.sentence.block - 1
    after = context.after(3)
    verb_follows = _verb_is_next(after)
    whole = context.before(1) == [","] and any(d.measure == "members" for d in context.earlier)
    return (
        bool(earlier or near or whole)
        and verb_follows
        and context.quantity.unit == ""
        and (whole or bool(context.topic.subject))
    )


_BEFORE_VERB = word_list("between_count_and_verb")
_CARRYING = word_list("count_verbs")


def counted_group(context: Context) -> str:
    """Whose members a bare number counts: those whose size the sentence tells (`Of NATO's 32 members, 31 …`), else the
    group of the text; never the one ally spoken of just before."""
    here = [d.subject[0] for d in context.earlier if d.measure == "members" and d.subject]
    if here:
        return here[-1] if here[-1] in GROUPS else "NATO"
    told = context.topic.subject[0] if context.topic.subject else "NATO"
    return told if told in GROUPS else "NATO"


def _verb_is_next(after: list[str]) -> bool:
    """Nothing but an adverb stands between the number and its verb: "F-16 jets, reached" counts no allies."""
    first = next((word for word in after if word not in _BEFORE_VERB), "")
    return first in _CARRYING


_LEADS = word_list("count_leads")


@dataclass(frozen=True, slots=True)
class _Lead:
    """What makes a bare number a second count: `front`, the words in front of it; whether they continue a count of
    the text (`fresh`), and whether a line of their own follows (`above`)."""

    front: list[str]
    fresh: bool
    above: bool


def elliptic(context: Context) -> Draft | None:
    """`up from seven in 2022`, `with just three in 2014`, `there were 28`, `only three are above 3.5 %`."""
    lead = _lead(context) if _small_count(context) else None
    if lead is None:
        return None
    q = context.quantity
    group = counted_group(context) if lead.fresh else "NATO"
    missed = (context.cue_before("missed") or _as_the_one_in_front(context, lead)) and not lead.above
    draft = guideline_count(context, Noun(q.core[1], group, False), missed)
    if context.after(1) and context.after(1)[0] in _TOLD:
        draft = replaced(draft, holes=draft.holes | {"release"})
    near = _year_behind(context)
    spell = near is None and (of_another_spell(context) or context.after(1) == ["when"])
    compared = bool(lead.front) and (lead.front[-1] in _COMPARED or bool({"from", "with", "against"} & {*lead.front}))
    dated = replaced(draft, period="", period_from="", likely=True) if spell else _dated(context, draft, near)
    risen = lead.front[-1:] == ["to"] and near is None  # "from three in 2014 to 23": when, the words do not say
    if _begun_in_no_year(context, dated, lead) and near is None:
        dated, risen = replaced(dated, period="", period_from=""), True
    return replaced(
        replaced(dated, likely=dated.likely or risen),
        comparison=compared,
        last=draft.last if lead.above else max(q.core[1], near.last if near else 0),
        rule=RULE,
    )


def of_the_line_told(context: Context) -> Draft | None:
    """`the 2 % target, which 23 out of 32 currently do`, `something that only 23 of 32 have`: those who meet the line
    that the words in front tell."""
    lows, end = context.parsed.lows, context.quantity.core[1]
    lines = [d for d in context.earlier if d.measure == "guideline"]
    front = [low for low in context.before(4) if low not in _BARELY]
    if (
        not lines
        or not _small_count(context)
        or front[-1:] not in (["which"], ["that"])
        or "," not in context.before(6)
    ):
        return None
    whole = next(
        (q for q in context.parsed.quantities if end < q.first <= end + 3 and "of" in lows[end : q.first]), None
    )
    at = whole.core[1] if whole is not None else end
    while at < len(lows) and lows[at] in _ADVERBS:
        at += 1
    if lows[at : at + 1] not in (["do"], ["did"]):
        return None
    missed = lows[at + 1 : at + 2] in (["not"], ["n't"])
    draft = guideline_count(context, Noun(at + 1, "NATO", False), missed)
    return replaced(draft, threshold=lines[-1].value.central if lines[-1].value is not None else None)


_BARELY = frozenset({"only", "just", "some", "about", "currently", "at", "least", "now", "already"})
_ADVERBS = frozenset({"currently", "now", "already", "today", "still", "countries", "allies", "members", "nations"})


def _as_the_one_in_front(context: Context, lead: _Lead) -> bool:
    """`Nine allies fell short in 2024, against 21 in 2023 and 25 in 2014`: compared with a count of those below."""
    same = [d for d in context.earlier if d.measure == "allies_at_guideline"]
    if not same or not same[-1].below or not lead.front:
        return False
    compared = lead.front[-1] in _AGAINST or (lead.front[-1] == "and" and same[-1].rule == RULE)
    return compared and not context.parsed.cues.has("met", same[-1].focus[1], context.quantity.first)


_AGAINST = frozenset({"against", "from", "with", "versus", "than"})


def _begun_in_no_year(context: Context, draft: Draft, lead: _Lead) -> bool:
    """`23 of 32 allies to hit the target in 2024, up from 10`: what it rose from is not of the year it rose to."""
    same = [d for d in context.earlier if d.measure == "allies_at_guideline"]
    return lead.front[-2:] in (["up", "from"], ["down", "from"]) and bool(same) and same[-1].period == draft.period


def risen_from(context: Context, noun: Noun) -> Draft | None:
    """`… – up from nine countries when he took office`: what the count in front came up from, whenever that was."""
    same = [d for d in context.earlier if d.measure == "allies_at_guideline"]
    if not same or not _small_count(context) or context.before(2) not in (["up", "from"], ["down", "from"]):
        return None
    near = _year_behind(
        replace(context, quantity=replaced(context.quantity, core=(context.quantity.core[0], noun.last)))
    )
    draft = replaced(
        guideline_count(context, noun, same[-1].below),
        threshold=same[-1].threshold,
        comparison=True,
        last=max(noun.last, near.last if near else 0),
        rule=RULE,
    )
    if near is not None:
        return replaced(draft, period=near.value, period_from=near.source)
    return replaced(draft, period="", period_from="", likely=True)


def _small_count(context: Context) -> bool:
    """A whole number that the allies may be counted by, without a unit."""
    q = context.quantity
    value = q.number.value
    whole = q.number.kind == "cardinal" and value <= MOST_ALLIES and value == int(value)
    if not _TIME.isdisjoint(context.after(1)):
        return False  # "just three months later"
    return whole and not q.unit and q.rule in ("plain", "about")


_TIME = word_list("time_units")


def _lead(context: Context) -> _Lead | None:
    """The words that make a bare number a count, or None."""
    q, block = context.quantity, context.parsed.sentence.block
    said = context.cue_sentence("target") and context.cue_sentence("met")
    fresh = context.topic.counted_at >= block - (3 if said else 1)
    percent = percent_behind(context)
    above = percent and verb_of(context, "met") and context.cue_sentence("met")
    whole = any(d.measure == "members" for d in context.earlier)
    if not fresh and not (above and (whole or context.share_topic(1))):
        return None
    front = context.before(3) + [t.low for t in context.parsed.tokens[q.first : q.core[0]]]
    going_on = front[-1:] == ["and"] and bool(context.earlier) and context.earlier[-1].comparison
    led = bool(front) and (front[-1] in _LEADS or going_on)
    behind = context.after(1)
    dated = any(0 <= p.first - q.core[1] <= 1 and p.role in ("in", "now") for p in context.parsed.periods)
    ends = not behind or behind[0] in (".", ",", ";", "when", "announced", "reported", "expected", "counted")
    ends = ends or context.after(2) == ["according", "to"]
    return _Lead(front, fresh, above) if led and (dated or ends or above) else None


def _year_behind(context: Context) -> PeriodMention | None:
    end = context.quantity.core[1]
    near = next((p for p in context.parsed.periods if 0 <= p.first - end <= 1 and p.role == "in"), None)
    return None if near is not None and _of_the_next_count(context, near) else near


def _of_the_next_count(context: Context, near: PeriodMention) -> bool:
    """`in 2017 it was four, in 2021 six`: behind a comma, and right in front of the next number."""
    apart = context.parsed.lows[context.quantity.core[1]] == ","
    return apart and any(o.first == near.last for o in context.parsed.quantities)


def _dated(context: Context, draft: Draft, near: PeriodMention | None) -> Draft:
    """The count with its year: behind it, in front of it (`last year it was 22`), or that of the count before."""
    if near is not None:
        told = told_year(context) if near.back else None
        year = near.value if told is None else str(told - near.back)  # "nine in 2020, but six the following year"
        return replaced(draft, period=year, period_from=near.source)
    low, first, end = context.bounds[0], context.quantity.first, context.quantity.core[1]
    if (due := _due_behind(context)) is not None:
        return replaced(draft, period=due.value, period_from="explicit", kind=Kind.PROMISE)
    counted = max((d.focus[1] for d in context.earlier if d.measure in COUNTS), default=len(context.parsed.lows))
    beside = (p for p in context.parsed.periods if p.role == "now")
    if any(0 <= p.first - end <= 1 or counted <= p.first < first for p in beside):
        # "from three in 2014 to 11 today", "five met it in 2017, and that has now increased to nine"
        return replaced(draft, period=str(context.calendar.newest_year or ""), period_from="now", likely=True)
    front = [p for p in context.parsed.periods if low <= p.first and p.last <= first and p.role == "in"]
    if front and len(front[-1].value) == 4 and context.before(1) not in (["from"], ["than"]):
        return replaced(draft, period=front[-1].value, period_from=front[-1].source)
    own = _own_year(context, front)
    if own is not None:
        return replaced(draft, period=own[0], period_from=own[1], likely=True)
    same = [d for d in context.earlier if d.measure == "allies_at_guideline"]
    if not same or (same[-1].comparison and not same[-1].period):
        return draft  # "has gone from nine to 23": the second count is of now
    return replaced(draft, period=same[-1].period, period_from=same[-1].period_from)


def _due_behind(context: Context) -> PeriodMention | None:
    """`nine meet the target, with 18 expected to do so by 2024`: the year to come behind the second count."""
    end, on, lows = context.quantity.core[1], context.calendar.on, context.parsed.lows
    for p in context.parsed.periods:
        if p.role != "by" or not 0 < p.first - end <= _DUE_REACH or not p.value.isdecimal() or len(p.value) != 4:
            continue
        if on is not None and int(p.value) > on.year and "," not in lows[end : p.first]:
            return p
    return None


_DUE_REACH = 6
"""Tokens between a count and its year to come: `18 expected to do so by 2024`."""


def _own_year(context: Context, front: list[PeriodMention]) -> tuple[str, str] | None:
    """`from three in 2014 to 11 today`, `by 2016 this had increased to 11`: a year or a `now` beside the second count
    that the roles of years leave out."""
    q, on = context.quantity, context.calendar.on
    counts = [d.focus[1] for d in context.earlier if d.measure in COUNTS]
    if not counts or context.before(1) in (["from"], ["than"]):
        return None
    near = [p for p in context.parsed.periods if 0 <= p.first - q.core[1] <= 1 or counts[-1] <= p.first < q.first]
    near = [p for p in near if p not in front and not (p.first < q.first and p.first - counts[-1] <= 1)]
    if not near:
        return None
    if near[-1].role == "now":
        return str(context.calendar.newest_year or ""), "now"
    past = near[-1].value.isdecimal() and len(near[-1].value) == 4 and on is not None and int(near[-1].value) <= on.year
    return (near[-1].value, "explicit") if past and near[-1].role == "by" else None


_FORETOLD = word_list("earlier_forecasts")
_FORETELLING = word_list("foretold_behind")


def foretold(context: Context) -> Draft | None:
    """`22 allies met it, compared to a previous forecast of 23`, `one fewer than the 23 NATO had predicted`: what had
    been estimated of the same count."""
    same = [d for d in context.earlier if d.measure == "allies_at_guideline"]
    context = _unhedged(context)
    if not same or not _small_count(context):
        return None
    front, behind = context.before(4), context.after(6)
    of = front[-1:] == ["of"] and bool(_FORETOLD & {*front})
    compared = front[-1:] in (["than"], ["not"]) or (front[-1:] == ["the"] and front[-2:-1] in (["than"], ["of"]))
    if not of and not (compared and bool(_FORETELLING & {*behind})):
        return None
    q, told = context.quantity, same[-1]
    draft = guideline_count(context, Noun(q.core[1], told.subject[0], False), told.below)
    return replaced(
        draft,
        last=q.core[1],
        period=told.period,
        period_from=told.period_from,
        threshold=told.threshold,
        modality=Modality.FORECAST,
        holes=draft.holes | {"release"},
        comparison=True,
        likely=True,
        rule=RULE,
    )


def _unhedged(context: Context) -> Context:
    """`one fewer than the 23`: the hedge belongs to the comparison, not to the number."""
    q = context.quantity
    hedge = context.parsed.lows[q.first : q.core[0]]
    if q.rule not in ("below", "above") or hedge[-1:] != ["the"]:
        return context
    plain = replaced(q, first=q.core[0], rule="plain", comparator="=", value=interval(q.number, "plain"))
    return replace(context, quantity=plain)


def met_by_number(context: Context) -> Draft | None:
    """`The target, which three allies reached in 2014, was met by 23 in 2024`: a bare number behind `by`."""
    behind = context.after(1)
    dated = any(p.first == context.quantity.core[1] for p in context.parsed.periods)
    if not _small_count(context) or not (dated or not behind or behind[0] in (".", ",", ";", ")", "(", "out", "of")):
        return None
    group = counted_group(context) if context.topic.measure in COUNTS else "NATO"
    draft = guideline_count(context, Noun(context.quantity.core[1], group, False), False)
    return replaced(draft, likely=True)
