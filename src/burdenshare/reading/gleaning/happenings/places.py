"""Ranks, accessions, events and offices that the strict rules left."""

from __future__ import annotations

from burdenshare.reading.context import Calendar
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.parse import Parsed


def places_gleaned(parsed: Parsed, calendar: Calendar, topic: Topic, drafts: list[Draft]) -> list[Draft]:
    """Ranks and dated happenings of one sentence, beside those in `drafts`."""
    return []
