"""How far a figure is from one that somebody asked for: `20 % less than the ministry was seeking` is no fall."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.tables import word_list

OFF_A_WISH = "a difference from what was asked for, which is no figure of anybody"
_REACH = 12
"""Tokens behind the figure in which the asking is told."""


def off_a_wish(context: Context) -> bool:
    """`€2bn less than the army had asked for`, `15 % below what the ministry requested`."""
    behind = context.after(_REACH)
    if behind[:1] == ["points"]:
        behind = behind[1:]
    if behind[:1] == [] or behind[0] not in word_list("more_or_less_than"):
        return False
    stop = next((i for i, word in enumerate(behind) if word in (",", ";", ".")), len(behind))
    return not _WISHED.isdisjoint(behind[1:stop])


_WISHED = word_list("wished_for")
