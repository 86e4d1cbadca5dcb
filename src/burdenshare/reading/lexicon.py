"""All phrases the reader knows, built once per record: subjects, persons, titles, cues."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any, NamedTuple, Protocol
from weakref import ref

from burdenshare.reading.gate import anchors_of
from burdenshare.reading.tables import load_table
from burdenshare.reading.tries import Trie


class Gazetteer(Protocol):
    """What reading needs of the record: its names. `burdenshare.record.Record` is one."""

    def places(self) -> tuple[tuple[str, str, str], ...]: ...
    def titles(self) -> tuple[tuple[str, str, str, str], ...]: ...
    def aliases(self) -> tuple[tuple[str, str, str], ...]: ...


@dataclass(frozen=True, slots=True)
class SubjectEntry:
    """A phrase that names an ally, group or other actor. `kind` as in places.csv, or `phrase`, `pronoun`."""

    phrase: str
    entity: str
    kind: str
    open: tuple[str, ...] = ()
    cased: bool = True


@dataclass(frozen=True, slots=True)
class PersonEntry:
    """An alias of a person; `kind` is full, surname, transliteration or nickname."""

    alias: str
    person: str
    kind: str


@dataclass(frozen=True, slots=True)
class TitleEntry:
    """A title and what it means; `entity` may be empty for generic titles ("prime minister")."""

    title: str
    office: str
    entity: str
    note: str = ""


class Begins(NamedTuple):
    """Token places by table: where a phrase of it may start."""

    subjects: list[int]
    persons: list[int]
    titles: list[int]
    cues: list[int]


@dataclass(frozen=True, slots=True)
class Lexicon:
    """The tries of the reader."""

    subjects: Trie[SubjectEntry]
    persons: Trie[PersonEntry]
    titles: Trie[TitleEntry]
    cues: Trie[str]
    anchors: frozenset[str]  # words of which a text on the subject holds at least one
    rarest: dict[str, list[tuple[int, int]]]  # rarest words of all phrases: of which table, how far behind its start

    def begins(self, lows: list[str]) -> Begins:
        """The places of a sentence's words at which a phrase of each table may start, in one pass."""
        found: tuple[list[int], ...] = ([], [], [], [])
        rarest = self.rarest
        for i, marks in [(i, rarest[low]) for i, low in enumerate(lows) if low in rarest]:
            for table, back in marks:
                if back <= i:
                    found[table].append(i - back)
        return Begins(*(sorted({*places}) if len(places) > 1 else places for places in found))


_CACHE: dict[int, tuple[ref[Gazetteer], Lexicon]] = {}
_KEPT = 4  # lexicons of as many records; tests and layers load a few


def lexicon_of(record: Gazetteer) -> Lexicon:
    """The lexicon of a record, built on first use."""
    held = _CACHE.get(id(record))
    if held is not None and held[0]() is record:
        return held[1]
    subjects = Trie((entry.phrase, entry) for entry in _subjects(record))
    persons = Trie((alias, PersonEntry(alias, person, kind)) for person, alias, kind in record.aliases())
    titles = Trie((entry.title, entry) for entry in _titles(record))
    anchors = anchors_of((name for name, _, _ in record.places()), (alias for _, alias, _ in record.aliases()))
    rarest: dict[str, list[tuple[int, int]]] = {}
    tables: tuple[Trie[Any], ...] = (subjects, persons, titles, cue_trie())
    for table, trie in enumerate(tables):
        for word, backs in trie.rarest.items():
            rarest.setdefault(word, []).extend((table, back) for back in backs)
    lexicon = Lexicon(subjects, persons, titles, cue_trie(), anchors, rarest)
    while len(_CACHE) >= _KEPT:
        _CACHE.pop(next(iter(_CACHE)))
    _CACHE[id(record)] = (ref(record), lexicon)
    return lexicon


@lru_cache(maxsize=1)
def cue_trie() -> Trie[str]:
    """Cue phrases with the class they belong to."""
    return Trie((words, name) for name, row in load_table("cues").items() for words in row["words"])


def _subjects(record: Gazetteer) -> list[SubjectEntry]:
    entries: dict[str, SubjectEntry] = {}
    for name, entity, kind in record.places():
        held = entries.get(name)
        if held is not None and held.entity == entity and held.kind == "country":
            continue
        ambiguous = held is not None and held.entity != entity
        entries[name] = SubjectEntry(name, "AMBIGUOUS" if ambiguous else entity, kind)
    for row in load_table("subjects")["subject"]:
        kind = "pronoun" if row["entity"] == "PRONOUN" else "phrase"
        for words in row["words"]:
            for name in [key for key in entries if key.casefold() == words]:
                del entries[name]
            cased = bool(row.get("cased", False))
            entries[words] = SubjectEntry(
                words, row["entity"], "country" if cased else kind, tuple(row.get("open", ())), cased
            )
    return list(entries.values())


def _titles(record: Gazetteer) -> list[TitleEntry]:
    own = load_table("titles")
    rows = [TitleEntry(*row) for row in record.titles()]
    known = {row.title for row in rows}
    generic = [
        TitleEntry(title, office, "", "generic")
        for office, titles in own["generic"].items()
        for title in titles
        if title not in known or title in own["bare"]["words"]
    ]
    named = [
        TitleEntry(title, office, entity.upper())
        for entity in ("nato", "eu")
        for office, titles in own[entity].items()
        for title in titles
    ]
    kept = [row for row in rows if row.title not in own["bare"]["words"]]
    return [*kept, *generic, *named, *_with_a_word_inside([*kept, *named], own["inside"]["words"])]


def _with_a_word_inside(rows: list[TitleEntry], inside: list[str]) -> list[TitleEntry]:
    """`the alliance's former chief`: the word may stand behind the possessive instead of in front of the title."""
    return [
        TitleEntry(f"{owner}'s {word} {rest}", row.office, row.entity)
        for row in rows
        for owner, possessive, rest in [row.title.partition("'s ")]
        if possessive and row.entity in ("NATO", "EU")
        for word in inside
    ]
