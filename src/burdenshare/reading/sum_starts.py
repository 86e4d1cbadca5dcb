"""From which year a sum over years is counted: an office taken, or what happened so many years ago."""

from __future__ import annotations

from burdenshare.reading.context import Context
from burdenshare.reading.period_model import PeriodMention


def since_then(context: Context) -> PeriodMention | None:
    """`since they set the target a decade ago`: the year from which a sum is counted, told by what happened then."""
    lows, end = context.parsed.lows, context.quantity.core[1]
    for p in context.parsed.periods:
        if (
            p.role == "ago"
            and p.first > end
            and len(p.value) == 4
            and "since" in lows[max(end, p.first - _SINCE_REACH) : p.first]
        ):
            return p
    return None


_SINCE_REACH = 10
"""Tokens between `since` and the age: `since they set the two-percent target a decade ago`."""


def since_office(context: Context) -> tuple[tuple[str, ...], int] | None:
    """`since (former) President Trump took office`: the years that can be meant, of each term first the last full year
    before it."""
    for start, end in context.parsed.cues.hits.get("took_office", ()):
        person = next((p for p in reversed(context.parsed.persons) if p.last <= start and start - p.last <= 4), None)
        if person is None or not any(
            t.low == "since" for t in context.parsed.tokens[max(0, person.first - 8) : person.first]
        ):
            continue
        on = context.calendar.on
        years = [
            year for name in person.candidates for year in context.calendar.starts(name) if on is None or year < on.year
        ]
        if years:
            return tuple(str(year) for start in years for year in (start - 1, start)), end
    return None
