"""Where the clause around a quantity begins and ends."""

from __future__ import annotations

from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import word_list

_HARD = frozenset({";", ":", "—", "|"})
_AFTER_COMMA = word_list("clause_openers")
_CONJUNCTIONS = word_list("clause_conjunctions")


def clause(parsed: Parsed, first: int, last: int) -> tuple[int, int]:
    """Token range of the clause around tokens `first`..`last`."""
    start = first
    while start > 0 and not _boundary(parsed, start):
        start -= 1
    end = last
    while end < len(parsed.tokens) and not _boundary(parsed, end):
        end += 1
    return start, end


def _boundary(parsed: Parsed, i: int) -> bool:
    """Whether a clause starts at token `i`."""
    tokens = parsed.tokens
    before = tokens[i - 1]
    if before.text in _HARD and not _clock(parsed, i - 1):
        return True
    if before.text == "-" and before.start > tokens[i - 2].end if i >= 2 else False:
        return tokens[i].start > before.end
    if tokens[i].low in _CONJUNCTIONS:
        return True
    return before.text == "," and tokens[i].low in _AFTER_COMMA and not _list_item(parsed, i)


def _clock(parsed: Parsed, i: int) -> bool:
    tokens = parsed.tokens
    return 0 < i < len(tokens) - 1 and tokens[i - 1].kind == "number" and tokens[i + 1].kind == "number"


def _list_item(parsed: Parsed, i: int) -> bool:
    """`Poland (4.1 %), Estonia (3.4 %), and Latvia (3.2 %)`: the last comma of a list parts no clause."""
    if parsed.tokens[i].low not in ("and", "or"):
        return False
    return any(subject.first == i + 1 for subject in parsed.subjects) and any(
        subject.last <= i - 1 and i - subject.last <= 8 for subject in parsed.subjects
    )
