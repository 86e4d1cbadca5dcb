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
    (
        "summit",
        ("leaders", "heads of state", "when allies", "the allies", "nato allies", "nato members", "nato countries"),
    ),
)
_GATHER = word_list("gathering_verbs")
_BEFORE_PLACE = frozenset(
    {"in", "for", "a", "two", "-", "day", "days", "days'", "summit", "again", "the", "last", "next"}
)
_NOT_NATO = word_list("not_nato")


def gatherings(parsed: Parsed, calendar: Calendar) -> list[Draft]:
    """`NATO defence ministers met in Brussels on Thursday`, `leaders gather in The Hague on June 24`."""
    found: list[Draft] = []
    tokens = parsed.tokens
    if _GATHER.isdisjoint(parsed.words):
        return found
    for hit in _gathering_nouns().find_in(tokens, parsed.lows, parsed.words):
        if {token.low for token in tokens[max(0, hit.first - 3) : hit.first]} & _NOT_NATO:
            continue
        verb = next((j for j in range(hit.last, min(len(tokens), hit.last + 6)) if tokens[j].low in _GATHER), None)
        if verb is None and _GATHER & set(parsed.lows[max(0, hit.first - 3) : hit.first]):
            verb = _end_of_office(parsed, hit.last) - 1  # "will meet NATO heads of state and government in Brussels"
        draft = _gathering(parsed, calendar, hit.payload, hit.first, verb) if verb is not None else None
        if draft is not None and not any(one.last == draft.last for one in found):  # "leaders of NATO allies gather"
            found.append(draft)
    return found


@lru_cache(maxsize=1)
def _gathering_nouns() -> Trie[str]:
    return Trie((noun, event) for event, nouns in _GATHERINGS for noun in nouns)


def _end_of_office(parsed: Parsed, at: int) -> int:
    """Where `heads of state and government of the allies` ends."""
    return at + 2 if parsed.lows[at : at + 2] == ["and", "government"] else at


def _gathering(parsed: Parsed, calendar: Calendar, event: str, first: int, verb: int) -> Draft | None:
    dated = [p for p in parsed.periods if len(p.value) >= 7 or p.value.startswith("--")]
    early = next((p for p in dated if verb + 1 <= p.first <= verb + 2), None)  # "meet next week in The Hague"
    at = early.last - 1 if early else verb
    place = next(
        (
            s
            for s in parsed.subjects
            if at < s.first <= at + 6
            and parsed.tokens[s.first - 1].low == "in"
            and all(word in _BEFORE_PLACE for word in parsed.lows[at + 1 : s.first])
        ),
        None,
    )
    start = place.last if place else verb + 1
    when = early or next((p for p in dated if start <= p.first <= start + 4), None)
    if place is None or when is None:
        return None
    period, source = summit_period(parsed, calendar, when)
    period = told_day(parsed, when, calendar.on) if len(period) == 10 else period
    owner = any(s.entity == "NATO" for s in parsed.subjects) or event == "defence ministers"
    return Draft(
        first,
        max(place.last, when.last),
        (first, max(place.last, when.last)),
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
