"""Whether a word for a target stands by a share, or is left out where the text has told it."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import Context
from burdenshare.reading.seen_lines import agreed_level, definite_target, seen_as_a_line
from burdenshare.reading.standing_targets import standing_target
from burdenshare.reading.tables import word_list


def _start_of_pair(context: Context) -> int:
    """Where `from 2 percent to 5 percent` starts, else where the quantity does."""
    q = context.quantity
    if q.role != "to" and context.before(1) != ["to"]:
        return q.first
    before = [other for other in context.parsed.quantities if other.core[1] <= q.first and other.unit in ("%", "")]
    near = before and q.first - before[-1].core[1] <= 6
    opened = near and before[-1].first > 0 and context.parsed.tokens[before[-1].first - 1].low == "from"
    return before[-1].first - 1 if opened else q.first


def has_target_noun(context: Context) -> bool:
    """A target word close by, not the one of another number."""
    q = context.quantity
    low, high = context.bounds
    if _spends(context) and not definite_target(context):
        return False
    if standing_target(context) is not None or agreed_level(context) or seen_as_a_line(context):
        return True
    asides = [(a, b) for a, b in context.parsed.relatives if not a <= q.core[0] < b]
    pair, numbers = _start_of_pair(context), context.parsed.quantities
    for start, end in context.parsed.cues.spans("target", max(low, pair - 9), min(high, q.core[1] + 7)):
        if end <= pair < q.first and pair - end <= 2:
            return True  # "raising the spending target from 2 to 5 percent of GDP"
        if any(a <= start < b for a, b in asides):
            continue
        if context.parsed.tokens[start].low in _LINES and q.number.value not in GUIDELINES:
            continue  # "above the 4-percent mark": a line somebody drew, no guideline
        if start >= q.core[1] and any(o is not q and o.unit == "%" and 0 <= o.first - end <= 2 for o in numbers):
            continue  # "to over 2.3 % of GDP, exceeding the requirement of 2 %": the other one's
        between = (q.core[1], start) if start >= q.core[1] else (end, q.first)
        if not any(
            other is not q and between[0] <= other.core[0] < between[1] and not _a_year(context, other.core[0])
            for other in context.parsed.quantities
        ):
            return True
    return False


def _a_year(context: Context, at: int) -> bool:
    """`set higher goals for 2032 of at least 3.5 %`: the year of the goal is no other figure."""
    return any(p.first <= at < p.last and p.role in ("in", "by", "to") for p in context.parsed.periods)


_MEANT = word_list("share_meant")


def by_ellipsis(context: Context) -> bool:
    """`Germany will reach 3.5 per cent by 2029`, where the text speaks of shares of GDP and of nothing else."""
    said = context.cue_sentence("defence") and context.cue_sentence("spending")
    if not (said or context.share_topic() or context.defence_topic()) or context.quantity.number.value > 6:
        return False
    if context.after(1) == ["of"] or context.before(1) == ["by"]:
        return False
    if any(context.cue_sentence(name) for name in ("poll", "market", "economy", "foreign_aid", "aid", "equipment")):
        return False
    low, high = context.bounds
    lows = context.parsed.lows
    meant = not _MEANT.isdisjoint(lows[low:high]) or _pointed_back(context, lows[low : context.quantity.first])
    return meant and not (context.cue_near("growth", 3) and "to" not in context.before(2))


def _pointed_back(context: Context, front: list[str]) -> bool:
    """`Denmark spends 2.4 % of GDP. With the fund this percentage is expected to exceed 3 %`: the share told last."""
    if context.topic.measure != "share_of_gdp" or context.parsed.sentence.block > context.topic.block + 1:
        return False
    return any(a in _POINTING and b in _SHARES for a, b in pairwise(front))


_POINTING = frozenset({"this", "that", "the"})


_SHARES = frozenset({"percentage", "share", "figure", "proportion", "ratio"})


_LINES = word_list("line_nouns")


GUIDELINES = (2.0, 3.5, 5.0)
"""Shares of GDP the alliance has agreed on; only these are guidelines when called a mark or a threshold."""


def _spends(context: Context) -> bool:
    """`the U.S. spends just under 3.6 %`, `Greece is already spending around 3 %`: one ally's verb right in front."""
    verb = context.before(2)[-1:] in (["spends"], ["spent"], ["spend"]) or context.before(3)[-2:-1] in (
        ["spends"],
        ["spent"],
    )
    running = context.before(1) == ["spending"] and not {"is", "are"}.isdisjoint(context.before(4))
    found = context.subject() if verb or running else None
    return found is not None and len(found.entities[0]) == 3 and found.entities[0] != "EUR"


def ellipsis_of_guideline(context: Context) -> bool:
    return context.topic.measure == "guideline" and context.topic.block >= context.parsed.sentence.block - 1
