"""When an office was taken or left: `assumed office on January 20, 2025`, `became president in 2017`."""

from __future__ import annotations

from functools import lru_cache

from burdenshare.reading.context import Calendar
from burdenshare.reading.drafts import Draft
from burdenshare.reading.mentions import PersonMention, SubjectMention
from burdenshare.reading.model import Kind
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.replacing import replaced
from burdenshare.reading.speakers import Cast
from burdenshare.reading.tables import load_table
from burdenshare.reading.tries import Hit, Trie

BEGUN, LEFT = "taken", "left"
"""What `event` of such a statement says was done with the office."""
_NEAR = 8
_OF_TWO = ("succeeding", "succeeded")
"""Rows that tell of two persons: read by `successions.py`."""
_SINCE = ("holding", "leading")
"""Rows that tell of an office by the day since which it is held."""
_HEADS = ("head_of_state", "head_of_government")


def term_drafts(parsed: Parsed, calendar: Calendar, cast: Cast) -> list[Draft]:
    """Every dated beginning or end of an office that a sentence tells of a person of the record."""
    if not (parsed.persons or {"he", "she"} & parsed.words) or not parsed.periods or parsed.cues.has("hypothetical"):
        return []
    found = []
    for hit in phrases().find_in(parsed.tokens, parsed.lows, parsed.words):
        if hit.payload in _OF_TWO:
            continue
        person = next((p for p in reversed(parsed.persons) if 0 <= hit.first - p.last <= _NEAR), None)
        when = _when(parsed, hit)
        name = _name(person, cast) if person is not None else ""
        if person is not None and when is not None and name:
            draft = _term(parsed, calendar, cast, person, name, hit, when)
            found += [draft] if draft is not None else []
        if person is None and when is not None and parsed.lows[max(0, hit.first - 1)] in ("he", "she"):
            draft = _pronouns_term(parsed, calendar, cast, hit, when)
            found += [draft] if draft is not None else []
    return [*found, *_held_since(parsed, calendar, cast)]


def _held_since(parsed: Parsed, calendar: Calendar, cast: Cast) -> list[Draft]:
    """`Donald Tusk, Poland's prime minister since December 2023`: taken then, by the title behind the name."""
    found: list[Draft] = []
    for person in parsed.persons:
        title = person.title
        if (
            title is None
            or title.first < person.last
            or title.former
            or parsed.lows[title.last : title.last + 1] != ["since"]
        ):
            continue
        when = next(
            (p for p in parsed.periods if title.last <= p.first <= title.last + 2 and p.value[:4].isdecimal()), None
        )
        name = _name(person, cast)
        if when is None or not name or "/" in when.value or when.years_ago is not None:
            continue
        draft = _term(parsed, calendar, cast, person, name, Hit(title.first, title.first, "holding"), when)
        found += [draft] if draft is not None else []
    return found


def _pronouns_term(parsed: Parsed, calendar: Calendar, cast: Cast, hit: Hit[str], when: PeriodMention) -> Draft | None:
    """`when he became president in 2017`: the one person of the text who has held such an office, if only one has."""
    title = next((t for t in parsed.titles if hit.last <= t.first <= hit.last + 2 and t.last <= when.first), None)
    if title is None or not title.office:
        return None
    names = [
        name
        for name in dict.fromkeys(cast.canonical.values())
        if any(t.office == title.office and title.entity in ("", t.entity) for t in cast.people.tenures(person=name))
    ]
    if len(names) != 1:
        return None
    himself = PersonMention(hit.first - 1, hit.first, names[0], (names[0],), full=False)
    draft = _term(parsed, calendar, cast, himself, names[0], hit, when)
    return replaced(draft, likely=True) if draft is not None else None


def _name(person: PersonMention, cast: Cast) -> str:
    return cast.identify(person) or (person.candidates[0] if len(person.candidates) == 1 else "")


def _when(parsed: Parsed, hit: Hit[str]) -> PeriodMention | None:
    """The day, month or year right behind, over the title (`as secretary general on 1 October 2024`)."""
    return next(
        (
            p
            for p in parsed.periods
            if 0 <= p.first - hit.last <= _NEAR
            and p.role in ("in", "since")
            and p.years_ago is None
            and p.value[:4].isdecimal()
            and "/" not in p.value
        ),
        None,
    )


def _term(
    parsed: Parsed, calendar: Calendar, cast: Cast, person: PersonMention, name: str, hit: Hit[str], when: PeriodMention
) -> Draft | None:
    title = next((t for t in parsed.titles if hit.last <= t.first <= hit.last + 2 and t.last <= when.first), None)
    row = load_table("terms")[hit.payload]
    if (row.get("titled", False) and title is None) or (when.role == "since" and hit.payload not in _SINCE):
        return None
    every = {(t.office, t.entity) for t in cast.people.tenures(person=name)}
    if "body" in row:
        led = any(s.entity == row["body"] and _alone(parsed, hit.last, s, when) for s in parsed.subjects)
        led = led and title is None and when.role == "since"
        offices = every & {(row["office"], row["body"])} if led else set()
    else:
        only = len(every) == 1 and parsed.lows[hit.last : hit.last + 1] != ["as"]  # "resigned as a referee"
        offices = {held for held in every if held[0] in _HEADS or title or only}
    if title is not None and title.office:
        offices = {(o, e) for o, e in offices if o == title.office and title.entity in ("", e)}
    if len(offices) != 1 and title is None and person.title is not None:
        offices = {(o, e) for o, e in offices if o == person.title.office}
    chosen = only_office(offices, name, cast)
    if chosen is None:
        return None
    event = LEFT if hit.payload == "leaving" else BEGUN
    begun_at = title.last if title is not None else hit.last
    likely = (person.title is None and title is None) or not _its_own(parsed, begun_at, when)
    return tenure_draft(person.first, hit.first, when, name, chosen, event, likely=likely)


def _its_own(parsed: Parsed, start: int, when: PeriodMention) -> bool:
    """Whether nothing stands between the office and the day that could have a day of its own: `became president again
    after winning the election in November 2024` tells when the election was."""
    known = {i for s in parsed.subjects if s.names_a_body or s.possessive for i in range(s.first, s.last)}
    words = load_table("terms")["of_the_term"]["words"]
    return all(
        i in known or parsed.lows[i] in words or parsed.tokens[i].kind == "number" for i in range(start, when.first)
    )


def _alone(parsed: Parsed, start: int, body: SubjectMention, when: PeriodMention) -> bool:
    """`has led NATO since`, `has led the alliance since`; not `has led a NATO band since`."""
    return parsed.lows[start : body.first] in ([], ["the"]) and when.first - body.last in (0, 1)


def tenure_draft(
    first: int, told: int, when: PeriodMention, person: str, chosen: tuple[str, str], event: str, *, likely: bool
) -> Draft:
    """That `person` began or left an office in a period: the words from `first`, the verb at `told`, both to the
    period's end. `chosen` is (office, entity)."""
    office, entity = chosen
    return Draft(
        first,
        when.last,
        (told, when.last),
        Kind.EVENT,
        office,
        "office held",
        subject=(entity,),
        comparator="",
        period=when.value,
        period_from=when.source,
        person=person,
        office=office,
        event=event,
        likely=likely,
    )


def only_office(offices: set[tuple[str, str]], name: str, cast: Cast) -> tuple[str, str] | None:
    """The only office; of a president who also heads the government, that of the state."""
    if len(offices) == 2 and len({entity for _, entity in offices}) == 1:
        begun = {o: {t.from_ for t in cast.people.tenures(person=name, office=o)} for o, _ in offices}
        if len({frozenset(days) for days in begun.values()}) == 1:
            offices = {(o, e) for o, e in offices if o == "head_of_state"}
    return next(iter(offices)) if len(offices) == 1 else None


@lru_cache(maxsize=1)
def phrases() -> Trie[str]:
    """How an office is taken, held, left or handed on, with the row of the table."""
    return Trie(
        (phrase, name) for name, row in load_table("terms").items() if name not in _IDLE for phrase in row["words"]
    )


_IDLE = ("running_on", "at_the_helm", "of_the_term")
"""Rows that hold small words and no phrase of their own."""
