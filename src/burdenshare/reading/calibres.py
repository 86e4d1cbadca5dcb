"""Calibres: the 155 of `155 mm`, `155-mm`, `155mm` and `155-millimetre` counts nothing."""

from __future__ import annotations

from collections.abc import Sequence

_UNITS = frozenset({"mm", "millimetre", "millimeter", "millimetres", "millimeters", "caliber", "calibre"})


def is_calibre(behind: Sequence[str]) -> bool:
    """Whether the words behind a number make it a calibre."""
    words = [word for word in behind[:2] if word != "-"]
    return bool(words) and words[0] in _UNITS and (len(words) == 1 or behind[0] in _UNITS)
