"""Frames of speech without a verb: nouns of saying and wishing with their owner, and `in somebody's view`."""

from __future__ import annotations

from burdenshare.reading.sources import Parts, Source, person_or_title_ending, source_ending_at
from burdenshare.reading.sources_behind import source_starting_at
from burdenshare.reading.voice_words import voice_words
from burdenshare.reading.voicing import Frame


def view(parts: Parts, i: int) -> Frame | None:
    """`By the secretary general's count, …`, `in Ben Wallace's view`."""
    tokens = parts.tokens
    if tokens[i].low not in ("by", "in", "on", "from") or not any(t.possessive for t in tokens[i + 1 : i + 9]):
        return None
    for end in range(i + 2, min(len(tokens) - 1, i + 9)):
        behind = next((k for k in (end, end + 1) if k < len(tokens) and tokens[k].low in voice_words("views")), None)
        if not tokens[end - 1].possessive or behind is None or parts.quoted[end - 1]:
            continue
        source = source_ending_at(parts, end)
        if source is not None and source.first <= i + 2 and source.first > i:
            return Frame((i, behind + 1), source, (0, i), False)
    return None


def act(parts: Parts, i: int) -> Frame | None:
    """`Rutte's claim that …`, `was the message Rutte left`: a noun of saying and its owner."""
    tokens = parts.tokens
    if i < len(tokens) and tokens[i].low in voice_words("wishes") and not parts.quoted[i]:
        wished = _wish(parts, i)
        if wished is not None:
            return wished
    if i >= len(tokens) or tokens[i].low not in voice_words("acts") or parts.quoted[i]:
        return None
    owner = source_ending_at(parts, i) if i and tokens[i - 1].possessive else None
    behind = [t.low for t in tokens[i + 1 : i + 8]]
    if owner is None and i and tokens[i - 1].low in ("the", "a") and i > 2 and tokens[i - 2].low in ("was", "is"):
        owner = source_starting_at(parts, i + 1, reach=1)
        return Frame((i, i + 1), owner, (0, i), False) if owner is not None and owner.kind != "body" else None
    if owner is None and behind[:1] == [":"]:
        owner = subject_of_clause(parts, i)
        return Frame((i, i + 1), owner, (i + 1, len(tokens)), False) if owner is not None else None
    if owner is None or owner.kind == "body" or "that" not in behind[:1]:
        return None
    return Frame((i, i + 1), owner, (i + 1, len(tokens)), False)


def _wish(parts: Parts, i: int) -> Frame | None:
    """`Trump's demand that …`, `the prime minister's pledge to …`: only a person's; a body's is the figure's owner."""
    if not i or i + 1 >= len(parts.tokens) or not parts.tokens[i - 1].possessive:
        return None
    if parts.tokens[i + 1].low not in ("that", "to", "for", "of"):
        return None
    owner = person_or_title_ending(parts, i)
    if owner is None or owner.kind not in ("person", "title"):
        return None
    return Frame((i, i + 1), owner, (i + 1, len(parts.tokens)), False)


def subject_of_clause(parts: Parts, verb: int) -> Source | None:
    """`The head of NATO threw down the gauntlet Monday, saying …`: the person or title that opens the sentence."""
    if not parts.persons and not parts.titles:
        return None
    for first in range(min(4, verb)):
        for end in range(min(verb, first + 9), first, -1):
            source = person_or_title_ending(parts, end)
            if source is not None and source.first == first and source.kind in ("person", "title"):
                return None if parts.tokens[end - 1].possessive or any(parts.quoted[:verb]) else source
    return None
