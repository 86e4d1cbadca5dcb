"""Phrases over tokens: a word trie that finds every phrase of many tables in one pass."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from burdenshare.reading.tokens import Token, tokenize

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A phrase found at tokens `first`..`last` (exclusive) with its payload."""

    first: int
    last: int
    payload: T


class Trie(Generic[T]):
    """Phrases by their case-folded tokens; built once, then read-only.

    A node is (payloads of the phrase that ends here, nodes of the words that go on): most phrases are one word, and one
    look-up tells so.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._root: dict[str, tuple[list[T], dict[str, Any]]] = {}
        for phrase, payload in phrases:
            node: tuple[list[T], dict[str, Any]] = ([], self._root)
            for token in tokenize(phrase):
                node = node[1].setdefault(token.low, ([], {}))
            node[0].append(payload)
        self._first = frozenset(self._root)

    def longest(self, tokens: list[Token], i: int) -> tuple[int, list[T]] | None:
        """(end, payloads) of the longest phrase that starts at token `i`."""
        best: tuple[int, list[T]] | None = None
        more, end = self._root, len(tokens)
        while more and i < end:
            node = more.get(tokens[i].low)
            if node is None:
                break
            payloads, more = node
            i += 1
            if payloads:
                best = (i, payloads)
        return best

    def every(self, tokens: list[Token], i: int) -> list[tuple[int, list[T]]]:
        """(end, payloads) of every phrase that starts at token `i`, shortest first."""
        node = self._root.get(tokens[i].low)
        if node is None:
            return _NONE
        payloads, more = node
        i += 1
        found = [(i, payloads)] if payloads else []
        end = len(tokens)
        while more and i < end:
            node = more.get(tokens[i].low)
            if node is None:
                break
            payloads, more = node
            i += 1
            if payloads:
                found.append((i, payloads))
        return found

    def spans(self, tokens: list[Token], lows: list[str]) -> dict[T, list[tuple[int, int]]]:
        """By payload: where its phrases stand in a sentence with these words; overlapping phrases all count."""
        found: dict[T, list[tuple[int, int]]] = {}
        for i in self.begins(lows):
            for end, payloads in self.every(tokens, i):
                for payload in payloads:
                    found.setdefault(payload, []).append((i, end))
        return found

    def openers(self) -> frozenset[str]:
        """The first words of all phrases."""
        return self._first

    def starts(self, tokens: list[Token]) -> list[int]:
        """The tokens at which some phrase may start."""
        root = self._root
        return [i for i, token in enumerate(tokens) if token.low in root]

    def find_in(self, tokens: list[Token], lows: list[str], words: frozenset[str]) -> list[Hit[T]]:
        """What `find` finds in a sentence whose words are at hand: in most sentences no phrase of a table starts."""
        return _NONE if self._first.isdisjoint(words) else self._from(tokens, self.begins(lows))

    def begins(self, lows: list[str]) -> list[int]:
        """The places of a sentence's words at which some phrase may start; most tables share no word with it."""
        root = self._root
        if self._first.isdisjoint(lows):
            return _NONE
        return [i for i, low in enumerate(lows) if low in root]

    def starts_within(self, lows: list[str], first: int, last: int) -> list[int]:
        """The places in `first`..`last` of a sentence's words at which some phrase may start."""
        root = self._root
        if self._first.isdisjoint(lows):
            return _NONE
        return [i for i in range(first, last) if lows[i] in root]

    def may_start(self, words: frozenset[str]) -> bool:
        """Whether the first word of some phrase is among `words`."""
        return not self._first.isdisjoint(words)

    def find(self, tokens: list[Token]) -> list[Hit[T]]:
        """Longest phrases from left to right, not overlapping; a phrase with several payloads gives several hits."""
        return self._from(tokens, self.starts(tokens))

    def _from(self, tokens: list[Token], starts: list[int]) -> list[Hit[T]]:
        hits: list[Hit[T]] = []
        end = 0
        for i in starts:
            if i < end:
                continue
            best = self.longest(tokens, i)
            if best is not None:
                hits.extend(Hit(i, best[0], payload) for payload in best[1])
                end = best[0]
        return hits


_NONE: list[Any] = []
"""The shared empty answer of `every`; nobody writes to it."""
