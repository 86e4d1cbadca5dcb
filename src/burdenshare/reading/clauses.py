"""Where clauses begin: the bounds within which a cue counts for a number."""

from __future__ import annotations

from itertools import zip_longest

from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.tables import word_list
from burdenshare.reading.tokens import Token

_HARD = frozenset({";", ":", "—", "|"})
_PARTING = _HARD | {"-", ","}
_AFTER_COMMA = word_list("clause_openers")
_CONJUNCTIONS = word_list("clause_conjunctions")


def clause_starts(tokens: list[Token], subjects: list[SubjectMention]) -> list[int]:
    """The tokens (after the first) at which a clause of the sentence starts, in order."""
    found: list[int] = []
    before = ""
    for i, token in enumerate(tokens):
        # only these words and what stands behind these marks can start a clause
        if (token.low in _CONJUNCTIONS or before in _PARTING) and i and _starts(tokens, subjects, i):
            found.append(i)
        before = token.text
    # "NATO, excluding the US, spent": no clause starts inside a name
    return [i for i in found if not any(s.first < i < s.last for s in subjects)]


def _starts(tokens: list[Token], subjects: list[SubjectMention], i: int) -> bool:
    before = tokens[i - 1]
    if before.text in _HARD and not _clock(tokens, i - 1):
        return not _spelt_out(tokens, i)
    if before.text == "-" and i >= 2 and before.start > tokens[i - 2].end:
        return tokens[i].start > before.end
    if tokens[i].low in _CONJUNCTIONS:
        return True
    return before.text == "," and tokens[i].low in _AFTER_COMMA and not _list_item(tokens, subjects, i)


def _clock(tokens: list[Token], i: int) -> bool:
    """`12:40`: a colon between digits parts nothing."""
    return 0 < i < len(tokens) - 1 and tokens[i - 1].kind == "number" and tokens[i + 1].kind == "number"


def _spelt_out(tokens: list[Token], i: int) -> bool:
    """`we will make an effort: 4 % of GDP`: the figure right behind the colon is what the clause in front speaks of."""
    return tokens[i - 1].text == ":" and tokens[i].kind == "number" and i >= 3 and tokens[i - 2].low in _SPELT_OUT


_SPELT_OUT = word_list("nouns_spelt_out")


def _list_item(tokens: list[Token], subjects: list[SubjectMention], i: int) -> bool:
    """`Poland (4.1 %), Estonia (3.4 %), and Latvia (3.2 %)`: the last comma of a list parts no clause."""
    if tokens[i].low not in ("and", "or"):
        return False
    at = i + 2 if i + 1 < len(tokens) and tokens[i + 1].low == "the" else i + 1  # "Greece, the UK, and the US"
    return any(subject.first in (i + 1, at) for subject in subjects) and any(
        subject.last <= i - 1 and i - subject.last <= 8 for subject in subjects
    )


_RELATIVES = frozenset({"which", "who", "where", "whose"})


def relative_clauses(tokens: list[Token], words: frozenset[str]) -> list[tuple[int, int]]:
    """Token ranges of `, which …,` and `, who …,`; `words` are the case-folded words of the tokens."""
    found: list[tuple[int, int]] = []
    if _RELATIVES.isdisjoint(words):
        return found
    commas = [i for i, token in enumerate(tokens) if token.text == ","]
    for comma, following in zip_longest(commas, commas[1:], fillvalue=len(tokens)):
        if comma + 1 < len(tokens) and tokens[comma + 1].low in _RELATIVES:
            found.append((comma + 1, following))
    return found
