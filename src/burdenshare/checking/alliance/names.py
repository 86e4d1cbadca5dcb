"""Names of those who pledge, state and spend, short enough for a list."""

from __future__ import annotations

from burdenshare.record.record import Record

OTHERS = {
    "NATO": "NATO",
    "EU": "European Union",
    "NATO_SECRETARY_GENERAL": "NATO's secretary general",
    "COALITION_WILLING": "Coalition of the willing",
}
"""Actors that are no ally, or whose name in the record is longer than a list needs."""


def name_of(record: Record, actor: str) -> str:
    """Who it is, as a reader knows them."""
    return OTHERS.get(actor) or record.name(actor).removeprefix("the ")
