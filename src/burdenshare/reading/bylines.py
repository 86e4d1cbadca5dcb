"""The author as speaker: articles by their subject, letters, speeches, and posts with a name at their foot."""

from __future__ import annotations

import re

from burdenshare.reading.cast import Cast
from burdenshare.reading.model import Mode, Speaker
from burdenshare.reading.parse import Parsed
from burdenshare.reading.sources import Parts, Source, source_ending_at
from burdenshare.reading.sources_behind import source_starting_at
from burdenshare.reading.voice_words import voice_words

_NAME = r"[A-Z][\w'’.-]+(?: (?:von|van|de|der|di|la|[A-Z])[\w'’.-]*){1,4}"
_BY = re.compile(rf"\s*(?:\w+ )?[Bb]y:? (?P<name>{_NAME}(?:(?:,| and|, and) {_NAME})*)\s*$")
_FOOT = re.compile(rf"\s*[—–-]?\s*(?P<name>{_NAME})(?:, [A-Z][\w ]+)?\s*$")
_BIO = re.compile(
    rf"[\s_*(]*(?!The )(?P<name>{_NAME}),? (?:is|was|has served as|serves as) (?:a|an|the|[A-Z]\w+(?:'s|’s)?)\b"
)
_POST = re.compile(rf"[—–-]+\s*(?P<name>{_NAME})\s*\(@\w+\)")
_HEAD, _FOOT_BLOCKS = 9, 3
_SPOKEN = frozenset({"remarks", "testimony", "keynote", "intervention"})


def author_of(text: str, parsed: list[Parsed], cast: Cast) -> Speaker | None:
    """Who speaks wherever the text says `I` and nobody else is named, or None for a text in the outlet's voice."""
    firsts = _block_firsts(parsed)
    if not firsts:
        return None
    voice = _first_person(parsed)
    heading = _heading(firsts[:_HEAD], cast) if voice else None
    if heading is not None:
        return heading
    for parse in firsts[:_HEAD]:
        match = _BY.match(text, parse.sentence.start, parse.sentence.end)
        if match:
            known = bool(parse.persons)
            if "singular" in voice or (known and voice):
                return _named(match.group("name"), parse, cast)
    return _at_the_foot(text, firsts, voice, cast)


def _at_the_foot(text: str, firsts: list[Parsed], voice: set[str], cast: Cast) -> Speaker | None:
    greeted = any(t.low in voice_words("greetings") for p in (*firsts[:2], *firsts[-2:]) for t in p.tokens[:6])
    for parse in firsts[-_FOOT_BLOCKS:]:
        start, end = parse.sentence.start, parse.sentence.end
        match = _BIO.match(text, start, end) if voice else None
        if match is None and greeted and voice:
            match = _FOOT.match(text, start, end)
        if match is not None and parse is not firsts[0]:
            return _named(match.group("name"), parse, cast)
    return None


def posts(text: str, parsed: list[Parsed], cast: Cast) -> dict[int, Speaker]:
    """By block: whose post it is (`… — Anita Anand (@AnitaAnandMP)`)."""
    if "@" not in text:
        return {}
    found: dict[int, Speaker] = {}
    for parse in parsed:
        match = _POST.search(text, parse.sentence.start, parse.sentence.end)
        if match:
            found[parse.sentence.block] = _named(match.group("name"), parse, cast)
    return found


def _heading(heads: list[Parsed], cast: Cast) -> Speaker | None:
    """`Press conference by NATO Secretary General Jens Stoltenberg`, in one block or in two."""
    announced = False
    alone = _alone_in_front(heads)
    if alone is not None:
        cast.meet(heads[0])
        return cast.speaker(alone, Mode.QUOTE)
    for parse in heads:
        lows = [token.low for token in parse.tokens]
        source = _remarks_of(parse)
        named = next((i for i, low in enumerate(lows[:8]) if low in voice_words("remarks")), None)
        if source is None and named is not None:
            by = next((i for i in range(named + 1, min(len(lows), named + 6)) if lows[i] in ("by", "of")), None)
            source = source_starting_at(_parts(parse), by + 1, reach=1) if by is not None else None
        elif source is None and announced and lows[:1] == ["by"]:
            source = source_starting_at(_parts(parse), 1, reach=1)
        announced = named is not None and len(lows) < 12
        if source is not None and source.kind in ("person", "title") and len(lows) <= 45 and "." not in lows[:-1]:
            cast.meet(parse)
            return cast.speaker(source, Mode.QUOTE)
    return None


_SALUTES = frozenset({"good", "thank", "thanks", "dear", "ladies", "excellencies", "hello", "welcome"})


def _alone_in_front(heads: list[Parsed]) -> Source | None:
    """`NATO Secretary General Jens Stoltenberg` or `by the Secretary General …`, alone in the first line, in front of a
    block that greets somebody: whose speech it is."""
    if len(heads) < 2 or not any(not _SALUTES.isdisjoint(p.lows[:3]) for p in heads[1:4]):
        return None
    head = heads[0]
    start = 1 if head.lows[:1] == ["by"] else 0
    source = source_starting_at(_parts(head), start, reach=1)
    if source is None or source.kind != "person" or head.lows[-1] in (".", "?", "!", ":"):
        return None
    behind = len(head.tokens) - source.last
    return source if start or behind <= 1 else None


def _remarks_of(parse: Parsed) -> Source | None:
    """`Secretary General Mark Rutte's opening remarks`."""
    lows = [token.low for token in parse.tokens]
    if len(lows) > 14 or lows[-1] == ".":
        return None
    for person in parse.persons:
        behind = set(lows[person.last : person.last + 3]) & _SPOKEN
        if parse.tokens[person.last - 1].possessive and behind and person.first <= 4:
            return Source(person.first, person.last, "person", person=person, title=person.title, words=person.alias)
    return None


def _named(name: str, parse: Parsed, cast: Cast) -> Speaker:
    """The person of a byline; several stand with all their names."""
    cast.meet(parse)
    if len(parse.persons) == 1 or (parse.persons and " and " not in name):
        person = parse.persons[0]
        source = Source(person.first, person.last, "person", person=person, title=person.title, words=person.alias)
        return cast.speaker(source, Mode.QUOTE) or Speaker(name, mode=Mode.QUOTE, named_as=name)
    return Speaker(name, mode=Mode.QUOTE, named_as=name)


def _block_firsts(parsed: list[Parsed]) -> list[Parsed]:
    return [p for n, p in enumerate(parsed) if n == 0 or parsed[n - 1].sentence.block != p.sentence.block]


def _first_person(parsed: list[Parsed]) -> set[str]:
    """`singular`, `plural`: how the text speaks of its author outside quotation marks."""
    found: set[str] = set()
    own = voice_words("we")
    for parse in parsed:
        if own.isdisjoint(parse.words):
            continue
        for token, quote in zip(parse.tokens, parse.quote_of, strict=True):
            if quote is None and token.low in own:
                singular = token.low in ("i", "my", "me")
                found.add("singular" if singular and token.text != "i" else "plural")
    return found


def _parts(parse: Parsed) -> Parts:
    return Parts(parse.tokens, parse.persons, parse.titles, parse.subjects, [q is not None for q in parse.quote_of])


def opening_phrase(parse: Parsed) -> Source | None:
    """`The minister did not say …`: an unnamed person with whom a sentence opens."""
    parts = _parts(parse)
    for end in range(2, min(7, len(parse.tokens))):
        if parse.tokens[end - 1].low in voice_words("callings") and not parts.quoted[end - 1]:
            source = source_ending_at(parts, end)
            return source if source is not None and source.kind == "phrase" and source.first <= 1 else None
    return None


def opening_name(parse: Parsed) -> Source | None:
    """`Anna Kowalska is an analyst in Warsaw.`: an unknown name of two words or more with whom a sentence opens."""
    parts = _parts(parse)
    for end in range(min(5, len(parse.tokens) - 1), 1, -1):
        if parse.tokens[end].low in ("is", "was", "has", ",") and not parts.quoted[end - 1]:
            source = source_ending_at(parts, end)
            return source if source is not None and source.kind == "name" and " " in source.words else None
    return None


def _sender(parse: Parsed, first: int) -> bool:
    """Whether a person stands behind `a message from`, `the letter by`."""
    if first < 2 or parse.lows[first - 1] not in ("from", "by"):
        return False
    return not voice_words("sent").isdisjoint(parse.lows[max(0, first - 4) : first - 1])


def lead_in(parse: Parsed) -> Source | None:
    """Who a lead-in without a verb of saying names: `From the address of the Danish prime minister:`."""
    parts = _parts(parse)
    best: Source | None = None
    ranks = {"person": 0, "title": 1, "name": 2, "phrase": 3, "body": 4, "pronoun": 5}
    for end in range(1, len(parse.tokens) + 1):
        if parts.quoted[end - 1]:
            break
        source = source_ending_at(parts, end)
        if parts.tokens[end - 1].possessive:
            continue
        if source is not None and source.kind in ("person", "title") and _sender(parse, source.first):
            return source  # "Trump shared a message from Rutte:"
        if source is None or (source.kind == "name" and " " not in source.words):
            continue
        if (
            best is None
            or ranks.get(source.kind, 9) < ranks.get(best.kind, 9)
            or (source.first == best.first and (source.kind == best.kind or best.kind == "name"))
        ):
            best = source
    return best
