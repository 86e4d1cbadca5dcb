"""Whom a pronoun in front of a share means: `Look at Canada. They're only at 1.27 percent.`"""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.found_subjects import Found

_PRONOUNS = frozenset({"they", "it", "she", "he"})
_STANDING = frozenset({"are", "is", "sit", "sits", "stand", "stands", "remain", "remains", "hover", "hovers", "still"})
_HEDGES = frozenset({"only", "just", "now", "currently", "still", "barely", "about", "around", "somewhere", "like"})
_MANY = frozenset({"allies", "members", "countries", "nations", "governments", "europeans", "states", "others"})
"""Beside one of these in the sentence before, `they` may be all of them."""


def stands_at(context: Context) -> Found | None:
    """The one ally that the sentence before names, where a pronoun and a verb of standing open this one and the figure
    follows at once: no other body, and nobody in the plural, stands there."""
    lows, first = context.parsed.lows, context.quantity.first
    front = [low for low in lows[:first] if low not in _HEDGES and low not in ('"', "“", "'", "and", "but", ",")]
    if not front or front[0] not in _PRONOUNS or front[-1] != "at" or not _STANDING.issuperset(front[1:-1]):
        return None
    back = context.previous
    if back is None or not _MANY.isdisjoint(back.words):
        return None
    named = {s.entity for s in back.subjects if s.kind != "pronoun"}
    one = next(iter(named)) if len(named) == 1 else ""
    return Found((one,), first, first, carried=True) if one in context.calendar.allies else None
