"""Doubts of a promised sum of money: whose it is."""

from __future__ import annotations

from burdenshare.reading.doubting.of_one import led_in
from burdenshare.reading.doubting.promise import Doubt, Promise


def owner_in_a_title(promise: Promise) -> bool:
    """`US President Donald Trump said NATO allies' commitment will add "more than $1 trillion a year"`: the country of
    the one who speaks, and others stand between."""
    owners = [s for s in promise.owners if s.last <= promise.first]
    if not owners or any(promise.bears(s) or s.possessive for s in owners):
        return False
    return any(owners[-1].last <= first < promise.first for first, _ in promise.of_all)


def year_not_told(promise: Promise) -> bool:
    """`This means that Croatia will increase its spending by 40 percent`, told of a plan for five years."""
    return promise.told.period_from in ("now", "assumed")


OF_SUMS: tuple[Doubt, ...] = (owner_in_a_title, led_in, year_not_told)
"""What is asked of a promised sum of money."""
