"""Shares of gross national income, where that is far from the gross domestic product."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft

_FAR_FROM_GDP = frozenset({"LUX"})
"""Much of what Luxembourg makes is earned by people and firms elsewhere: its income is some seven tenths of its GDP,
and its commitment is told of the income. In every other ally the two lie within a few per cent of each other."""
_MEASURES = frozenset({"share_of_gdp", "guideline"})


def of_an_income_unlike_gdp(context: Context, draft: Draft) -> bool:
    """`Luxembourg will spend two percent of gross national income`, `2 % this year, measured in GNI`: not that share
    of its GDP."""
    if draft.measure not in _MEASURES or _FAR_FROM_GDP.isdisjoint(draft.subject):
        return False
    words = context.parsed.words
    return "gni" in words or {"gross", "national", "income"} <= set(words)
