"""Sums of money by the words around them."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft


def sum_gleaned(context: Context) -> Draft | None:
    """A sum of money that the strict rules left."""
    return None
