"""Help that was given, told behind help to come: `will give 9 billion, while in 2024 the amount was 16 billion`."""

from __future__ import annotations

from burdenshare.reading.context import Context

_TURNS = frozenset({"while", "whereas", "but", "compared"})
_GIVEN = frozenset({"was", "were", "gave", "stood"})


def told_apart(context: Context, start: int) -> bool:
    """Whether a turn and a past verb stand between token `start`, where what is to come is told, and the sum."""
    between = context.parsed.lows[start : context.quantity.first]
    turn = next((i for i, word in enumerate(between) if word in _TURNS), None)
    return turn is not None and not _GIVEN.isdisjoint(between[turn:])
