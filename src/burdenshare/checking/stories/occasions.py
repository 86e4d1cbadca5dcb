"""Which event of the record a statement means: "The Hague summit", "July summit" and "summit in the Netherlands in
June" are one."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta

from burdenshare.checking.claims import compile_claim
from burdenshare.checking.happenings import event_meant
from burdenshare.checking.questions import Happening
from burdenshare.checking.stories.limits import BESIDE_DAYS
from burdenshare.checking.stories.model import Asked, Occasion, Source, Telling
from burdenshare.reading.model import Statement
from burdenshare.record.model import Event, Grade
from burdenshare.record.record import Record


def occasion_of(statement: Statement, published: date | None, record: Record) -> Event | None:
    """The one event of the record that the words can mean, or None where none or several can."""
    claim = compile_claim(statement, published)
    if claim is None or not isinstance(claim.question, Happening):
        return None
    day = claim.day or published
    if day is None and not claim.question.period:
        return None
    found = _meant(claim.question, day or date.min, record)
    if found is None and statement.period_from == "assumed" and statement.place:
        return _meant(replace(claim.question, period=statement.period), day or date.min, record)
    return found


def _meant(question: Happening, day: date, record: Record) -> Event | None:
    event = event_meant(question, record, day)
    return None if event is None or event.grade is Grade.SECONDARY else event


def occasions_of(
    sources: Sequence[Source], asked: Mapping[int, Sequence[tuple[Telling, Asked]]], record: Record
) -> tuple[Occasion, ...]:
    """Events that sources speak of, and the alliance's meetings that fell on the day of a source or the day before."""
    told: dict[Event, dict[int, None]] = {}
    for number, held in asked.items():
        for _, question in held:
            if question.event is not None:
                told.setdefault(question.event, {})[number] = None
    slack = timedelta(days=BESIDE_DAYS.value)
    for day in sorted({one.day for one in sources if one.day is not None}):
        for event in record.events(between=(day - slack, day)):
            if event.kind in REPORTED and _reported(event, day, sources):
                told.setdefault(event, {})
    found = (Occasion(event, tuple(numbers)) for event, numbers in told.items() if not _background(event, sources))
    return tuple(sorted(found, key=lambda one: (one.event.first, one.event.name)))


REPORTED: dict[str, re.Pattern[str] | None] = {
    "nato_summit": re.compile(r"\bNATO summit", re.I),
    "nato_defence_ministers": re.compile(r"defen[cs]e ministers", re.I),
    "nato_foreign_ministers": re.compile(r"foreign ministers", re.I),
    "leaders_meeting": None,
    "eu_summit": re.compile(r"European Council|EU (?:summit|leaders)", re.I),
    "visit": None,
    "conference": None,
    "ukraine_contact_group": re.compile(r"contact group|Ramstein", re.I),
}
"""Kinds of meetings that a report of the day may be about though it dates nothing, with the words that tell so of the
alliance's own; all others belong to the story only where the report names the town."""


BACKGROUND = timedelta(days=200)
"""An event longer ago than this is what reports explain their story with, and not a part of it."""


def _background(event: Event, sources: Sequence[Source]) -> bool:
    days = [one.day for one in sources if one.day is not None]
    return bool(days) and event.kind not in REPORTED and event.last < min(days) - BACKGROUND


def _reported(event: Event, day: date, sources: Sequence[Source]) -> bool:
    """Whether a source of the day names the town of a meeting, or the alliance's kind of meeting."""
    words, town = REPORTED[event.kind], event.place.split(" (")[0]
    texts = [one.document.text for one in sources if one.day == day]
    if words is not None:
        return any(words.search(text) for text in texts)
    return bool(town) and any(town in text for text in texts)
