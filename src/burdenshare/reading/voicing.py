"""A frame of speech, and the speaker to the left of a verb of saying."""

from __future__ import annotations

from dataclasses import dataclass, replace

from burdenshare.quick import quick
from burdenshare.reading.sources import Parts, Source, source_ending_at, words_of
from burdenshare.reading.tables import word_list
from burdenshare.reading.voice_words import voice_words


@quick
@dataclass(frozen=True, slots=True)
class Frame:
    """One act of speech: verb at tokens `verb`, its source, and the token range that is said (`said`)."""

    verb: tuple[int, int]
    source: Source
    said: tuple[int, int]
    stance: bool


_SKIP = word_list("between_speaker_and_verb")
_BREAKS = frozenset({";", ":", "—"})
_ISSUED = word_list("issuing_participles")
_PREPOSITIONS = word_list("behind_a_speaker")


def left_source(parts: Parts, verb: int) -> Source | None:
    """The mention that ends nearest to the left of the verb, over adverbs, time words and asides in commas."""
    tokens = parts.tokens
    at = verb - 1
    steps, joined = 0, False
    while at >= 0 and steps < 14:
        if parts.quoted[at] or tokens[at].text in _BREAKS:
            return None
        source = source_ending_at(parts, at + 1)
        if source is not None and joined and _object_of(parts, source):
            at, joined = source.first - 2, False  # "Stoltenberg contradicted Trump and said"
            continue
        if source is not None:
            return None if tokens[source.last - 1].possessive else _widened(parts, source)
        token = tokens[at]
        joined = joined or token.low == "and"
        if token.text == ",":
            opened = _aside_start(parts, at)
            inside = source_ending_at(parts, _in_front_of_a_bracket(parts, at))
            if inside is not None and inside.kind in ("person", "name") and opened == _name_of(inside) - 1:
                return inside  # "Rutte's predecessor, Jens Stoltenberg, said"; "the prime minister, Mark Rutte, said"
            if opened is None:
                return None
            at = opened
        elif token.text == ")":
            opened = next((back for back in range(at, max(-1, at - 12), -1) if tokens[back].text == "("), None)
            if opened is None:
                return None
            at = opened  # "Crosetto (Fratelli d'Italia/ECR) told parliament"
        elif token.low == "who":
            at -= 1
            if at >= 0 and tokens[at].text == ",":
                at -= 1
            continue
        elif not (token.low in _SKIP or token.low.endswith("ly") or token.kind == "number"):
            return _prepositional(parts, at) or _issued(parts, at)
        at -= 1
        steps += 1
    return None


def _name_of(source: Source) -> int:
    """Where the name itself starts, behind a title that may stand in front of its comma."""
    return source.person.first if source.person is not None else source.first


def _in_front_of_a_bracket(parts: Parts, end: int) -> int:
    """`…, Annegret Kramp-Karrenbauer (AKK), says`: where the words end in front of a bracket that ends at `end`."""
    if parts.tokens[end - 1].text != ")":
        return end
    return next((i for i in range(end - 2, max(0, end - 8), -1) if parts.tokens[i].text == "("), end)


def _object_of(parts: Parts, source: Source) -> bool:
    """Whether a verb in the past stands right in front: of `contradicted Trump and said` Trump is the object."""
    at = source.first - 1
    if at > 0 and parts.tokens[at].low == "the":
        at -= 1
    verb = parts.tokens[at] if at > 0 else None
    if verb is None or verb.kind != "word" or verb.capital:
        return False
    return (verb.low.endswith("ed") and len(verb.low) > _SHORT) or verb.low in _IRREGULAR


_SHORT = 4
_IRREGULAR = frozenset({"met", "told", "saw", "beat", "left", "hit", "sent", "gave", "rang", "held"})


def _person_beside(parts: Parts, source: Source) -> Source | None:
    """`Critics of Trump`, `an aide to Scholz`, `an official travelling with Blinken`: not the person himself."""
    at = source.first - 1
    if at < 1 or parts.tokens[at].low not in _BESIDE:
        return None
    head = next((i for i in range(at - 1, max(-1, at - _BEFORE), -1) if _may_head(parts, i)), None)
    if head is None:
        return None
    first = head
    while first > 0 and (parts.tokens[first - 1].kind in ("word", "abbr") and head - first < _BEFORE):
        first -= 1
        if parts.tokens[first].low in voice_words("determiners"):
            first += 1
            break
    return Source(first, source.last, "phrase", words=words_of(parts, first, source.last))


_BESIDE = frozenset({"of", "for", "to", "with", "behind", "around", "under", "near"})
_BEFORE = 5
"""Tokens in front of `of` and a person within which the one who speaks stands."""


def _may_head(parts: Parts, at: int) -> bool:
    low = parts.tokens[at].low
    people = low.removesuffix("s")
    named = low in voice_words("heads") or people in voice_words("callings") or people in _NEAR_SOMEBODY
    return named and low not in _HOUSES and low not in voice_words("papers") and not parts.tokens[at].possessive


_HOUSES = frozenset({"administration", "cabinet", "government", "ministry", "office", "presidency", "team"})
"""What somebody leads speaks with his voice: `the government of US President Donald Trump`."""
_NEAR_SOMEBODY = frozenset(
    {"ally", "allie", "backer", "confidant", "confidante", "critic", "friend", "opponent", "rival", "supporter"}
)


def _widened(parts: Parts, source: Source) -> Source:
    """`A source close to the French presidency`, `the ministry in Athens`: the head in front of the body speaks."""
    if source.kind == "person":
        return _person_beside(parts, source) or source
    if source.kind in ("person", "title", "pronoun"):
        return source
    member = _member_of(parts, source)
    if member is not None:
        return member
    at = source.first - 1
    while at > 0 and parts.tokens[at].low in ("the", "a", "an"):
        at -= 1
    joints = at
    while at > 0 and parts.tokens[at].low in voice_words("owners"):
        at -= 1
    if at == joints or at < 0 or parts.quoted[at] or parts.tokens[at].low not in voice_words("heads"):
        return source
    head = source_ending_at(parts, at + 1)
    if head is None or head.kind not in ("phrase", "body"):
        return source
    if parts.tokens[at].low in voice_words("papers"):
        return head if head.kind == "body" else replace(source, first=head.first)
    words = words_of(parts, head.first, source.last)
    return Source(head.first, source.last, "phrase", words=words)


def _member_of(parts: Parts, source: Source) -> Source | None:
    """`Christian Mölling of the European Policy Centre said`: the person, not the house."""
    at = source.first - 1
    if at > 0 and parts.tokens[at].low == "the":
        at -= 1
    if at < 2 or parts.tokens[at].low not in ("of", "at", "from", "with"):
        return None
    person = source_ending_at(parts, at)
    known = person is not None and (person.kind == "person" or (person.kind == "name" and " " in person.words))
    return person if known else None


def _prepositional(parts: Parts, at: int) -> Source | None:
    """`Rutte of the Netherlands said`, `the minister in Berlin said`: step over a short phrase behind a preposition."""
    for back in range(at, max(-1, at - 9), -1):
        if parts.tokens[back].text in (",", ";", ":", "—") or parts.quoted[back]:
            return None
        if parts.tokens[back].low in _PREPOSITIONS:
            source = source_ending_at(parts, back)
            if source is not None:
                return None if parts.tokens[source.last - 1].possessive else source
    return None


def _issued(parts: Parts, at: int) -> Source | None:
    """`a press release issued the same day said`."""
    for back in range(at, max(0, at - 7), -1):
        if parts.tokens[back].kind == "mark" or parts.quoted[back]:
            return None
        if parts.tokens[back].low in _ISSUED:
            source = source_ending_at(parts, back)
            return source if source is not None and source.kind in ("phrase", "body") else None
    return None


def _aside_start(parts: Parts, comma: int) -> int | None:
    """The comma that opens the aside which ends at `comma`: `Rutte, who spoke after a meeting, said`."""
    for back in range(comma - 1, max(-1, comma - 30), -1):
        if parts.quoted[back]:
            return None
        if parts.tokens[back].text == ",":
            return back
    return None
