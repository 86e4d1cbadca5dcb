"""A target told with where it stands: `the alliance's target, which currently stands at 2 % of GDP`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.tables import word_list

_STANDING_AT = word_list("standing_at")
_LEADING = frozenset({"which", "that"})
_REACH = 5
"""Tokens between the target and whose it is."""


def standing_target(context: Context) -> tuple[int, int] | None:
    """The words of the target that an aside says the height of: what is told is the target, and nobody's spending."""
    lows, at = context.parsed.lows, context.quantity.first - 1
    while at > 0 and lows[at] in _STANDING_AT:
        at -= 1
    if at <= 0 or lows[at] not in _LEADING or at == context.quantity.first - 1:
        return None
    end = at - (lows[at - 1] == ",")
    return next(
        (hit for hit in context.parsed.cues.hits.get("target", ()) if end - 4 <= hit[0] and hit[1] == end), None
    )


def whose_target(context: Context, target: tuple[int, int]) -> Found | None:
    """`Canada's target, which stands at`: the owner right in front of the target, if there is one."""
    for s in reversed(context.parsed.subjects):
        owns = s.possessive or s.kind == "adjective"
        if s.last <= target[0] <= s.last + _REACH and owns and s.entity in context.calendar.bearers:
            return Found((s.entity,), s.first, s.last, s.open)
    return None
