"""Dated happenings, offices and ages: what can be held against the record's calendar."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from burdenshare.reading.context import Calendar
from burdenshare.reading.drafts import Draft
from burdenshare.reading.mentions import PersonMention, TitleMention
from burdenshare.reading.model import Interval, Kind, Modality
from burdenshare.reading.parse import Parsed
from burdenshare.reading.periods import PeriodMention
from burdenshare.reading.speakers import Cast
from burdenshare.reading.tables import load_table
from burdenshare.reading.tries import Trie


@lru_cache(maxsize=1)
def _tries() -> dict[str, Trie[str]]:
    return {name: Trie((words, name) for words in row["words"]) for name, row in load_table("events").items()}


def _spans(name: str, parsed: Parsed) -> list[tuple[int, int]]:
    return [(hit.first, hit.last) for hit in _tries()[name].find(parsed.tokens)]


def happening_drafts(parsed: Parsed, calendar: Calendar, cast: Cast) -> list[Draft]:
    """Every office, summit, accession and age of one sentence."""
    return [
        *_offices(parsed, calendar, cast),
        *_summits(parsed, calendar),
        *_ages(parsed),
        *_accessions(parsed, calendar),
    ]


def _offices(parsed: Parsed, calendar: Calendar, cast: Cast) -> list[Draft]:
    found: list[Draft] = []
    for person in parsed.persons:
        title = person.title
        if title is None or title.then or not title.office:
            continue
        name = cast.identify(person) or (person.candidates[0] if len(person.candidates) == 1 and person.full else "")
        entity = title.entity or _entity_of(name, title, cast)
        if not name or not entity:
            continue
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
    return Draft(
        first,
        last,
        (first, last),
        Kind.EVENT,
        title.office,
        "office held",
        subject=(entity,),
        comparator="",
        period=_told_day(parsed, calendar.on),
        period_from="explicit" if _told_year(parsed, calendar.on) else "relative",
        person=name,
        office=title.office,
        former=title.former,
    )


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
        if p.role == "in" and p.source == "explicit" and 4 <= len(p.value) <= 7 and "/" not in p.value and (on is None or int(p.value[:4]) < on.year):
            return p.value
        if p.role == "in" and p.value[:4].isdecimal() and p.source == "relative" and len(p.value) == 4 and on is not None and int(p.value) < on.year:
            return p.value
    return ""


def _summits(parsed: Parsed, calendar: Calendar) -> list[Draft]:
    found: list[Draft] = []
    for first, last in _spans("summit", parsed):
        draft = _summit(parsed, calendar, first, last)
        if draft is not None:
            found.append(draft)
    return found


def _summit(parsed: Parsed, calendar: Calendar, first: int, last: int) -> Draft | None:
    month = _month_by(parsed, first, last)
    place = _place_by(parsed, first, last)
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
    if not period:
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
        before = p.last <= first and first - p.last <= 2 and "said" not in parsed.text(p.last, first)
        behind = p.first >= last and p.first - last <= 6 and not any(t.text == "," for t in parsed.tokens[last : p.first])
        if (before or behind) and not (len(p.value) == 10 and p.source == "relative"):
            return p
    return None


def _place_by(parsed: Parsed, first: int, last: int) -> tuple[str, int, int] | None:
    """The place of the summit: `Hague summit`, `summit in the Netherlands`."""
    for s in parsed.subjects:
        behind = s.first >= last and s.first - last <= 2 and parsed.tokens[s.first - 1].low in ("in", "the", "at")
        before = s.last <= first and first - s.last <= 1 and s.kind in ("capital", "country")
        if (behind or before) and (s.kind in ("capital", "country") or s.entity == "AMBIGUOUS"):
            return _name(parsed, s.first, s.last), s.first, s.last
    for i in (last, last + 1):
        if i + 1 < len(parsed.tokens) and parsed.tokens[i].low == "in" and parsed.tokens[i + 1].capital and parsed.tokens[i + 1].kind == "word":
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
        return (on.isoformat()[:7], "assumed") if on else ("", "")
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
    value = Interval(years[0], years[1], central=years[0], kind="count")
    return Draft(
        first,
        last,
        (period.first, period.last),
        Kind.FACT,
        "event",
        "age of an event",
        subject=(entity,),
        value=value,
        unit="years",
        event=event,
    )


def _accessions(parsed: Parsed, calendar: Calendar) -> list[Draft]:
    """`Sweden joined NATO in 2024`: an ally, a joining verb, the alliance, a year."""
    found: list[Draft] = []
    for first, last in _spans("joining", parsed):
        ally = next((s for s in reversed(parsed.subjects) if s.last <= first and first - s.last <= 4 and s.entity in calendar.allies), None)
        body = next((s for s in parsed.subjects if last <= s.first <= last + 3 and s.entity == "NATO"), None)
        year = next((p for p in parsed.periods if body and body.last <= p.first <= body.last + 3 and p.role == "in" and p.source == "explicit"), None)
        if ally is None or body is None or year is None:
            continue
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
                period=year.value,
                period_from="explicit",
                event="accession",
                modality=Modality.FACT,
            )
        )
    return found
