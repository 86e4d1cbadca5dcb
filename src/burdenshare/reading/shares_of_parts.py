"""A share that a part of a budget takes."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.percents import of_gdp
from burdenshare.reading.tables import word_list

_PARTS = word_list("parts_of_defence")


_MEANS = word_list("mean_words")


_PART_VERBS = word_list("part_verbs")


_CUTS = frozenset({"cut", "cuts"})


_SLICES = frozenset({"slice", "chunk", "sliver"})
"""In front of a share of GDP: what is spent on one thing, not the whole."""


def of_a_part(context: Context) -> str:
    """Percentages of what is not the whole of a year's defence spending: cuts, gaps, industry, equipment, averages."""
    low, high = context.bounds
    meant = context.parsed.cues.spans("target", low, context.quantity.first)
    words = set(context.parsed.lows[max([low, *(end for _, end in meant)]) : context.quantity.first])
    if context.before(1) == ["to"]:
        words -= _CUTS  # "the budget will be cut to 1.9 % of GDP": what is left of it
    if context.before(1) == ["by"] and "short" in context.before(4):
        return "not understood: a gap, not what is spent"
    if of_gdp(context) and words & _PART_VERBS:
        return "not understood: a cut, a gap or another part, not what is spent"
    if _SLICES & set(context.parsed.lows[max(0, context.quantity.first - 16) : context.quantity.first]):
        return "not understood: a part of defence spending"  # "the budget slice for Europe is 0.2 percent of GDP"
    stop = next((q.first for q in context.parsed.quantities if q.first > context.quantity.first), high)
    behind = context.parsed.text(context.quantity.core[1], min(stop, context.quantity.core[1] + 7))
    if _paid_otherwise(
        context.parsed.lows[context.quantity.core[1] : min(stop, context.quantity.core[1] + _PAID_REACH)]
    ):
        return "not understood: a cut, a gap or another part, not what is spent"
    if any(part in behind for part in _PARTS):
        return "not understood: a part of defence spending"
    years = {"decade", "decades", "years", "between"} & context.parsed.words
    if words & _MEANS or ("average" in words and years):
        return "not understood: an average over years"
    return ""


def _paid_otherwise(behind: list[str]) -> bool:
    """`spending above 1 percent of GDP to be debt-financed`: where the part begins that is paid by other means."""
    at = behind.index("be") if "be" in behind else 0
    return at > 0 and behind[at - 1] == "to" and not _FINANCED.isdisjoint(behind[at:])


_FINANCED = frozenset({"debt-financed", "financed", "funded", "exempt", "exempted", "excluded", "borrowed"})
_PAID_REACH = 9
"""Tokens behind a share: `of GDP to be debt-financed`."""
