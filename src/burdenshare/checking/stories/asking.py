"""A statement as the question it answers, so that different words for one thing meet under one key."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from burdenshare.checking.agreement import allowed, neighbours, said_number
from burdenshare.checking.builders import OFFICES
from burdenshare.checking.model import Checked, Verdict
from burdenshare.checking.stories.limits import LATER_DECISION, ONE_DAY_OUT
from burdenshare.checking.stories.model import Asked, Topic
from burdenshare.checking.stories.occasions import occasion_of
from burdenshare.reading.model import Interval, Kind, Modality, Statement
from burdenshare.record.dated import GUIDELINE_ACTOR, GUIDELINE_KINDS, GUIDELINE_UNIT
from burdenshare.record.days import days_meant
from burdenshare.record.kept import kept
from burdenshare.record.model import Event
from burdenshare.record.record import Record

USUAL_THRESHOLD = 2.0
"""Per cent; what "the guideline" means of a count unless another share is told (design, measure ids)."""

UNTOLD = frozenset({Modality.DENIAL, Modality.HYPOTHETICAL})
"""What is denied or only supposed answers no question."""

SURE_TIMES = frozenset({"explicit", "relative", "now", "due"})
"""How a period must have been found before two statements may contradict each other over it."""

LIKELY = "read by the words around it alone"
YEAR_GUESSED = "the words do not say plainly which year is meant"
OPEN_WORDS = "the words leave open {holes}, so that both may be right"
_HOLES = {"basis": "the price basis", "release": "the edition of the figures"}


def asked_of(entry: Checked, told_on: date | None, record: Record) -> Asked | None:
    """The question a statement answers, or None for positions, denials and what nobody can ask again.

    `told_on` is the day of what is told. Nothing here reads the words: measure, subject and time decide.
    """
    statement = entry.statement
    if statement.kind is Kind.POSITION or statement.modality in UNTOLD:
        return None
    if statement.measure in OFFICES:
        return _office(statement, told_on, record)
    if statement.measure == "event":
        return _occasion(statement, told_on, record) if statement.value is None else _age(statement, told_on)
    if statement.value is None or not statement.subject:
        return None
    return _FORMS.get(statement.measure, _figure)(entry, told_on, record)


def _doubts(statement: Statement) -> tuple[str, ...]:
    found = [LIKELY] if statement.unsure else []
    if statement.period_from not in SURE_TIMES:
        found.append(YEAR_GUESSED)
    return tuple(found)


def _count(entry: Checked, told_on: date | None, record: Record) -> Asked | None:
    """How many of the members meet the guideline: a count and a fraction, met and not met, are one question."""
    statement = entry.statement
    group = statement.subject[0]
    threshold = statement.threshold or USUAL_THRESHOLD
    year = _year(statement.period, told_on)
    size = len(record.members_in_year(group, year)) if year and group in record.groups() else 0
    told = allowed(statement.comparator, statement.value)
    if year is None or not size or told is None:
        return None
    if statement.measure == "allies_at_guideline":
        told = _part(told, size)
    if statement.below:
        told = _complement(told)
    return Asked(
        ("at_guideline", group, f"{threshold:g}", str(year)),
        Topic.COUNT,
        told,
        in_words=statement.value is not None and statement.value.kind == "fraction",
        doubts=_doubts(statement),
    )


def _part(told: Interval, size: int) -> Interval:
    low, high = max(told.low, 0.0) / size, min(told.high, size) / size
    return Interval(low, high, told.low_open, told.high_open, said_number(told) / size, told.kind)


def _complement(told: Interval) -> Interval:
    return Interval(1 - told.high, 1 - told.low, told.high_open, told.low_open, 1 - said_number(told), told.kind)


def _members(entry: Checked, told_on: date | None, record: Record) -> Asked | None:
    """How many members a group has: asked again on every day on which they are the same ones."""
    statement = entry.statement
    group = statement.subject[0]
    day = days_meant(statement.period)[1] if days_meant(statement.period) else told_on  # type: ignore[index]
    if day is None or group not in record.groups():
        return None
    era = len(record.members(group, day))
    return Asked(
        ("members", group, str(era)),
        Topic.MEMBERS,
        allowed(statement.comparator, statement.value),
        doubts=(LIKELY,) if statement.unsure else (),
    )


def _target(entry: Checked, told_on: date | None, record: Record) -> Asked | None:
    """The guideline in force, or a target that somebody wants, promises or has agreed to."""
    statement = entry.statement
    told = allowed(statement.comparator, statement.value)
    if told is None:
        return None
    due = due_year(statement, told_on)
    if in_force(entry, told_on, record):
        return Asked(("in_force", *statement.subject, f"{said_number(told):g}"), Topic.IN_FORCE, told, due=due)
    sense = "above" if statement.comparator in (">", ">=") else "at"
    return Asked(
        ("target", statement.measure, *statement.subject, statement.unit, sense, f"{said_number(told):g}"),
        Topic.TARGET,
        told,
        due=due,
        doubts=(LIKELY,) if statement.unsure else (),
    )


def due_year(statement: Statement, told_on: date | None) -> str:
    """The year by which a target is to be met, where the words name one that was still to come."""
    if statement.period_from != "due" or (told_on is not None and statement.period[:4] <= str(told_on.year)):
        return ""
    return statement.period


def in_force(entry: Checked, told_on: date | None, record: Record) -> bool:
    """Whether a guideline told is one that NATO has set by the day, and not one that is wanted. One that has been
    superseded is no new target either: "the 2 % target" is told long after the next was agreed."""
    statement = entry.statement
    if (
        statement.measure != "guideline"
        or statement.value is None
        or told_on is None
        or "NATO" not in statement.subject
    ):
        return False
    if statement.comparator not in ("=", "~", ">=", "<=") or statement.modality is Modality.DEMAND:
        return False
    held = _set_by(record, told_on)
    return any(
        statement.value.low <= one <= statement.value.high or said_number(statement.value) == one for one in held
    )


@kept(512)
def _set_by(record: Record, day: date) -> tuple[float, ...]:
    """Shares of GDP that NATO itself has agreed on by the day, whole or in part."""
    made = record.commitments(actor=GUIDELINE_ACTOR, on=day)
    return tuple({one.value for one in made if one.kind in GUIDELINE_KINDS and one.unit == GUIDELINE_UNIT})


def _figure(entry: Checked, told_on: date | None, record: Record) -> Asked | None:
    """Any other number of a year: of one subject, measure, unit, year and beginning."""
    statement = entry.statement
    if statement.kind is Kind.PROMISE:
        return _target(entry, told_on, record)
    year = statement.period or (str(told_on.year) if told_on else "")
    told = allowed(statement.comparator, statement.value)
    if told is None or not year:
        return None
    key = (statement.measure, *statement.subject, statement.unit, year, statement.baseline, statement.by)
    kept = [_HOLES[hole] for hole in sorted(statement.holes) if hole in _HOLES]
    money = statement.unit in _MONEY and not statement.basis
    opened = tuple(dict.fromkeys([*kept, *(["the price basis"] if money else [])]))
    growth = statement.measure == "expenditure_growth" and statement.real is None
    doubts = _doubts(statement)
    if opened or growth:
        names = " and ".join(opened) or "whether prices are taken out"
        doubts = (*doubts, OPEN_WORDS.format(holes=names))
    if statement.cumulative is None and statement.measure == "extra_expenditure":
        doubts = (*doubts, OPEN_WORDS.format(holes="whether years are summed"))
    return Asked((*key,), Topic.FIGURE, told, in_words=_in_words(statement), doubts=doubts)


_MONEY = frozenset({"USD", "EUR", "GBP", "NCU"})


def _in_words(statement: Statement) -> bool:
    return statement.value is not None and statement.value.kind == "fraction"


def _year(period: str, told_on: date | None) -> int | None:
    meant = days_meant(period) if period else None
    if meant is None:
        return None if period or told_on is None else told_on.year
    return meant[1].year if meant[0].year == meant[1].year else None


def _occasion(statement: Statement, told_on: date | None, record: Record) -> Asked | None:
    """An event: under the record's own name where the words can only mean that one."""
    event = occasion_of(statement, told_on, record)
    when = days_meant(statement.period) if statement.period and statement.period_from != "assumed" else None
    if when is None and event is not None and told_on is not None and _under_way(event, told_on):
        when = event.first, event.last  # a report written during a meeting speaks of it as of today
    doubts = (LIKELY,) if statement.unsure else ()
    if event is not None:
        return Asked(
            ("occasion", event.name, event.first.isoformat()),
            Topic.OCCASION,
            when=when,
            place=statement.place,
            event=event,
            doubts=doubts,
        )
    if when is None or not statement.place or not statement.event:
        return None
    key = ("occasion", statement.event.casefold(), statement.place.casefold(), str(when[0].year))
    return Asked(key, Topic.OCCASION, when=when, place=statement.place, doubts=(*doubts, NOT_ON_RECORD))


def _under_way(event: Event, day: date) -> bool:
    slack = timedelta(days=ONE_DAY_OUT.value)
    return event.first - slack <= day <= event.last + slack


NOT_ON_RECORD = "the record does not know the event, so two may be meant"


def _age(statement: Statement, told_on: date | None) -> Asked | None:
    """How long ago something was, as the years in which it can have begun."""
    if told_on is None or statement.value is None:
        return None
    low, high = told_on.year - statement.value.high - 1, told_on.year - statement.value.low
    key = ("age", statement.event.casefold(), *statement.subject)
    doubts = (LIKELY,) if statement.unsure else ()
    if statement.comparator not in ("=", ""):
        doubts = (*doubts, "a round number of years")
    return Asked(key, Topic.AGE, Interval(low, high, central=high, kind="count"), doubts=doubts)


def _office(statement: Statement, told_on: date | None, record: Record) -> Asked | None:
    """Whether a person holds an office: one question for all days between which nothing changed on record."""
    if not statement.person:
        return None
    days = days_meant(statement.period) if statement.period else None
    day = days[0] if days is not None else told_on
    if day is None:
        return None
    entity = statement.subject[0] if statement.subject else ""
    office = statement.office or statement.measure
    return Asked(
        ("office", statement.person, office, entity, _spell(statement.person, office, entity, day, record)),
        Topic.OFFICE,
        words="former" if statement.former else "holds it",
        doubts=(LIKELY,) if statement.unsure else (),
    )


def _spell(person: str, office: str, entity: str, day: date, record: Record) -> str:
    """The tenure that covers the day, or the time between two; the day itself where the record cannot tell."""
    held = record.in_office(person, office, entity, day)
    if held is None:
        return day.isoformat()
    before = [one.from_ for one in record.tenures(person, office, entity) if one.from_ <= day]
    return f"{'in' if held else 'out'} {max(before, default=date.min)}"


def right_on_its_day(entry: Checked) -> bool:
    """Whether the record of the text's own day agrees, or nearly; of a text without a day, the newest record."""
    judged = entry.then or entry.now
    return judged is not None and judged.verdict in (Verdict.SUPPORTED, Verdict.CLOSE)


def later_decision_counts(made: date, last: date) -> bool:
    """Whether a decision lies so soon after the story that its targets were heading for it."""
    return made <= last + timedelta(days=LATER_DECISION.value)


def near(told: Interval) -> Interval:
    """How far a fraction in words reaches when it is taken loosely (semantics §5)."""
    around = neighbours(said_number(told))
    return Interval(min(told.low, around.low), max(told.high, around.high), central=told.central, kind="fraction")


_FORMS: dict[str, Callable[[Checked, date | None, Record], Asked | None]] = {
    "allies_at_guideline": _count,
    "fraction_at_guideline": _count,
    "members": _members,
    "guideline": _target,
}
