"""Requirements of which no verdict is drawn: one mark and one wording for industry, chain and clock."""

from __future__ import annotations

from collections.abc import Sequence

NO_VERDICT = "no verdict"
FIRM, WEAK = "●", "○"
"""Marks of a requirement that can be judged, and of one that rests on rows below press alone."""
KEY = f"{WEAK} rests on rows below press alone: {NO_VERDICT}"


def mark(weak: Sequence[str]) -> str:
    """The mark of a requirement by what of it is weak."""
    return WEAK if weak else FIRM


def weak_words(weak: Sequence[str]) -> str:
    """What rests on rows below press alone."""
    return f"{' and '.join(weak)} rest{'s' if len(weak) == 1 else ''} on rows below press alone"


def judged(told: str, weak: Sequence[str]) -> str:
    """When a requirement is met, in words; where something of it is weak, that it is no verdict."""
    return f"{NO_VERDICT} ({weak_words(weak)}); as drawn: {told}" if weak else told


def beside_words(number: int) -> str:
    """How many requirements are told without a verdict."""
    return f"{number} rest{'s' if number == 1 else ''} on rows below press alone, so that {NO_VERDICT} is drawn"
