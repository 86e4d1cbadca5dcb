"""Promises that nobody has decided on, or does any longer: a bill, a hope, a target that was dropped, a poll."""

from __future__ import annotations

from itertools import pairwise

from burdenshare.reading.doubting.parts import with_something_else
from burdenshare.reading.doubting.promise import Doubt, Promise, words


def of_a_bill(promise: Promise) -> bool:
    """`A bill before the Italian parliament would set defence spending at 2 percent by 2028`: what would be if it
    passed; not `the bill that parliament adopted will`."""
    if words("bills").isdisjoint(promise.parsed.words):
        return False
    front = promise.parsed.lows[max(0, promise.first - _FAR) : promise.first]
    at = next((n for n, low in enumerate(front) if low in words("bills")), len(front))
    return not words("if_passed").isdisjoint(front[at:]) and words("passed").isdisjoint(front)


_FAR = 16
"""Tokens in front of a figure within which the bill stands that would set it."""


def hoped_by_another(promise: Promise) -> bool:
    """`Germany hopes that Spain will spend 4 percent`, `fears that it will have to`: what somebody hopes or fears is no
    promise."""
    if words("hoping").isdisjoint(promise.parsed.words):
        return False
    front = promise.parsed.lows[max(0, promise.first - _FAR) : promise.first]
    at = next((n for n, low in enumerate(front) if low in words("hoping")), None)
    if at is None or front[max(0, at - 1) : at] in (["no"], ["not"], ["little"], ["without"]):
        return False  # "I've got no doubt that we will spend 3 percent"
    return front[at + 1 : at + 2] != ["to"]


def given_up(promise: Promise) -> bool:
    """`Germany dropped its target of 4 percent by 2030`, `will miss 4 percent`: what nobody will keep."""
    lows, end = promise.parsed.lows, promise.draft.focus[1]
    if words("giving_up").isdisjoint(promise.parsed.words):
        return False
    front = lows[max(0, promise.first - _NEAR) : promise.first]
    denied = {"not", "n't", "never", "without"}.isdisjoint(lows[max(0, promise.first - _FAR) : promise.first])
    behind = lows[end : end + _NEAR]
    dropped = any(a in ("was", "is", "were", "been") and b in words("giving_up") for a, b in pairwise(behind))
    return (not words("giving_up").isdisjoint(front) and denied) or dropped


def polled(promise: Promise) -> bool:
    """`Germans want to spend 4 percent on defence by 2030, a poll finds`: what people say, and no country's promise."""
    return not words("polls").isdisjoint(promise.parsed.words)


def held_wrong(promise: Promise) -> bool:
    """`Committing to a target of 5 percent would not only be unreasonable`, `called a goal of 5 percent absurd`: what
    somebody finds wrong he does not promise; `the 2 percent target is unrealistic` leaves the known line as it is."""
    if words("held_wrong").isdisjoint(promise.parsed.words):
        return False
    lows, end = promise.parsed.lows, promise.draft.focus[1]
    behind = lows[end : end + _JUDGED_REACH]
    at = next((i for i, low in enumerate(behind) if low in words("held_wrong")), None)
    if at is None or {";", "but", "while"} & set(behind[:at]):
        return False
    supposed = ("would", "be") in set(pairwise(low for low in behind[:at] if low not in _SOFT))
    called = not words("calling").isdisjoint(lows[max(0, promise.first - _JUDGED_REACH) : promise.first])
    return supposed or (called and at <= _NEAR and not promise.definite)


_JUDGED_REACH = 10
"""Tokens between a figure and the verb or the word that judges it."""
_SOFT = frozenset({"not", "only", "also", "simply", "clearly", "n't"})


def without_it(promise: Promise) -> bool:
    """`was set without a clear Norwegian commitment of 2 percent`: the words tell that there is none."""
    front = promise.parsed.lows[max(0, promise.first - _JUDGED_REACH) : promise.first]
    at = next((i for i, low in enumerate(front) if low in ("without", "lacks", "lacking")), None)
    return at is not None and not words("what_is_fulfilled").isdisjoint(front[at:]) and "," not in front[at:]


def rather_not(promise: Promise) -> bool:
    """`had better things to do than spend 5 percent`, `instead of spending 5 percent`: what somebody would not do."""
    front = promise.parsed.lows[max(0, promise.first - _CLOSE) : promise.first]
    pairs = set(pairwise(front))
    return bool({("than", "spend"), ("than", "spending"), ("than", "to"), ("instead", "of")} & pairs)


def an_average(promise: Promise) -> bool:
    """`will on average spend 5.4 percent until 2029`: of several years together, and no height that is reached."""
    front = promise.parsed.lows[max(0, promise.first - _NEAR) : promise.first]
    return ("on", "average") in set(pairwise(front)) or ("average", "of") in set(pairwise(front))


def once_thought_of(promise: Promise) -> bool:
    """`Originally, the plan was to reach the two percent limit only in 2026`: a plan that another has replaced."""
    front = promise.parsed.lows[: promise.first]
    at = next((i for i, low in enumerate(front) if low in words("at_first")), None)
    return at is not None and not _THEN_PLANNED.isdisjoint(front) and not _WAS.isdisjoint(front[at:])


_THEN_PLANNED = frozenset({"plan", "plans", "planned", "goal", "target", "aim", "aimed", "intended", "intention"})
_WAS = frozenset({"was", "were", "had", "planned", "aimed", "intended"})
_CLOSE = 4
_NEAR = 7
"""Tokens beside a figure within which its plan is given up."""


UNDECIDED: tuple[Doubt, ...] = (
    once_thought_of,
    of_a_bill,
    hoped_by_another,
    given_up,
    polled,
    with_something_else,
    rather_not,
    held_wrong,
    without_it,
    an_average,
)
"""What is asked of every promise that somebody may only have moved."""
