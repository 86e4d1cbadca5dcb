"""Events: what the words mean in the record's calendar, and whether place and time are right."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

from burdenshare.checking.answers import Answer, distinct, leaf, unverifiable
from burdenshare.checking.claims import Claim
from burdenshare.checking.model import Verdict
from burdenshare.checking.questions import Happening
from burdenshare.record.days import days_meant
from burdenshare.record.model import Event, Grade
from burdenshare.record.record import Record


@dataclass(frozen=True, slots=True)
class Sort:
    """Words that mean a kind of event. `complete` names the kind of which the calendar knows every one of a year, so
    that it may contradict; of all others it knows some, and silence means nothing."""

    words: re.Pattern[str]
    nato: bool | None  # True: only said of NATO; None: whoever meets
    kinds: tuple[str, ...]
    complete: str = ""
    named: str = ""  # a word that the event's own name must have, where its kind holds events of all sorts


LEADERS = ("leaders_meeting", "eu_summit", "nato_summit", "conference")

SORTS: tuple[Sort, ...] = (
    Sort(re.compile(r"defen[cs]e[ _]minister", re.I), None, ("nato_defence_ministers",)),
    Sort(re.compile(r"foreign[ _]minister", re.I), None, ("nato_foreign_ministers",)),
    Sort(re.compile(r"contact[ _]group|ramstein", re.I), None, ("ukraine_contact_group",)),
    Sort(re.compile(r"security[ _]conference|conference", re.I), None, ("conference",)),
    Sort(re.compile(r"european council|\beu[ _](?:summit|leaders)", re.I), None, ("eu_summit",)),
    Sort(
        re.compile(r"invasion(?! of (?!(?:\w+ )?ukraine))|invaded(?! (?!ukraine))", re.I),
        None,
        ("event",),
        "event",
        "invasion",
    ),
    Sort(re.compile(r"emergency|extraordinary|special", re.I), None, LEADERS),
    Sort(re.compile(r"nato[ _]summit", re.I), None, ("nato_summit",), "nato_summit"),
    Sort(re.compile(r"summit|leaders", re.I), True, ("nato_summit",), "nato_summit"),
    Sort(re.compile(r"summit|leaders|meeting|talks", re.I), None, LEADERS),
)
"""First match decides. Only NATO's summits are listed completely (none is missing from 2014 on)."""

COMPLETE_FROM = 2014
"""The calendar begins with the Wales summit; before it the record knows nothing of summits."""
VENUES: dict[str, tuple[str, ...]] = {"Wales summit": ("wales", "newport", "cardiff", "celtic manor")}
"""Other towns and houses of a summit: the one of Wales met at the Celtic Manor near Newport and dined in Cardiff."""
_CAPITAL_DISTRICT = re.compile(r"\s*,?\s*D\.?\s?C\.?$", re.I)
A_YEAR = timedelta(days=366)
"""A summit told with a place and no date is the one within a year of the text."""


def happened(claim: Claim, question: Happening, record: Record, day: date) -> Answer:
    """Whether the calendar has such an event there and then; contradicted only where it knows the event meant."""
    if question.words == FOUNDING and question.actors == ("NATO",) and question.period:
        return _founded(question, record)
    sort = _sort(question)
    if sort is None:
        return unverifiable(f"the record's calendar has no kind of event called '{question.words}'")
    meant = days_meant(question.period) if question.period else None
    window = meant or (day - A_YEAR, day + A_YEAR)
    if meant is None and not question.place:
        return unverifiable("the words give neither a place nor a time")
    fits = [one for one in _of_kinds(record, sort, sort.kinds, window) if _placed(question, one, record)]
    graded = [one for one in fits if one.grade is not Grade.SECONDARY]
    if graded:
        return _answer(Verdict.SUPPORTED, "; ".join(_told(one) for one in graded), graded)
    if fits:
        why = f"only a secondary source has it: {_told(fits[0])}"
        return unverifiable(why, sources=(one.source for one in fits))
    return _elsewhere_or_another_time(claim, question, sort, window, record)


FOUNDING = "founding"
"""The alliance's own beginning: the day its treaty was signed, which is that of the first accessions."""


def _founded(question: Happening, record: Record) -> Answer:
    first = min(record.allies(), key=lambda one: one.joined_on)
    meant = days_meant(question.period)
    told = f"the treaty was signed on {first.joined_on}"
    inputs = (leaf(told, first.source, str(first.joined_on)),)
    if meant is None:
        return unverifiable(f"{told}; the words give no time to compare")
    fits = meant[0] <= first.joined_on <= meant[1]
    verdict = Verdict.SUPPORTED if fits else Verdict.CONTRADICTED
    return Answer(verdict, told, sources=(first.source,), inputs=inputs)


def event_meant(question: Happening, record: Record, day: date) -> Event | None:
    """The event that the words can only mean, though they may place or date it wrongly; None where none or more can be
    meant. Parts of a longer event (a declaration made at a summit) are that event."""
    sort = _sort(question)
    meant = days_meant(question.period) if question.period else None
    if sort is None or (meant is None and not question.place):
        return None
    window = meant or (day - A_YEAR, day + A_YEAR)
    fits = [one for one in _of_kinds(record, sort, sort.kinds, window) if _placed(question, one, record)]
    fits = [one for one in fits if not any(_within(one, other) for other in fits)]
    if fits:
        return fits[0] if len(fits) == 1 else None
    return _known(question, sort, window, record)


def _elsewhere_or_another_time(
    claim: Claim, question: Happening, sort: Sort, window: tuple[date, date], record: Record
) -> Answer:
    """Nothing fits: contradicted where the event meant is known, by how many days the time is off."""
    missing = f"the record's calendar has no such event in {question.period or 'a year'}"
    if not _can_tell(sort, window):
        return unverifiable(missing)
    event = _known(question, sort, window, record, claim.statement.text)
    if event is None:
        return unverifiable(f"{missing}, and more than one or none could be meant")
    days = max((window[0] - event.last).days, (event.first - window[1]).days, 0)
    return _answer(Verdict.CONTRADICTED, f"the record's calendar has {_told(event)}", [event], float(days))


def _can_tell(sort: Sort, window: tuple[date, date]) -> bool:
    """Whether the calendar lists the kind completely in the one year that is spoken of."""
    return bool(sort.complete) and window[0].year >= COMPLETE_FROM and window[0].year == window[1].year


def _known(question: Happening, sort: Sort, window: tuple[date, date], record: Record, told: str = "") -> Event | None:
    """The event meant although nothing fits. It is known if its kind is listed completely and only one of the year can
    be it: the right place at another time, or the right time at another place."""
    if not _can_tell(sort, window):
        return None
    whole_year = (date(window[0].year, 1, 1), date(window[0].year, 12, 31))
    of_year = _of_kinds(record, sort, (sort.complete,), whole_year)
    of_year = [one for one in of_year if not any(_within(one, other) for other in of_year)]
    in_time = [one for one in of_year if one.first <= window[1] and window[0] <= one.last]
    in_place = [one for one in of_year if _placed(question, one, record)]
    known = in_place if len(in_place) == 1 else []
    named = question.place and sort.complete == "nato_summit" and _names_its_place(told, question)
    if not known and len(in_time) == 1 and question.place and (named or not _soon(question, sort, window, record)):
        known = in_time
    if not known and named and not in_place:
        known = _only_one_there(question, sort, record)
    return known[0] if known and known[0].grade is not Grade.SECONDARY else None


def _names_its_place(told: str, question: Happening) -> bool:
    """Whether the words tie the summit to its place: `the Madrid summit`, `the summit was held in Vilnius`."""
    place = re.escape(_plain_place(question.place))
    told = " ".join(told.casefold().split())
    held = re.search(rf"\b(?:was|were|is|be|been|being) (?:held|hosted) (?:in|at|by) (?:the )?{place}\b", told)
    return bool(held) or bool(re.search(rf"\b{place} (?:nato )?summit\b", told))


def _only_one_there(question: Happening, sort: Sort, record: Record) -> list[Event]:
    """The one summit of that place the calendar knows, where it knows just one."""
    ever = _of_kinds(record, sort, (sort.complete,), (date(COMPLETE_FROM, 1, 1), record.edition))
    there = [one for one in ever if _placed(question, one, record)]
    there = [one for one in there if not any(_within(one, other) for other in there)]
    return there if len(there) == 1 else []


def _soon(question: Happening, sort: Sort, window: tuple[date, date], record: Record) -> bool:
    """Whether such an event took place there within a year of the time told: then the year may be what was misread."""
    around = (window[0] - A_YEAR, window[1] + A_YEAR)
    return any(_placed(question, one, record) for one in _of_kinds(record, sort, (sort.complete,), around))


def _within(event: Event, other: Event) -> bool:
    """A part of a longer event (a declaration made at a summit) is no other event."""
    inside = other.first <= event.first and event.last <= other.last and event.place == other.place
    return inside and (event.first, event.last) != (other.first, other.last)


def _sort(question: Happening) -> Sort | None:
    of_nato = "NATO" in question.actors
    return next(
        (one for one in SORTS if one.words.search(question.words) and (one.nato is None or one.nato == of_nato)), None
    )


def _of_kinds(record: Record, sort: Sort, kinds: tuple[str, ...], window: tuple[date, date]) -> list[Event]:
    return [one for one in record.events(between=window) if one.kind in kinds and sort.named in one.name.casefold()]


def _placed(question: Happening, event: Event, record: Record) -> bool:
    """Whether the event took place where the words say: the same town, a town of the country, or a place that the
    event is named after (the Wales summit was held at Newport)."""
    if not question.place:
        return True
    said, held = _plain_place(question.place), event.place.casefold()
    if said in held or said in event.name.casefold() or said in VENUES.get(event.name, ()):
        return True
    return bool(_countries(said, record) & _countries(held.split(" (")[0], record))


def _plain_place(place: str) -> str:
    """A place without what only tells it from its namesakes: "Washington, D.C." is Washington."""
    return _CAPITAL_DISTRICT.sub("", place.strip()).casefold()


def _countries(name: str, record: Record) -> set[str]:
    """Countries a place name belongs to; a code stands for itself."""
    if len(name) == 3 and any(entity.casefold() == name for _, entity, _ in record.places()):
        return {name.upper()}
    return {entity for place, entity, _ in record.places() if place.casefold() == name and len(entity) == 3}


def _told(event: Event) -> str:
    when = str(event.first) if event.first == event.last else f"{event.first} to {event.last}"
    return f"{event.name}, {event.place}, {when}" if event.place else f"{event.name}, {when}"


def _answer(verdict: Verdict, why: str, events: list[Event], days: float | None = None) -> Answer:
    inputs = tuple(leaf(_told(one), one.source, f"{one.first}/{one.last}") for one in events)
    unit = "days" if days is not None else ""
    return Answer(
        verdict,
        why,
        distance=days,
        distance_unit=unit,
        sources=distinct(one.source for one in events),
        inputs=inputs,
    )
