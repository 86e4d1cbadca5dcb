"""Frames of speech in one sentence: who speaks, with which verb, and which part of the sentence is said."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from burdenshare.reading.mentions import PersonMention, SubjectMention, TitleMention
from burdenshare.reading.tables import load_table, word_list
from burdenshare.reading.tokens import Token
from burdenshare.reading.tries import Trie


@dataclass(frozen=True, slots=True)
class Source:
    """Who a frame points to, before resolution: a person, a title, a body, a pronoun or an unknown name."""

    first: int
    last: int
    kind: str  # person, title, body, pronoun, name, document
    person: PersonMention | None = None
    title: TitleMention | None = None
    body: SubjectMention | None = None
    words: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """One act of speech: verb at tokens `verb`, its source, and the token range that is said (`said`)."""

    verb: tuple[int, int]
    source: Source
    said: tuple[int, int]
    stance: bool


@dataclass(frozen=True, slots=True)
class Parts:
    """The mentions of one sentence that can speak, and which tokens are inside quotes."""

    tokens: list[Token]
    persons: list[PersonMention]
    titles: list[TitleMention]
    subjects: list[SubjectMention]
    quoted: list[bool]


@lru_cache(maxsize=1)
def _verbs() -> Trie[str]:
    table = load_table("speech")
    return Trie([(w, "say") for w in table["say"]["words"]] + [(w, "stance") for w in table["stance"]["words"]])


@lru_cache(maxsize=1)
def _according() -> Trie[str]:
    return Trie((w, "according") for w in load_table("speech")["according"]["words"] if w != "per")


@lru_cache(maxsize=1)
def _lists() -> dict[str, frozenset[str]]:
    table = load_table("speech")
    return {name: frozenset(table[name]["words"]) for name in ("documents", "not_speakers", "name_titles")}


_PRONOUNS = word_list("speaking_pronouns")
_SKIP = word_list("between_speaker_and_verb")
_BREAKS = frozenset({";", ":", "—"})


def find_frames(parts: Parts) -> list[Frame]:
    """Every frame outside quotes, in order."""
    frames: list[Frame] = []
    i = 0
    tokens = parts.tokens
    while i < len(tokens):
        if parts.quoted[i]:
            i += 1
            continue
        according = _according().longest(tokens, i)
        if according is not None:
            frame = _according_frame(parts, i, according[0])
            if frame is not None:
                frames.append(frame)
            i = according[0]
            continue
        verb = _verbs().longest(tokens, i)
        if verb is None:
            i += 1
            continue
        source = None if _passive(parts, i) or _inside_name(parts, i) else _source(parts, i, verb[0], frames)
        if source is not None and _deed(parts, i, verb[0], source):
            source = None  # "Europe and Canada have added $600 billion"
        if source is not None and verb[0] == i + 1 and _names_without_quoting(parts, i, verb[0]):
            source = None
        if source is not None and frames and source.kind == "body" and _to_do(parts, verb[0]):
            source = None  # "Trudeau said Canada expects to reach 2 %": what he said of his country
        if source is not None and not _nested_stance(verb[1][0], source, frames):
            frames.append(Frame((i, verb[0]), source, (verb[0], len(tokens)), verb[1][0] == "stance"))
        i = verb[0]
    return _bounded(parts, frames)


def _passive(parts: Parts, i: int) -> bool:
    """`Asked if …`, `was told`: the subject of the verb is not the speaker."""
    low = parts.tokens[i].low
    before = parts.tokens[i - 1].low if i else ""
    if low in ("asked", "told", "expected", "reported", "estimated", "pledged", "highlighted", "described"):
        return i == 0 or before in ("when", "was", "were", "is", "are", "be", "been", "being", "as", "the", ",", "%")
    return False


def _inside_name(parts: Parts, i: int) -> bool:
    """The `States` of `the United States` is no verb."""
    return any(subject.first <= i < subject.last for subject in parts.subjects)


_DEEDS = word_list("deeds")


def _names_without_quoting(parts: Parts, first: int, last: int) -> bool:
    """`called Madrid "a bad payer"` is speech; `a fund called SAFE` is not."""
    if parts.tokens[first].low not in _NAMING:
        return False
    return not any(parts.quoted[i] for i in range(last, min(last + 6, len(parts.tokens))))


_NAMING = frozenset({"called", "calls", "labelled", "labeled", "branded", "dubbed"})


def _to_do(parts: Parts, last: int) -> bool:
    return last < len(parts.tokens) and parts.tokens[last].low == "to"


def _deed(parts: Parts, first: int, last: int, source: Source) -> bool:
    """A country that added money did something; it says something only before `that` or a quotation."""
    if source.kind != "body" or parts.tokens[first].low not in _DEEDS:
        return False
    following = parts.tokens[last] if last < len(parts.tokens) else None
    return following is None or not (
        following.low == "that" or parts.quoted[last] or following.text in (",", ":", "“", '"')
    )


def _nested_stance(kind: str, source: Source, earlier: list[Frame]) -> bool:
    """`Rutte stressed that the alliance committed to …`: part of what is said, not a frame of its own."""
    return kind == "stance" and source.kind == "body" and bool(earlier)


def _bounded(parts: Parts, frames: list[Frame]) -> list[Frame]:
    """Each frame says what follows its verb up to the next frame; a frame at the end says what stands before it."""
    bounded: list[Frame] = []
    for at, frame in enumerate(frames):
        following = frames[at + 1] if at + 1 < len(frames) else None
        end = min(following.source.first, following.verb[0]) if following else len(parts.tokens)
        if following and following.source.first < frame.verb[1]:
            end = following.verb[0]
        content = [i for i in range(frame.verb[1], end) if _has_content(parts, frame, i)]
        start = frame.verb[1]
        if len(content) <= 3 and not frame.stance:
            start, end = (bounded[-1].said[1] if bounded else 0), max(frame.source.first, 0)
            if frame.source.first >= frame.verb[0]:
                end = frame.verb[0]
        bounded.append(Frame(frame.verb, frame.source, (start, max(start, end)), frame.stance))
    return bounded


_TIME_WORDS = word_list("attribution_fill")


def _has_content(parts: Parts, frame: Frame, i: int) -> bool:
    token = parts.tokens[i]
    if frame.source.first <= i < frame.source.last:
        return False
    return (token.kind != "mark" and token.low not in _TIME_WORDS) or parts.quoted[i]


def _according_frame(parts: Parts, i: int, end: int) -> Frame | None:
    source = _right_source(parts, end, reach=6)
    if source is None:
        return None
    if i <= 1:
        return Frame((i, end), source, (source.last, len(parts.tokens)), False)
    return Frame((i, end), source, (0, i), False)


def _source(parts: Parts, first: int, last: int, earlier: list[Frame]) -> Source | None:
    tokens = parts.tokens
    before = tokens[first - 1] if first else None
    if before is not None and before.low in ("and", "or", "but") and earlier and not _new_subject(parts, first):
        return earlier[-1].source
    if before is not None and before.text == "," and tokens[first].low.endswith("ing") and earlier:
        return earlier[-1].source
    found = _left_source(parts, first)
    if found is None and (before is None or parts.quoted[first - 1] or before.text in (",", "”", '"', "'", "—")):
        found = _right_source(parts, last, reach=2)
    if found is None and before is not None and before.text == "," and earlier:
        return earlier[-1].source
    if found is None and tokens[first].low.endswith("ing") and earlier:
        return earlier[-1].source
    return found


def _new_subject(parts: Parts, first: int) -> bool:
    return False if first < 1 else parts.tokens[first - 1].low not in ("and", "or", "but")


def _left_source(parts: Parts, verb: int) -> Source | None:
    """The mention that ends nearest to the left of the verb, over adverbs, time words and asides in commas."""
    tokens = parts.tokens
    at = verb - 1
    steps = 0
    while at >= 0 and steps < 14:
        if parts.quoted[at] or tokens[at].text in _BREAKS:
            return None
        source = _ending_at(parts, at + 1)
        if source is not None:
            return None if _possessive_modifier(parts, source, verb) else source
        token = tokens[at]
        if token.text == ",":
            opened = _aside_start(parts, at)
            inside = _ending_at(parts, at)
            if inside is not None and inside.kind in ("person", "name") and opened == inside.first - 1:
                return inside  # "Rutte's predecessor, Jens Stoltenberg, said"
            if opened is None:
                return None
            at = opened
        elif token.low == "who":
            at -= 1
            if at >= 0 and tokens[at].text == ",":
                at -= 1
            continue
        elif not (
            token.low in _SKIP
            or token.low.endswith("ly")
            or token.kind == "number"
            or (token.capital and token.low in _SKIP)
        ):
            return _prepositional(parts, at)
        at -= 1
        steps += 1
    return None


def _prepositional(parts: Parts, at: int) -> Source | None:
    """`Rutte of the Netherlands said`, `the minister in Berlin said`: step over a short phrase behind a preposition."""
    for back in range(at, max(-1, at - 7), -1):
        if parts.tokens[back].text in (",", ";", ":", "—") or parts.quoted[back]:
            return None
        if parts.tokens[back].low in (
            "of",
            "in",
            "for",
            "from",
            "at",
            "on",
            "to",
            "with",
            "after",
            "during",
            "by",
            "ahead",
        ):
            source = _ending_at(parts, back)
            if source is not None:
                return source
    return None


def _aside_start(parts: Parts, comma: int) -> int | None:
    """The comma that opens the aside which ends at `comma`: `Rutte, who spoke after a meeting, said`."""
    for back in range(comma - 1, max(-1, comma - 30), -1):
        if parts.quoted[back]:
            return None
        if parts.tokens[back].text == ",":
            return back
    return None


def _possessive_modifier(parts: Parts, source: Source, verb: int) -> bool:
    """`Rutte's warning comes`: the mention owns the noun behind it and does not speak itself."""
    return parts.tokens[source.last - 1].possessive and source.last <= verb


def _ending_at(parts: Parts, end: int) -> Source | None:
    for person in parts.persons:
        if person.last == end:
            first = (
                min(person.first, person.title.first)
                if person.title and person.title.first < person.first
                else person.first
            )
            return Source(first, end, "person", person=person, title=person.title, words=_words(parts, first, end))
        if person.title is not None and person.title.last == end and person.title.first >= person.last:
            return Source(
                person.first,
                end,
                "person",
                person=person,
                title=person.title,
                words=_words(parts, person.first, person.last),
            )
    for title in parts.titles:
        if title.last == end:
            return Source(title.first, end, "title", title=title, words=_words(parts, title.first, end))
    token = parts.tokens[end - 1]
    if token.low in _PRONOUNS:
        return Source(end - 1, end, "pronoun", words=token.text)
    for subject in parts.subjects:
        if subject.last == end and subject.kind not in ("adjective", "pronoun"):
            return Source(subject.first, end, "body", body=subject, words=_words(parts, subject.first, end))
    if token.low in _lists()["documents"]:
        return _document(parts, end)
    return _name(parts, end)


def _document(parts: Parts, end: int) -> Source | None:
    """`NATO figures`, `the alliance's annual report`: the body in front speaks through its paper."""
    for subject in parts.subjects:
        if subject.last <= end - 1 and end - subject.last <= 4 and subject.kind != "pronoun":
            return Source(subject.first, end, "body", body=subject, words=_words(parts, subject.first, end))
    return Source(end - 1, end, "document", words=parts.tokens[end - 1].text)


def _name(parts: Parts, end: int) -> Source | None:
    """An unknown name: one to four capitalised words in a row that are no places and no openers."""
    first = end
    if (
        end < len(parts.tokens)
        and parts.tokens[end].text == "."
        and parts.tokens[end].start == parts.tokens[end - 1].end
    ):
        return None  # a domain name
    while first > 0 and first > end - 4:
        token = parts.tokens[first - 1]
        if token.kind != "word" or not token.capital or token.text in _lists()["not_speakers"] or token.possessive:
            break
        first -= 1
    while first < end and parts.tokens[first].low in _lists()["name_titles"]:
        first += 1
    if first == end or any(subject.first < end and first < subject.last for subject in parts.subjects):
        return None
    return Source(first, end, "name", words=_words(parts, first, end))


def _right_source(parts: Parts, start: int, reach: int) -> Source | None:
    """The nearest mention that starts right behind `said` or `according to`, in its longest form."""
    for first in range(start, min(len(parts.tokens), start + reach + 1)):
        if parts.quoted[first] or parts.tokens[first].text in ("”", '"', ":", ";", "."):
            return None
        for end in range(min(len(parts.tokens), first + 7), first, -1):
            source = _ending_at(parts, end)
            if source is not None and source.first == first and not any(parts.quoted[first:end]):
                return source
    return None


def _words(parts: Parts, first: int, end: int) -> str:
    return " ".join(token.text for token in parts.tokens[first:end])
