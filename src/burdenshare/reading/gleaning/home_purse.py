"""Whose budget it is where a sentence names nobody: that of the one ally the whole text is about."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.found_subjects import Found


def at_home(context: Context) -> Found | None:
    """`Next year's national defence funding will amount to €2.16 billion`, in a text about Latvia."""
    home = context.topic.home
    if not home or not (context.cue("defence") and context.cue("spending")) or context.foreign_body():
        return None
    others = [s for s in context.parsed.subjects if s.kind != "pronoun" and s.entity not in (home, "NATO", "UKR")]
    at = context.quantity.first
    return None if others else Found((home,), at, at, carried=True)
