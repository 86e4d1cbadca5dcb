"""People, shells, warheads, inhabitants: counted things by the words around them."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft


def thing_gleaned(context: Context) -> Draft | None:
    """A number of people or things that the strict rules left."""
    return None
