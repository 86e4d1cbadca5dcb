"""Years that stand right behind another figure and are that one's: what something is held against, or a bracket."""

from __future__ import annotations

from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.spans import inside

_AGAINST = frozenset({"with", "against", "to", "after", "than", "versus", "from"})
_HELD = frozenset({"compared", "against", "after", "versus", "than", "from"})
_TURNS = frozenset({"while", "whereas", "but"})
_BEHIND = 3
"""Tokens between a figure and its year: `9.3 per cent in 2023`."""


def of_what_it_stands_by(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """Whether a year belongs to another figure."""
    return (
        _of_the_compared(parsed, mention, quantity)
        or _of_the_beginning_told(parsed, mention, quantity)
        or _in_anothers_bracket(parsed, mention, quantity)
    )


def _of_the_compared(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`by 17.9 per cent this year, compared with 9.3 per cent in 2023, while that of the US will rise by 7.2 per cent`:
    the year of what the first is held against, and not of what the next clause tells."""
    lows = parsed.lows
    if mention.last > quantity.first or _TURNS.isdisjoint(lows[mention.last : quantity.first]):
        return False
    for other in parsed.quantities:
        if other.core != quantity.core and 0 <= mention.first - other.core[1] <= _BEHIND and not inside(mention, other):
            front = lows[max(0, other.first - 2) : other.first]
            return front[-1:] != [] and front[-1] in _AGAINST and not _HELD.isdisjoint(front)
    return False


def _of_the_beginning_told(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`Nine allies, up from three five years ago, meet it, and Britain is among them with 2.14 percent`: the time of
    the number that the first has risen from."""
    lows = parsed.lows
    if mention.years_ago is None or mention.last > quantity.first or "," not in lows[mention.last : quantity.first]:
        return False
    return any(
        other.core[1] == mention.first and lows[other.first - 1 : other.first] == ["from"]
        for other in parsed.quantities
        if other.core != quantity.core
    )


def _in_anothers_bracket(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`below the 2 percent line, after Czechia (1.86 in 2025) crossed it`: in a bracket with a figure of its own."""
    lows = parsed.lows
    if "(" not in parsed.words:
        return False
    opened = next((i for i in range(mention.first, -1, -1) if lows[i] in ("(", ")")), None)
    if opened is None or lows[opened] != "(":
        return False
    closed = next((i for i in range(mention.last, len(lows)) if lows[i] in ("(", ")")), len(lows))
    if lows[closed : closed + 1] != [")"] or opened < quantity.core[0] < closed:
        return False
    return any(opened < o.core[0] < closed and not inside(mention, o) for o in parsed.quantities)
