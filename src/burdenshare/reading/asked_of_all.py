"""What the secretary general asks, in a text on one ally: `Rutte intends to demand 3.5 %` is asked of all."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.tables import word_list

_ASKING = word_list("demanding_verbs") | {"demand", "ask", "want", "wants", "urge", "propose", "proposes", "proposed"}
_OPENING = 4
"""Tokens within which whoever asks opens the sentence: `NATO chief Mark Rutte`."""


def the_alliance_asks(context: Context) -> bool:
    """Whether somebody who serves the alliance opens the sentence and asks for the share."""
    opener = next((p for p in context.parsed.persons if p.last <= context.quantity.first), None)
    if opener is None or opener.first > _OPENING:
        return False
    asks = not _ASKING.isdisjoint(context.parsed.lows[opener.last : context.quantity.first])
    return asks and {context.calendar.serves(name) for name in opener.candidates} == {"NATO"}
