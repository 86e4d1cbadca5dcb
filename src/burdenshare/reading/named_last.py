"""Whom a text has named last: the one that `he`, `they` and a title without a name mean."""

from __future__ import annotations

from burdenshare.reading.bylines import opening_name, opening_phrase
from burdenshare.reading.cast import Cast, called_a_person
from burdenshare.reading.mentions import PersonMention
from burdenshare.reading.model import Mode, Speaker
from burdenshare.reading.parse import Parsed
from burdenshare.reading.sources import Source
from burdenshare.reading.voice_words import voice_words
from burdenshare.reading.voicing import Frame


def as_source(person: PersonMention) -> Source:
    return Source(person.first, person.last, "person", person=person, title=person.title, words=person.alias)


def note_subject(cast: Cast, parse: Parsed, here: list[tuple[Frame, Speaker]]) -> None:
    """A sentence without a speaker of its own still sets whom `he` means: the first person it names."""
    named = [p for p in parse.persons if parse.quote_of[p.first] is None]
    owned = [p for p in named if not parse.tokens[p.last - 1].possessive]
    if named and not any(speaker.name for _, speaker in here):
        last = next((p for p in reversed(owned[1:]) if _opens_a_clause(parse, p)), (owned or named)[0])
        cast.last = cast.speaker(as_source(last), Mode.INDIRECT)
    if len(owned) == 2 and [t.low for t in parse.tokens[owned[0].last : owned[1].first]] == ["and"]:
        both = [cast.speaker(as_source(person), Mode.INDIRECT) for person in owned]
        cast.last_body = Speaker(" and ".join(one.name for one in both if one), named_as="they")
    if not named and not here and (stranger := opening_name(parse)) is not None:
        cast.last = cast.speaker(stranger, Mode.INDIRECT)
        cast.calling = frozenset(t.low for t in parse.tokens) & voice_words("callings")
    elif named or here:
        cast.calling = frozenset(t.low for t in parse.tokens) & voice_words("callings")
    elif parse.tokens and parse.tokens[0].low in ("the", "a", "an") and (unnamed := opening_phrase(parse)) is not None:
        cast.last = cast.speaker(unnamed, Mode.INDIRECT)


def _opens_a_clause(parse: Parsed, person: PersonMention) -> bool:
    """`Trump has long argued for it, and Army Secretary Mark Esper reinforced that view. … he said`: the one who acts
    in the last of two joined clauses."""
    first = person.first if person.title is None else min(person.first, person.title.first)
    joined = parse.lows[max(0, first - 2) : first] in ([",", "and"], [",", "but"], [",", "while"])
    behind = parse.tokens[person.last : person.last + 1]
    return joined and bool(behind) and behind[0].kind == "word" and not behind[0].capital and behind[0].low not in _AND


_AND = frozenset({"and", "or", "of", "with", "to", "for"})


def remember(cast: Cast, speaker: Speaker, source: Source) -> None:
    if source.kind == "name" and _several(source.words):
        cast.last_body = speaker  # "Armed Forces experts had calculated … He said": he is somebody named before
    elif source.kind in ("person", "title", "name") and speaker.name:
        cast.last = speaker
    elif source.kind == "name" and source.first and not source.words.isupper():
        cast.last = speaker  # "…, Beck wrote. She said": the pronoun is nobody's whom the text named before
    elif source.kind in ("body", "phrase"):
        cast.last_body = speaker
        said = source.words.casefold().split()
        one = source.kind == "phrase" and said[-1] in voice_words("callings")
        if one or (source.kind == "body" and called_a_person(source.words) and not _several(source.words)):
            cast.last = speaker


def _several(words: str) -> bool:
    """`experts`, `officials`: the callings of more than one."""
    last = words.casefold().split()[-1:]
    return bool(last) and last[0].endswith("s") and last[0][:-1] in voice_words("callings")
