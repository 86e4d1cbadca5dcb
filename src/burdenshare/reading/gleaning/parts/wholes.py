"""What all allies spend on defence, however it is put together: `NATO countries' total spending on defence`."""

from __future__ import annotations

from functools import cache

from burdenshare.reading.context import Context
from burdenshare.reading.gleaning.growth.marks import Mark
from burdenshare.reading.tables import load_table
from burdenshare.reading.tokens import Token


@cache
def _words(name: str) -> frozenset[str]:
    return frozenset(load_table("glean_parts")[name]["words"])


def wholes(context: Context) -> list[Mark]:
    """Every phrase of the sentence for what all allies spend, built of the alliance's name, words of summing up and of
    defence, and a noun of spending, in either order."""
    tokens = context.parsed.tokens
    large = context.quantity.value.central > _LARGEST_KEY
    if not any(_sums(tokens, i, large=large) for i in range(len(tokens))):
        return []
    found: list[Mark] = []
    for s in context.parsed.subjects:
        if s.entity != "NATO" or s.kind == "pronoun":
            continue
        behind = _noun_behind(tokens, s.last, large=large)
        if behind:
            found.append(Mark(s.first, behind, "whole"))
            continue
        front = _noun_in_front(tokens, s.first, large=large)
        if front >= 0:
            found.append(Mark(front, s.last, "whole"))
    return found


_LARGEST_KEY = 30.0
"""No member pays a larger part of the alliance's own budget: more than that is of what all spend, however it is put."""
_BUDGETS = frozenset({"budget", "budgets"})
_MILITARY = frozenset({"defence", "defense", "military"})


def _sums(tokens: list[Token], at: int, *, large: bool) -> bool:
    """A noun of spending; for a large part also `three-fifths of the bloc's military budget`."""
    if tokens[at].low in _words("set_spending_nouns"):
        return True
    return large and tokens[at].low in _BUDGETS and at > 0 and tokens[at - 1].low in _MILITARY


def _noun_behind(tokens: list[Token], at: int, *, large: bool) -> int:
    """Where `total defence spending` ends behind the alliance's name; 0 where none stands there."""
    at += at + 1 < len(tokens) and tokens[at].text == "'"  # "NATO countries' total spending"
    start = at
    while at < len(tokens) and at - start < 5 and tokens[at].low in _words("set_summing"):
        at += 1
    return at + 1 if at < len(tokens) and _sums(tokens, at, large=large) else 0


def _noun_in_front(tokens: list[Token], first: int, *, large: bool) -> int:
    """Where `the combined military spending of` starts in front of the alliance's name; -1 where it does not."""
    at = first - 1
    while at > 0 and tokens[at].low in ("the", "all", "its", "every"):
        at -= 1
    if at < 1 or tokens[at].low not in ("of", "by", "across", "in", "among"):
        return -1
    at -= 1
    if tokens[at].low in ("defence", "defense") and tokens[at - 1].low == "on":
        at -= 2  # "total spending on defence by NATO members"
    if at < 0 or not _sums(tokens, at, large=large):
        return -1
    start = at
    while start > 0 and at - start < 4 and tokens[start - 1].low in _words("set_summing"):
        start -= 1
    return start
