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
    if "gni" not in words and not {"gross", "national", "income"} <= set(words):
        return False
    behind = context.parsed.lows[context.quantity.core[1] : context.quantity.core[1] + _NEAR]
    first = next((low for low in behind if low in _WHOLES), "")
    return first not in ("gdp", "domestic")  # "1.3 % of GDP and 2 % of GNI"


_WHOLES = frozenset({"gdp", "domestic", "gni", "income"})
_NEAR = 6
"""Tokens behind a share within which its whole stands."""
