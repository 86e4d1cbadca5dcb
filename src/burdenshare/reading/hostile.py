"""Data from outside the house, made harmless: short strings of printable characters, finite numbers, whole offsets."""

from __future__ import annotations

import unicodedata

MOST_DIGITS = 15
"""Digits of a whole number that a float holds exactly; no sum of money on earth has more."""


def plain(given: object, most: int) -> str:
    """`given` as one line of at most `most` characters: no control, format, private or half (surrogate) characters.

    Anything but a string becomes empty: the text of an object from outside is not worth calling its methods for.
    """
    if not isinstance(given, str):
        return ""
    kept = (" " if one.isspace() else one for one in given[: 4 * most] if one.isspace() or _harmless(one))
    line = " ".join("".join(kept).split())
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def finite(given: object) -> float | None:
    """`given` as a float, or None where it is no number, not finite, or larger than any sum of money."""
    if isinstance(given, bool) or not isinstance(given, int | float):
        return None
    return float(given) if abs(given) < 10**MOST_DIGITS else None


def whole(given: object) -> int | None:
    """`given` as a whole number, or None."""
    return given if isinstance(given, int) and not isinstance(given, bool) else None


def _harmless(one: str) -> bool:
    return not unicodedata.category(one).startswith("C")
