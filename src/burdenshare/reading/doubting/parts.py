"""Doubts of a promised sum: it is of one service, one project or many years, and read as all that is spent in one."""

from __future__ import annotations

from burdenshare.reading.doubting.promise import Doubt, Promise, words


def of_one_service(promise: Promise) -> bool:
    """`will invest 4.6 billion kroner in the navy`: what one service, weapon or place of the forces gets."""
    if words("services").isdisjoint(promise.parsed.words):
        return False
    behind = promise.parsed.lows[promise.draft.focus[1] : promise.draft.focus[1] + _NEAR]
    at = next((n for n, low in enumerate(behind) if low in words("leading_to_a_part")), None)
    return at is not None and not words("services").isdisjoint(behind[at + 1 :])


_NEAR = 7
"""Tokens behind a sum within which it is said what it is for."""


def of_a_project(promise: Promise) -> bool:
    """`plans to quadruple funding for the European Reassurance Initiative to $3.4 billion`: what one thing gets."""
    if words("projects").isdisjoint(promise.parsed.words):
        return False
    front = promise.parsed.lows[max(0, promise.first - _FAR) : promise.first]
    at = next((n for n, low in enumerate(front) if low in words("funding")), None)
    return at is not None and not words("projects").isdisjoint(front[at:])


_FAR = 12
"""Tokens in front of a sum within which the project stands that gets it."""


def summed_over_years(promise: Promise) -> bool:
    """`By the end of 2020 they will have invested $130 billion more than in 2016; by 2024 the figure will rise to $400
    billion`: added up over years, and no year's."""
    front = promise.parsed.lows[max(0, promise.first - _CLOSE) : promise.first]
    if "have" in front and {"will", "would"} & set(front):
        return True
    nouns = words("the_sum_so_far").intersection(front)
    return promise.told.measure == "expenditure" and bool(nouns) and front[-1:] == ["to"]


def with_something_else(promise: Promise) -> bool:
    """`will spend 4 percent on defence and roads`, `160 billion on defence companies`: more than defence, or a part."""
    behind = promise.parsed.lows[promise.draft.focus[1] : promise.draft.focus[1] + 2 * _NEAR]
    at = next((n for n, low in enumerate(behind) if low in ("defence", "defense", "military")), None)
    if at is None:
        return False
    nearby = behind[at + 1 : at + 3]
    return not words("beside_defence").isdisjoint(nearby[:1] if nearby[:1] != ["and"] else nearby[1:])


def of_others_money(promise: Promise) -> bool:
    """`will spend 160 billion euros of EU money`: another's purse."""
    behind = promise.parsed.lows[promise.draft.focus[1] : promise.draft.focus[1] + _CLOSE]
    return behind[:1] == ["of"] and not {"money", "loans", "funds", "subsidies"}.isdisjoint(behind)


_CLOSE = 6
"""Tokens in front of a sum within which its verb stands."""

OF_PARTS: tuple[Doubt, ...] = (of_one_service, of_a_project, summed_over_years, of_others_money)
"""What is asked of a promised sum that may be a part of spending, or of many years."""
