"""The day a text was published, as its own first or last lines print it.

Only lines that are nothing but a dateline count: a whole line, a labelled line, a byline, or the head of the first
paragraph. A date inside a sentence is what the text speaks of, not its own day.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

FIRST_LINES = 12
"""Where a dateline can stand, counted in non-empty lines: below headline, standfirst, byline and share buttons."""

LAST_LINES = 4
"""Press releases and some agencies print it at the foot."""

HEAD = 160
"""Characters of a line in which a dateline must be complete."""

_MONTHS = (
    "january jan|february feb|march mar|april apr|may|june jun|july jul|"
    "august aug|september sept sep|october oct|november nov|december dec"
)
MONTHS: dict[str, int] = {
    name: number for number, names in enumerate(_MONTHS.split("|"), start=1) for name in names.split()
}
"""Every way a month is printed in an English dateline, to its number."""

_MONTH = "(?P<month>" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\.?"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_DAY = r"(?P<day>\d{1,2})(?:st|nd|rd|th)?"
_YEAR = r"(?P<year>(?:19|20)\d\d)\b"
_AGENCY = r"(?:\s*\([^)\n]{2,30}\)\s*[-–—]*\s*)?"


@dataclass(frozen=True, slots=True)
class Form:
    """One way of printing a day."""

    pattern: str
    example: str


FORMS: tuple[Form, ...] = (
    Form(rf"{_WEEKDAY}{_DAY}\s+(?:of\s+)?{_MONTH},?{_AGENCY},?\s+{_YEAR}", "Thursday 13 February 2025"),
    Form(rf"{_WEEKDAY}{_MONTH}\s+{_DAY},?{_AGENCY},?\s*{_YEAR}", "Feb. 13, 2025; June 25 (Reuters) 2025"),
    Form(r"(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)-(?P<day>\d\d)(?:T[\d:.]+(?:Z|[+-]\d\d:?\d\d)?)?", "2025-02-13"),
    Form(
        r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})[./](?P<year>(?:19|20)\d\d)", "13/02/2025, where it can be only one day"
    ),
)
"""Tried in this order."""

_LABELS = "published|posted|issued|released|updated|last updated|last modified|first published|date|publication date"
_LABEL = rf"(?:(?:{_LABELS})(?:\s+(?:on|at))?\s*"
_BYLINE = r"(?:by\s+[^.|\n]{3,60}?\s*[,|·•—–-]\s*)"
_TIME = r"(?:(?:at\s+)?\d{1,2}[:.]\d\d(?:[:.]\d\d)?\s*(?:[ap]\.?m\.?)?\s*(?:[A-Z]{2,4}(?:[+-]\d{1,2})?)?)"
_ASIDE = rf"(?:{_TIME}|\d+\s+min(?:ute)?s?(?:\s+read)?|updated\b.*|by\s+[^.\n]{{3,60}})"
_REST = rf"(?:[\s,|·•–—-]*{_ASIDE})*[\s.|]*"
_CAPITALS = r"[A-Z][A-Z .’'/-]{2,40}(?:,\s*[A-Z][\w. ]{1,20})?\s*[,(–—-]*\s*"
STOPPED_PLACES = (
    "AMSTERDAM|ANKARA|ATHENS|BEIJING|BELGRADE|BERLIN|BERN|BERNE|BRATISLAVA|BRUSSELS|BUCHAREST|BUDAPEST|CANBERRA|"
    "CHISINAU|COPENHAGEN|DUBLIN|FRANKFURT|GENEVA|HELSINKI|ISTANBUL|KIEV|KYIV|LISBON|LJUBLJANA|LONDON|LUXEMBOURG|"
    "MADRID|MILAN|MINSK|MONS|MOSCOW|MUNICH|NEW YORK|NICOSIA|OSLO|OTTAWA|PARIS|PODGORICA|PRAGUE|RAMSTEIN|REYKJAVIK|"
    "RIGA|ROME|SARAJEVO|SEOUL|SKOPJE|SOFIA|STOCKHOLM|STRASBOURG|TALLINN|TBILISI|THE HAGUE|TIRANA|TOKYO|VALLETTA|"
    "VIENNA|VILNIUS|WARSAW|WASHINGTON|ZAGREB"
)
"""Towns whose dateline may end with a full stop. Only these: "NATO, 24 February 2022. Those words" is a sentence."""
_STOPPED = rf"(?:{STOPPED_PLACES})(?:,\s*[A-Z][\w. ]{{1,20}})?\s*,\s*"
_STOP = r"\.(?:\s*[-–—]+)?\s+(?=[\"'“‘]?[A-Z0-9])"
"""A full stop that ends a dateline; a new sentence begins behind it, on the same line."""
_TOWN = r"[A-Z][\w.’'-]+(?:[ /][A-Z][\w.’'-]+){0,3}(?:,\s*[A-Z][\w.]{1,12})?\s*[,(]\s*"


def dateline(text: str) -> date | None:
    """The day printed by a dateline of `text`, or None; the first one wins, and a line at the head before the foot."""
    for number, line in enumerate(_edge_lines(text)):
        if number == 0 and (day := _stopped(line)):
            return day
        for pattern in _patterns():
            found = pattern.match(line)
            if found and (day := _day(found)):
                return day
    return None


def _stopped(line: str) -> date | None:
    """The day of a dateline that ends with a full stop. Only the very first line of a text has one: further down a line
    such as "MADRID, 29 June 2022. Allies agreed" is an entry of a timeline."""
    for pattern in _stopped_patterns():
        found = pattern.match(line)
        if found and (day := _day(found)):
            return day
    return None


@cache
def _stopped_patterns() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\s*{_STOPPED}(?P<date>(?i:{form.pattern})){_STOP}") for form in FORMS)


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Every form as a line of its own (with label, byline, time), behind a label with a colon, and behind a place."""
    patterns: list[str] = []
    for form in FORMS:
        printed = f"(?P<date>(?i:{form.pattern}))"
        patterns += (
            rf"\s*(?:[A-Z]{{2,5}}\s+-\s+)?(?i:{_LABEL}:?\s*))?(?i:{_BYLINE})?{printed}(?i:{_REST})$",
            rf"\s*(?i:{_LABEL}:\s*)){printed}(?!\d)",
            rf"\s*(?:\([A-Z]{{2,12}}\)\s*)?(?:{_CAPITALS}|{_TOWN}){printed}\s*(?:[:)(–—-]|$)",
        )
    return tuple(map(re.compile, patterns))


def _edge_lines(text: str) -> Iterator[str]:
    """The first lines, then the last ones from the foot upwards, each cut to where a dateline must be complete."""
    lines = [line[:HEAD] for line in text.splitlines() if line.strip()]
    yield from lines[:FIRST_LINES]
    yield from reversed(lines[max(FIRST_LINES, len(lines) - LAST_LINES) :])


def _day(found: re.Match[str]) -> date | None:
    """The day of a match, or None where no such day exists or the order of day and month is open."""
    month_text, day_number = found["month"], int(found["day"])
    month = MONTHS.get(month_text.casefold()) or int(month_text)
    ambiguous = "/" in found["date"]
    if ambiguous and month > 12 >= day_number:
        month, day_number = day_number, month
    elif ambiguous and month <= 12 and day_number <= 12 and month != day_number:
        return None
    try:
        return date(int(found["year"]), month, day_number)
    except ValueError:
        return None
