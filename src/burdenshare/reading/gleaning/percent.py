"""Shares of GDP, recorded and promised, by the words around them."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft


def percent_gleaned(context: Context) -> Draft | None:
    """A percentage that the strict rules left, as a share of GDP or a target."""
    return None
