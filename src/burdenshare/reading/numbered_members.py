"""Allies told by their number: `Sweden is the alliance's 32nd member`, `Finland, NATO's 31st ally`.

No day is told, only that the country has joined and as which. What is still to come (`will become the 32nd member`) and
what a sentence dates are left: the one is no fact yet, the other is read with its date (`accessions.py`).
"""

from __future__ import annotations

from burdenshare.reading.context import Calendar
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.happenings.words import ordinal_at
from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.model import Kind
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import word_list

RULE = "accession by its number"
_NOUNS = frozenset({"member", "ally", "country", "nation", "state"})
_BETWEEN = frozenset({"nato", "member", "full", "alliance"})
_ALLIANCE = frozenset({"nato", "nato's", "alliance", "alliance's"})
_TO_COME = word_list("not_joined_yet")
_LINKS = word_list("between_ally_and_number")
_FAR = 9
"""Words between the ally and its number."""
_LARGEST = 40


def numbered_members(parsed: Parsed, calendar: Calendar) -> list[Draft]:
    """Every ally that a sentence tells by its number and no date."""
    if _ALLIANCE.isdisjoint(parsed.words) or _NOUNS.isdisjoint(parsed.words) or parsed.lows[:1] == ["if"]:
        return []
    found: list[Draft] = []
    for at in range(1, len(parsed.tokens)):
        number = ordinal_at(parsed.tokens, at)
        last = _noun_behind(parsed, at) if number is not None and number <= _LARGEST else 0
        owner = _owner(parsed, calendar, at) if last else None
        if owner is None or _dated(parsed, owner.first, last) or not _of_nato(parsed, owner.last, last):
            continue
        if _by_what_it_does(parsed, last):
            continue
        found.append(_draft(owner, last, likely="becomes" in parsed.lows[owner.last : at]))
    return found


def _noun_behind(parsed: Parsed, at: int) -> int:
    """Where `32nd NATO member` ends; 0 where no such noun stands there."""
    end = at + 1
    while end < len(parsed.tokens) and end <= at + 3:
        if parsed.lows[end] in _NOUNS and parsed.lows[end + 1 : end + 2] not in (
            ["state"],
            ["country"],
            ["of", "the", "eu"],
        ):
            return end + 1
        if parsed.lows[end] not in _BETWEEN:
            return 0
        end += 1
    return 0


def _owner(parsed: Parsed, calendar: Calendar, at: int) -> SubjectMention | None:
    """The ally in front, with nothing but a verb of being or becoming between."""
    front = [s for s in parsed.subjects if s.last <= at and at - s.last <= _FAR and s.entity != "NATO"]
    if not front or front[-1].entity not in calendar.allies or not front[-1].names_a_body or front[-1].possessive:
        return None
    between = parsed.lows[front[-1].last : at]
    plain = set(between) <= _LINKS and bool({"is", "was", "became", "becomes", "become", "joined", ","} & set(between))
    around = set(parsed.lows[max(0, front[-1].first - 4) : at])
    return front[-1] if plain and _TO_COME.isdisjoint(around) else None


def _by_what_it_does(parsed: Parsed, last: int) -> bool:
    """`the 16th member that spends most`, `the fifth country to reach 2 %`: counted by something else than joining."""
    lows = parsed.lows
    at = next((i for i in range(last, min(len(lows), last + _CLAUSE_FAR)) if lows[i] in _CLAUSE), None)
    if at is None or {",", ";", "and"} & set(lows[last:at]):
        return False
    return _JOINING.isdisjoint(lows[at + 1 : at + 4])


_CLAUSE = frozenset({"that", "which", "who", "to"})
_CLAUSE_FAR = 6
_JOINING = frozenset({"join", "joined", "enter", "entered", "accede", "acceded", "become", "became", "be", "admitted"})


def _dated(parsed: Parsed, first: int, last: int) -> bool:
    low, high = parsed.clause(first, last)
    near = (p for p in parsed.periods if p.first < last or "," not in parsed.lows[last : p.first])
    return any(low <= p.first < high and p.role in ("in", "since") for p in near)


def _of_nato(parsed: Parsed, first: int, last: int) -> bool:
    """The alliance is named inside, or right behind as whose member it is."""
    return not _ALLIANCE.isdisjoint(parsed.lows[first : last + 5]) or "its" in parsed.lows[first:last]


def _draft(owner: SubjectMention, last: int, *, likely: bool) -> Draft:
    return Draft(
        owner.first,
        last,
        (owner.first, last),
        Kind.EVENT,
        "membership",
        RULE,
        subject=(owner.entity,),
        comparator="",
        event="accession",
        likely=likely,
    )
