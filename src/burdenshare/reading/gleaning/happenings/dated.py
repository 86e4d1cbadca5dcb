"""Happenings with a date or an age by the words around them: `A decade ago today Moscow annexed Crimea`."""

from __future__ import annotations

from datetime import date

from burdenshare.reading.context import Calendar
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.happenings.when import told_day
from burdenshare.reading.gleaning.happenings.words import hits, holds, row, words
from burdenshare.reading.model import Kind, exactly
from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.summits import of_another_body
from burdenshare.reading.tries import Hit

RULE = "happening, by the words around it"
HAPPENINGS = ("happened_invasion", "happened_annexation", "happened_treaty", "happened_article", "happened_pledge")
_AWAY = 8
_LONG = 14


def dated(parsed: Parsed, calendar: Calendar) -> list[Draft]:
    """Every happening of the table that a sentence dates, and meetings of allies told by a day."""
    if not (parsed.periods or parsed.quantities) or parsed.cues.has("hypothetical"):
        return []
    found: list[Draft] = []
    for hit in hits(parsed, *HAPPENINGS):
        draft = _aged(parsed, calendar.on, hit) or _on_a_day(parsed, calendar, hit)
        found += [draft] if draft is not None else []
    meeting = _meeting(parsed, calendar)
    return [*found, *([meeting] if meeting is not None and not found else [])]


def _on_a_day(parsed: Parsed, calendar: Calendar, hit: Hit[str]) -> Draft | None:
    """A day, month or year in the clause of the happening, with no other happening's words in between."""
    low, high = parsed.clause(hit.first, hit.last)
    near = [
        p
        for p in parsed.periods
        if p.role in ("in", "now")
        and p.event != "happening"  # "when Russia seized Crimea" is the time of something else
        and low <= p.first
        and p.last <= high
        and -_AWAY <= p.first - hit.last <= _AWAY
        and not _parted(parsed, hit, p)
    ]
    dates = [(p, told_day(parsed, p, calendar.on)) for p in near]
    told = [(p, value) for p, value in dates if value and (p.source == "explicit" or len(value) == 10)]
    if not told:
        return None
    best, value = min(told, key=lambda pair: abs(pair[0].first - hit.last))
    return _draft(hit, min(hit.first, best.first), max(hit.last, best.last), value, best.source)


def _parted(parsed: Parsed, hit: Hit[str], mention: PeriodMention) -> bool:
    """`the war in Ukraine Germany spent 1.4% in 2021`: another figure or country stands before the date."""
    low, high = min(hit.last, mention.last), max(hit.first, mention.first)
    if mention.first < hit.first:
        return any(low <= q.core[0] < high for q in parsed.quantities)
    if {")", "through", "until", "till"} & {*parsed.lows[low:high]}:
        return True  # "(one month before the Russian invasion) and April 2024": the end of a span that began with it
    others = any(low < s.first < high and s.entity not in ("RUS", "UKR") for s in parsed.subjects)
    return others or any(low <= q.core[0] < high for q in parsed.quantities)


def _draft(hit: Hit[str], first: int, last: int, value: str, source: str) -> Draft:
    held = row(hit.payload)
    return Draft(
        first,
        last,
        (first, last),
        Kind.EVENT,
        "event",
        RULE,
        subject=(held["owner"],),
        comparator="",
        period=value,
        period_from=source,
        event=held["event"],
        likely=True,
    )


def _aged(parsed: Parsed, on: date | None, hit: Hit[str]) -> Draft | None:
    """`Three years to the day after …`, `a decade ago today …`, `two years will have passed since …`."""
    years = _years_ago(parsed, hit) or _years_since(parsed, hit)
    if years is None:
        return None
    count, first, last = years
    held = row(hit.payload)
    return Draft(
        min(first, hit.first),
        max(last, hit.last),
        (first, last),
        Kind.EVENT,
        "event",
        "age of an event, by the words around it",
        subject=(held["owner"],),
        period=_then(parsed, on, count, last),
        period_from="relative",
        value=exactly(count),
        unit="years",
        event=held["event"],
        likely=True,
    )


def _then(parsed: Parsed, on: date | None, count: float, last: int) -> str:
    """The day or year so many years back, where the words count from the day of the text."""
    behind = parsed.text(last, last + 4)
    if on is None or not behind.startswith(("today", "to the day", "will have passed")):
        return ""
    year = on.year - round(count)
    return str(year) if behind.startswith("will have") else f"{year}-{on:%m-%d}"


def _years_ago(parsed: Parsed, hit: Hit[str]) -> tuple[float, int, int] | None:
    for p in parsed.periods:
        words = parsed.text(p.first, p.last)
        near = -_LONG <= p.first - hit.last <= _LONG
        if near and words.endswith("ago") and (count := _count(parsed, p)) is not None:
            return count, p.first, p.last
    return None


def _count(parsed: Parsed, mention: PeriodMention) -> float | None:
    if mention.years_ago is not None:
        return mention.years_ago[0]
    return _DECADES.get(parsed.text(mention.first, mention.last))


_DECADES = {"a decade ago": 10.0, "two decades ago": 20.0, "three decades ago": 30.0}


def _years_since(parsed: Parsed, hit: Hit[str]) -> tuple[float, int, int] | None:
    for q in parsed.quantities:
        behind = parsed.text(q.core[1], hit.first)
        plain = q.number.kind == "cardinal" and not q.unit and behind.startswith("year")
        if plain and q.core[1] < hit.first <= q.core[1] + _LONG and _counting(behind):
            return q.number.value, q.core[0], _end(parsed, q)
    return None


def _counting(words: str) -> bool:
    held = words.split()
    return ("after" in held[:6] or "since" in held[:7]) and not {"of", ",", ";"} & set(held)


def _end(parsed: Parsed, quantity: Quantity) -> int:
    return quantity.core[1] + 1


def _meeting(parsed: Parsed, calendar: Calendar) -> Draft | None:
    """`When the 28 allies sit down at Celtic Manor tomorrow`, `The summit that ended in Brussels today`."""
    tokens = parsed.tokens
    if not parsed.periods:
        return None
    if not any(s.entity == "NATO" for s in parsed.subjects) and "allied" not in {t.low for t in tokens}:
        return None
    verb = next(iter(hits(parsed, "meeting_verbs")), None)
    if verb is None or holds(parsed, "meeting_others") or calendar.on is None:
        return None
    summit = next((i for i, t in enumerate(tokens) if t.low == "summit"), None)
    if summit is not None and of_another_body(parsed, summit, summit + 1):
        return None
    people = next((h for h in hits(parsed, "meeting_people") if -4 <= verb.first - h.last <= 5), None)
    day = next(
        (p for p in parsed.periods if len(told_day(parsed, p, calendar.on)) == 10 and p.source != "explicit"), None
    )
    if summit is None and verb.last < len(tokens) and tokens[verb.last].low not in words("behind_meeting"):
        return None  # "all 32 allies will meet the 2% target"
    if day is not None and parsed.lows[day.first - 1] == "from":
        return None  # "two weeks from today"
    if day is not None and summit is not None and not _DASHES.isdisjoint(parsed.lows[summit : day.first]):
        return None  # "the premier — just back from a summit — launched today a review"
    if day is None or (summit is None and (people is None or people.first > verb.first)):
        return None
    first = people.first if people is not None and summit is None else summit if summit is not None else verb.first
    if not _close(parsed, (min(first, verb.first), max(verb.last, first + 1)), day):
        return None
    if summit is not None and day.last <= summit and _TO_COME & set(parsed.lows[day.last : summit]):
        return None  # "agreed a text on Sunday for their upcoming summit": the day is that of the text
    low, high = min(first, verb.first, day.first), max(first + 1, verb.last, day.last)
    return Draft(
        low,
        high,
        (low, high),
        Kind.EVENT,
        "event",
        RULE,
        subject=("NATO",),
        comparator="",
        period=told_day(parsed, day, calendar.on),
        period_from="relative",
        event=_kind_of(parsed, people),
        likely=True,
    )


_DASHES = frozenset({"—", "–"})
_TO_COME = frozenset({"upcoming", "coming", "next", "forthcoming", "following", "ahead", "before"})


def _close(parsed: Parsed, what: tuple[int, int], day: PeriodMention) -> bool:
    """The day stands with the meeting, and no verb of saying between them: `said on Monday that leaders will meet`."""
    low, high = min(what[1], day.last), max(what[0], day.first)
    said = any(f.verb[0] - 1 <= day.first <= f.verb[1] + 2 for f in parsed.frames)
    return not said and high - low <= (_LONG if day.first == 0 else _AWAY)


def _kind_of(parsed: Parsed, people: Hit[str] | None) -> str:
    who = parsed.text(people.first, people.last) if people is not None else ""
    return f"meeting of {who}" if who.endswith(("ministers", "ambassadors")) else "summit"
