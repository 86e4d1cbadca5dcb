"""Whether words of supposing, demanding, foretelling or reckoning in a clause are said of its figure."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from burdenshare.reading.parse import Parsed

if TYPE_CHECKING:
    from burdenshare.reading.context import Context

_ANYWHERE = frozenset({"if", "suppose", "assuming", "hypothetically", "unless"})
"""Words that suppose wherever they stand in the clause; a `could` far behind the figure is of something else."""
_CLOSE = 4
"""Tokens behind a figure within which `could`, `would mean` are its own."""


def _supposed(context: Context) -> bool:
    """`3 % would cost 20 billion`; not `3 %, as Moscow could strike`, nor `5 %, even if it takes ten years`."""
    lows, (low, high) = context.parsed.lows, context.bounds
    end, q = context.quantity.core[1], context.quantity
    for start, _ in context.parsed.cues.hits["hypothetical"]:
        if not low <= start < high:
            continue
        ours = lows[start] in _ANYWHERE and not (lows[start] == "unless" and start >= end)
        if lows[start] == "if" and lows[start - 1 : start] in (["even"], ["as"]):
            continue
        if lows[start : start + 2] in (["if", "possible"], ["if", "necessary"], ["if", "needed"]):
            continue  # "must at least reach 2 percent and if possible go beyond it"
        if _before_its_words(context, start) or _of_a_threat(lows, end, start):
            continue
        if ours or start < q.first or start < end + _CLOSE:
            return True
    return False


def _of_a_threat(lows: list[str], end: int, at: int) -> bool:
    """`demanded that allies spend 5 %, threatening to pull out if they do not`: what is supposed is the threat's."""
    return any(lows[i] == "," and lows[i + 1] in _THREATS for i in range(end, at - 1))


_THREATS = frozenset({"threatening", "threatened", "warning", "adding", "saying", "arguing", "hinting", "suggesting"})


def _before_its_words(context: Context, at: int) -> bool:
    """`Asked whether it could reach 5 %, he answered that it would spend 3.5 %`: what was asked is not what is said."""
    return any(at < frame.verb[0] < context.quantity.first for frame in context.parsed.frames)


def _demanded(context: Context) -> bool:
    low, high = context.bounds
    hits = [start for start, _ in context.parsed.cues.hits["demand"] if low <= start < high]
    hits = [at for at in hits if not _of_an_aside(context, at) and not _of_what_came_first(context, at)]
    hits = [at for at in hits if not _should_by_forecast(context, at) and not _heeded(context, at)]
    return any(context.parsed.lows[at] != "asked" or not _before_its_words(context, at) for at in hits)


def _heeded(context: Context, at: int) -> bool:
    """`intends to spend 5 % of GDP, in line with Trump's demands`: what was asked before is only what a plan agrees
    with."""
    behind = context.parsed.lows[context.quantity.core[1] : at]
    return not _HEEDING.isdisjoint(behind[-_HEEDING_REACH:])


_HEEDING = frozenset(
    {"line", "meeting", "matching", "response", "reaction", "answer", "heeding", "bowing", "following"}
)
_HEEDING_REACH = 8
"""Tokens in front of a demand among which a plan is told to agree with it: `meeting the demand of US President`."""


def _of_an_aside(context: Context, at: int) -> bool:
    """`The US, which will spend $968 billion, wants others to pay more`: the one stands in an aside, the other not."""
    figure = context.quantity.core[0]
    return any((first <= at < last) != (first <= figure < last) for first, last in context.parsed.relatives)


def _of_what_came_first(context: Context, at: int) -> bool:
    """`plans to spend 5.38 % after Mr Trump demanded more`: a clause of its own behind the figure, as one is that
    another figure parts from it (`noting that America spends 3.2 % and wants others to spend 5`)."""
    if _behind_another_figure(context, at):
        return True
    return not _CAME_FIRST.isdisjoint(context.parsed.lows[context.quantity.core[1] : at])


def _behind_another_figure(context: Context, at: int) -> bool:
    end, unit = context.quantity.core[1], context.quantity.unit
    return any(end <= o.core[0] < at and o.unit == unit for o in context.parsed.quantities)


_CAME_FIRST = frozenset({"after", "since", "because", "although", "though", "whereas"})


def _should_by_forecast(context: Context, at: int) -> bool:
    """`The ministry forecast that Finland should spend €6.3 bn this year`: what is reckoned, and asked of nobody."""
    lows = context.parsed.lows
    if lows[at] == "should" and lows[at + 1 : at + 2] != [] and lows[at + 1] in _COMING_TO:
        return True  # "Lithuania's budget for 2026 should amount to 4.79 billion euros"
    if brings_it_about(context.parsed, at):
        return True
    return lows[at] == "should" and not _RECKONED.isdisjoint(lows[max(0, at - _FAR) : at])


def brings_it_about(parsed: Parsed, at: int) -> bool:
    """`the boost should take Belgium's spending to 2 %`: what is reckoned of a sum; an ally in front of `should` is
    told to."""
    if parsed.lows[at] != "should" or parsed.lows[at + 1 : at + 2] == [] or parsed.lows[at + 1] not in _BRINGING:
        return False
    return not any(s.last == at and s.names_a_body for s in parsed.subjects)


_COMING_TO = frozenset({"amount", "total", "come", "stand"})
_BRINGING = frozenset({"take", "bring", "lift", "push", "see", "leave"})
_RECKONED = frozenset({"forecast", "forecasts", "projection", "projections", "estimates", "estimate", "predicts"})
_FAR = 10
"""Words in front of `should` within which it is told to be somebody's forecast."""


def _foretold(context: Context) -> bool:
    """Not `estimated to have spent`: that is of a year gone by; nor `spent 1.3 % and pledged 2 % by the end of …`."""
    low, high = context.bounds
    hits = [hit for hit in context.parsed.cues.hits["forecast"] if low <= hit[0] < high]
    hits = [hit for hit in hits if not _behind_another_figure(context, hit[0])]
    return any(context.parsed.lows[last : last + 1] != ["have"] for _, last in hits)


def _estimated(context: Context) -> bool:
    """Not `surged by 38 %, reaching an estimated 149 billion`: another figure is the estimate."""
    end = context.quantity.core[1]
    other = [q.core[0] for q in context.parsed.quantities if q.core[0] > end]
    low, high = context.bounds
    hits = [hit for hit in context.parsed.cues.hits["estimate"] if low <= hit[0] < high]
    return any(start < end or not any(last <= at <= last + 2 for at in other) for start, last in hits)


NEARNESS: dict[str, Callable[[Context], bool]] = {
    "hypothetical": _supposed,
    "demand": _demanded,
    "forecast": _foretold,
    "estimate": _estimated,
}
"""By class of words: whether one that stands in the clause speaks of the figure; of other classes all do."""
