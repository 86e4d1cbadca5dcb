"""Names in a line: the first ones, and how many more there are."""

from __future__ import annotations

from collections.abc import Iterable

MOST_NAMED = 8


def listed(names: Iterable[object]) -> str:
    """`BEL, DEU and 3 more`."""
    held = [str(one) for one in names]
    rest = len(held) - MOST_NAMED
    return ", ".join(held[:MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")
