"""Doubts of a promise that no owner was found for."""

from __future__ import annotations

from burdenshare.reading.doubting.promise import Doubt, Promise


def owned_by_nobody(promise: Promise) -> bool:
    """`The kingdom has set a target of 1.22% by 2024`, of one of several before: not all allies', unless all were
    asked for that share by that year."""
    year = promise.told.period[:4]
    return not promise.asked or bool(year and promise.years_agreed and year not in promise.years_agreed)


OF_NOBODY: tuple[Doubt, ...] = (owned_by_nobody,)
"""What is asked of a promise without an owner."""
