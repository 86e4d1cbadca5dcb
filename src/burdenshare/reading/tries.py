"""Phrases over tokens: a word trie that finds every phrase of many tables in one pass."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Generic, TypeVar

from burdenshare.reading.tokens import Token, tokenize

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A phrase found at tokens `first`..`last` (exclusive) with its payload."""

    first: int
    last: int
    payload: T


class Trie(Generic[T]):
    """Phrases by their case-folded tokens; built once, then read-only."""

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._root: dict[str, dict] = {}  # type: ignore[type-arg]
        self._payloads: dict[int, list[T]] = {}
        for phrase, payload in phrases:
            node = self._root
            for token in tokenize(phrase):
                node = node.setdefault(token.low, {})
            self._payloads.setdefault(id(node), []).append(payload)

    def longest(self, tokens: list[Token], i: int) -> tuple[int, list[T]] | None:
        """(end, payloads) of the longest phrase that starts at token `i`."""
        node = self._root
        best: tuple[int, list[T]] | None = None
        for at in range(i, len(tokens)):
            following = node.get(tokens[at].low)
            if following is None:
                break
            node = following
            payloads = self._payloads.get(id(node))
            if payloads:
                best = (at + 1, payloads)
        return best

    def every(self, tokens: list[Token], i: int) -> Iterator[tuple[int, list[T]]]:
        """(end, payloads) of every phrase that starts at token `i`, shortest first."""
        node = self._root
        for at in range(i, len(tokens)):
            following = node.get(tokens[at].low)
            if following is None:
                return
            node = following
            payloads = self._payloads.get(id(node))
            if payloads:
                yield at + 1, payloads

    def find(self, tokens: list[Token]) -> list[Hit[T]]:
        """Longest phrases from left to right, not overlapping; a phrase with several payloads gives several hits."""
        hits: list[Hit[T]] = []
        i = 0
        while i < len(tokens):
            best = self.longest(tokens, i)
            if best is None:
                i += 1
                continue
            hits.extend(Hit(i, best[0], payload) for payload in best[1])
            i = best[0]
        return hits
