"""Figures that others are held against, two of them as well: `compared to 2.61 % in 2024 and 2.44 % in 2023`; they date
nothing that follows."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.parse import Parsed

_LEADING = (["compared", "to"], ["compared", "with"], ["opposed", "to"])
_FROM = frozenset({"from", "than", "against", "versus"})
_JOINTS = frozenset({"and", ","})


def is_held_against(context: Context) -> bool:
    """Whether the words in front make the figure what another one is compared with."""
    front = context.before(2)
    if not _FROM.isdisjoint(front) or context.quantity.role == "from" or front in _LEADING:
        return True
    return goes_on_with_it(context)


def goes_on_with_it(context: Context) -> bool:
    """Whether the figure is the second of two that are compared with: only a year and `and` stand between them."""
    last = context.earlier[-1] if context.earlier else None
    if last is None or not last.comparison or last.unit != "%":
        return False
    parsed, first = context.parsed, context.quantity.first
    years = {i for p in parsed.periods for i in range(p.first, p.last)}
    between = [i for i in range(last.focus[1], first) if i not in years]
    joined = [parsed.lows[i] for i in between]
    return bool(joined) and joined[-1] in _JOINTS and _JOINTS.issuperset(word for word in joined if word not in _GDP)


def told_as_a_comparison(parsed: Parsed, first: int) -> bool:
    """Whether the figure at token `first` of any measure is held against another: only numbers, years and joints stand
    between it and `compared to`, `from`, `against` or `after`."""
    lows = parsed.lows
    at = first - 1
    years = {i for p in parsed.periods for i in range(p.first, p.last)}
    while at >= 0 and (parsed.tokens[at].kind == "number" or at in years or lows[at] in _PASSED):
        at -= 1
    if at < 0:
        return False
    return lows[at] in _FROM or lows[at] == "after" or lows[at - 1 : at + 1] in _LEADING


_PASSED = frozenset(
    {"and", ",", "%", "percent", "per", "cent", "in", "€", "$", "£", "billion", "euros", "dollars", "only", "just"}
)
_GDP = frozenset({"of", "gdp", "the", "its"})
