"""Whose government is told of by who leads it: `the cabinet of Dutch Prime Minister X has agreed to spend 5 %`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.found_subjects import Found
from burdenshare.reading.tables import word_list

_CABINETS = word_list("governing_bodies")
_UNDERTAKING = word_list("planning_verbs") | word_list("vowing_verbs") | word_list("committing_words")
_TITLED = 6
"""Tokens between `cabinet of` and the name: `Dutch caretaker Prime Minister`."""


def led_by_its_head(context: Context) -> Found | None:
    """The ally whose government, named by its head, undertakes something; the United States ask it of others."""
    parsed, first = context.parsed, context.quantity.first
    for person in parsed.persons[:1]:
        front = parsed.lows[max(0, person.first - _TITLED) : person.first]
        at = next((i for i in range(len(front) - 1) if front[i] in _CABINETS and front[i + 1] == "of"), None)
        homes = {context.calendar.serves(name) for name in person.candidates}
        home = homes.pop() if len(homes) == 1 else ""
        behind = parsed.lows[person.last : first]
        if at is None or not behind or home not in context.calendar.allies or home == "USA":
            return None
        others = {s.entity for s in parsed.subjects if person.last <= s.first < first and s.kind != "pronoun"} - {home}
        if not others and not _UNDERTAKING.isdisjoint(behind[:_TITLED]):
            return Found((home,), person.first, person.last)
    return None
