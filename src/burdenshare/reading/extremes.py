"""Whose a share is that a superlative tells: `With the lowest spending in the alliance at 1.3 percent of GDP, it …`."""

from __future__ import annotations

from burdenshare.reading.context import GROUPS, Context
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.tables import word_list

_SUPERLATIVES = word_list("superlatives") | {"lowest", "smallest", "weakest", "poorest", "best", "worst"}
_AMONG = frozenset({"in", "of", "among", "amongst", "within", "across"})
_REACH = 7
"""Tokens between a superlative and the group: `the lowest defence spending in the alliance`."""
_BEHIND = 10
"""Tokens from the share to the one it is told of: `at 1.3 percent of GDP, Spain`."""


def of_one_in_the_group(context: Context, found: Found) -> bool:
    """Whether the group is only where the highest or lowest is sought, and no owner of the share."""
    if found.carried or found.entities[0] not in GROUPS or found.last > context.quantity.first:
        return False
    lows = context.parsed.lows
    at = found.first
    while at > 0 and lows[at - 1] in ("the", "all"):
        at -= 1
    led = at > 0 and lows[at - 1] in _AMONG
    return led and not _SUPERLATIVES.isdisjoint(lows[max(0, at - _REACH) : at])


def whose_extreme(context: Context, group: Found) -> Found | None:
    """The ally named in front of the group, else behind the share, else the one the sentence before spoke of alone."""
    end, allies, subjects = context.quantity.core[1], context.calendar.allies, context.parsed.subjects
    behind = [s for s in subjects if end <= s.first <= end + _BEHIND]
    front = [s for s in subjects if s.last <= group.first]
    named = (front[-1:] if front and front[-1].entity in allies else []) or behind[:1]
    if named and named[0].entity in allies:
        return Found((named[0].entity,), named[0].first, named[0].last)
    told = context.previous.subjects if context.previous is not None else []
    back = {s.entity for s in told if s.entity in allies}
    if len(back) != 1 or not behind or behind[0].kind != "pronoun":
        return None
    at = context.quantity.first
    return Found((back.pop(),), at, at, carried=True)
