"""The count in front of a list of those it counts: `only five (the United States, Greece, …) out of 28 countries`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.replacing import replaced

_JOINING = frozenset({",", "and", "the", "&"})
_FROM = frozenset({"of", "out", "among"})
_SMALLEST = 2


def past_the_list(context: Context) -> Context:
    """The count as if the list of those counted were left out: what is counted of what follows behind it."""
    end = _end_of_list(context)
    if not end:
        return context
    core = (context.quantity.core[0], end)
    return replaced(context, quantity=replaced(context.quantity, core=core))


def list_in_dashes(lows: list[str], named: dict[int, int], start: int) -> int:
    """Where the words go on behind a list of names between dashes that opens within a noun of `start`: `five allies –
    Estonia, Greece, Poland, the United Kingdom and the United States – met it`; 0 where none stands."""
    dash = next((i for i in range(start, min(len(lows), start + _NOUN_REACH)) if lows[i] in _DASHES), None)
    if dash is None:
        return 0
    at, names = dash + 1, 0
    while at < len(lows) and (at in named or lows[at] in _JOINING):
        names += at in named
        at = named.get(at, at + 1)
    return at + 1 if names >= _SMALLEST and lows[at : at + 1] and lows[at] in _DASHES else 0


_DASHES = frozenset({"–", "—", "-", "--"})
_NOUN_REACH = 7
"""Tokens from a number to the dash behind its noun: `six of the nineteen NATO member states –`."""


def counted_with_a_colon(context: Context) -> bool:
    """`Only five countries: the United States, …, and the United Kingdom spend 2 percent`: as many names behind a colon
    as were counted in front of it; the share is the line they come up to."""
    lows, at = context.parsed.lows, context.quantity.first
    colon = next((i for i in range(at - 1, 0, -1) if lows[i] == ":"), None)
    if colon is None:
        return False
    listed = sum(s.kind == "country" and colon < s.first < at for s in context.parsed.subjects)
    front = range(max(0, colon - _NOUN_REACH), colon)
    counts = [q.number.value for q in context.parsed.quantities if not q.unit and q.core[0] in front]
    return listed >= _SMALLEST and listed in counts


def told_of_only_some(context: Context) -> bool:
    """`Only Greece, Estonia and the U.K. spent 2 percent of GDP`: those who come up to the line, each with a share of
    its own."""
    lows, at = context.parsed.lows, context.quantity.first
    named = [s for s in context.parsed.subjects if s.kind == "country" and context.bounds[0] <= s.first < at]
    if not named:
        return False
    start = named[0].first - (lows[named[0].first - 1] == "the")
    return len(named) >= _SMALLEST and start > 0 and lows[start - 1] == "only"


def counted_before_a_list(context: Context) -> bool:
    """`four, Greece, Poland, Estonia and Britain, of the 28 members`: the whole, though no count stands right in front
    of it."""
    lows, at = context.parsed.lows, context.quantity.first
    at -= lows[at - 1 : at] in (["the"], ["its"], ["nato"])
    if lows[at - 1 : at] != ["of"]:
        return False
    at -= 2 if lows[at - 2 : at - 1] == ["out"] else 1
    return at > 0 and any(
        q is not context.quantity and not q.unit and _end_of_list(replaced(context, quantity=q)) == at
        for q in context.parsed.quantities
    )


def _end_of_list(context: Context) -> int:
    """Where the words go on behind the list that follows the number at once; 0 where none does."""
    lows, start = context.parsed.lows, context.quantity.core[1]
    if context.quantity.unit or lows[start : start + 1] not in (["("], [","], ["–"], ["—"]):
        return 0
    at, named = start + 1, 0
    by_start = {s.first: s.last for s in context.parsed.subjects if s.kind == "country"}
    while at < len(lows) and (at in by_start or lows[at] in _JOINING):
        named += at in by_start
        at = by_start.get(at, at + 1)
    if lows[start] == "(":
        at = at + 1 if lows[at : at + 1] == [")"] else 0
    elif lows[start] == "," and lows[at - 1] != ",":
        at = 0
    elif lows[start] in ("–", "—"):
        at = at + 1 if lows[at : at + 1] == [lows[start]] else 0
    return at if at and named >= _SMALLEST and lows[at : at + 1] and lows[at] in _FROM else 0
