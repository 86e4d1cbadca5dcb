"""Sums of help that go on from another one: a part of it, the next of a ranking, where it moves from, the same."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.tables import word_list

_NEXT_IN_RANK = word_list("ranking_on")
_NOT_YET = frozenset({"would", "will", "could", "should"})
_AMOUNTS = (["amounts"], ["comes"], ["equals"], ["corresponds"], ["equates"])
_OPENING = 6
"""Tokens within which a sentence that is about help to Ukraine says so."""
_BEFORE_A_LEVEL = 3
"""Tokens in which `from the current` leads to a level."""


def part_of_the_sum(context: Context) -> bool:
    """`Of the €10.5bn in aid allocated in May, at least €4.6bn is to be spent on procurement`: a part of what the
    sentence opens with."""
    parsed, first = context.parsed, context.quantity.first
    if parsed.lows[:1] != ["of"] or not parsed.cues.has("aid", 0, first):
        return False
    return any(len(q.unit) == 3 and q.first <= _OPENING and q.core[1] <= first for q in parsed.quantities)


def next_in_rank(context: Context) -> bool:
    """`Germany gave €5bn, the largest sum. This is followed by Norway with €1.5bn`: of what the one before gave."""
    topic, parsed = context.topic, context.parsed
    near = topic.measure == "aid" and parsed.sentence.block - topic.block <= 1
    opening = set(parsed.lows[:_OPENING])
    told = bool(opening & _NEXT_IN_RANK) and not opening & _NOT_YET
    return near and told and not parsed.cues.has("defence")


def told_again(context: Context) -> bool:
    """`Support for Ukraine will stay at 0.25 % of GDP. It amounts to 110 million euros`: the help of the sentence
    before, as a sum."""
    back, lows = context.previous, context.parsed.lows
    if back is None or lows[0] not in ("it", "this", "that") or lows[1:2] not in _AMOUNTS:
        return False
    near = back.sentence.block == context.parsed.sentence.block and back.cues.has("aid", 0, _OPENING)
    return near and any(s.entity == "UKR" and s.first < _OPENING for s in back.subjects)


def moves_from(context: Context) -> bool:
    """`will cut its aid from €8bn to €4bn`, `to double it from the current €44bn to €82bn`: what is given now."""
    q, lows = context.quantity, context.parsed.lows
    if q.role != "from" and "from" not in context.before(_BEFORE_A_LEVEL):
        return False
    behind = [o for o in context.parsed.quantities if o.first >= q.core[1] and o.unit == q.unit]
    return bool(behind) and "to" in lows[q.core[1] : behind[0].core[0]]


def brought_to(context: Context) -> bool:
    """`will send $1 billion, bringing the total it has committed to more than $62 billion`: a sum of what was given."""
    front = context.parsed.lows[max(0, context.quantity.first - 16) : context.quantity.first]
    at = next((i for i in range(len(front) - 1, -1, -1) if front[i] in ("bringing", "brings", "taking", "takes")), None)
    return at is not None and front[-1:] == ["to"] and "," in front[max(0, at - 2) : at]


def would_move_to(context: Context) -> bool:
    """`Europe would need to double its aid from €44bn to €82bn, an increase from 0.1 percent of GDP to 0.21 percent`,
    `Germany's would rise from €6bn to €9bn`: where it is to go, and nothing that has been given."""
    parsed, q = context.parsed, context.quantity
    if _SUPPOSED.isdisjoint(parsed.words) or (q.role != "to" and context.before(1) != ["to"]):
        return False
    if _SUPPOSED.isdisjoint(parsed.lows[: q.first]):
        return False
    front = [o for o in parsed.quantities if o.core[1] <= q.first and o.unit == q.unit]
    return bool(front) and "from" in parsed.lows[max(0, front[-1].first - _BEFORE_A_LEVEL) : front[-1].core[0]]


_SUPPOSED = frozenset({"would", "need", "needs", "should", "must", "could"})
"""In front of the two sums, one of these says that the second is wished, asked or reckoned."""
