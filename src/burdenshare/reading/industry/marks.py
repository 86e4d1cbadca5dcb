"""The words of `tables/industry.toml` in one sentence, each found once: makers, items, verbs, rates."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from burdenshare.reading.parse import Parsed, once_here
from burdenshare.reading.tables import load_table
from burdenshare.reading.tries import Hit, Trie

Spans = Mapping[str, list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Marks:
    """Makers and items as they stand (longest first, none over another), verbs by their class, rates by their unit."""

    makers: list[Hit[str]]
    items: list[Hit[str]]
    verbs: Spans
    rates: Spans

    def inside(self, first: int, last: int) -> set[str]:
        """The classes of verbs that stand inside tokens `first`..`last`."""
        return {
            name for name, spans in self.verbs.items() if any(first <= start and end <= last for start, end in spans)
        }

    def in_a_name(self, first: int, last: int) -> bool:
        """Whether a number is part of the name of a thing: the 35 of `F-35`."""
        return any(hit.first <= first and last <= hit.last for hit in self.items)


def table() -> dict[str, Any]:
    """The words of the arms industry."""
    return load_table("industry")


@cache
def words_of(name: str) -> frozenset[str]:
    """The words of one plain list."""
    return frozenset(table()[name]["words"])


@cache
def _trie(name: str) -> Trie[str]:
    return Trie((words, key) for key, row in table()[name].items() for words in row["words"])


def firms_in(parsed: Parsed) -> frozenset[str]:
    """The makers that a sentence names."""
    if not _trie("maker").may_stand(parsed.words):
        return frozenset()
    hits = _trie("maker").find_in(parsed.tokens, parsed.lows, parsed.words)
    return frozenset(hit.payload for hit in hits if parsed.tokens[hit.first].capital)


@once_here
def marks_in(parsed: Parsed) -> Marks | None:
    """The marks of a sentence; None where it names no item of the industry, which is so of nearly all."""
    if not _trie("item").may_stand(parsed.words):
        return None
    items = _trie("item").find_in(parsed.tokens, parsed.lows, parsed.words)
    if not items:
        return None
    makers = [
        hit
        for hit in _trie("maker").find_in(parsed.tokens, parsed.lows, parsed.words)
        if parsed.tokens[hit.first].capital
    ]
    return Marks(
        makers,
        items,
        _trie("verb").spans(parsed.tokens, parsed.lows),
        _rates(parsed),
    )


def _rates(parsed: Parsed) -> Spans:
    """Rates by their unit; `capacity had reached a million a month earlier` tells a time, and no rate."""
    found = _trie("rate").spans(parsed.tokens, parsed.lows)
    if _COUNTED.isdisjoint(parsed.words):
        return found
    return {
        name: [(a, b) for a, b in spans if _COUNTED.isdisjoint(parsed.lows[b : b + 1])] for name, spans in found.items()
    }


_COUNTED = frozenset({"earlier", "before", "ago", "later", "previously"})
