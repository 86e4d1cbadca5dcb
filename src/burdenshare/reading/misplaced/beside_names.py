"""Owners that are only named beside the one who is meant: a neighbour, a rival, one of a list, one for many."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.context import GROUPS, Context
from burdenshare.reading.drafts import Draft

_MEASURES = frozenset({"share_of_gdp", "expenditure", "military_personnel", "aid"})
_REACH = 5
"""Tokens in front of a group within which it is told what somebody is among them."""


def of_an_unnamed_other(context: Context, draft: Draft) -> bool:
    """`Germany spent 2.1 percent. The country next door spent 4.1`: carried to one whom the sentence does not name."""
    if draft.measure not in _MEASURES or _UNNAMED.isdisjoint(context.parsed.words):
        return False
    if any(s.entity in draft.subject for s in context.parsed.subjects):
        return False
    front = context.parsed.lows[: context.quantity.first]
    return not {"neighbour", "neighbor"}.isdisjoint(front) or ("next", "door") in set(pairwise(front))


_UNNAMED = frozenset({"neighbour", "neighbor", "door"})


def with_the_largest_army(context: Context, draft: Draft) -> bool:
    """`the largest army in the EU, 203,000 soldiers`: among whom it is the largest, and not whose it is."""
    if draft.measure != "military_personnel" or not set(draft.subject) & GROUPS:
        return False
    lows = context.parsed.lows
    own = [s for s in context.parsed.subjects if s.entity in draft.subject and s.last <= context.quantity.first]
    led = lows[max(0, own[-1].first - _REACH) : own[-1].first] if own else []
    return not {"largest", "biggest", "smallest", "strongest"}.isdisjoint(led) and not {"in", "of"}.isdisjoint(led)


def of_its_neighbours(context: Context, draft: Draft) -> bool:
    """`The European allies that border Russia spend 3 percent`, `Spain's ally spends 2`, `Either Spain or Italy does`:
    read as what Russia, Spain or Italy spends."""
    if draft.measure not in (*_MEASURES, "military_expenditure") or len(draft.subject) != 1:
        return False
    lows = context.parsed.lows
    own = [s for s in context.parsed.subjects if s.entity in draft.subject and s.last <= context.quantity.first]
    if not own:
        return False
    at, end = own[-1].first, own[-1].last
    if own[-1].possessive and lows[end : end + 1] in (["ally"], ["partner"], ["rival"], ["neighbour"], ["neighbor"]):
        return True
    if at > 1 and lows[at - 1] == "or":
        return any(s.last == at - 1 and s.entity in context.calendar.allies for s in context.parsed.subjects)
    return at > 0 and lows[at - 1] in _BORDERING


def like_one(context: Context, draft: Draft) -> bool:
    """`Countries like Spain spend 2 percent`: of several, for whom one stands."""
    lows = context.parsed.lows
    return draft.measure in _MEASURES and any(
        s.entity in draft.subject and s.first > 1 and lows[s.first - 1] == "like" and lows[s.first - 2] in _LIKENED
        for s in context.parsed.subjects
        if s.last <= context.quantity.first
    )


_LIKENED = frozenset({"countries", "country", "allies", "ally", "members", "member", "nations", "nation", "states"})


_BORDERING = frozenset(
    {"against", "border", "bordering", "borders", "deter", "face", "facing", "fear", "fearing", "near"}
)


def joined_to_a_group(context: Context, draft: Draft) -> bool:
    """`The Nordics and Poland spend 3 percent`: read as Poland's alone."""
    if draft.measure not in _MEASURES or len(draft.subject) != 1 or draft.subject[0] in GROUPS:
        return False
    own = [s for s in context.parsed.subjects if s.entity in draft.subject and s.last <= context.quantity.first]
    at = own[-1].first - 1 if own else 0
    if at < 1 or context.parsed.lows[at] != "and":
        return False
    return any(s.last == at and s.entity in GROUPS and not s.possessive for s in context.parsed.subjects)
