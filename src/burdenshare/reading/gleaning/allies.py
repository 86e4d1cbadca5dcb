"""Counts and fractions of allies by the words around them, with a number and without."""

from __future__ import annotations

from burdenshare.reading.context import Calendar, Context
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.parse import Parsed


def allies_gleaned(context: Context) -> Draft | None:
    """A number or fraction of allies that the strict rules left."""
    return None


def members_gleaned(parsed: Parsed, calendar: Calendar, topic: Topic, drafts: list[Draft]) -> list[Draft]:
    """What is said of allies without a figure: `most`, `none`, `all`, and lists that met or missed the line."""
    return []
