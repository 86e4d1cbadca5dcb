"""Figures whose owner stands behind them, though somebody else stands in front: what one is held against."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.misplaced.words import words
from burdenshare.reading.parse import Parsed

_MEASURES = frozenset({"share_of_gdp", "expenditure", "military_personnel", "aid"})
_AGAINST = words("held_against")
_LEADING = words("leading_to_its_owner")
_REACH = 5
"""Tokens behind a figure, with its unit, within which its own owner begins."""


def of_the_one_behind(context: Context, draft: Draft) -> bool:
    """`spends $876 billion, more than twice the $419 billion of its European allies`, `exceed the $64.3 billion France
    devotes to it`: read as the figure of whoever stands in front."""
    parsed, (first, end) = context.parsed, context.quantity.core
    if draft.measure not in _MEASURES or not _the_one_that(parsed, first):
        return False
    if not any(s.entity in draft.subject and s.last <= context.quantity.first for s in parsed.subjects):
        return False
    for s in parsed.subjects:
        if end <= s.first <= end + _REACH and s.kind != "pronoun" and s.entity not in (*draft.subject, "NATO"):
            return _LEADING.issuperset(parsed.lows[max(end, draft.last) : s.first])
    return False


def _the_one_that(parsed: Parsed, first: int) -> bool:
    """`exceed the $64.3 billion`, `twice the 419 billion`: held against a figure that is pointed at."""
    at = first - 1
    while at > 0 and (parsed.tokens[at].kind != "word" or parsed.lows[at] in _SIGNS):
        at -= 1
    return at > 0 and parsed.lows[at] == "the" and parsed.lows[at - 1] in _AGAINST


_SIGNS = frozenset({"us", "usd", "eur", "about", "around", "some", "roughly"})


def part_of_anothers(context: Context, draft: Draft) -> bool:
    """`Canada's 1.4% is less than half America's 3.4%`: below a half of it, and no bound of the whole."""
    if draft.measure not in _MEASURES or draft.comparator not in ("<", ">", "<=", ">="):
        return False
    between = context.parsed.lows[max(0, context.quantity.first - 3) : context.quantity.core[0]]
    return not _PARTS.isdisjoint(between) and "than" in between


_PARTS = frozenset({"half", "twice", "third", "quarter", "thrice", "double"})


def of_its_economy(context: Context, draft: Draft) -> bool:
    """`America's GDP is 54 percent of the allies' total`: a part of all output, and not of what is spent."""
    if draft.measure != "share_of_total" or _ECONOMY.isdisjoint(context.parsed.words):
        return False
    lows, first = context.parsed.lows, context.quantity.first
    owners = [s for s in context.parsed.subjects if s.entity in draft.subject and s.last <= first and s.possessive]
    return bool(owners) and not _ECONOMY.isdisjoint(lows[owners[-1].last : owners[-1].last + 2])


_ECONOMY = frozenset({"gdp", "economy", "output", "population", "wealth"})


def in_one_list(context: Context, draft: Draft) -> bool:
    """`Germany and France, which spend 2.12 and 2.06 percent`: figures joined as their owners are, each of one of
    them, and read as a figure of both."""
    if len(draft.subject) < _SEVERAL or draft.measure not in _MEASURES:
        return False
    lows = context.parsed.lows
    for q in context.parsed.quantities:
        if q.core == context.quantity.core or q.value.central > _MOST:
            continue
        first, second = (q, context.quantity) if q.core[0] < context.quantity.core[0] else (context.quantity, q)
        if second.first - first.core[1] == 1 and lows[first.core[1]] == "and" and (first.unit in ("", second.unit)):
            return True
    return False


_SEVERAL = 2
_MOST = 1000.0
"""Above it a bare number in front of `and` is a year."""
