"""Dated happenings, offices and ages: what can be held against the record's calendar."""

from __future__ import annotations

import math
from datetime import date
from functools import lru_cache

from burdenshare.reading.context import Calendar
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.happenings.when import told_day
from burdenshare.reading.mentions import PersonMention, SubjectMention, TitleMention, titles_behind
from burdenshare.reading.model import Interval, Kind, Modality
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.speakers import Cast
from burdenshare.reading.tables import load_table, word_list
from burdenshare.reading.terms import term_drafts
from burdenshare.reading.tokens import Token
from burdenshare.reading.tries import Trie


@lru_cache(maxsize=1)
def _tries() -> dict[str, Trie[str]]:
    return {name: Trie((words, name) for words in row["words"]) for name, row in load_table("events").items()}


def _spans(name: str, parsed: Parsed) -> list[tuple[int, int]]:
    trie = _tries()[name]  # most sentences hold not even the first word of one
    return [(hit.first, hit.last) for hit in trie.find_in(parsed.tokens, parsed.words)]


def happening_drafts(parsed: Parsed, calendar: Calendar, cast: Cast) -> list[Draft]:
    """Every office, summit, accession and age of one sentence."""
    terms = term_drafts(parsed, calendar, cast)
    dated = {(draft.person, draft.office, draft.period) for draft in terms}
    held = [one for one in _offices(parsed, calendar, cast) if (one.person, one.office, one.period) not in dated]
    return [
        *held,
        *terms,
        *_summits(parsed, calendar),
        *_gatherings(parsed, calendar),
        *_ages(parsed),
        *_birthdays(parsed),
        *_invasions(parsed),
        *_accessions(parsed, calendar),
    ]


def _offices(parsed: Parsed, calendar: Calendar, cast: Cast) -> list[Draft]:
    found: list[Draft] = []
    for person in parsed.persons:
        name = cast.identify(person) or (person.candidates[0] if len(person.candidates) == 1 and person.full else "")
        for title in [
            *([person.title] if person.title else []),
            *titles_behind(parsed.tokens, parsed.titles, person, parsed.persons),
        ]:
            entity = title.entity or _entity_of(name, title, cast)
            if name and entity and title.office and not title.then:
                found.append(_office(parsed, calendar, person, title, name, entity))
    return found


def _entity_of(name: str, title: TitleMention, cast: Cast) -> str:
    """A generic title (`President Macron`): the country for which that person held such an office, if only one."""
    held = {tenure.entity for tenure in cast.people.tenures(person=name, office=title.office)}
    return held.pop() if len(held) == 1 else ""


def _office(
    parsed: Parsed, calendar: Calendar, person: PersonMention, title: TitleMention, name: str, entity: str
) -> Draft:
    first = min(person.first, title.first) - (1 if title.former and title.first <= person.first else 0)
    last = max(person.last, title.last)
    speaks = _speaks(parsed, first, last)
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
        period_from="explicit" if not speaks and _told_year(parsed, calendar.on) else "relative",
        person=name,
        office=title.office,
        former=title.former,
    )


_SPEECH = word_list("saying_verbs")


def _speaks(parsed: Parsed, first: int, last: int) -> bool:
    """`Canada reached it in 2025, Prime Minister Mark Carney said`: the office is that of the day of the saying."""
    if any(p.first <= 1 and p.role == "in" and p.source == "explicit" for p in parsed.periods):
        return False  # "In 2023 Prime Minister Alexander De Croo said"
    verbs = [i for i in range(max(0, first - 2), min(len(parsed.tokens), last + 3)) if parsed.tokens[i].low in _SPEECH]
    return any(not any(0 <= p.first - i <= 2 for p in parsed.periods) for i in verbs)


def _told_day(parsed: Parsed, on: date | None) -> str:
    """The day of what is told: a date or weekday of the sentence, a past year it names, else the document's day."""
    days = [p.value for p in parsed.periods if len(p.value) == 10 and p.role == "in"]
    if days and (on is None or days[0] <= on.isoformat()):
        return days[0]
    year = _told_year(parsed, on)
    return year or (on.isoformat() if on else "")


def _told_year(parsed: Parsed, on: date | None) -> str:
    """A past year or month that the sentence is about (not one it merely compares with)."""
    for p in parsed.periods:
        if parsed.tokens[p.first].low not in ("in", "during", "back", "of", "on", "throughout"):
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


def _summits(parsed: Parsed, calendar: Calendar) -> list[Draft]:
    found: list[Draft] = []
    for first, last in [*_spans("summit", parsed), *_leaders_meetings(parsed)]:
        draft = _summit(parsed, calendar, first, last)
        if draft is not None:
            found.append(draft)
    return found


def _leaders_meetings(parsed: Parsed) -> list[tuple[int, int]]:
    """`At the London meeting this week, the leaders …`: a leaders' meeting known by its place."""
    if "leaders" not in parsed.words:
        return []
    return [
        (s.last, s.last + 1)
        for s in parsed.subjects
        if s.kind == "capital" and s.last < len(parsed.tokens) and parsed.tokens[s.last].low == "meeting"
    ]


def _summit(parsed: Parsed, calendar: Calendar, first: int, last: int) -> Draft | None:
    place = _place_by(parsed, first, last)
    month = _month_by(parsed, min(first, place[1]) if place else first, last)
    if month is None and place is None:
        return None
    start = min([first, *([month.first] if month else []), *([place[1]] if place else [])])
    end = max([last, *([month.last] if month else []), *([place[2]] if place else [])])
    around = parsed.text(max(0, start - 3), min(len(parsed.tokens), end + 4))
    nato = not any(f" {word} " in f" {around} " for word in load_table("events")["summit"]["others"])
    while start < first and parsed.tokens[start].low in ("to", "in", "at", "the", "of", "since", "by", "on"):
        start += 1
    if start > 0 and parsed.tokens[start - 1].low in ("emergency", "extraordinary", "nato", "upcoming", "special"):
        start -= 1
    period, source = _summit_period(parsed, calendar, month)
    if not period and not nato and calendar.on is not None:
        period, source = calendar.on.isoformat()[:7], "assumed"  # an emergency meeting told as news is of these days
    if not period and place is None:
        return None
    return Draft(
        start,
        end,
        (start, end),
        Kind.EVENT,
        "event",
        "summit",
        subject=("NATO",) if nato else (),
        comparator="",
        period=period,
        period_from=source,
        place=place[0] if place else "",
        event="summit",
    )


def _month_by(parsed: Parsed, first: int, last: int) -> PeriodMention | None:
    """A month or year that dates the summit: `July summit`, `summit in June`, `2014 Wales summit`."""
    for p in parsed.periods:
        dated = len(p.value) >= 7 or p.value.startswith("--") or (p.source == "explicit" and len(p.value) == 4)
        if not dated or p.role in ("since", "by", "versus"):
            continue
        opening = p.first <= 1 and set(parsed.text(p.last, first).split()) <= _BEFORE_SUMMIT
        before = p.last <= first and (opening or first - p.last <= 2) and "said" not in parsed.text(p.last, first)
        held = parsed.text(last, last + 2) == ", held"
        behind = p.first >= last and p.first - last <= 6 and (held or "," not in parsed.text(last, p.first).split())
        if (before or behind) and not (len(p.value) == 10 and p.source == "relative"):
            return p
    return None


_BEFORE_SUMMIT = frozenset({",", "at", "the", "nato", "alliance", "in", "during", "last"})


def _place_by(parsed: Parsed, first: int, last: int) -> tuple[str, int, int] | None:
    """The place of the summit: `Hague summit`, `summit in the Netherlands`."""
    for s in parsed.subjects:
        behind = s.first >= last and s.first - last <= 5 and parsed.tokens[s.first - 1].low in ("in", "the", "at")
        before = s.last <= first and first - s.last <= 1
        if (behind or before) and (s.kind in ("capital", "country") or s.entity == "AMBIGUOUS"):
            return _name(parsed, s.first, s.last), s.first, s.last
    for i in (last, last + 1):
        if (
            i + 1 < len(parsed.tokens)
            and not any(p.first <= i + 1 < p.last for p in parsed.periods)
            and parsed.tokens[i].low == "in"
            and parsed.tokens[i + 1].capital
            and parsed.tokens[i + 1].kind == "word"
        ):
            return parsed.tokens[i + 1].text, i + 1, i + 2
    if first and parsed.tokens[first - 1].low in ("wales", "newport", "hague"):
        return parsed.tokens[first - 1].text, first - 1, first
    return None


def _name(parsed: Parsed, first: int, last: int) -> str:
    return " ".join(t.text for t in parsed.tokens[first:last])


def _summit_period(parsed: Parsed, calendar: Calendar, month: PeriodMention | None) -> tuple[str, str]:
    """The month as ISO text; an open year (`July summit`) by the direction the words give, else by nearness."""
    on = calendar.on
    if month is None:
        return "", ""
    if not month.value.startswith("--"):
        return month.value, month.source
    if on is None:
        return "", ""
    number = int(month.value[2:4])
    words = parsed.text(0, len(parsed.tokens))
    if any(f" {w} " in f" {words} " for w in load_table("events")["ahead"]["words"]):
        year = on.year + (1 if number < on.month else 0)
    elif any(f" {w} " in f" {words} " for w in load_table("events")["behind"]["words"]):
        year = on.year - (1 if number > on.month else 0)
    else:
        year = min((on.year - 1, on.year, on.year + 1), key=lambda y: abs((date(y, number, 15) - on).days))
    return f"{year}-{number:02d}", month.source


def _ages(parsed: Parsed) -> list[Draft]:
    """`established 76 years ago`, `the invasion three years ago`."""
    found: list[Draft] = []
    for p in parsed.periods:
        if p.years_ago is None:
            continue
        founding = [s for s in _spans("founding", parsed) if abs(p.first - s[1]) <= 8]
        invasion = [s for s in _spans("invasion", parsed) if abs(p.first - s[1]) <= 12]
        nato = any(s.entity == "NATO" for s in parsed.subjects)
        if founding and nato:
            found.append(_age(parsed, p, founding[0], "NATO", "founding"))
        elif invasion and any(s.entity in ("UKR", "RUS") for s in parsed.subjects):
            found.append(_age(parsed, p, invasion[0], "UKR", "invasion"))
    return found


def _age(parsed: Parsed, period: PeriodMention, cue: tuple[int, int], entity: str, event: str) -> Draft:
    years = period.years_ago or (0.0, 0.0)
    first, last = min(period.first, cue[0]), max(period.last, cue[1])
    return _age_draft(parsed, (first, last), (period.first, period.last), years[0], entity, event)


def _age_draft(
    parsed: Parsed, span: tuple[int, int], focus: tuple[int, int], years: float, entity: str, event: str
) -> Draft:
    """The age with its hedge: `more than three years ago` is open above, `nearly` open below."""
    said = next((q for q in parsed.quantities if q.core[0] >= focus[0] - 3 and q.core[0] < focus[1]), None)
    value, comparator, first = Interval(years, years, central=years, kind="count"), "=", span[0]
    if said is not None and said.rule in ("above", "at least", "just over", "well above"):
        value, comparator = Interval(years, math.inf, low_open=said.rule == "above", central=years, kind="count"), ">"
    elif said is not None and said.rule in ("nearly", "below"):
        value, comparator = Interval(years - 1, years, central=years, kind="count"), "~"
    elif said is not None and said.rule == "about":
        value, comparator = Interval(years - 1, years + 1, central=years, kind="count"), "~"
    if said is not None and said.rule != "plain":
        first = min(first, said.first)
    return Draft(
        first,
        span[1],
        (min(focus[0], first) if first < span[0] else focus[0], focus[1]),
        Kind.EVENT,
        "event",
        "age of an event",
        subject=(entity,),
        comparator=comparator,
        value=value,
        unit="years",
        event=event,
    )


def _birthdays(parsed: Parsed) -> list[Draft]:
    """`the alliance turns 75`, `the alliance, 77 this year`, `76 years after the treaty was signed`."""
    found: list[Draft] = []
    for q in parsed.quantities:
        if q.unit or q.number.kind != "cardinal" or not 40 <= q.number.value <= 120:
            continue
        before = [t.low for t in parsed.tokens[max(0, q.core[0] - 2) : q.core[0]]]
        after = [t.low for t in parsed.tokens[q.core[1] : q.core[1] + 6]]
        owner = next(
            (
                s
                for s in reversed(parsed.subjects)
                if s.last <= q.core[0] and q.core[0] - s.last <= 2 and s.entity == "NATO"
            ),
            None,
        )
        turns = (bool(before) and before[-1] in ("turns", "turned", "turning")) or (
            after[:2] == ["this", "year"] and before[-1:] == [","]
        )
        signed = after[:2] == ["years", "after"] and bool(
            set(after[2:]) & {"treaty", "founding", "foundation", "creation"}
        )
        if owner is not None and turns:
            found.append(_age_draft(parsed, (owner.first, q.core[1]), q.core, q.number.value, "NATO", "founding"))
        elif signed:
            end = min(len(parsed.tokens), q.core[1] + 6)
            found.append(
                _age_draft(parsed, (q.core[0], end), (q.core[0], q.core[1] + 2), q.number.value, "NATO", "founding")
            )
    return found


_GATHERINGS = (
    ("defence ministers", ("defence ministers", "defense ministers")),
    ("foreign ministers", ("foreign ministers", "ministers of foreign affairs")),
    ("summit", ("leaders", "heads of state", "when allies", "the allies", "nato allies")),
)
_GATHER = word_list("gathering_verbs")
_NOT_NATO = word_list("not_nato")


def _gatherings(parsed: Parsed, calendar: Calendar) -> list[Draft]:
    """`NATO defence ministers met in Brussels on Thursday`, `leaders gather in The Hague on June 24`."""
    found: list[Draft] = []
    tokens = parsed.tokens
    if not _gathering_nouns().may_start(parsed.words):
        return found
    for hit in _gathering_nouns().find(tokens):
        if {token.low for token in tokens[max(0, hit.first - 3) : hit.first]} & _NOT_NATO:
            continue
        verb = next((j for j in range(hit.last, min(len(tokens), hit.last + 6)) if tokens[j].low in _GATHER), None)
        draft = _gathering(parsed, calendar, hit.payload, hit.first, verb) if verb is not None else None
        if draft is not None:
            found.append(draft)
    return found


@lru_cache(maxsize=1)
def _gathering_nouns() -> Trie[str]:
    return Trie((noun, event) for event, nouns in _GATHERINGS for noun in nouns)


def _gathering(parsed: Parsed, calendar: Calendar, event: str, first: int, verb: int) -> Draft | None:
    place = next(
        (s for s in parsed.subjects if verb < s.first <= verb + 2 and parsed.tokens[s.first - 1].low == "in"), None
    )
    start = place.last if place else verb + 1
    when = next(
        (
            p
            for p in parsed.periods
            if start <= p.first <= start + 4 and (len(p.value) >= 7 or p.value.startswith("--"))
        ),
        None,
    )
    if place is None or when is None:
        return None
    period, source = _summit_period(parsed, calendar, when)
    period = told_day(parsed, when, calendar.on) if len(period) == 10 else period
    owner = any(s.entity == "NATO" for s in parsed.subjects) or event == "defence ministers"
    return Draft(
        first,
        when.last,
        (first, when.last),
        Kind.EVENT,
        "event",
        "gathering",
        subject=("NATO",) if owner or event == "summit" else (),
        comparator="",
        period=period,
        period_from=source,
        place=_name(parsed, place.first, place.last),
        event=event,
    )


def _invasions(parsed: Parsed) -> list[Draft]:
    """`the full-scale invasion of Ukraine in February 2022`, `On the 24th of February, Russia invaded Ukraine`."""
    spans = _spans("invasion", parsed)
    if not spans or not {"RUS", "UKR"} & {s.entity for s in parsed.subjects}:
        return []
    when = next(
        (
            p
            for p in parsed.periods
            if p.role == "in"
            and len(p.value) >= 7
            and abs(p.first - spans[0][1]) <= 9
            and p.years_ago is None
            and _one_clause(parsed, spans[0], p)
        ),
        None,
    )
    if when is None or when.value.startswith("--"):
        return []
    first, last = min(spans[0][0], when.first), max(spans[0][1], when.last)
    return [
        Draft(
            first,
            last,
            (first, last),
            Kind.EVENT,
            "event",
            "invasion",
            subject=("UKR",),
            comparator="",
            period=when.value,
            period_from=when.source,
            event="invasion",
        )
    ]


def _one_clause(parsed: Parsed, cue: tuple[int, int], when: PeriodMention) -> bool:
    """`the invasion – becoming a member in March 2024`: a dash or a semicolon parts the date from the invasion."""
    between = parsed.tokens[min(cue[1], when.last) : max(cue[0], when.first)]
    return not any(
        t.text in ("–", "—", ";", ":") or (t.text == "-" and t.start > 0 and _spaced(parsed, t)) for t in between
    )


def _spaced(parsed: Parsed, dash: Token) -> bool:
    return not any(t.end == dash.start or t.start == dash.end for t in parsed.tokens)


_STATES = frozenset({"nato member", "a member of nato", "been a nato member", "been a member of nato"})
"""Words for being a member, which only `since` makes a day of joining."""


def _something_of(parsed: Parsed, body: SubjectMention | None, year: PeriodMention) -> bool:
    """`joined the NATO mission in Iraq in 2018`: a noun behind the alliance's name is what was joined."""
    if body is None:
        return False
    between = parsed.tokens[body.last : year.first]
    return body.possessive or any(t.kind == "word" and t.low not in _IDLE for t in between)


_IDLE = frozenset({"as", "back", "fully", "in", "just", "last", "late", "early", "on", "only", "since", "the", "this"})
_ALLIANCE = frozenset({"nato", "alliance", "bloc"})


def _a_country(entity: str, calendar: Calendar) -> bool:
    return len(entity) == 3 and entity.isupper() and entity not in ("EUR", "NAC", "JEF")


def _of_several(parsed: Parsed, ally: SubjectMention, year: PeriodMention) -> bool:
    """`Finland and Sweden joined in 2023 and 2024`: a list of allies with two dates."""
    listed = ally.first > 0 and parsed.tokens[ally.first - 1].low == "and"
    following = [p for p in parsed.periods if year.last < p.first <= year.last + 2]
    return listed and bool(following) and parsed.tokens[year.last].low == "and"


def _accessions(parsed: Parsed, calendar: Calendar) -> list[Draft]:
    """`Sweden joined NATO in 2024`: an ally, a joining verb, the alliance, a year."""
    found: list[Draft] = []
    for first, last in _spans("joining", parsed):
        ally = next(
            (
                s
                for s in reversed(parsed.subjects)
                if s.last <= first and first - s.last <= 4 and _a_country(s.entity, calendar)
            ),
            None,
        )
        body = next((s for s in parsed.subjects if last <= s.first <= last + 3), None)
        if ally is None or (body is not None and body.entity != "NATO"):
            continue
        start = body.last if body else last
        named = body is not None or bool(_ALLIANCE & {t.low for t in parsed.tokens[first : last + 3]})
        year = next(
            (
                p
                for p in parsed.periods
                if start <= p.first <= start + 3
                and p.role in ("in", "since")
                and p.years_ago is None
                and len(p.value) >= 4
            ),
            None,
        )
        if (
            year is None
            or _something_of(parsed, body, year)
            or (parsed.text(first, last) in _STATES and year.role == "in")
        ):
            continue
        if _of_several(parsed, ally, year):
            continue
        period, source = _summit_period(parsed, calendar, year)
        about = any(s.entity == "NATO" for s in parsed.subjects) and year.first == last
        if not period or not (named or about) or parsed.cues.has("hypothetical") or parsed.cues.has("future"):
            continue  # "joined the talks in January"; "if Ukraine joined in 2030"
        found.append(
            Draft(
                ally.first,
                year.last,
                (ally.first, year.last),
                Kind.EVENT,
                "membership",
                "accession",
                subject=(ally.entity,),
                comparator="",
                period=period,
                period_from=source,
                event="accession",
                modality=Modality.FACT,
            )
        )
    return found
