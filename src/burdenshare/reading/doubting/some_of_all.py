"""Promises of some allies, or of one that is an example: `some allies want`, `allies such as Poland`, `Germany among
them`."""

from __future__ import annotations

from burdenshare.reading.doubting.promise import Doubt, Promise, words

_NEAR = 6
"""Tokens behind a share within which its own year stands."""


def some_allies(promise: Promise) -> bool:
    """`Some allies want to spend 5 percent`, `not every ally wants to`, `NATO's ten laggards must`: not all of them."""
    if promise.told.subject != ("NATO",):
        return False
    lows = promise.parsed.lows[: promise.first]
    if _some_and_others(promise):
        return True
    if words("laggards").intersection(lows) or {"minus", "without"} & set(lows[:3]):
        return True
    nouns = [first for first, _ in promise.parsed.cues.spans("member_nouns", 0, promise.first)]
    if any(lows[max(0, at - 2) : at] in (["not", "every"], ["not", "all"]) for at in nouns):
        return True
    return any(at > 0 and lows[at - 1] in words("some_allies") for at in nouns)


def _some_and_others(promise: Promise) -> bool:
    """`Some “will have to reach 5 percent of their GDP, others less”`: told of some, without a noun."""
    lows, end = promise.parsed.lows, promise.draft.focus[1]
    others = next((i for i in range(end, min(len(lows), end + _NEAR)) if lows[i] == "others"), None)
    if others is None:
        return False
    front = lows[max(0, promise.first - _SOME_REACH) : promise.first]
    return "some" in front and not _HOW_MUCH.isdisjoint(lows[others + 1 : others + 3])


_HOW_MUCH = frozenset({"less", "more", "only", "need", "will", "do", "not"})
_SOME_REACH = 10
"""Tokens in front of a share within which `some` opens what is told of them."""


def one_for_an_example(promise: Promise) -> bool:
    """`Allies such as Poland want to spend 5 percent`, `Allies, Germany among them, want`: told of more than one."""
    lows = promise.parsed.lows
    for s in promise.owners:
        if s.last > promise.first or len(promise.told.subject) > 1:
            continue
        if lows[max(0, s.first - 2) : s.first] == ["such", "as"] or lows[s.first - 1 : s.first] == ["including"]:
            return True
        if lows[s.last : s.last + 2] in (["among", "them"], ["for", "example"], ["for", "instance"]):
            return True
    return False


def another_year_behind(promise: Promise) -> bool:
    """`agreed in 2014 to spend 2 percent by 2024 and in 2025 to spend 5 by 2035`: a year of its own right behind it."""
    end = promise.draft.focus[1]
    due = [p for p in promise.parsed.periods if p.role == "by" and end <= p.first <= end + _NEAR and len(p.value) == 4]
    told = promise.told.period
    return bool(due) and bool(told) and due[0].value not in told and not _another_share(promise, due[0].first)


def _another_share(promise: Promise, stop: int) -> bool:
    end = promise.draft.focus[1]
    return any(end <= q.core[0] < stop for q in promise.parsed.quantities)


def allowed(promise: Promise) -> bool:
    """`members should be allowed to spend 1.5 percent outside the debt rules`: what they may, and need not."""
    front = promise.parsed.lows[max(0, promise.first - _NEAR) : promise.first]
    return not {"allowed", "permitted", "free", "lets", "let", "allows", "entitled"}.isdisjoint(front)


SOME_OF_ALL: tuple[Doubt, ...] = (some_allies, one_for_an_example, another_year_behind, allowed)
"""What is asked of every promised share that may be some allies' only."""
