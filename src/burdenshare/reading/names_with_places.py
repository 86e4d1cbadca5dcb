"""Places that are only a part of a name: `the Washington Post`, `Voice of America`, the plan `ReArm Europe`."""

from __future__ import annotations

from burdenshare.reading.lexicon import SubjectEntry
from burdenshare.reading.tables import load_table, word_list
from burdenshare.reading.tokens import Token
from burdenshare.reading.voice_words import verbs

_INSTITUTIONS = word_list("institution_nouns")
_SMALL = frozenset({"for", "of", "and", "the", "on"})
_REACH = 6
"""Tokens behind a place within which the word stands that makes it an institution's name."""
_FRONT = 2


def _words(name: str) -> frozenset[str]:
    return frozenset(load_table("names_with_places")[name]["words"])


_BEHIND, _BEHIND_IN_A_SENTENCE, _THROUGH = _words("behind"), _words("behind_in_a_sentence"), _words("through")
_NUMBERS, _KINDS = _words("numbers"), _words("of_the_alliances_kind")
_IN_FRONT = _words("in_front")
_LAST_IN_FRONT = frozenset(words.rpartition(" ")[2] for words in _IN_FRONT)


def part_of_a_name(entry: SubjectEntry, tokens: list[Token], first: int, end: int) -> bool:
    """Whether the place at tokens `first`..`end` is only a part of the name of a paper, an institute or a programme."""
    if entry.kind == "pronoun":
        return False
    if entry.entity == "NATO":
        kind = [t.low for t in tokens[end : end + 2]]
        return kind[:1] == ["-"] and kind[-1] in _KINDS
    return _begins_a_name(entry, tokens, end) or (tokens[first].capital and _ends_a_name(tokens, first))


def _begins_a_name(entry: SubjectEntry, tokens: list[Token], end: int) -> bool:
    """`Stockholm International Peace Research Institute`, `the Budapest Business Journal`."""
    if tokens[end - 1].possessive or end >= len(tokens):
        return False
    if entry.kind in ("capital", "adjective", "country", "abbreviation", "metonym") and _a_paper(tokens, end):
        return True
    if entry.kind not in ("capital", "adjective", "country"):
        return False
    for token in tokens[end : end + _REACH]:
        if token.low in _INSTITUTIONS:
            return token.capital
        if not (token.capital or token.low in _SMALL):
            return False
    return False


def _a_paper(tokens: list[Token], end: int) -> bool:
    for at in range(end, len(tokens)):
        if not (tokens[at].capital or tokens[at].kind == "number"):
            return False
        if _names_a_paper(tokens, at):
            return True
        if tokens[at].low not in _THROUGH:
            return False
    return False


def _names_a_paper(tokens: list[Token], at: int) -> bool:
    word = tokens[at].low
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if tokens[at].kind == "number":  # "France 24 reported", and no "in France 24 billion"
        return word in _NUMBERS and following is not None and verbs().longest(tokens, at + 1) is not None
    if word in _BEHIND:
        return True
    return word in _BEHIND_IN_A_SENTENCE and (following is None or not following.capital)


def _ends_a_name(tokens: list[Token], first: int) -> bool:
    """`Bank of America`, `Radio Free Europe`: not behind a small word of the sentence, `on the radio, France`."""
    if not first or tokens[first - 1].low not in _LAST_IN_FRONT:
        return False
    for length in range(1, _FRONT + 1):
        front = tokens[max(0, first - length) : first]
        if len(front) == length and front[0].capital and " ".join(t.low for t in front) in _IN_FRONT:
            return True
    return False
