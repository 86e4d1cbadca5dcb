"""When the alliance's own lines are due, where a text says no more than `within a decade`."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.period_choice import When

_AGREED = {2.0: 2014, 5.0: 2025, 3.5: 2025, 1.5: 2025, 20.0: 2014}
"""The year in which the allies gave themselves ten years for a share of GDP, and for a fifth of spending to go to
equipment: in Wales and in The Hague."""


def counted_from_its_pledge(context: Context, due: When) -> When:
    """`Allies pledged to move towards 2 % within a decade`, read in 2018: counted from the pledge, and not from the day
    of the text. For what the alliance as a whole is to reach; an ally's own ten years begin when it says so."""
    on, agreed = context.calendar.on, _AGREED.get(context.quantity.number.value)
    if on is None or agreed is None or due.mention is None or not agreed < on.year < agreed + 10:
        return due
    from_the_day = due.value == str(on.year + 10) and due.mention.source == "relative"
    if not from_the_day or "decade" not in context.parsed.lows[due.mention.first : due.mention.last]:
        return due
    return When(str(agreed + 10), due.source, due.mention)
