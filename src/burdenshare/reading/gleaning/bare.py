"""Numbers whose unit was left out: they continue the figure before them."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft


def bare_gleaned(context: Context) -> Draft | None:
    """A number without a unit (`up from 1.4 in 2014`, `to 2.03 the year after`) that continues the figure before."""
    return None
