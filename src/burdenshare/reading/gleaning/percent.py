"""Percentages and multiples by the words around them."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft


def percent_gleaned(context: Context) -> Draft | None:
    """A percentage that the strict rules left."""
    return None


def multiple_gleaned(context: Context) -> Draft | None:
    """A multiple (`doubled`, `three times as much`) that the strict rules left."""
    return None
