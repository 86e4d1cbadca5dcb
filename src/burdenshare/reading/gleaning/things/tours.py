"""Soldiers named by their people: `some 800 Germans serve there`."""

from __future__ import annotations

from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.things.counted import Look, Thing
from burdenshare.reading.gleaning.things.owning import Owner, bearers
from burdenshare.reading.gleaning.things.telling import told


def serving_people(look: Look) -> Draft | None:
    """A demonym behind the number and a verb of serving behind it, with a place."""
    context = look.context
    q = context.quantity
    people = next((s for s in context.parsed.subjects if s.first == q.core[1] and s.kind == "demonym"), None)
    if people is None or people.entity not in bearers(context) or q.value.central < 100 or look.has("lost"):
        return None
    if not look.has("tour", people.last, people.last + 4):
        return None
    thing = Thing("soldiers", "persons", people.first, people.last)
    return told(look, thing, Owner((people.entity,), q.first), "troops", "persons")
