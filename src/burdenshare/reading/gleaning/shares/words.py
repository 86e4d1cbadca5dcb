"""The phrases of the share table, found in one clause."""

from __future__ import annotations

from functools import lru_cache

from burdenshare.reading.parse import Parsed, once_here
from burdenshare.reading.tables import load_table
from burdenshare.reading.tries import Trie


@lru_cache(maxsize=1)
def _phrases() -> Trie[str]:
    return Trie((words, name) for name, row in load_table("glean_shares").items() for words in row["words"])


@lru_cache(maxsize=1)
def _single() -> dict[str, frozenset[str]]:
    return {name: frozenset(row["words"]) for name, row in load_table("glean_shares").items()}


def words_of(name: str) -> frozenset[str]:
    """The phrases of one list, for single words."""
    return _single()[name]


class Found(dict[str, list[tuple[int, int]]]):
    """Lists of the table with the token spans at which one of their phrases stands."""

    def any(self, name: str, first: int = 0, last: int = 1 << 30) -> bool:
        """Whether a phrase of the list lies within tokens `first`..`last`."""
        return any(first <= start and end <= last for start, end in self.get(name, ()))

    def last(self, name: str, first: int, last: int) -> tuple[int, int] | None:
        """The last phrase of the list within tokens `first`..`last`."""
        spans = [span for span in self.get(name, ()) if first <= span[0] and span[1] <= last]
        return spans[-1] if spans else None


@once_here
def phrases_in(parsed: Parsed) -> Found:
    """Every phrase of every list in a sentence; what is found is only to be read."""
    return Found(_phrases().spans(parsed.tokens, parsed.lows))
