"""Meetings of allies with a place and a day: `leaders gather in The Hague on June 24`."""

from __future__ import annotations

from functools import lru_cache

from burdenshare.reading.context import Calendar
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.happenings.when import told_day
from burdenshare.reading.model import Kind
from burdenshare.reading.parse import Parsed
from burdenshare.reading.summits import name_of, summit_period
from burdenshare.reading.tables import word_list
from burdenshare.reading.tries import Trie

_GATHERINGS = (
    ("defence ministers", ("defence ministers", "defense ministers")),
    ("foreign ministers", ("foreign ministers", "ministers of foreign affairs")),
    ("summit", ("leaders", "heads of state", "when allies", "the allies", "nato allies")),
)
_GATHER = word_list("gathering_verbs")
_NOT_NATO = word_list("not_nato")


def gatherings(parsed: Parsed, calendar: Calendar) -> list[Draft]:
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
    period, source = summit_period(parsed, calendar, when)
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
        place=name_of(parsed, place.first, place.last),
        event=event,
    )
