"""Phrases over tokens: a word trie that finds every phrase of many tables in one pass."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from typing import Any, Generic, TypeVar

from burdenshare.quick import quick
from burdenshare.reading.tables import load_table
from burdenshare.reading.tokens import Token, tokenize

T = TypeVar("T")


@quick
@dataclass(frozen=True, slots=True)
class Hit(Generic[T]):
    """A phrase found at tokens `first`..`last` (exclusive) with its payload."""

    first: int
    last: int
    payload: T


class Trie(Generic[T]):
    """Phrases by their case-folded tokens; built once, then read-only.

    A node is (payloads of the phrase that ends here, nodes of the words that go on): most phrases are one word, and one
    look-up tells so. A sentence is not searched for the first words of phrases, which are often `the` or `in`, but for
    the rarest word of each: a phrase stands nowhere without it, and its place tells where the phrase would start.
    """

    def __init__(self, phrases: Iterable[tuple[str, T]]) -> None:
        self._root: dict[str, tuple[list[T], dict[str, Any]]] = {}
        words_of: dict[tuple[str, ...], None] = {}
        for phrase, payload in phrases:
            node: tuple[list[T], dict[str, Any]] = ([], self._root)
            words = tuple(token.low for token in tokenize(phrase))
            for word in words:
                node = node[1].setdefault(word, ([], {}))
            node[0].append(payload)
            words_of[words] = None
        self._first = frozenset(self._root)
        rarest = _rarest(words_of)
        if any(_common(word) for word in rarest):
            rarest = dict.fromkeys(self._root, (0,))  # every sentence holds some phrase: the first words do as well
        self.rarest = rarest
        self._rare = frozenset(rarest)
        self._leading = all(backs == (0,) for backs in rarest.values())

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
        return self.begins([token.low for token in tokens])

    def find_in(self, tokens: list[Token], lows: list[str], words: frozenset[str]) -> list[Hit[T]]:
        """What `find` finds in a sentence whose words are at hand: most sentences hold no phrase of a table."""
        return _NONE if self._rare.isdisjoint(words) else self._from(tokens, self.begins(lows))

    def begins(self, lows: list[str]) -> list[int]:
        """The places of a sentence's words at which a phrase may start, in order; wherever one does is among them."""
        if self._rare.isdisjoint(lows):
            return _NONE
        rarest = self.rarest
        if self._leading:
            return [i for i, low in enumerate(lows) if low in rarest]
        root, found = self._root, []
        for word in self._rare.intersection(lows):  # seldom more than one
            at = -1
            for _ in range(lows.count(word)):
                at = lows.index(word, at + 1)
                found += [at - back for back in rarest[word] if back <= at and lows[at - back] in root]
        return sorted({*found}) if len(found) > 1 else found

    def starts_within(self, lows: list[str], first: int, last: int) -> list[int]:
        """The places in `first`..`last` of a sentence's words at which some phrase may start, wherever it ends."""
        return [i for i in self.begins(lows) if first <= i < last]

    def may_stand(self, words: frozenset[str]) -> bool:
        """Whether the rarest word of some phrase is among `words`."""
        return not self._rare.isdisjoint(words)

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


@cache
def _small_words() -> frozenset[str]:
    return frozenset(load_table("languages")["english"]["words"])


def _rarest(phrases: Iterable[tuple[str, ...]]) -> dict[str, tuple[int, ...]]:
    """By word: how far behind the start of a phrase it stands whose rarest word it is. Small words of English and marks
    count as common, then words of many phrases of the table; of several the longest."""
    held = Counter(word for words in phrases for word in set(words))
    found: dict[str, set[int]] = {}
    for words in phrases:
        if words:
            at = min(range(len(words)), key=lambda i: (_common(words[i]), held[words[i]], -len(words[i]), i))
            found.setdefault(words[at], set()).add(at)
    return {word: tuple(sorted(backs)) for word, backs in found.items()}


_SHORTEST = 3
"""Letters of a word that may be rare; shorter ones and marks stand in every sentence."""


def _common(word: str) -> bool:
    return len(word) < _SHORTEST or word in _small_words()
