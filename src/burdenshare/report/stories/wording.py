"""Points, tellings and targets as a reader sees them: one rule each, for the terminal, the page and the picture."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import date

from burdenshare.checking.stories.model import Asked, Point, Shift, Side, Source, Story, Telling, Topic
from burdenshare.checking.stories.movement import due_of
from burdenshare.reading.model import Kind
from burdenshare.record import Record
from burdenshare.record.model import Commitment, Event
from burdenshare.report import wording
from burdenshare.report.marks import mark_of

MOST_QUOTED = 110
"""Characters of a statement's words in a briefing; `check` shows them all."""

SHIFTS = {
    Shift.START: "first told",
    Shift.SAME: "the same",
    Shift.PART: "told beside it",
    Shift.UP: "↑ higher",
    Shift.DOWN: "↓ lower",
    Shift.FIRMER: "→ firmer: a figure in place of a floor",
    Shift.VAGUER: "↝ vaguer: what was said before would still fit",
}

UNMOVED = (Shift.START, Shift.SAME, Shift.PART)
"""Steps that need no word of their own."""

OWN_VOICE = "in the report's own words"


def names(record: Record) -> Callable[[str], str]:
    """How entities are called here: `NATO`, where the record's own name explains itself ("NATO, all allies")."""
    return lambda entity: record.name(entity).split(",")[0]


def title_of(point: Point, record: Record) -> str:
    """What a point asks, as a heading."""
    return _TITLES[point.asked.topic](point.asked, record)


def _count(asked: Asked, record: Record) -> str:
    _, group, threshold, year = asked.key
    return f"How many members of {names(record)(group)} met {threshold} % of GDP in {year}"


def _figure(asked: Asked, record: Record) -> str:
    measure, *rest = asked.key
    *subjects, _, year, baseline, _ = rest
    over = f" over {baseline}" if baseline and baseline not in year else ""
    owners = ", ".join(map(names(record), subjects))
    return f"{owners}: {wording.measure_name(measure)}, {year.replace('/', ' to ')}{over}"


def _in_force(asked: Asked, record: Record) -> str:
    return f"The guideline that NATO has set: {asked.key[-1]} % of GDP"


def _target(asked: Asked, record: Record) -> str:
    _, measure, *subjects, unit, sense, value = asked.key
    name = "spending target" if measure == "guideline" else wording.measure_name(measure)
    bound = "more than " if sense == "above" else ""
    number = wording.amount(float(value), unit)
    return f"{', '.join(map(names(record), subjects))}: {name}, {bound}{number}"


def _occasion(asked: Asked, record: Record) -> str:
    if asked.event is None:
        return " ".join(asked.key[1:])
    return event_line(asked.event)


def _age(asked: Asked, record: Record) -> str:
    return f"How long ago: the {asked.key[1]} of {', '.join(map(names(record), asked.key[2:]))}"


def _members(asked: Asked, record: Record) -> str:
    return f"How many members {names(record)(asked.key[1])} has"


def _office(asked: Asked, record: Record) -> str:
    _, person, office, entity, _ = asked.key
    return f"{person}, {office_name(office)}" + (f" of {names(record)(entity)}" if entity else "")


_TITLES = {
    Topic.COUNT: _count,
    Topic.FIGURE: _figure,
    Topic.IN_FORCE: _in_force,
    Topic.TARGET: _target,
    Topic.OCCASION: _occasion,
    Topic.AGE: _age,
    Topic.MEMBERS: _members,
    Topic.OFFICE: _office,
}


def office_name(office: str) -> str:
    """An office id as words."""
    return office.replace("_", " ")


def issue_name(issue: str) -> str:
    """An issue id as words, with capitals where they belong."""
    return " ".join(_CAPITALS.get(word, word) for word in issue.split("_"))


_CAPITALS = {"ukraine": "Ukraine", "us": "US", "eu": "EU", "nato": "NATO"}


def event_line(event: Event) -> str:
    """An event with its place where the name does not hold it, and its days."""
    place = f", {event.place}" if event.place and event.place.split(" (")[0] not in event.name else ""
    days = event.first.isoformat() if event.first == event.last else f"{event.first} to {event.last}"
    return wording.clean(f"{event.name}{place} ({days})")


def quoted(telling: Telling, width: int = MOST_QUOTED) -> str:
    """The words of a statement in quotation marks, shortened."""
    return f"“{wording.shortened(telling.statement.text, width)}”"


def short_words(telling: Telling, width: int = 60) -> str:
    """The words that carry the value, or the beginning of the statement, in quotation marks."""
    statement = telling.statement
    # "a third" of "a third still do not" would read as those who do.
    whole = statement.kind is Kind.POSITION or statement.below or not statement.words
    words = statement.text if whole else statement.words
    year = due_of(telling)
    due = f" by {year}" if year and year not in words else ""
    return f"“{wording.shortened(words, width)}”{due}"


def cited(numbers: Iterable[int]) -> str:
    """Sources as a reader calls them: `[1][3]`."""
    return "".join(f"[{number}]" for number in numbers)


def by_whom(telling: Telling) -> str:
    """Source and speaker: `[2] Mark Rutte`, or the source alone where the report speaks itself."""
    return f"[{telling.source}] {telling.speaker}".strip() if telling.speaker else f"[{telling.source}]"


def verdicts(telling: Telling) -> str:
    """Both verdicts with their symbols: `✔ supported then, ✘ contradicted now`; one where they are the same."""
    then, now = telling.entry.then, telling.entry.now
    if then is None and now is None:
        return ""
    if then is not None and now is not None and then.verdict is now.verdict:
        mark = mark_of(then.verdict)
        return f"{mark.symbol} {mark.word} then and now"
    told = [(mark_of(answer.verdict), clock) for answer, clock in ((then, "then"), (now, "now")) if answer is not None]
    return ", ".join(f"{mark.symbol} {mark.word} {clock}" for mark, clock in told)


def wordings(side: Side) -> list[str]:
    """Each wording of a side once, with all who tell it: `“two-thirds of allies” [2] Mark Rutte`."""
    gathered: dict[str, list[Telling]] = {}
    for one in side.tellings:
        gathered.setdefault(wording.clean(short_words(one)), []).append(one)
    return [f"{words} {_tellers(told)}" for words, told in gathered.items()]


def _tellers(told: Sequence[Telling]) -> str:
    gathered: dict[str, list[int]] = {}
    for one in told:
        numbers = gathered.setdefault(one.speaker, [])
        if one.source not in numbers:
            numbers.append(one.source)
    return ", ".join(f"{cited(numbers)} {speaker}".strip() for speaker, numbers in gathered.items())


def source_line(source: Source) -> str:
    """A source as it is listed: its day, title and outlet."""
    document = source.document
    named = wording.shortened(document.title or document.id, 90)
    outlet = f", {wording.clean(document.outlet)}" if document.outlet else ""
    return f"{wording.day(source.day)}  {named}{outlet}"


def teller(telling: Telling, story: Story) -> str:
    """Who told something when: `2025-02-13, [2] Mark Rutte`, with the outlet where it is known."""
    source = story.sources[telling.source - 1]
    outlet = f" ({wording.clean(source.document.outlet)})" if source.document.outlet else ""
    who = telling.speaker or OWN_VOICE
    return f"{wording.day(telling.told_on)} [{telling.source}] {who}{outlet}"


def commitment_line(one: Commitment, record: Record) -> str:
    """A decision of the record: day, who, what, until when."""
    sense = {">=": "at least ", "<=": "up to ", "=": ""}.get(one.comparator, "")
    due = f" by {one.due_by}" if one.due_by else ""
    actors = ", ".join(names(record)(actor) for actor in one.actors)
    at = f" ({wording.clean(one.made_at)})" if one.made_at else ""
    return wording.clean(f"{one.made_on} {actors}: {sense}{wording.number(one.value)} {one.unit}{due}, {one.about}{at}")


def days(span: tuple[date, date] | None) -> str:
    """The days of a story."""
    if span is None:
        return "no day known"
    return span[0].isoformat() if span[0] == span[1] else f"{span[0]} to {span[1]}"
