"""Times told by words that lead to no year: `the year before last`, `in that year`, `for decades`, `by the time of`."""

from __future__ import annotations

from functools import cache

from burdenshare.reading.drafts import Draft
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import load_table
from burdenshare.reading.tries import Trie

_REACH = 9
"""Tokens between a figure and words that tell its time."""
_A_YEAR = 4
"""Letters of a year."""


@cache
def _times() -> Trie[str]:
    return Trie((words, row["where"]) for row in load_table("periods")["untold"] for words in row["words"])


def at_a_time_untold(parse: Parsed, draft: Draft) -> bool:
    """Whether the words around a fact tell its time by what the text leaves to its reader, and no year stands there."""
    first, end = draft.focus
    for hit in _times().find_in(parse.tokens, parse.lows, parse.words):
        near = first - hit.last <= _REACH if hit.last <= first else hit.first - end <= _REACH
        where = "front" if hit.last <= first else "behind"
        if near and hit.payload in ("both", where) and not _a_year_beside(parse, hit.first, hit.last):
            return True
    return _ever_since(parse, draft)


def _a_year_beside(parse: Parsed, first: int, last: int) -> bool:
    """`in that year, 2015`, `in 2014, … in that year`: a year of its own in the sentence."""
    return any(p.source == "explicit" and len(p.value) == _A_YEAR for p in parse.periods)


def _ever_since(parse: Parsed, draft: Draft) -> bool:
    """`Since NATO met in Wales, Spain has spent 1.9 percent`: of all the years since then."""
    if draft.measure != "share_of_gdp" or parse.lows[0] != "since":
        return False
    front = parse.lows[max(0, draft.focus[0] - 3) : draft.focus[0]]
    return front[-1:] == ["spent"] and not {"has", "have"}.isdisjoint(front)
