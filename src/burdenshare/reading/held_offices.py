"""Offices in front of names: who held which on the day that is told."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from burdenshare.reading.apposed_offices import apposed_offices
from burdenshare.reading.context import Calendar
from burdenshare.reading.drafts import Draft
from burdenshare.reading.mentions import PersonMention, TitleMention, titles_behind
from burdenshare.reading.model import Kind
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.replacing import replaced
from burdenshare.reading.speakers import Cast
from burdenshare.reading.tables import word_list
from burdenshare.record.model import Tenure


def held_offices(parsed: Parsed, calendar: Calendar, cast: Cast) -> list[Draft]:
    found: list[Draft] = []
    for person in parsed.persons:
        name = cast.identify(person) or (person.candidates[0] if len(person.candidates) == 1 and person.full else "")
        for title in [
            *([person.title] if person.title else []),
            *titles_behind(parsed.tokens, parsed.titles, person, parsed.persons),
        ]:
            if parsed.lows[title.last : title.last + 1] == ["until"] or _of_told_years(parsed, title, calendar.on):
                continue  # "Dutch prime minister until 2024": of no day that the sentence tells
            entity = title.entity or _entity_of(name, title, cast)
            dated = not title.then or (_then_of_a_year(parsed, title) and bool(_told_year(parsed, calendar.on)))
            if name and entity and title.office and dated:
                found.append(_office(parsed, calendar, person, title, name, entity, cast))
    return [*found, *_apart(parsed, calendar, cast)]


def _of_told_years(parsed: Parsed, title: TitleMention, on: date | None) -> bool:
    """`Stoltenberg, secretary general from 2014 to 2024, left`: held in years that are told, and not on the day."""
    if parsed.lows[title.last : title.last + 1] not in (["from"], ["between"]):
        return False
    spans = [p for p in parsed.periods if "/" in p.value and 0 <= p.first - title.last <= 1]
    return any(on is None or p.value.rsplit("/", 1)[-1][:4] <= str(on.year) for p in spans)


def _then_of_a_year(parsed: Parsed, title: TitleMention) -> bool:
    """`In 2019, then-chancellor Angela Merkel`: the office of the year the sentence tells."""
    front = parsed.lows[max(0, title.first - 2) : title.last]
    return "then" in front and not {
        "acting",
        "incoming",
        "deputy",
        "next",
        "elect",
        "designate",
        "designated",
        "shadow",
    } & set(front)


def _apart(parsed: Parsed, calendar: Calendar, cast: Cast) -> list[Draft]:
    """Offices that stand apart from the name: those told as held now are of the day of the text."""
    found: list[Draft] = []
    for one in apposed_offices(parsed):
        if _of_told_years(parsed, one.title, calendar.on):
            continue
        name = cast.identify(one.person) or (one.person.candidates[0] if len(one.person.candidates) == 1 else "")
        entity = one.title.entity or (_entity_of(name, one.title, cast) if name else "")
        if not name or not entity or not one.title.office or one.title.then:
            continue
        draft = _office(parsed, calendar, one.person, one.title, name, entity, cast)
        today = calendar.on.isoformat() if calendar.on else ""
        now = replaced(draft, period=today, period_from="relative", likely=False)
        found.append(now if one.present and not one.title.former else draft)
    return found


def _entity_of(name: str, title: TitleMention, cast: Cast) -> str:
    """A generic title (`President Macron`): the country for which that person held such an office, if only one."""
    held = {tenure.entity for tenure in cast.people.tenures(person=name, office=title.office)}
    return held.pop() if len(held) == 1 else ""


def _office(
    parsed: Parsed, calendar: Calendar, person: PersonMention, title: TitleMention, name: str, entity: str, cast: Cast
) -> Draft:
    inside = "former" in parsed.lows[title.first : title.last]  # "the alliance's former chief"
    led = title.former and 0 < title.first <= person.first and not inside
    first = min(person.first, title.first) - int(led)
    last = max(person.last, title.last)
    speaks = _speaks(parsed, first, last) or _still_acts(parsed, last)
    told = not speaks and bool(_told_year(parsed, calendar.on))
    return Draft(
        first,
        last,
        (first, last),
        Kind.EVENT,
        title.office,
        "office held",
        subject=(entity,),
        comparator="",
        period=calendar.on.isoformat() if speaks and calendar.on else _told_day(parsed, calendar.on),
        period_from="explicit" if told else "relative",
        person=name,
        office=title.office,
        former=title.former,
        likely=not title.former
        and not told
        and (
            _of_another_time(parsed, calendar.on, first, last, speaks=speaks)
            or (
                (not speaks or parsed.lows[0] in _OPENING_PAST)
                and _left_long_ago(parsed, calendar.on, first, last, cast.people.tenures(name, title.office, entity))
            )
        ),
    )


def _of_another_time(parsed: Parsed, on: date | None, first: int, last: int, *, speaks: bool) -> bool:
    """`Last year Prime Minister X pledged`, `Under Prime Minister X`, `the then minister X`: told of a day that the
    sentence does not give, so that today's holder proves nothing."""
    front = parsed.lows[max(0, first - 3) : first]
    if {"then", "under", "when", "while", "during", "whose"} & set(front):
        return True
    if _MADE_SO & set(parsed.lows[max(0, first - 5) : first]):
        return True  # "Following the election of President Trump": elected, and not yet in office
    if _tenure_told(parsed, on, first, last):
        return True
    if speaks:
        return False
    ago = any(p.years_ago is not None or (on is not None and _gone(p.value, on)) for p in parsed.periods)
    return ago or any(low in word_list("of_another_time") for low in parsed.words)


def _left_long_ago(parsed: Parsed, on: date | None, first: int, last: int, tenures: Sequence[Tenure]) -> bool:
    """`The pledge was the brainchild of US Secretary of Defence Chuck Hagel`, written years after he left: told of his
    time, where nothing behind the name speaks of today."""
    if on is None or not tenures or not _TODAY.isdisjoint(parsed.lows[last : last + 3]):
        return False
    if not _IN_SERVICE.isdisjoint(parsed.lows[max(0, first - 4) : first]):
        return False
    if any(len(p.value) == len("2025-02-28") and p.value[:4] == str(on.year) for p in parsed.periods):
        return False  # "said on Tuesday": of that day
    ago = 0 if _acted(parsed, last) else _LONG_AGO
    return all(one.to is not None and (on - one.to).days > ago for one in tenures)


def _acted(parsed: Parsed, last: int) -> bool:
    """`President X authorized the deployment`, read after he left: what is told behind the name was done, on a day that
    the sentence does not give, and he held the office when he did it."""
    if any(p.role == "in" and p.value for p in parsed.periods):
        return False
    return not word_list("deeds_done").isdisjoint(parsed.lows[last : last + 1])


_TODAY = word_list("present_verbs") | {"is", "has", "will", "wants", "hopes", "plans", "'s", "today", "now"}
_OPENING_PAST = frozenset({"following", "after", "since"})
"""`Following the invasion of Crimea, Prime Minister X stated`: what was said is told of the time behind an event."""
_IN_SERVICE = frozenset({"spokesman", "spokeswoman", "spokesperson", "office", "aide", "aides", "adviser", "advisor"})
"""`A spokesman for Defence Minister X did not answer our email`: asked of the one who holds the office."""
_LONG_AGO = 730
"""Days after which a holder who left is named for the time of the office, rather than taken for its holder."""
_MADE_SO = frozenset({"election", "re-election", "reelection", "inauguration", "victory", "nomination", "return"})


def _tenure_told(parsed: Parsed, on: date | None, first: int, last: int) -> bool:
    """`was president from 2018 to 2022`, `for 16 years`, `announced it in 2024`, `at the Vilnius summit, X said`, `as
    chancellor`: a time of its own, whoever is in office today."""
    lows = parsed.lows
    if word_list("of_a_tenure") & set(lows[first:last]) and (parsed.periods or "years" in parsed.words):
        return True
    if lows[:1] in (["at"], ["during"]) and {"summit", "term", "presidency"} & set(lows[:7]) and first <= 12:
        return True
    behind = any(
        p.role == "in" and len(p.value) == 4 and p.value.isdecimal() and on is not None and int(p.value) < on.year
        for p in parsed.periods
        if p.first > first
    )
    return behind or lows[max(0, first - 1) : first] == ["as"] or "until" in parsed.words


def _gone(value: str, on: date) -> bool:
    """Whether a period of the sentence ended before the month of the text."""
    return value[:4].isdecimal() and value.rsplit("/", 1)[-1] < on.isoformat()[: len(value.rsplit("/", 1)[-1])][:7]


def _still_acts(parsed: Parsed, last: int) -> bool:
    """`President X has been lashing out despite a pledge that was made in 2014`: what the holder does now, whatever
    year something else is told of."""
    opened = any(p.first <= 1 and p.role == "in" and p.source == "explicit" for p in parsed.periods)
    return not opened and parsed.lows[last : last + 2] in (["has", "been"], ["has", "long"], ["is", "now"])


_SPEECH = word_list("saying_verbs")
_SAYS = _SPEECH | word_list("claiming_verbs")


def _speaks(parsed: Parsed, first: int, last: int) -> bool:
    """`Canada reached it in 2025, Prime Minister Mark Carney said`: the office is that of the day of the saying."""
    if any(p.first <= 1 and p.role == "in" and p.source == "explicit" for p in parsed.periods):
        return False  # "In 2023 Prime Minister Alexander De Croo said"
    verbs = [i for i in range(max(0, first - 2), min(len(parsed.tokens), last + 3)) if parsed.tokens[i].low in _SPEECH]
    return any(not any(0 <= p.first - i <= 2 for p in parsed.periods) for i in verbs) or _says_that(parsed, last)


def _says_that(parsed: Parsed, last: int) -> bool:
    """`Prime Minister X recalled that in 2010 the country spent 2.5 %`: the time behind `that` is that of what is said,
    and whoever says it holds the office on the day of the saying."""
    lows = parsed.lows[last : last + 2]
    return lows[1:] == ["that"] and (lows[0] in _SAYS or lows[0] in word_list("recalling_verbs"))


def _told_day(parsed: Parsed, on: date | None) -> str:
    """The day of what is told: a date or weekday of the sentence, a past year it names, else the document's day."""
    days = [p.value for p in parsed.periods if len(p.value) == 10 and p.role == "in"]
    if days and (on is None or days[0] <= on.isoformat()):
        return days[0]
    year = _told_year(parsed, on)
    return year or (on.isoformat() if on else "")


def _of_a_figure(parsed: Parsed, mention: PeriodMention) -> bool:
    """`it was 1.36 percent in 2019, and X, the defence minister, promises 2 percent`, `President X hands over; it rose
    from 2.2 percent in 2015`: the year of a share, told in front of a comma and a joint or behind a semicolon."""
    lows = parsed.lows
    if lows[mention.last : mention.last + 2] != [",", "and"] and ";" not in lows[: mention.first]:
        return False
    return any(q.unit == "%" and 0 <= mention.first - q.core[1] <= _BEHIND for q in parsed.quantities)


_BEHIND = 4
"""Tokens between a share and its year: `1.36 percent of GDP in 2019`."""


def _of_a_paper(parsed: Parsed, mention: PeriodMention) -> bool:
    """`spoke of the duties of the 1949 North Atlantic Treaty`: the year that names a paper or a war, and no time at
    which anybody spoke."""
    return not _NAMED_BY_YEAR.isdisjoint(parsed.lows[mention.last : mention.last + _BEHIND])


_NAMED_BY_YEAR = frozenset(
    {"treaty", "pact", "charter", "act", "accord", "agreement", "declaration", "memorandum", "pledge", "constitution"}
    | {"invasion", "annexation", "crisis", "war"}
)


def _told_year(parsed: Parsed, on: date | None) -> str:
    """A past year or month that the sentence is about (not one it merely compares with)."""
    for p in parsed.periods:
        if parsed.tokens[p.first].low not in ("in", "during", "back", "of", "on", "throughout"):
            continue
        if _of_a_figure(parsed, p) or _of_a_paper(parsed, p):
            continue
        if (
            p.role == "in"
            and p.source == "explicit"
            and 4 <= len(p.value) <= 7
            and "/" not in p.value
            and (on is None or int(p.value[:4]) < on.year)
        ):
            return p.value
        if (
            p.role == "in"
            and p.value[:4].isdecimal()
            and p.source == "relative"
            and len(p.value) == 4
            and on is not None
            and int(p.value) < on.year
        ):
            return p.value
    return ""
