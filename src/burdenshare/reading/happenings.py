"""Dated happenings, offices and ages: what can be held against the record's calendar."""

from __future__ import annotations

from burdenshare.reading.accessions import accessions
from burdenshare.reading.ages import ages, anniversaries, birthdays
from burdenshare.reading.context import Calendar
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gatherings import gatherings
from burdenshare.reading.held_offices import held_offices
from burdenshare.reading.invasions import invasions
from burdenshare.reading.numbered_members import numbered_members
from burdenshare.reading.parse import Parsed
from burdenshare.reading.speakers import Cast
from burdenshare.reading.successions import succession_drafts
from burdenshare.reading.summits import summits
from burdenshare.reading.terms import term_drafts


def happening_drafts(parsed: Parsed, calendar: Calendar, cast: Cast) -> list[Draft]:
    """Every office, summit, accession and age of one sentence."""
    terms = [*term_drafts(parsed, calendar, cast), *succession_drafts(parsed, calendar, cast)]
    dated = {(draft.person, draft.office, draft.period) for draft in terms}
    held = [one for one in held_offices(parsed, calendar, cast) if (one.person, one.office, one.period) not in dated]
    summoned = summits(parsed, calendar)
    met = [one for one in gatherings(parsed, calendar) if not any(_again(one, other) for other in summoned)]
    return [
        *held,
        *terms,
        *summoned,
        *met,
        *ages(parsed),
        *birthdays(parsed),
        *anniversaries(parsed, calendar.on),
        *invasions(parsed),
        *accessions(parsed, calendar),
        *numbered_members(parsed, calendar),
    ]


def _again(one: Draft, other: Draft) -> bool:
    """`leaders convene for a summit in The Hague on 24 June`: one meeting, told by both words."""
    return one.period == other.period and one.first < other.last and other.first < one.last
