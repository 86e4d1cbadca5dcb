"""Figures counted in another way than NATO counts: `by national definition`, `on its own accounting`."""

from __future__ import annotations

from burdenshare.reading.drafts import Draft
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import word_list

_DEFINITIONS = word_list("other_definitions")
_LEADING = word_list("leading_to_a_definition")
_AS_NATO = word_list("counting_as_nato_does")
_MEASURES = frozenset(
    {"share_of_gdp", "expenditure", "expenditure_change", "expenditure_growth", "equipment_share", "military_personnel"}
)
_FAR = 5
"""Tokens in front of a definition within which `by` or `under` stands."""


def by_another_definition(parsed: Parsed, draft: Draft) -> bool:
    """`By national definition, Germany spent 1.5 percent`; not `by NATO's definition`, `by any measure`. The record
    holds what NATO counts, so that nothing counted otherwise is refuted by it."""
    if draft.measure not in _MEASURES or _DEFINITIONS.isdisjoint(parsed.words):
        return False
    lows = parsed.lows
    for at, low in enumerate(lows):
        if low not in _DEFINITIONS or lows[at + 1 : at + 2] == ["for"]:
            continue
        front = lows[max(0, at - _FAR) : at]
        led = max((n for n, word in enumerate(front) if word in _LEADING), default=-1)
        if led >= 0 and "," not in front[led:] and _AS_NATO.isdisjoint((*front[led:], *lows[at + 1 : at + 4])):
            return True
    return False
