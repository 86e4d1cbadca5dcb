"""Months without a year: `the July summit`, `was accepted at a summit in June`. Which year is meant, and how surely."""

from __future__ import annotations

from datetime import date

from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import load_table

NEAR = 2
"""Months from that of the text within which the nearest one is meant whatever the words."""


def year_of_month(parsed: Parsed, month: int, at: int, on: date) -> tuple[int, bool]:
    """(the year, whether the words leave no other): by what is told to come or to have been, by the tense, else the
    nearest. What was done in a month later than the text's was done in the year before. `at` is the month's token."""
    words = f" {parsed.text(0, len(parsed.tokens))} "
    if _done_at_it(parsed, at):
        return on.year - (1 if month > on.month else 0), True
    if _holds(words, "ahead"):
        return on.year + (1 if month < on.month else 0), True
    if _holds(words, "behind"):
        return on.year - (1 if month > on.month else 0), True
    clause = f" {parsed.text(*parsed.clause(at, at + 1))} "
    if month > on.month and _holds(clause, "told_past"):
        return on.year - 1, False
    nearest = min((on.year - 1, on.year, on.year + 1), key=lambda y: abs((date(y, month, 15) - on).days))
    apart = min((month - on.month) % 12, (on.month - month) % 12)
    return nearest, apart <= NEAR


def _done_at_it(parsed: Parsed, at: int) -> bool:
    """`agreed at a June summit to raise it over the next decade`: done there, whatever it is to bring."""
    front = parsed.lows[max(0, at - DONE_NEAR) : at]
    placed = next((n for n in range(len(front) - 1, 0, -1) if front[n] in ("at", "during")), 0)
    done = frozenset(load_table("events")["told_past"]["words"])
    return placed > 0 and front[placed - 1] in done and front[placed - 2 : placed - 1] != ["be"]


DONE_NEAR = 5
"""Words in front of a month within which stands what was done at the meeting of it."""


def _holds(words: str, name: str) -> bool:
    return any(f" {one} " in words for one in load_table("events")[name]["words"])
