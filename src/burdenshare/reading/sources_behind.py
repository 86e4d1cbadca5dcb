"""Who speaks behind a verb: the speaker whose words begin at a place (`said the finance minister, Lars Holm`)."""

from __future__ import annotations

from burdenshare.reading.replacing import replaced
from burdenshare.reading.sources import (
    LONGEST,
    institution_ending,
    name_ending,
    person_or_title_ending,
    source_ending_at,
)
from burdenshare.reading.speaking_parts import Parts, Source, words_of
from burdenshare.reading.voice_words import speech_words, voice_words


def source_starting_at(parts: Parts, start: int, reach: int) -> Source | None:
    """The nearest speaker that starts at `start` or up to `reach` tokens behind it, in its longest form."""
    for first in range(start, min(len(parts.tokens), start + reach + 1)):
        if parts.quoted[first] or parts.tokens[first].text in ("”", '"', ":", ";", "."):
            return None
        called_of = _called_of(parts, first)
        if called_of is not None:
            return called_of
        for end in range(min(len(parts.tokens), first + 9), first, -1):
            if any(parts.quoted[first:end]):
                continue
            source = source_ending_at(parts, end)
            called = source is not None and source.kind in ("name", "person") and source.first > first
            if called and source is not None and all(t.capital for t in parts.tokens[first : source.first]):
                return source  # "Armed Forces Minister Luke Pollard", "Honourable Bill Blair"
            if source is not None and source.first == first and not parts.tokens[end - 1].possessive:
                return _person_behind(parts, source) or _apposed(parts, source) or _of_a_house(parts, source)
    return None


def _apposed(parts: Parts, source: Source) -> Source | None:
    """`the finance minister, Nicolai Wammen.`: a calling, and behind a comma the name it is told of."""
    called = source.kind == "title" or parts.tokens[source.last - 1].low in voice_words("callings")
    named = _named_apart(parts, source.last) if source.kind in ("title", "phrase") and called else None
    return replaced(named, title=source.title) if named is not None and named.title is None else named


def _of_a_house(parts: Parts, source: Source) -> Source:
    """`the minister of the interior`: what the calling is of tells that it is not the minister named before."""
    found = owned(parts, source)
    tokens, at = parts.tokens, source.last
    alone = source.kind == "phrase" and tokens[at - 1].low in voice_words("callings") and not tokens[at - 1].capital
    if found is not source or not alone or [t.low for t in tokens[at : at + 2]] != ["of", "the"]:
        return found
    end = at + 2
    while end < min(len(tokens), at + LONGEST) and tokens[end].kind == "word" and not parts.quoted[end]:
        end += 1
    closed = at + 2 < end < len(tokens) and tokens[end].kind == "mark"
    return Source(source.first, end, "phrase", words=words_of(parts, source.first, end)) if closed else found


def _called_of(parts: Parts, first: int) -> Source | None:
    """`Minister of Finance, Lars Holm.`, `the director of the agency, Ana Kos, said`: a calling with what it is of."""
    tokens = parts.tokens
    at = first + (tokens[first].low in voice_words("determiners"))
    head = next((i for i in range(at, min(len(tokens) - 2, at + 3)) if tokens[i].low in voice_words("callings")), None)
    if head is None or tokens[head + 1].low not in ("of", "for", "at"):
        return None
    end = head + 2
    while end < min(len(tokens), head + _LONGEST_OFFICE) and tokens[end].kind == "word":
        end += 1
    return _named_apart(parts, end)


_LONGEST_OFFICE = 9
"""Words from a calling on that may tell what it is of."""


def _named_apart(parts: Parts, comma: int) -> Source | None:
    """The name between a comma and what closes it. What does something itself is none: `the minister, DW reports`."""
    tokens, first = parts.tokens, comma + 1
    if first >= len(tokens) or tokens[comma].text != ",":
        return None
    end = first
    while end < min(len(tokens), first + LONGEST) and (tokens[end].capital or tokens[end].text == "-"):
        end += 1
    closed = end == len(tokens) or tokens[end].text in _CLOSING or tokens[end].low in _STAGES
    if end - first < 2 or not closed or tokens[end - 1].possessive or any(parts.quoted[first:end]):
        return None
    named = person_or_title_ending(parts, end) or name_ending(parts, end)
    return named if named is not None and named.first == first else None


_CLOSING = frozenset({".", ",", ";", "”", '"'})
_STAGES = frozenset({"in", "on", "at", "during", "after", "before", "when", "as", "who", "yesterday", "today"})
"""Behind a name these say where and when it spoke, not what it did."""


def _person_behind(parts: Parts, source: Source) -> Source | None:
    """`parliament speaker Anna Jones`, `analyst Paul Adeyemi`: a calling in small letters, and who holds it behind."""
    tokens, last = parts.tokens, source.last
    of_a_body = source.kind in ("phrase", "body")
    if not of_a_body or tokens[last - 1].low not in voice_words("callings") or tokens[last - 1].capital:
        return None
    if tokens[last : last + 1] and tokens[last].low in voice_words("name_titles") | speech_words("name_titles"):
        last += 2 if tokens[last + 1 : last + 2] and tokens[last + 1].text == "." else 1  # "commander Gen. Anna Jones"
    end = last
    while end < min(len(tokens), last + LONGEST) and (tokens[end].capital or tokens[end].text == "-"):
        end += 1
    named = name_ending(parts, end) if end - last > 1 and not any(parts.quoted[last:end]) else None
    return named if named is not None and named.first == last else None


def _named_behind(parts: Parts, source: Source) -> Source | None:
    """`think tank SIPRI`, `the broadcaster ERR`: a calling, and the body's own name right behind it."""
    if not parts.tokens[source.last].capital or parts.tokens[source.last - 1].capital:
        return None
    for end in range(min(len(parts.tokens), source.last + 8), source.last, -1):
        house = institution_ending(parts, end) if not any(parts.quoted[source.last : end]) else None
        if house is not None and house.first == source.last:
            return Source(source.first, end, "phrase", words=house.words)
    return None


def _at_its_seat(parts: Parts, at: int) -> int:
    """Behind `German-based`, `Stockholm-based` in front of a body's name: where it sits is not who it is."""
    lows = [t.low for t in parts.tokens[at : at + 5]]
    skip = next((i for i in range(1, len(lows) - 1) if lows[i : i + 2] == ["-", "based"]), None)
    return at if skip is None or skip > _BEFORE_BASED else at + skip + 2


_BEFORE_BASED = 2
"""Tokens in front of `-based`: `the German`, `London`."""


def owned(parts: Parts, source: Source) -> Source:
    """`figures published by NATO`, `researchers at the Ifo Institute`: the body behind a paper is the source."""
    if source.kind not in ("phrase", "document") or source.last >= len(parts.tokens):
        return source
    house = _named_behind(parts, source)
    if house is not None:
        return house
    at = source.last
    while at < len(parts.tokens) and at < source.last + 4 and parts.tokens[at].low in voice_words("owners"):
        at += 1
    if at == source.last or parts.tokens[at - 1].low in ("to", "released", "published"):
        return source
    behind = source_starting_at(parts, _at_its_seat(parts, at), reach=1)
    if behind is None or behind.kind in ("pronoun", "name"):
        return source
    paper = parts.tokens[behind.last - 1].low in voice_words("papers")
    if parts.tokens[at - 1].low == "in":
        return behind if paper else source  # "estimates in the annual report"
    words = words_of(parts, source.first, behind.last)
    if parts.tokens[source.last - 1].low in voice_words("papers"):
        named = words if behind.kind == "body" else behind.words
        return Source(source.first, behind.last, behind.kind, behind.person, behind.title, behind.body, named)
    return Source(source.first, behind.last, "phrase", words=words)
