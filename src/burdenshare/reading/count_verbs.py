"""Whether those counted are said to reach the guideline or to miss it: the verb behind a count or in front."""

from __future__ import annotations

import itertools

from burdenshare.reading.context import Context
from burdenshare.reading.count_lines import THRESHOLDS
from burdenshare.reading.listed_asides import list_in_dashes
from burdenshare.reading.tables import word_list

_NOT_SPENT = word_list("not_spending_yet")
QUANTIFIERS = frozenset({"most", "majority", "many", "some", "few", "several"})


def meets(context: Context) -> bool:
    """A verb of meeting behind the count, or `who met the target` in front of it."""
    if _URGING & set(context.before(4)) and "to" in context.after(6):
        return False  # "has urged all 32 members to devote more funds"
    return not committed(context) and verb_of(context, "met")


def committed(context: Context) -> bool:
    """`five have committed to meet it thereafter`: nobody is counted who reaches it."""
    end = context.quantity.core[1]
    reached = next((s[0] for s in context.parsed.cues.hits.get("met", ()) if s[0] >= end), end)
    between = context.parsed.lows[end:reached]
    if _to_a_line(context, context.parsed.lows[end : end + _VOWED_WITHIN]):
        return True
    return between[-1:] == ["to"] and bool(_COMMITTED & set(between))


def _to_a_line(context: Context, behind: list[str]) -> bool:
    """`31 allies have committed to a target of 2 percent`, `all 32 pledged to raise spending to 5 percent`: what they
    vowed, and not what they reach."""
    at = next((i for i, word in enumerate(behind) if word in _COMMITTED and behind[i + 1 : i + 2] == ["to"]), None)
    if at is None:
        return False
    start = context.quantity.core[1] + at + 2
    raised = behind[at + 2 : at + 3] != [] and behind[at + 2] in _TO_MOVE
    return raised or bool(context.parsed.cues.spans("target", start, start + _LINE_WITHIN))


_TO_MOVE = frozenset({"raise", "increase", "boost", "lift", "hike", "bring"})
_VOWED_WITHIN = 6
"""Tokens behind a count within which those counted vow something."""
_LINE_WITHIN = 4


_COMMITTED = word_list("committing_words")
_COMMITTING = _COMMITTED | {"commit", "committing", "agreeing", "pledging"}
_URGING = frozenset({"urged", "urges", "asked", "told", "pressed", "pushed", "called", "ordered", "begged"})


def misses(context: Context) -> bool:
    """A verb of missing behind the count; `under a framework` behind what they pledged is none."""
    lows, end = context.parsed.lows, context.quantity.core[1]
    return verb_of(context, "missed") and not _to_a_line(context, lows[end : end + _VOWED_WITHIN])


def verb_of(context: Context, name: str) -> bool:
    """The class stands behind the quantity in its clause; the nearest of met and missed decides."""
    _, high = context.bounds
    end = context.quantity.core[1]
    if name == "met" and _spends_threshold(context):
        return True
    named = {s.first: s.last for s in context.parsed.subjects if s.kind == "country"}
    end = list_in_dashes(context.parsed.lows, named, end) or end
    spans = [
        s
        for s in context.parsed.cues.hits.get(name, ())
        if end <= s[0]
        and s[1] <= max(high, end + 14)
        and not _another_count(context, end, s[0])
        and not _came_to_a_sum(context, s[1])
    ]
    if spans and name == "met":
        if or_nearly(context.parsed.lows, spans[0][1]):
            return False
        missed = [s for s in context.parsed.cues.hits.get("missed", ()) if end <= s[0] <= spans[0][0]]
        return not missed
    if spans:
        met = [s for s in context.parsed.cues.hits.get("met", ()) if end <= s[0] < spans[0][0]]
        return not met
    return False


def or_nearly(lows: list[str], at: int) -> bool:
    """`have met or are nearing the target`, `met or came close to it`: of those who meet it nobody tells the number."""
    return lows[at : at + 1] == ["or"] and not _NEARLY.isdisjoint(lows[at + 1 : at + 4])


_NEARLY = word_list("nearly_there")


def _came_to_a_sum(context: Context, at: int) -> bool:
    """`the spending of all 30 nations reached $1.174 trillion`: a sum is reached, and no line."""
    return any(at <= q.first <= at + 2 and len(q.unit) == 3 and q.unit.isupper() for q in context.parsed.quantities)


def met_by(context: Context) -> bool:
    """`the objective was met by seven out of 30 countries`: the verb stands in front, whatever is compared behind."""
    low, _ = context.bounds
    front = context.parsed.cues.spans("met", low, context.quantity.first)
    by = context.before(1) == ["by"] or context.before(2)[:1] == ["by"]
    return by and any(context.quantity.first - end <= 3 for _, end in front)


def missed_by(context: Context) -> bool:
    """`the goal is still missed by nine allies`."""
    front = context.parsed.cues.spans("missed", context.bounds[0], context.quantity.first)
    return context.before(1) == ["by"] and any(context.quantity.first - end <= 2 for _, end in front)


def denied_by(context: Context) -> bool:
    """`the guideline is not met by eight members`."""
    front = [t.low for t in context.parsed.tokens[max(0, context.quantity.first - 8) : context.quantity.first]]
    return any(word in ("not", "isn't", "wasn't", "never", "unmet", "missed") or word.endswith("n't") for word in front)


def each_of(context: Context) -> bool:
    """`each of its 30 members should spend`: all of them, told by their number."""
    front = context.before(4)
    return "of" in front and ("each" in front or ("every" in front and "one" in front))


_SPENDING = word_list("threshold_verbs")


def _spends_threshold(context: Context) -> bool:
    """`Twenty-three allies will spend two percent or more`: spending a guideline's share is meeting it."""
    tokens, end = context.parsed.tokens, context.quantity.core[1]
    for percent in context.parsed.quantities:
        if percent.unit != "%" or percent.number.value not in THRESHOLDS or not 0 < percent.first - end <= 14:
            continue
        gap = [t.low for t in tokens[end : percent.first]]
        if not _another_count(context, end, percent.first):
            spend = bool(_SPENDING & set(gap[-4:]))
            as_much = tokens[percent.first].low == "as"  # "will spend as much as 2 %": they come up to the line
            below = percent.rule in ("below", "at most", "nearly") and not as_much
            denied = _NOT_SPENT & set(gap) or any(a in _COMMITTING and b == "to" for a, b in itertools.pairwise(gap))
            return spend and not below and not denied
    return False


def _another_count(context: Context, first: int, last: int) -> bool:
    """Another count of allies stands in between and takes the verb, unless it is the `of 32` of this one."""
    between = [t.low for t in context.parsed.tokens[first:last]]
    if any(a in ("that", "and", "but", "while") and b in QUANTIFIERS for a, b in itertools.pairwise(between)):
        return True  # "the plans of 14 countries and finds that many are failing"
    for other in context.parsed.quantities:
        if other is context.quantity or not first <= other.core[0] < last or other.unit:
            continue
        if "of" in [t.low for t in context.parsed.tokens[first : other.core[0]]][:3]:
            continue
        year = other.number.value
        if not 1900 <= year <= 2100:
            return True
    return False
