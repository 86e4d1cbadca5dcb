"""Multiples of spending over time: `doubled`, `three times as much as in 2014`, `a six-fold jump`."""

from __future__ import annotations

import math

from burdenshare.reading.context import Context
from burdenshare.reading.gleaning.growth.marks import Mark, marks, of_kinds
from burdenshare.reading.gleaning.growth.sense import Sense, carries_on, governed, things_of
from burdenshare.reading.gleaning.growth.surroundings import allys_outlays, defence_told, denied, supposed
from burdenshare.reading.model import Interval
from burdenshare.reading.numbers import multiple_of
from burdenshare.reading.tables import word_list
from burdenshare.reading.widths import COMPARATORS

MAX_FACTOR = 20.0
"""No ally's spending has grown more since 1990 within the years texts compare."""
_COMPARING = frozenset({"than", "as", "of", "that", "what"})
_HELD = _COMPARING | {"since", "against", "from"}
_MEMBERS = frozenset({"allies", "members", "countries", "nations", "states"})


def multiple_sense(context: Context) -> Sense | None:
    """The rise that a multiple tells, where spending is what is multiplied and a time is what it is held against."""
    q = context.quantity
    factor = q.value.central
    if (
        not 0 < factor <= MAX_FACTOR
        or factor == 1
        or context.after(1) == ["down"]
        or context.after(2) == ["-", "digit"]
    ):
        return None  # "doubling down", "a double-digit hike"
    low, high = context.bounds
    if context.before(2) == ["all", "but"] and low and context.parsed.tokens[low].low == "but":
        low = context.parsed.clause(low - 1, low)[0]  # "all but halved" is one verb
    found = marks(context.parsed, low, high)
    if _of_a_dated_sum(context) and not denied(context, found):
        value, comparator = _change(context)
        return Sense(value, comparator, False, q.first, q.last)
    if denied(context, found) or supposed(context, found) or _of_allies(context):
        return None
    verb = _is_verb(context)
    if not verb and not _over_time(context):
        return None
    if _another_owner(context) or _of_a_sum(context) or _of_a_part(context):
        return None
    thing = _thing(context, found, verb)
    if thing == "other" or (not thing and not carries_on(context)):
        return None
    if not defence_told(context) and not allys_outlays(context, found):
        return None
    value, comparator = _change(context)
    return Sense(value, comparator, bool(thing) and context.cue("defence"), q.first, q.last)


def factor_sense(context: Context) -> Sense | None:
    """`multiplied by 1.6`, `by a factor of more than two`: a number without a unit that is a multiple."""
    front = context.before(3)
    if not (front[-1:] == ["of"] and "factor" in front) and front[-2:] != ["multiplied", "by"]:
        return None
    return multiple_sense(context)


def _change(context: Context) -> tuple[Interval, str]:
    """The multiple as a change in per cent; `nearly halved` has not come quite so far down."""
    q = context.quantity
    value, factor = q.value, q.value.central
    rule = "nearly" if context.before(2) == ["all", "but"] else q.rule
    comparator = COMPARATORS.get(rule, "=") if rule != "range" else "between"
    if factor < 1:
        wide = {"nearly": (-50.0, -42.5), "above": (-math.inf, -50.0)}.get(rule, (-52.5, -47.5))
        return Interval(*wide, central=100 * (factor - 1)), {">": "<", ">=": "<="}.get(comparator, comparator)
    low, high = 100 * (value.low - 1), 100 * (value.high - 1)
    if value.low == value.high:
        low, high = 100 * (0.95 * factor - 1), 100 * (1.05 * factor - 1)
    return Interval(low, high, value.low_open, value.high_open, round(100 * (factor - 1), 6)), comparator


_VERBS = ("ed", "le", "les", "ling", "ve", "ves", "ving")


def _is_verb(context: Context) -> bool:
    """`doubled`, `has tripled`, `will double`: a verb by itself; `double that of`, `twice`, `five times` compare."""
    token = context.parsed.tokens[context.quantity.core[0]]
    if multiple_of(token.low) is None or not token.low.endswith(_VERBS):
        return False
    after = context.after(2)
    return not (token.low in ("double", "triple", "treble") and after[:1] in (["that"], ["the"], ["what"], ["of"]))


def _over_time(context: Context) -> bool:
    """A year or a span that the multiple is held against, or a noun of rising right behind it."""
    tokens = context.parsed.tokens
    low, high = context.bounds
    if any(p.role in ("since", "versus", "from") or len(p.value) == 9 for p in context.parsed.periods):
        return True
    dated = [p for p in context.parsed.periods if p.value[:4].isdecimal()]
    compared = any(_HELD & {t.low for t in tokens[max(0, p.first - 6) : p.first + 1]} for p in dated)
    end = context.quantity.core[1]
    rise = bool(of_kinds(marks(context.parsed, end, min(high, end + 3)), "rise_noun"))
    ago = any(p.role == "ago" for p in context.parsed.periods)
    decade = {"decade", "years"} & {t.low for t in tokens[low:high]}
    return compared or ago or (rise and bool(decade))


def _another_owner(context: Context) -> bool:
    """`twice as much as France`, `four times Russia's budget`: two countries are compared, not two years."""
    q, tokens = context.quantity, context.parsed.tokens
    for s in context.parsed.subjects:
        if not q.core[1] <= s.first < context.bounds[1] or s.kind == "pronoun":
            continue
        gap = {t.low for t in tokens[q.core[1] : s.first]}
        if "," in gap and _is_verb(context):
            continue  # "has doubled its spending since 2020, exceeding the requirement of 2 % for NATO members"
        if gap & _COMPARING or not gap - {"the"}:
            return True
    return False


def _of_a_sum(context: Context) -> bool:
    """`will have to nearly double the $41 billion`: a multiple of a sum, whose year is that of the sum."""
    end = context.quantity.core[1]
    money = [q for q in context.parsed.quantities if q.unit not in ("", "%", "times", "pp", "bp", "ordinal")]
    to = context.after(1) == ["to"]  # "almost quadrupled to $35 billion": the level it has reached
    return not to and any(end <= q.first <= end + 1 for q in money)


def _of_a_part(context: Context) -> bool:
    """`Spain doubled the share of its budget spent on equipment`: a part has grown, and the whole need not have."""
    determiner, *noun = context.after(2) or [""]
    return determiner in ("the", "its", "their", "that") and bool(_PARTS & set(noun))


_PARTS = word_list("proportions") | {"part", "slice"}


def _of_a_dated_sum(context: Context) -> bool:
    """`That would be double the 32 billion euros spent in 2017`: behind a sum of the sentence before."""
    end, topic = context.quantity.core[1], context.topic
    held = next((o for o in context.parsed.quantities if end <= o.first <= end + 1 and len(o.unit) == 3), None)
    words = context.parsed.lows[context.bounds[0] : context.quantity.first]
    fresh = topic.measure == "expenditure" and context.parsed.sentence.block - topic.block <= 1
    if held is None or not fresh or not {"that", "this", "it"} & set(words) or not {"be", "is", "was"} & set(words):
        return False
    years = [p for p in context.parsed.periods if held.core[1] <= p.first and p.source == "explicit"]
    return len(years) == 1 and len(years[0].value) == 4 and "the" in context.parsed.lows[end : held.core[0]]


def _of_allies(context: Context) -> bool:
    """`the number of allies at 2 % has tripled`, `three times as many members`."""
    low, high = context.bounds
    words = [t.low for t in context.parsed.tokens[low:high]]
    counted = {"number", "many", "club", "list"} & set(words)
    return bool(counted) or bool(_MEMBERS & set(context.after(2)))


def _thing(context: Context, found: list[Mark], verb: bool) -> str:
    """`spend` or `other`: the object right behind a verb, else the nearest noun in front, else behind."""
    q = context.quantity
    things = things_of(context, found)
    right = [m for m in things if q.core[1] <= m.first <= q.core[1] + 7]
    left = [m for m in things if m.last <= q.first]
    start = next((m.last + 1 for m in of_kinds(found, "rise_noun", "fall_noun") if m.first == q.core[1]), q.core[1])
    gap = {t.low for t in context.parsed.tokens[start : right[0].first]} if right else set()
    own = bool(right) and not gap & {",", ";", ".", "since", "between", "as", "than", "in"}
    if own and (verb or not left):
        return "spend" if right[0].kind == "spend" else "other"
    if left:
        return "other" if left[-1].kind != "spend" or governed(context, left) else "spend"
    return ("spend" if right[0].kind == "spend" else "other") if own else ""
