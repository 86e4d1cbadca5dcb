"""What the verb behind a further sum says of it: `an additional €700 million will be allocated to defence`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.tables import word_list

AHEAD, ALLOTTED = "ahead", "allotted"

_WILL = frozenset({"will", "would", "shall"})
_BE = frozenset({"is", "are", "was", "were", "been", "be"})
_ALLOTTING = word_list("allotting_participles")


def told_behind(context: Context) -> str:
    """Whether the sum is still to come (`will be`, `is to be`, `are being`), or was set aside: then by how much one
    year is above another is not told (`an extra €2 billion was allocated`). Empty where neither is told."""
    after = context.after(5)
    if not after or (after[0] not in _WILL and _BE.isdisjoint(after[:3])):
        return ""
    if after[0] in _WILL or (after[0] in ("is", "are") and after[1:2] in (["to"], ["being"])):
        return AHEAD
    verb = after[0] in _BE or (after[0] in ("has", "have", "had") and after[1:2] == ["been"])
    return ALLOTTED if verb and not _ALLOTTING.isdisjoint(after[1:]) else ""


def would_be(context: Context) -> bool:
    """`£13.4bn more will be spent annually`, `an increase of at least £13.4bn a year would still be short of it`."""
    behind = context.after(14)
    at = next((i for i, word in enumerate(behind) if word in ("will", "would")), None)
    return at is not None and {";", "and", "but", "while"}.isdisjoint(behind[:at]) and "be" in behind[at : at + 3]
