"""Wholes that a pronoun points back to: `$1.5 trillion, of which the United States accounted for 64 percent`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.gleaning.growth.marks import Mark
from burdenshare.reading.model import Kind

_POINTING = frozenset({"that", "this", "it", "which"})
_BETWEEN = 9
"""Tokens between `of which` and the figure: `of which the United States alone accounted for some`."""
_NAMING = frozenset({"money", "amount", "sum", "total", "spending", "figure"})
_FILLED_BY = frozenset({",", ".", "by", "from", "was", "is", "were", "came", "comes", "come", ";", "alone", "–", "—"})


def pointed_whole(context: Context) -> Mark | None:
    """What all allies spend, told in the figure just in front or in the sentence before, where `of that` or `of which`
    takes it up again; None where the pronoun may mean anything else."""
    return (_behind(context) or _in_front(context)) if _all_spend(context) else None


def _all_spend(context: Context) -> bool:
    """Whether the last sum told is what the alliance spends in a year."""
    sums = [one for one in context.earlier if len(one.unit) == 3]
    if sums:
        last = sums[-1]
        return last.measure == "expenditure" and last.subject == ("NATO",) and last.kind is Kind.FACT
    topic = context.topic
    near = topic.block >= context.parsed.sentence.block - 1 and not context.earlier
    return near and topic.measure == "expenditure" and topic.subject == ("NATO",)


def _behind(context: Context) -> Mark | None:
    """`64 percent of that`, `64 percent of it by the United States`, `two-thirds of which came from America`."""
    end, lows = context.quantity.core[1], context.parsed.lows
    if lows[end : end + 1] != ["of"] or lows[end + 1 : end + 2] == [] or lows[end + 1] not in _POINTING:
        return None
    last = end + 2 + (lows[end + 2 : end + 3] != [] and lows[end + 2] in _NAMING)
    closed = last >= len(lows) or lows[last] in _FILLED_BY
    return Mark(end + 1, last, "whole_told") if closed else None


def _in_front(context: Context) -> Mark | None:
    """`of which the United States accounted for 64 percent`."""
    lows, first = context.parsed.lows, context.quantity.first
    for at in range(max(0, first - _BETWEEN), first - 1):
        if lows[at] == "of" and lows[at + 1] == "which":
            other = any(at < q.core[0] < first for q in context.parsed.quantities)
            return None if other or "gdp" in lows[at:first] else Mark(at, at + 2, "whole_told")
    return None
