"""Promises that a bill, a proposal or a vote only asks for: nobody has decided on them yet."""

from __future__ import annotations

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

UNDECIDED: tuple[Doubt, ...] = (of_a_bill,)
"""What is asked of every promise that somebody may only have moved."""
