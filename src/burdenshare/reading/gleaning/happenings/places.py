"""Ranks, accessions, events and offices that the strict rules left."""

from __future__ import annotations

from burdenshare.reading.context import Calendar
from burdenshare.reading.drafts import Draft, Topic
from burdenshare.reading.gleaning.happenings.dated import dated
from burdenshare.reading.gleaning.happenings.entries import entries
from burdenshare.reading.gleaning.happenings.standings import standings
from burdenshare.reading.model import Kind
from burdenshare.reading.parse import Parsed


def places_gleaned(parsed: Parsed, calendar: Calendar, topic: Topic, drafts: list[Draft]) -> list[Draft]:
    """Ranks and dated happenings of one sentence, beside those in `drafts`."""
    found = [*standings(parsed, calendar, topic), *entries(parsed, calendar, topic), *dated(parsed, calendar)]
    kept: list[Draft] = []
    for draft in found:
        if not any(_same(draft, other) for other in (*drafts, *kept)):
            kept.append(draft)
    return kept


def _same(draft: Draft, other: Draft) -> bool:
    """One thing told once: the same measure and value, of the same owner or at the same words."""
    overlap = min(draft.focus[1], other.focus[1]) > max(draft.focus[0], other.focus[0])
    if draft.kind is Kind.EVENT and draft.measure == other.measure and overlap:
        return True  # what the strict rule dated is not dated again
    if (draft.measure, draft.value) != (other.measure, other.value):
        return False
    return overlap or (draft.subject, draft.period) == (other.subject, other.period)
