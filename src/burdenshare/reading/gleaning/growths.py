"""Rises and falls of spending in per cent or as a multiple, by the words around them."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft


def growth_gleaned(context: Context) -> Draft | None:
    """A percentage of rise or fall that the strict rules left."""
    return None


def multiple_gleaned(context: Context) -> Draft | None:
    """A multiple (`doubled`, `three times as much`) that the strict rules left, as growth in per cent."""
    return None
