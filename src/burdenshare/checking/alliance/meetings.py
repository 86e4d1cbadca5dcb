"""Meetings held and to come, and what was said by the day on when the adversary could be ready."""

from __future__ import annotations

from datetime import date, timedelta

from burdenshare.checking.alliance.model import Entry, Mark, Origin, Section
from burdenshare.checking.wording import number
from burdenshare.record.model import Event, Horizon
from burdenshare.record.record import Record

EVENTS = "commitments/events.csv"
HORIZONS = "capabilities/reconstitution.csv"
OF_THE_ALLIANCE = frozenset(
    {
        "nato_summit",
        "nato_defence_ministers",
        "nato_foreign_ministers",
        "nato_council",
        "nato_ukraine_council",
    }
)
AROUND_IT = frozenset({"ukraine_contact_group", "leaders_meeting", "eu_summit", "conference"})
"""Meetings that are not the alliance's own and that its story is told by."""

PLANNED = frozenset({"nato_summit", "nato_defence_ministers", "nato_foreign_ministers", "ukraine_contact_group"})
"""Meetings that are called weeks ahead. An extraordinary one or an emergency was not to be foreseen."""

LAST = 6
"""Meetings held that are told, newest first."""

WITHIN = timedelta(days=366)
"""How far ahead a meeting is looked for: the first one after a gap in the table is not the next that there was."""

NOT_ALL = "a complete list: the table has the meetings that the pages read for it name"

NOT_ANNOUNCED = "known today; the record does not hold when it was announced, so on that day it may not have been known"


def meetings(record: Record, day: date) -> Section:
    """The last ones held, one under way, and the next by the calendar known today."""
    both = OF_THE_ALLIANCE | AROUND_IT
    known = [one for one in record.events() if one.kind in both]
    held = [one for one in known if one.last < day]
    under_way = [one for one in known if one.first <= day <= one.last]
    to_come = [one for one in known if one.first > day and one.kind in PLANNED and not _sudden(one)]
    entries = [_entry(one, "on that day") for one in under_way]
    entries += [_entry(one, "held") for one in reversed(held)]
    to_come = [one for one in to_come if one.first - day <= WITHIN]
    upcoming = next(iter(to_come), None)
    own = next((one for one in to_come if one.kind in OF_THE_ALLIANCE), None)
    for one in dict.fromkeys(filter(None, (upcoming, own))):
        entries.append(_entry(one, "next", Mark.LATER, NOT_ANNOUNCED))
    told = [f"on that day: {_told(one)}" for one in under_way]
    last = next((one for one in reversed(held) if one.kind in OF_THE_ALLIANCE), None)
    if last is not None:
        told.append(f"last of the alliance that the record holds: {_told(last)}")
    if own is not None:
        told.append(f"next of the alliance that the record holds today: {_told(own)}")
    lacks = [NOT_ALL]
    if own is None:
        lacks.append("a meeting of the alliance in the year after the day")
    if not held:
        first = known[0] if known else None
        lacks.append("any meeting before" + (f" {first.name} ({first.first.isoformat()})" if first else ""))
    return Section("meetings", "Meetings", tuple(entries), tuple(told), tuple(lacks))


def horizons(record: Record, day: date) -> Section:
    """Statements made by the day on when Russia could attack or be ready, newest first."""
    said = record.horizons(on=day)
    entries = [_horizon(one) for one in reversed(said)]
    told = [f"{len(entries)} statements on when Russia could be ready for war with an ally"] if entries else []
    lacks = [] if entries else ["no dated horizon stated by that day; the oldest held is of 2023"]
    return Section("horizons", "The adversary's clock", tuple(entries), tuple(told), tuple(lacks))


def _sudden(one: Event) -> bool:
    return "extraordinary" in one.name.casefold() or "emergency" in one.name.casefold()


def _entry(one: Event, kind: str, mark: Mark = Mark.PLAIN, note: str = "") -> Entry:
    return Entry(
        key=f"{one.first.isoformat()}:{one.name}",
        label=one.name,
        words=one.place,
        kind=kind,
        on=days_of(one),
        mark=mark,
        notes=(note,) if note else (),
        origins=(Origin(one.source, f"{EVENTS}:{one.name}"),),
    )


def days_of(one: Event) -> str:
    """The days of an event as ISO text, a stretch with a slash."""
    return one.first.isoformat() if one.first == one.last else f"{one.first.isoformat()}/{one.last.isoformat()}"


def _told(one: Event) -> str:
    return f"{one.name}, {days_of(one).replace('/', ' to ')}" + (f", {one.place}" if one.place else "")


def _horizon(one: Horizon) -> Entry:
    role = f" ({one.role})" if one.role else ""
    return Entry(
        key=f"{one.stated_on}:{one.stated_by}:{one.about}",
        label=f"{one.stated_by}{role}",
        words=": ".join(filter(None, (horizon_words(one), one.about))),
        kind=one.country,
        on=one.stated_on,
        actors=(one.country,),
        origins=(Origin(one.source or HORIZONS, f"{HORIZONS}:{one.stated_by}, {one.stated_on}"),),
    )


def horizon_words(one: Horizon) -> str:
    """The horizon as words: `3 to 7 years`, `within 5 years`, `by 2030`; empty where none was named."""
    low, high = one.low_years, one.high_years
    told = []
    if low is not None and high is not None:
        told.append(number(low, "years") if low == high else f"{low:g} to {number(high, 'years')}")
    elif high is not None:
        told.append(f"within {number(high, 'years')}")
    elif low is not None:
        told.append(f"not before {number(low, 'years')}")
    if one.low_year and one.high_year and one.low_year != one.high_year:
        told.append(f"{one.low_year} to {one.high_year}")
    elif one.high_year or one.low_year:
        told.append(f"{'in' if one.low_year else 'by'} {one.high_year or one.low_year}")
    return ", ".join(told)
