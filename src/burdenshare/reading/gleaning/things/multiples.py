"""What is needed as a multiple of what there is: `a fivefold increase in air defence is what the alliance requires`."""

from __future__ import annotations

from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.things.counted import Look, Thing, marks_in
from burdenshare.reading.gleaning.things.owning import Owner, a_body, owner_of
from burdenshare.reading.gleaning.things.telling import told

_SHIELD = ("air defence", "air defense", "air and missile defence", "air and missile defense", "missile defence")


def _only(look: Look) -> Owner | None:
    """The one body the sentence names."""
    named = {s.entity for s in look.context.parsed.subjects if a_body(look.context, s)}
    return Owner((named.pop(),), look.context.quantity.first, sure=False) if len(named) == 1 else None


def multiple_needed(look: Look) -> Draft | None:
    """Several times the capability of today, with a verb of need in the sentence."""
    parsed = look.context.parsed
    words = parsed.text(0, len(parsed.tokens))
    if not any(shield in words for shield in _SHIELD) or not marks_in(parsed).get("needing"):
        return None
    q = look.context.quantity
    thing = Thing("weapons", "times", q.first, q.core[1], behind=False)
    owner = owner_of(look, thing) or _only(look)
    return told(look, thing, owner, "requirement", "times") if owner is not None else None
