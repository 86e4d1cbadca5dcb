"""Where clauses begin: the bounds within which a cue counts for a number."""

from __future__ import annotations

from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.tables import word_list
from burdenshare.reading.tokens import Token

_HARD = frozenset({";", ":", "—", "|"})
_AFTER_COMMA = word_list("clause_openers")
_CONJUNCTIONS = word_list("clause_conjunctions")


def clause_starts(tokens: list[Token], subjects: list[SubjectMention]) -> list[int]:
    """The tokens (after the first) at which a clause of the sentence starts, in order."""
    starts = [i for i in range(1, len(tokens)) if _starts(tokens, subjects, i)]
    return [i for i in starts if not any(s.first < i < s.last for s in subjects)]  # "NATO, excluding the US, spent"


def _starts(tokens: list[Token], subjects: list[SubjectMention], i: int) -> bool:
    before = tokens[i - 1]
    if before.text in _HARD and not _clock(tokens, i - 1):
        return True
    if before.text == "-" and i >= 2 and before.start > tokens[i - 2].end:
        return tokens[i].start > before.end
    if tokens[i].low in _CONJUNCTIONS:
        return True
    return before.text == "," and tokens[i].low in _AFTER_COMMA and not _list_item(tokens, subjects, i)


def _clock(tokens: list[Token], i: int) -> bool:
    """`12:40`: a colon between digits parts nothing."""
    return 0 < i < len(tokens) - 1 and tokens[i - 1].kind == "number" and tokens[i + 1].kind == "number"


def _list_item(tokens: list[Token], subjects: list[SubjectMention], i: int) -> bool:
    """`Poland (4.1 %), Estonia (3.4 %), and Latvia (3.2 %)`: the last comma of a list parts no clause."""
    if tokens[i].low not in ("and", "or"):
        return False
    return any(subject.first == i + 1 for subject in subjects) and any(
        subject.last <= i - 1 and i - subject.last <= 8 for subject in subjects
    )


def relative_clauses(tokens: list[Token]) -> list[tuple[int, int]]:
    """Token ranges of `, which …,` and `, who …,`."""
    found: list[tuple[int, int]] = []
    for start in range(1, len(tokens)):
        if tokens[start - 1].text == "," and tokens[start].low in ("which", "who", "where", "whose"):
            end = next((i for i in range(start, len(tokens)) if tokens[i].text == ","), len(tokens))
            found.append((start, end))
    return found
