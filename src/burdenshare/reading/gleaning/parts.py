"""Percentages of something else than GDP: parts of all allied spending, of a budget, of debt."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft


def part_gleaned(context: Context) -> Draft | None:
    """A percentage (or a fraction without a unit) of a whole that is no GDP, which the strict rules left."""
    return None
