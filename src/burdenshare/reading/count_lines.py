"""The line that a count is held against where its own sentence tells none: the guideline in force, or what the sentence
before told."""

from __future__ import annotations

from burdenshare.reading.context import Context

THRESHOLDS = (1.0, 1.5, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0)
"""Shares of GDP that have been guidelines, pledges or proposals; `(1.86 per cent)` behind an ally is its own share."""

_OF_2014, _CORE_OF_2025 = 2.0, 3.5
_WITHIN = 10
"""Tokens behind a count within which its target is named."""
_LEVELS = frozenset({"level", "figure", "mark", "share"})


def line_meant(context: Context, carried: float | None) -> float:
    """The line of a count; `carried` is the one that the text spoke of last."""
    if carried is not None and carried not in (_OF_2014, _CORE_OF_2025) and _the_one_in_force(context):
        carried = None
    return carried or _pointed_back(context) or context.calendar.guideline


def _the_one_in_force(context: Context) -> bool:
    """`Diplomats mention 3 %. This year 23 allies hit the target`: where the text told last of a share that nobody has
    agreed on, the target is another."""
    end, lows = context.quantity.core[1], context.parsed.lows
    return any(lows[first - 1] == "the" for first, _ in context.parsed.cues.spans("target", end, end + _WITHIN))


def _pointed_back(context: Context) -> float | None:
    """`Diplomats mention 3 %. Only four allies meet that goal`: the share the sentence before told last."""
    lows = context.parsed.lows
    behind = range(context.quantity.core[1], min(context.quantity.core[1] + _WITHIN, len(lows)))
    nouns = {first for first, _ in context.parsed.cues.spans("target", behind.start, behind.stop)}
    nouns |= {i for i in behind if lows[i] in _LEVELS}
    if context.previous is None or not any(lows[i] in ("that", "this") and i + 1 in nouns for i in behind):
        return None
    told = [q.number.value for q in context.previous.quantities if q.unit == "%" and q.number.value in THRESHOLDS]
    return told[-1] if told else None
