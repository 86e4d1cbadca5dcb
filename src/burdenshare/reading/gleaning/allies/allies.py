"""Counts and fractions of allies by the words around them, with a number and without."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Calendar, Context
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.gleaning.allies.counted import Head, head_of, tally_near
from burdenshare.reading.gleaning.allies.echoes import echoes_gleaned
from burdenshare.reading.gleaning.allies.lines import fronted_line, words
from burdenshare.reading.gleaning.allies.lists import lists_gleaned
from burdenshare.reading.gleaning.allies.series import series_draft
from burdenshare.reading.gleaning.allies.sizes import size_draft
from burdenshare.reading.gleaning.allies.standing import COUNTS, foreseen_to, standing_draft
from burdenshare.reading.gleaning.allies.verdicts import Verdict, exception_at, verdict_after
from burdenshare.reading.gleaning.allies.wholes import most_of_those, polled, pseudo_quantity, wholes_gleaned
from burdenshare.reading.hesitations import hesitant
from burdenshare.reading.parse import Parsed
from burdenshare.reading.quantities import Quantity

MOST_ALLIES = 32
_EMPHASIS = frozenset({"only", "just", "single", "lone", "sole"})
_WHOLE = frozenset({"the", "all", "its", "their", "our", "these", "those", "other"})
_REST = frozenset({"other", "remaining"})
_NONE = frozenset({"not", "no", "every", "each", "any"})


def allies_gleaned(context: Context) -> Draft | None:
    """A number or fraction of allies that the strict rules left."""
    if not _countable(context) or not _evidence(context):
        return None
    if context.question() or polled(context) or context.cue_near("people_other", 4):
        return None
    return size_draft(context) or _counted(context) or series_draft(context)


def members_gleaned(parsed: Parsed, calendar: Calendar, topic: Topic, drafts: list[Draft]) -> list[Draft]:
    """What is said of allies without a figure: `most`, `none`, `all`, and lists that met or missed the line."""
    told = parsed.cues.hits.get("target") or parsed.quantities or topic.counted_at >= parsed.sentence.block - 1
    if not (told or most_of_those(parsed, topic)):
        return []
    if parsed.tokens[-1].text == "?":
        return []
    told_of = (hesitant(parsed, one) for one in wholes_gleaned(parsed, calendar, topic, drafts))
    wholes = [one for one in told_of if isinstance(one, Draft)]
    lists = lists_gleaned(parsed, calendar, topic, [*drafts, *wholes])
    echoes = echoes_gleaned(parsed, calendar, topic, drafts) if not lists else []
    return [*wholes, *lists, *echoes]


def confirmed(context: Context, draft: Draft) -> Draft:
    """A count the strict rules read by cues far apart is only likely where no verdict follows the counted directly
    (`nine allies sent troops to Latvia, where spending exceeds 3 percent`), or where its time is told by an event."""
    if draft.measure in COUNTS and _besides_some(context):
        return replace(draft, likely=True)
    if draft.rule != "allies at the guideline" or draft.likely:
        return draft
    if _apart_from_some(context):
        return replace(draft, likely=True)
    parsed, q = context.parsed, context.quantity
    if q.number.kind == "fraction" and q.first <= 4 and parsed.tokens[0].low in ("that", "this"):
        return draft  # "That is a third of the membership" points back at a count
    dated = any(context.bounds[0] <= p.first < context.bounds[1] for p in parsed.periods)
    timed = dated or parsed.tokens[0].low not in ("when", "before", "until", "after")
    met = parsed.cues.hits.get("met", ()) + parsed.cues.hits.get("missed", ())
    by = (context.before(1) == ["by"] and any(0 < q.first - end <= 3 for _, end in met)) or "but" in context.before(2)
    head = head_of(context) if timed and not by else None
    verdict = verdict_after(parsed, head.last, carried=True) if head is not None else None
    if verdict is not None and verdict.missed is not draft.below and not _apart(context):
        return replace(draft, below=verdict.missed, likely=True)  # "23 of them did last year, and nine did not"
    if timed and head is not None and not context.earlier and _verdict_near(context, head.last):
        return draft
    if timed and (by or verdict is not None):
        sure = context.before(1) != ["in"] and (head is None or _of_allies(context, head))
        return draft if sure else replace(draft, likely=True)
    return replace(draft, likely=True)


def _besides_some(context: Context) -> bool:
    """`five member countries other than the US`: those named are not counted, and the record counts them."""
    parsed, end = context.parsed, context.quantity.core[1]
    return any(exception_at(parsed, i) for i in range(end, min(len(parsed.tokens), end + 8)))


def _apart_from_some(context: Context) -> bool:
    """`Apart from the United States, four allies meet it`, `two major members`: a part the record does not count."""
    parsed, end = context.parsed, context.quantity.core[1]
    behind = any(exception_at(parsed, i) for i in range(end, min(len(parsed.tokens), end + 6)))
    front = exception_at(parsed, 0)
    return behind or (front > 0 and parsed.lows[front : front + 1] == [","]) or "major" in parsed.lows[end : end + 3]


_NEAR = 3
"""Words between the counted and `met`, `spent` that still make it their verb."""


def _verdict_near(context: Context, at: int) -> bool:
    """`23 of the 32 countries met the organisation's commitment`: meeting or missing is their verb."""
    if context.before(1) in (["in"], ["of"]):
        return False  # "Unemployment in five member states is above 5 percent"
    hits = context.parsed.cues.hits
    spans = hits.get("met", ()) + hits.get("missed", ())
    first, last = min((span for span in spans if at <= span[0] <= at + _NEAR), default=(-1, -1))
    tokens = context.parsed.tokens
    meeting = last < len(tokens) and tokens[last].low in ("in", "at", "with", "on")  # "three allies met in Brussels"
    return first >= 0 and not meeting and all(token.low in words("gap") for token in tokens[at:first])


def _apart(context: Context) -> bool:
    """`all but two`: the count is of the others."""
    return "but" in context.before(3)


def _countable(context: Context) -> bool:
    """A small whole number or a fraction that no name, date or unit holds."""
    q = context.quantity
    value = q.number.value
    if q.unit or q.rule == "range" or q.number.kind not in ("cardinal", "dozen", "fraction"):
        return False
    if q.number.kind != "fraction" and not (value == int(value) and 0 < value <= MOST_ALLIES):
        return False
    if any(s.first <= q.core[0] < s.last for s in context.parsed.subjects):
        return False  # the four of "Visegrad Four"
    if any(d.measure in COUNTS and d.focus[0] < q.first and q.core[1] <= d.focus[1] for d in context.earlier):
        return False  # the three of "one ally in three"
    if context.after(2)[:1] == ["-"] and {"nation", "member", "country", "state", "strong"} & set(context.after(2)):
        return False  # "the 32-nation alliance agreed"
    if {"like", "unlike", "alongside"} & set(context.before(4)) and "other" in context.before(3):
        return False  # "Belgium, like the other 31 members, is expected to spend 2 %": the rest beside the one
    front = context.before(2)
    ordinary = front[-1:] and (front[-1] in words("beside") or front[-1] in _NONE or front[-1] in ("$", "€", "£", "-"))
    return not ordinary and not any(p.first <= q.core[0] < p.last for p in context.parsed.periods)


def _evidence(context: Context) -> bool:
    """Something in the sentence or just before it speaks of the line or of the alliance."""
    parsed, hits = context.parsed, context.parsed.cues.hits
    lines = any(q.unit == "%" or q.number.step < 1 for q in parsed.quantities)
    named = not words("lines").isdisjoint(parsed.words)
    return bool(lines or named or hits.get("target") or hits.get("member_nouns") or parsed.subjects) or _carried(
        context
    )


def _carried(context: Context) -> bool:
    """Whether a count was told in this sentence or the one before, or a claim to count is denied in front."""
    fresh = context.topic.counted_at >= context.parsed.sentence.block - 1
    return fresh or any(d.measure in COUNTS for d in context.earlier) or _line_in_front(context)


def _line_told(context: Context) -> bool:
    """Whether the guideline was told in this sentence in front of the number, or in the one before."""
    topic = context.topic
    fresh = topic.measure == "guideline" and topic.block >= context.parsed.sentence.block - 1
    cues, first = context.parsed.cues, context.quantity.first
    here = cues.has("member_nouns", 0, first) and "target" in cues.hits
    return fresh or here or context.share_topic(2) or any(d.measure == "guideline" for d in context.earlier)


def _line_in_front(context: Context) -> bool:
    """`It is wrong that only two of NATO's members meet the target: five do.`"""
    cues, first = context.parsed.cues, context.quantity.first
    return cues.has("met", 0, first) and cues.has("target", 0, first) and cues.has("member_nouns", 0, first)


def _counted(context: Context) -> Draft | None:
    q = context.quantity
    head = head_of(context)
    if head is None:
        return None
    share = _one_in(context, head)
    if share is not None:
        return _counted_as(replace(context, quantity=share), Head(share.core[1], head.group, True))
    if q.number.value == 1 and not (
        _EMPHASIS & {t.low for t in context.parsed.tokens[max(0, q.first - 1) : q.core[0]]}
    ):
        return None
    return _counted_as(context, head)


def _counted_as(context: Context, head: Head) -> Draft | None:
    if _a_whole(context, head) or not (head.noun or _owned(context, head)):
        return None
    fronted = fronted_line(context.parsed, context.quantity.first)
    foreseen = foreseen_to(context, head.last)
    carried, told = _carried(context), _line_told(context)
    verdict = verdict_after(context.parsed, head.last + foreseen, carried=carried, told=told, line=fronted)
    if verdict is None or not _said(context, head, verdict):
        return None
    placed = context.before(1) == ["in"]  # "unemployment in five member states is above 5 percent"
    if placed and not (context.cue("defence") or context.cue("spending")):
        return None
    likely = (
        placed
        or not head.noun
        or not _of_allies(context, head)
        or head.vague
        or verdict.needs != "object"
        or verdict.aside
        or _apart_from_some(context)
    )
    return standing_draft(context, head, verdict, likely=likely, foreseen=foreseen)


def _of_allies(context: Context, head: Head) -> bool:
    """Whether those counted are allies by their own words, or by what the sentence and the text speak of."""
    said = {t.low for t in context.parsed.tokens[max(0, context.quantity.first - 2) : head.last]}
    if head.group or said & {"allies", "ally", "nato", "alliance", "nato's", "alliance's"}:
        return True
    spoken = any(context.cue_sentence(name) for name in ("defence", "gdp"))
    return spoken or context.allied() or context.share_topic(3) or context.defence_topic(3)


def _one_in(context: Context, head: Head) -> Quantity | None:
    """`one ally in three`, `one member out of four` as a fraction."""
    parsed, q = context.parsed, context.quantity
    gap = next(
        (len(w) for w in (["in"], ["out", "of"]) if [t.low for t in parsed.tokens[head.last :]][: len(w)] == w), 0
    )
    whole = next((o for o in parsed.quantities if gap and o.core[0] == head.last + gap and not o.unit), None)
    if whole is None or whole.number.kind != "cardinal" or not 3 <= whole.number.value <= 10:
        return None
    return pseudo_quantity(q.first, whole.core[1], q.number.value / whole.number.value, "fraction", q.rule)


def _a_whole(context: Context, head: Head) -> bool:
    """The second number of `23 of the 32`, `the 32 members`: no part of the allies."""
    front = context.before(3)
    after = context.parsed.tokens[head.last].low if head.last < len(context.parsed.tokens) else ""
    if front[-1:] == ["of"] and front[-2:-1] in (["list"], ["club"], ["handful"]):
        return False  # "has joined a list of nine members that respect it"
    if front[-1:] == ["of"] or (front[-2:-1] == ["of"] and front[-1] in _WHOLE | {"nato", "alliance"}):
        return "one" not in front
    if front[-1:] == ["other"] and "of" in front:
        return True  # "most of the other 27 allies"
    rest = bool(_REST & {t.low for t in context.parsed.tokens[max(0, context.quantity.first - 1) : head.last]})
    definite = front[-1:] and front[-1] in _WHOLE
    return bool(definite) and not rest and after not in ("that", "who") and not _group_of_all(context, head)


def _group_of_all(context: Context, head: Head) -> bool:
    """`In the Baltic trio all three pass 3 %`: the whole of a named group."""
    return context.before(1) == ["all"] and head.group not in ("", "NATO")


def _owned(context: Context, head: Head) -> bool:
    """A number without a noun: something else says that allies are counted."""
    parsed, first = context.parsed, context.quantity.first
    named = parsed.cues.has("member_nouns", 0, first) or any(
        s.entity == "NATO" and s.last <= first for s in parsed.subjects
    )
    after = parsed.tokens[head.last].low if head.last < len(parsed.tokens) else ""
    if context.before(1) == ["the"] and after in ("that", "who"):
        return True  # "the seven that pay their way"
    if named and parsed.tokens[0].low in ("of", "among", "amongst"):
        return True  # "Of the 28 members only four, …, meet it"
    before = parsed.tokens[first - 1] if first else None
    opening = first <= 1 or before is None or before.text in (",", ";", ":", "—", '"', ".") or before.low in _OPENING
    told = named or first <= 1 or _line_told(context)
    return bool(head.group) or _carried(context) or (opening and told) or tally_near(parsed, first)


_OPENING = frozenset(
    {"although", "though", "while", "but", "and", "however", "whereas", "yet", "only", "just", "another"}
)


def _said(context: Context, head: Head, verdict: Verdict) -> bool:
    """An idiom alone needs allies by name; a number without a noun needs the line or what it continues."""
    if verdict.needs == "nothing" and verdict.line is None:
        relative = context.parsed.tokens[verdict.first - 1].low in ("that", "who")
        return head.noun or relative or _carried(context) or context.share_topic(3)
    if head.noun or verdict.needs in ("count", "line"):
        return True
    return verdict.line is not None
