"""Wholes and parts of the allies without a number: `most allies meet it`, `no ally spends 5 %`, `all except Spain`."""

from __future__ import annotations

from functools import cache

from burdenshare.reading.context import Calendar, Context
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.gleaning.allies.counted import Head, head_of
from burdenshare.reading.gleaning.allies.lines import fronted_line, phrases, words
from burdenshare.reading.gleaning.allies.standing import COUNTS, foreseen_to, standing_draft
from burdenshare.reading.gleaning.allies.verdicts import Verdict, verdict_after
from burdenshare.reading.model import exactly
from burdenshare.reading.numbers import Number
from burdenshare.reading.parse import Parsed
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.tables import load_table, word_list
from burdenshare.reading.tries import Trie
from burdenshare.reading.widths import COMPARATORS, interval

Whole = tuple[float, str, str]
"""(value, `fraction` or `count`, hedge rule) of one quantifier."""


@cache
def _wholes() -> Trie[Whole]:
    rows = load_table("glean_allies")["whole"]
    return Trie((phrase, (row["value"], row["kind"], row["rule"])) for row in rows for phrase in row["words"])


def pseudo_quantity(first: int, last: int, value: float, kind: str, rule: str) -> Quantity:
    """A quantity for words that hold no number of their own."""
    fraction = kind == "fraction"
    number = Number(first, last, value, value or 1.0, "fraction" if fraction else "cardinal", False)
    if value in (0.0, 1.0) and rule == "plain":
        width = exactly(value)
    else:
        width = interval(number, rule, count=not fraction)
    return Quantity(first, last, (first, last), width, "", COMPARATORS[rule], rule, number)


def wholes_gleaned(parsed: Parsed, calendar: Calendar, topic: Topic, drafts: list[Draft]) -> list[Draft]:
    """The statements of `most`, `all`, `none` and the like in one sentence, where no draft covers their words."""
    found: list[Draft] = []
    taken = 0
    for i in _wholes().begins(parsed.lows):
        hit = _wholes().longest(parsed.tokens, i) if i >= taken else None
        if hit is None:
            continue
        quantity = pseudo_quantity(i, hit[0], *hit[1][0])
        context = Context(parsed, quantity, None, topic, calendar, (*drafts, *found))
        draft = _whole_draft(context)
        if draft is not None and not _covered(draft, drafts):
            found.append(draft)
            taken = draft.last
    return found


def _covered(draft: Draft, drafts: list[Draft]) -> bool:
    """The strict rules read it already: a count whose words meet these."""
    return any(
        d.measure in COUNTS and d.first < draft.last and draft.first < d.last and not (d.first > draft.first + 2)
        for d in drafts
    )


def _whole_draft(context: Context) -> Draft | None:
    parsed, q = context.parsed, context.quantity
    names = [(s.first, s.last) for s in parsed.subjects]
    numbered = any(
        not o.unit and q.core[1] <= o.core[0] <= q.core[1] + 1 and not any(a < o.core[0] < b for a, b in names)
        for o in parsed.quantities
    )
    numbered = numbered and not (q.number.value == 0 and parsed.tokens[q.core[1] - 1].low == "of")
    if context.before(1)[-1:] and context.before(1)[-1] in words("outdoing_all"):
        return None  # "Poland leads all allies at 4.12 percent": all are left behind
    if context.before(1)[-1:] and context.before(1)[-1] in words("hardly"):
        return None  # "almost all", "not all"
    if numbered or context.before(1)[-1:] in (["for"], ["of"], ["at"]) or polled(context):
        return None  # "all 32 allies" has its number; "for every ally to meet it" is a wish
    head = head_of(context)
    if head is None or not _named(context, head):
        return None
    if q.number.value == 1 and parsed.lows[head.last : head.last + 1] in (["who"], ["that"], ["which"]):
        return None  # "all those allies who have not reached it": all of some
    excepted = _excepted(context, head.last)
    fronted = fronted_line(parsed, q.first)
    foreseen = excepted is None and foreseen_to(context, head.last)
    start = excepted[1] if excepted else head.last + foreseen
    verdict = verdict_after(parsed, start, carried=_carried(context), line=fronted)
    if verdict is None or (verdict.line is None and verdict.needs != "nothing" and not _carried(context)):
        return None
    if _asked_of_each(context, verdict):
        return None
    if excepted is not None:
        return _exception(context, head, verdict, excepted[0])
    none = q.number.value == 0
    if foreseen and _told_of_all(context, verdict):
        return None  # "expects every ally to reach 2 percent": the share has been read
    likely = verdict.needs != "object" or verdict.aside or not head.noun
    draft = standing_draft(context, head, verdict, likely=likely, foreseen=foreseen)
    return None if draft is None or (none and verdict.negated) else draft  # "no ally does not …" is too twisted


def _asked_of_each(context: Context, verdict: Verdict) -> bool:
    """`recommends that each member spend 2 percent`: one that "spend", without an s and without an auxiliary, is asked
    to; of several the verb in front tells it (`requires that all members spend`)."""
    lows, first = context.parsed.lows, context.quantity.first
    if lows[verdict.first] not in _BARE or lows[verdict.first - 1] in _AUXILIARIES:
        return False
    asked = not word_list("subjunctive_verbs").isdisjoint(lows[max(0, first - 3) : first])
    return lows[first] in ("each", "every") or (asked and lows[first - 1] == "that")


_BARE = frozenset({"allocate", "commit", "dedicate", "devote", "exceed", "invest", "meet", "pay", "reach", "spend"})
_AUXILIARIES = frozenset(
    {"do", "does", "did", "will", "would", "can", "could", "may", "might", "must", "should", "shall"}
)


def _told_of_all(context: Context, verdict: Verdict) -> bool:
    """Whether the share that all are to reach stands among the statements already."""
    shares = [d for d in context.earlier if d.measure in ("guideline", "share_of_gdp")]
    return any(verdict.first <= d.focus[0] <= verdict.last + 4 for d in shares)


def polled(context: Context) -> bool:
    """Whether the clause speaks of a poll; `a majority of` alone does not."""
    low, high = context.bounds
    spans = context.parsed.cues.spans("poll", low, high)
    return any(end <= context.quantity.first or start >= context.quantity.core[1] for start, end in spans)


def most_of_those(parsed: Parsed, topic: Topic) -> bool:
    """`Each of the 30 members should spend 2 %. Most, including Germany, do not.`: most of those just asked."""
    if parsed.lows[0] != "most" or topic.measure != "guideline" or topic.subject != ("NATO",):
        return False
    return topic.block >= parsed.sentence.block - 1 and parsed.lows[1] in (",", "do", "still", "don't", "have", "did")


def _carried(context: Context) -> bool:
    if context.quantity.core[0] == 0 and most_of_those(context.parsed, context.topic):
        return True
    return context.topic.counted_at >= context.parsed.sentence.block - 1 or any(
        d.measure in COUNTS for d in context.earlier
    )


def _named(context: Context, head: Head) -> bool:
    """`most allies`, `nobody in the alliance`, `none of them`: the words name allies; a bare `none` needs a count."""
    opener = context.parsed.tokens[context.quantity.core[0]].low
    if head.noun or (head.group and opener in ("nobody", "no", "not", "none", "no-one", "all", "every")):
        return True
    if context.quantity.core[0] == 0 and most_of_those(context.parsed, context.topic):
        return True
    return opener in ("none", "trio", "a") and head.last == context.quantity.core[1] and _carried(context)


def _excepted(context: Context, at: int) -> tuple[int, int] | None:
    """(how many, where the words end) of `apart from Luxembourg and Czechia` behind `every one of the allies`."""
    parsed = context.parsed
    at += parsed.tokens[at].text == "," if at < len(parsed.tokens) else 0
    hit = phrases("exceptions").longest(parsed.tokens, at)
    if hit is None or context.quantity.number.value != 1:
        return None
    last, named = hit[0], 0
    while True:
        near = (s for s in parsed.subjects if last <= s.first <= last + 2)
        ally = next((s for s in near if s.entity in context.calendar.allies), None)
        gap = [t.low for t in parsed.tokens[last : ally.first]] if ally else ["end"]
        if ally is None or (named and not set(gap) & {",", "and"}):
            break
        named, last = named + 1, ally.last
    return (named, last) if named else None


def _exception(context: Context, head: Head, verdict: Verdict, named: int) -> Draft | None:
    """`All except Spain meet it`: as many as are named do not."""
    last = verdict.first
    quantity = pseudo_quantity(context.quantity.first, last, float(named), "count", "plain")
    turned = Verdict(verdict.first, verdict.last, not verdict.missed, verdict.line, verdict.needs, verdict.aside)
    inner = Context(context.parsed, quantity, None, context.topic, context.calendar, context.earlier)
    return standing_draft(inner, Head(last, head.group, True), turned, likely=True)
