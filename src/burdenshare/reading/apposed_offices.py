"""Offices told of a person across other words: `Mark Rutte, who took over in October, is NATO's secretary general`,
`Kaja Kallas, once Estonia's prime minister and now the EU's foreign policy chief`, `António Costa, who chairs the
European Council`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from burdenshare.reading.mentions import PersonMention, TitleMention, titles_behind
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import load_table
from burdenshare.reading.tries import Trie

LONGEST = 22
"""Words between a name and its title from which on they are no longer one phrase."""


@dataclass(frozen=True, slots=True)
class Apposed:
    """A title told of a person. `present`: the words say that it is held on the day of the text (`is`, `now`); without
    it and without `former` a title joined by `and` may be of somebody else."""

    person: PersonMention
    title: TitleMention
    present: bool


def apposed_offices(parsed: Parsed) -> list[Apposed]:
    """The titles of a sentence that stand apart from the name they are told of."""
    found: list[Apposed] = []
    for person in parsed.persons:
        beside = [person.title, *titles_behind(parsed.tokens, parsed.titles, person, parsed.persons)]
        for title in parsed.titles:
            if title in beside or not 0 < title.first - person.last <= LONGEST:
                continue
            told = _behind_a_relative(parsed, person, title) or _in_the_chain(parsed, person, title)
            found += [told] if told is not None else []
        found += _by_what_is_done(parsed, person)
    return found


def _behind_a_relative(parsed: Parsed, person: PersonMention, title: TitleMention) -> Apposed | None:
    """`X, who …, is the title`: nothing but `is` and small words stands between the clause's comma and the title."""
    lows = parsed.lows
    if lows[person.last : person.last + 1] != [","] or lows[person.last + 1 : person.last + 2] not in (
        ["who"],
        ["whose"],
    ):
        return None
    comma = next((n for n in range(title.first - 1, person.last + 1, -1) if lows[n] == ","), 0)
    rest = lows[comma + 1 : title.first]
    if not comma or rest[:1] != ["is"] or not set(rest[1:]) <= _words("idle") | _words("present"):
        return None
    return Apposed(person, title, present=True)


def _in_the_chain(parsed: Parsed, person: PersonMention, title: TitleMention) -> Apposed | None:
    """`X, once TITLE and now TITLE`, `X, the president's TITLE`: only titles and small words stand between."""
    lows = parsed.lows
    if lows[person.last : person.last + 1] != [","]:
        return None
    status, n = "", person.last + 1
    while n < title.first:
        low = lows[n]
        other = next((t for t in parsed.titles if t.first == n and t.last <= title.first), None)
        boss = next((p for p in parsed.persons if p.first == n and p.last == title.first), None)
        if other is not None:
            n, status = other.last, ""
            continue
        if boss is not None and parsed.tokens[boss.last - 1].possessive:
            return Apposed(person, title, present=False)  # "Donald Trump's defence secretary"
        if low in _words("past"):
            status = "past"
        elif low in _words("present"):
            status = "present"
        elif low not in _words("idle") | {",", "and", "is", "then"}:
            return None
        n += 1
    if status == "past":
        return Apposed(person, replace(title, former=True), present=False)
    return Apposed(person, title, present=True) if status == "present" else None


def _by_what_is_done(parsed: Parsed, person: PersonMention) -> Iterator[Apposed]:
    """`who heads NATO`, `who now chairs the European Council`: the office in a verb of the present."""
    lows = parsed.lows
    for hit in _doing().find_in(parsed.tokens, parsed.lows, parsed.words):
        between = lows[person.last : hit.first]
        if (
            not between
            or between[0] != ","
            or not set(between) <= {",", "who"} | _words("present")
            or "who" not in between
        ):
            continue
        if parsed.tokens[hit.last - 1].possessive or not _ends(parsed, hit.last):
            continue  # "who leads NATO's training mission"
        office, entity = hit.payload
        words = parsed.text(hit.first, hit.last)
        yield Apposed(person, TitleMention(hit.first, hit.last, office, entity, False, False, words), present=True)


def _ends(parsed: Parsed, at: int) -> bool:
    return (
        at >= len(parsed.tokens)
        or parsed.tokens[at].kind == "mark"
        or parsed.lows[at] in ("and", "in", "from", "since")
    )


def _words(name: str) -> frozenset[str]:
    return frozenset(load_table("apposing")[name]["words"])


@lru_cache(maxsize=1)
def _doing() -> Trie[tuple[str, str]]:
    return Trie(
        (phrase, (row["office"], row["entity"])) for row in load_table("apposing")["doing"] for phrase in row["words"]
    )
