"""Which year a count of allies is told of, where a year of the sentence belongs to something else."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import Context
from burdenshare.reading.model import Modality
from burdenshare.reading.period_choice import When, told_year
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.tables import word_list

_CONTRAST = word_list("contrasting_words")
_GONE_BY = word_list("past_verdicts")
_PERFECT = frozenset({"have", "has", "haven't", "hasn't", "'ve"})
_NOT_AT_THAT_TIME = frozenset({"since", "by", "until", "till", "from", "and", "what", "the", "were", "was", "of", "'s"})
_COMPARING = word_list("comparing_words")


def contrasted(context: Context, when: When, last: int) -> bool:
    """`The pledge was made in 2014, but most members still fall short`: a year in front of the contrast dates what
    stands there, and the count behind it, told in the present, is of now. `last`: where the verdict ends."""
    mention, q, on = when.mention, context.quantity, context.calendar.on
    if mention is None or on is None or mention.last > q.first or not when.value[:4].isdecimal():
        return False
    if int(when.value[:4]) >= on.year or not _CONTRAST & set(context.parsed.lows[mention.last : q.first]):
        return False
    behind = set(context.parsed.lows[q.core[1] : last])
    return bool(behind & _PERFECT) or not behind & _GONE_BY


def now(context: Context) -> When:
    """The newest year that the record of the day speaks of."""
    return When(str(context.calendar.newest_year or ""), "now")


def told_in_its_own_time(context: Context) -> bool:
    """`In March, Stoltenberg said that only seven members had met it`: a month or a day of the text's year opens the
    sentence, and the year that the text told before is another matter's."""
    on = context.calendar.on
    return on is not None and any(
        p.first <= 1
        and p.last <= context.quantity.first
        and (p.value.startswith("--") or (len(p.value) in (7, 10) and p.value[:4] == str(on.year)))
        for p in context.parsed.periods
    )


def told_of_now(context: Context, last: int) -> bool:
    """`23 of them don't meet the target that they agreed to in 2006`: the count's own verb is of now, whatever year the
    text told before. `last`: where the verdict ends."""
    between = set(context.parsed.lows[context.quantity.core[1] : last])
    return bool(between & _OF_NOW) and not between & (_GONE_BY | _PERFECT)


_OF_NOW = frozenset({"don't", "doesn't", "currently", "presently", "today", "now"})


def said_in_a_month(context: Context, when: When) -> bool:
    """`In March, Stoltenberg said that only seven members had met it`: of the figures that were the newest then."""
    front = [p for p in context.parsed.periods if p.first <= 1 and p.value.startswith("--")]
    said = any(
        front and front[0].last <= frame.source.first < context.quantity.first for frame in context.parsed.frames
    )
    return said and when.source == "now"


def at_that_time(context: Context) -> When | None:
    """`only three allies met the guideline then`: the year told before, or none; None where no such word stands."""
    lows = context.parsed.lows
    opened = " ".join(lows[:3]).startswith(_OPENING_THEN)
    first, last = 0 if opened else context.bounds[0], min(len(lows), context.quantity.core[1] + 14)
    then = any(
        (b == "then" and a not in _NOT_AT_THAT_TIME and not _of_another_size(context, first + i + 2))
        or (a in ("that", "the") and b == "time" and lows[first + i - 1 : first + i] == ["at"])
        for i, (a, b) in enumerate(pairwise(lows[first:last]))
    )
    if not then:
        return None
    year = told_year(context)
    if year is not None:
        return When(str(year), "carried")
    before = _only_year_before(context)
    return When(before, "relative" if before else "carried")


_OPENING_THEN = ("back then", "at that time", "at the time")


def _only_year_before(context: Context) -> str:
    """`In 2014 members set a target of 2 % by 2024. Back then, only three met it`: the one year gone by of the sentence
    before."""
    before, on = context.previous, context.calendar.on
    if before is None or on is None or before.sentence.block < context.parsed.sentence.block - 1:
        return ""
    told = {p.value for p in before.periods if p.role == "in" and p.source == "explicit" and len(p.value) == 4}
    gone = {year for year in told if year.isdecimal() and int(year) < on.year}
    return gone.pop() if len(gone) == 1 else ""


def year_of_the_next_count(context: Context, mention: PeriodMention) -> bool:
    """`Back then, only three allies spent 2 %, but in 2021 this number increased to eight`: the year behind the joint
    is the second count's."""
    lows, end = context.parsed.lows, context.quantity.core[1]
    return mention.first >= end and bool({"but", "while", "whereas", ";", "today"} & set(lows[end : mention.first]))


def year_behind_a_count(context: Context, mention: PeriodMention, last: int) -> bool:
    """`Nine countries meet the goal and half of them expect to reach it in 2024`: the year is that of the second count,
    which a joint behind the whole first one leads in. `last`: where the verdict of the first ends."""
    parsed = context.parsed
    if mention.first < last:
        return False
    joint = next((i for i in range(last, mention.first) if parsed.lows[i] in _JOINTS), None)
    if joint is None:
        return False
    return any(
        joint < q.core[0] < mention.first and q.unit == "" and q.core[0] - joint <= _COUNT_NEAR
        for q in parsed.quantities
    )


def year_of_those_counted(context: Context, mention: PeriodMention) -> bool:
    """`a record number of allies will this year reach the 2 % target`: when so many reach it, not when it is due."""
    if mention.role == "by":
        return False
    lows = context.parsed.lows[: context.quantity.first]
    spans = context.parsed.cues.spans("member_nouns", 0, context.quantity.first)
    return any(not _COUNTING.isdisjoint(lows[max(0, first - 3) : first]) for first, _ in spans)


_COUNTING = frozenset({"number", "more", "fewer", "most", "majority", "several", "many", "some"})
_JOINTS = frozenset({"and", "but", "while", "whereas", ";"})


def rest_told_at(context: Context) -> int:
    """Where `Two-thirds have achieved it, and all others will by the end of the year` goes on about those left; the end
    of the sentence without such words."""
    lows, first = context.parsed.lows, context.quantity.core[1]
    joints = (i for i in range(first, len(lows)) if lows[i] in _JOINTS)
    return next((i for i in joints if not _THE_REST.isdisjoint(lows[i : i + _COUNT_NEAR])), len(lows))


_THE_REST = frozenset({"others", "remainder", "remaining", "rest"})
_COUNT_NEAR = 4
"""Tokens between a joint and the count that it leads in: `and about half of them`."""


def _of_another_size(context: Context, at: int) -> bool:
    """`the then-31 members`, `then 28 allies`: the word says when the alliance had that size."""
    tokens = context.parsed.tokens[at : at + 1]
    return bool(tokens) and (tokens[0].text == "-" or any(q.core[0] == at for q in context.parsed.quantities))


_SPELLS = frozenset({"when", "under", "after", "before", "during"})


def of_another_spell(context: Context) -> bool:
    """`under Obama three allies spent 2 percent, under Trump nine did`, `and when he left it was nine`: a time told in
    front of the count by other words than a year."""
    parsed, first = context.parsed, context.quantity.first
    behind = [d.last for d in context.earlier if d.last <= first]
    low = max([context.bounds[0] if not behind else 0, first - 9, *behind[-1:]])
    spell = next((i for i in range(low, first) if parsed.lows[i] in _SPELLS), None)
    if spell is None or any(low <= p.first < first for p in parsed.periods):
        return False
    if parsed.lows[spell] != "when":
        return any(person.first == spell + 1 for person in parsed.persons)
    return True


def firmness_of(context: Context) -> Modality:
    """How firmly the count is said; that of a comparison (`one fewer than forecast`) is not its own."""
    said = context.modality()
    if said not in (Modality.FORECAST, Modality.ESTIMATE):
        return said
    spans = context.parsed.cues.spans(said.value, *context.bounds)
    lows, end = context.parsed.lows, context.quantity.core[1]
    other = spans and all(start > end and _COMPARING & set(lows[end:start]) for start, _ in spans)
    return Modality.FACT if other else said
