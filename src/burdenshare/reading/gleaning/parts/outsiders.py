"""Shares of GDP that are no ally's defence: what Russia or China spends on its military, and help to Ukraine."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.gleaning.growth.marks import Mark, marks, of_kinds
from burdenshare.reading.gleaning.growth.owners import is_outside, outsider
from burdenshare.reading.gleaning.parts.statement import part_statement
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.other_wholes import aid_set_apart
from burdenshare.reading.percents import of_gdp
from burdenshare.reading.receivers import givers_behind

MAX_AID, MAX_MILITARY = 5.0, 60.0


def outsider_part(context: Context, found: list[Mark]) -> Draft | None:
    """`Russia spends 7.1 percent of GDP on its military`, `Russia spends 9 %` behind a share of GDP."""
    q = context.quantity
    owner = outsider(context) or _named_with_it(context)
    if owner is None or _given_to(context, owner) or q.value.central > MAX_MILITARY or _other_topic(context, found):
        return None
    size = of_gdp(context) or bool(of_kinds(found, "gdp_said"))
    military = any(m.kind == "military" for m in found) or context.cue_sentence("defence")
    spends = context.cue("spending") or any(m.kind == "spend" for m in found)
    goes_on = not size and spends and context.share_topic(1) and "%" in context.parsed.text(q.first, q.core[1])
    if not (size and military) and not goes_on:
        return None
    where = Found((owner.entity,), owner.first, owner.last)
    draft = part_statement(
        context, "military_expenditure", "another country's military", where, likely=goes_on or not spends
    )
    return replace(draft, note="% of GDP")


def _given_to(context: Context, owner: SubjectMention) -> bool:
    """`Norway gave Ukraine 0.5 % of GDP`: the ally in front gives, and Ukraine owns no share."""
    allies = context.calendar.allies
    return owner.entity == "UKR" and any(s.entity in allies and s.last <= owner.first for s in context.parsed.subjects)


def _named_with_it(context: Context) -> SubjectMention | None:
    """`at 5.9 per cent of GDP in Russia`, `5 % of Russia's GDP`; `equal to 7.1 % of its GDP` behind Russia's sum."""
    q = context.quantity
    for s in context.parsed.subjects:
        if q.core[1] <= s.first <= q.core[1] + 4 and is_outside(s, context.calendar.allies):
            return s
    front = [s for s in context.parsed.subjects if s.last <= q.first and s.kind != "pronoun"]
    front = [s for s in front if s.entity not in ("PRONOUN", "AMBIGUOUS")]
    only = bool(front) and all(is_outside(s, context.calendar.allies) for s in front)
    return front[0] if only and len({s.entity for s in front}) == 1 and of_gdp(context) else None


def _other_topic(context: Context, found: list[Mark]) -> bool:
    """`NATO's aid to Ukraine`, the economy's growth, a rise: none of them is the share a military takes."""
    end = context.quantity.core[1]
    rising = [m for m in of_kinds(found, "rise_noun", "fall_noun", "more", "less") if 0 <= m.first - end <= 1]
    balance = [m for m in found if m.kind in ("debt", "deficit", "surplus")]
    state = [m for m in of_kinds(found, "world") if 0 <= m.first - end <= 6 and m.kind == "world"]
    whole = "economy" not in context.parsed.text(end, end + 6) and bool(state)
    return bool(rising or balance or whole) or context.before(1) == ["by"] or context.cue("aid")


def donor_part(context: Context, found: list[Mark]) -> Draft | None:
    """`Estonia has given 2.2 per cent of a year's output to Kyiv, Lithuania 1.7`, `Denmark with 2.9 %` of donors."""
    q = context.quantity
    if q.value.central > MAX_AID or any(m.kind == "help_not" for m in found) or _development(context):
        return None
    told = (bool(context.earlier) and context.earlier[-1].measure == "aid") or _told_before(context)
    size = of_gdp(context) or bool(of_kinds(marks(context.parsed, 0, len(context.parsed.tokens)), "gdp_said"))
    helped = _helped(context, found)
    if not (size or _told_before(context)) or not (helped or told):
        return None
    if aid_set_apart(context) or (context.cue_near("defence", 5) and not context.cue_near("aid", 5)):
        return None
    owner = _donor(context)
    if owner is None:
        return None
    sure = helped and not owner.carried and any(s.entity == "UKR" for s in context.parsed.subjects)
    draft = part_statement(context, "aid", "aid share, second look", owner, likely=not sure)
    return replace(draft, note="% of GDP")


def _told_before(context: Context) -> bool:
    """`Denmark has given 2.75% of its GDP. Estonia follows at 2.63%`: the sentence in front told shares given away."""
    fresh = context.topic.measure == "aid" and context.parsed.sentence.block - context.topic.block <= 1
    before = context.previous
    shares = before is not None and any(q.unit == "%" for q in before.quantities)
    given = any(mark.kind == "help" for mark in marks(context.parsed, *context.bounds)) or bool(context.earlier)
    return fresh and shares and context.aid_topic() and (given or not context.cue("spending"))


def _development(context: Context) -> bool:
    """`Development aid fell to 0.3 %; Germany spent 0.67 %`: help to poor countries, said anywhere near."""
    return context.cue_carried("foreign_aid") or "development" in {t.low for t in context.parsed.tokens}


def _helped(context: Context, found: list[Mark]) -> bool:
    if _broader(context):
        return False
    if any(m.kind == "help" for m in found):
        return True
    if context.aid_topic() and not _GIVES.isdisjoint(context.before(4)):
        return True  # "with Estonia giving more than 2 % of its pre-war GDP", in a text on help
    opener = marks(context.parsed, 0, context.quantity.first)
    return any(m.kind == "help" for m in opener) and not context.cue("defence")


_GIVES = frozenset({"give", "gives", "gave", "given", "giving", "donating", "donates", "donated"})


def _broader(context: Context) -> bool:
    """`3.5 % for defence, including help to Ukraine, and another 1.5 % for broader security needs`: what the figure is
    for stands right behind it."""
    behind = set(context.after(9))
    return "help" not in behind and "ukraine" not in behind and bool(behind & _SECURITY)


_SECURITY = frozenset({"security", "resilience", "infrastructure", "broader", "wider"})
_LISTED = (",", "and", "or", ", and", ", or", "the", "and the", ", the", ", and the")


def _donor(context: Context) -> Found | None:
    """The ally in front of the figure; of a list the pair right in front of it."""
    pair = context.pair()
    if pair is not None:
        return Found((pair.entity,), pair.first, pair.last)
    behind = givers_behind(context)
    if behind is not None:
        return behind
    first = context.quantity.first
    stop = max([d.focus[1] for d in context.earlier if d.focus[1] <= first], default=0)
    own = [
        s
        for s in context.parsed.subjects
        if stop <= s.first and s.last <= first and s.entity in context.calendar.bearers and s.kind != "pronoun"
    ]
    if not own:
        told = [d for d in context.earlier if d.measure == "aid" and d.subject]
        return Found(told[-1].subject, first, first, carried=True) if told else context.subject()
    entities = [own[-1].entity]
    for left, right in zip(reversed(own[:-1]), reversed(own[1:]), strict=True):
        if " ".join(t.low for t in context.parsed.tokens[left.last : right.first]) not in _LISTED:
            break
        entities.insert(0, left.entity)
    return Found(tuple(entities), own[-1].first, own[-1].last, own[-1].open)
