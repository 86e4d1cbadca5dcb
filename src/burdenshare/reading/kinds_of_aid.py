"""Which kind of aid the words name: the tracker counts military, financial and humanitarian aid, and all together."""

from __future__ import annotations

from collections.abc import Sequence

KINDS = ("military", "financial", "humanitarian")
IN_FRONT = 4
"""Words in front of a place or comparison that may still name the kind (`military aid worth more than`)."""


def kind_of_aid(lows: Sequence[str], first: int, last: int) -> str:
    """The kind that words around tokens `first`..`last` name; empty for all of it."""
    said = set(lows[max(0, first - IN_FRONT) : last])
    return next((kind for kind in KINDS if kind in said), "")
