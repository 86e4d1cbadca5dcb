"""Whether a sentence is plain: every word between maker, verb, figure and item is known to change nothing.

What is not plain may tell of a part, a place or a receiver ("handed over 120 F-35s to its allies"): it is likely.
"""

from __future__ import annotations

from collections.abc import Iterable

from burdenshare.reading.parse import Parsed

MARKS = frozenset({",", ".", ";", ":", "—", "–", "!", "?", ")", "(", '"', "”", "“"})
OPENERS = frozenset(
    {"that", ",", ":", ";", '"', "“", "”", "—", "–", "and", "but", "while", "said", "says", "found", "finds"}
)
"""What may stand in front of the statement's own words: another clause, or words of saying."""


def covered(lows: list[str], spans: Iterable[tuple[int, int]], idle: frozenset[str]) -> frozenset[int]:
    """The tokens whose part in the sentence is known."""
    known = {i for first, last in spans for i in range(first, last)}
    return frozenset(known | {i for i, low in enumerate(lows) if low in idle})


def front_of(first: int, known: frozenset[int]) -> int:
    """Where the statement's words start: known words right in front belong to it."""
    while first and first - 1 in known:
        first -= 1
    return first


def tail_of(parsed: Parsed, last: int, known: frozenset[int], stops: frozenset[str]) -> tuple[int, bool]:
    """Where the statement's words end, and whether they end there plainly: at a mark, or at a word that opens another
    thought."""
    lows = parsed.lows
    while last < len(lows) and lows[last] not in MARKS and last in known and lows[last] not in _TURNS:
        last += 1
    return last, last >= len(lows) or lows[last] in MARKS or lows[last] in stops


_TURNS = frozenset({"up", "and", "while", "but", "compared"})
"""Known words that open another thought all the same."""


def plain(parsed: Parsed, first: int, last: int, known: frozenset[int], blocking: frozenset[str]) -> bool:
    """Whether tokens `first`..`last` are all known, start where a clause does, and nothing in the sentence up to there
    denies or doubts them."""
    lows = parsed.lows
    if not all(i in known or lows[i] in (",", '"', "”", "“") for i in range(first, last)):
        return False
    if first and lows[first - 1] not in OPENERS:
        return False
    return blocking.isdisjoint(lows[:last])
