"""What a stand is about and which side it takes, by the words of the tables: nothing is invented where none stands."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import load_table
from burdenshare.reading.tokens import Token, tokenize
from burdenshare.reading.tries import Trie

GENERAL, ASIDES = "general", "asides"
STRONG, WEAK, PAIR = 3, 1, 4
ENOUGH = 2
"""Evidence below this (one weak word outside the stand itself) names no issue."""
NEGATED_WITHIN = 3
"""Tokens in front of a word of support within which a negation turns it round."""
STANCE_WITHIN = 4
"""Tokens in front of a stand within which the verb that brings it may stand (`ruled out that`)."""


@dataclass(frozen=True, slots=True)
class Side:
    """A word that takes a side: of one issue, or (`issue` general) of any."""

    issue: str
    direction: str


def issue_of(parsed: Parsed, first: int, last: int, before: Parsed | None = None) -> str:
    """The issue of the register that tokens `first`..`last` are about: by them and by the sentence around, else by the
    sentence `before`, which a floating quotation continues; or empty."""
    found = _strongest(parsed.tokens[first:last], parsed.tokens, ENOUGH)
    if found or before is None or parsed.sentence.block - before.sentence.block > 1:
        return found
    return _strongest(parsed.tokens[first:last], [*before.tokens, *parsed.tokens], STRONG)


def _strongest(own: list[Token], around: list[Token], enough: int) -> str:
    said, told = _evidence(own), _evidence(around)
    scores = {issue: said.get(issue, 0) + points for issue, points in told.items()}
    best = max(scores.values(), default=0)
    return next((issue for issue in _issues() if scores.get(issue) == best), "") if best >= enough else ""


def direction_of(parsed: Parsed, first: int, last: int, issue: str) -> str:
    """`for` or `against` where tokens `first`..`last`, or the verb in front of them, take a side; else empty."""
    tokens = parsed.tokens[first:last]
    brought = _brought(parsed, first)
    if brought == "against":
        return brought
    if _any(_opens(), tokens):
        return ""
    own = _sides(tokens, issue)
    if own:
        return own[-1]  # "if allies will not defend each other, that undermines …": the last one is the main clause's
    general = set(_sides(tokens, GENERAL))
    if len(general) == 1:
        return general.pop()
    return brought if not general else ""


def an_aside(parsed: Parsed, first: int, last: int) -> bool:
    """Whether the words are courtesy or housekeeping."""
    return _any(_asides(), parsed.tokens[first:last])


def _evidence(tokens: list[Token]) -> dict[str, int]:
    """Points for each issue: strong and weak words, and pairs of words that name it together."""
    found: dict[str, int] = {}
    halves: set[tuple[str, int]] = set()
    for i in _cues().starts(tokens):
        for _, payloads in _cues().every(tokens, i):
            for issue, points, half in payloads:
                found[issue] = found.get(issue, 0) + points
                if half >= 0:
                    halves.add((issue, half))
    for issue in {issue for issue, half in halves if (issue, 1 - half) in halves}:
        found[issue] = found.get(issue, 0) + PAIR
    return {issue: points for issue, points in found.items() if points}


def _sides(tokens: list[Token], issue: str) -> list[str]:
    """The sides that words of `issue` take, in text order; a negation in front, or right behind (`we will not`), turns
    one round."""
    trie = _side_words().get(issue)
    if trie is None:
        return []
    found = []
    for hit in trie.find(tokens):
        near = [*tokens[max(0, hit.first - NEGATED_WITHIN) : hit.first], *tokens[hit.last : hit.last + 1]]
        negated = any(t.low in _negations() for t in near)
        found.append(_turned(hit.payload) if negated else hit.payload)
    return found


def _turned(direction: str) -> str:
    return "against" if direction == "for" else "for"


def _brought(parsed: Parsed, first: int) -> str:
    """The side of the verb that brings the words: `ruled out that …`, `urged Washington to …`."""
    low = max([0, *(start for start in parsed.clause_starts if start <= first)])
    near = parsed.tokens[max(low, first - STANCE_WITHIN) : first + 2]
    sides = [hit.payload for hit in _stances().find(near)]
    return sides[-1] if sides else ""


def _any(trie: Trie[str], tokens: list[Token]) -> bool:
    return any(trie.longest(tokens, i) is not None for i in trie.starts(tokens))


def register() -> tuple[tuple[str, str, str], ...]:
    """Every issue: its id, what it means, and what it is to be for it."""
    table = load_table("issues")
    return tuple((issue, table[issue]["means"], table[issue]["for_means"]) for issue in _issues())


@lru_cache(maxsize=1)
def _issues() -> tuple[str, ...]:
    return tuple(name for name in load_table("issues") if name not in (GENERAL, ASIDES))


@lru_cache(maxsize=1)
def _cues() -> Trie[tuple[str, int, int]]:
    """Words of every issue with their points, and of pairs the half they are (else -1)."""
    rows: list[tuple[str, tuple[str, int, int]]] = []
    for issue in _issues():
        row = load_table("issues")[issue]
        rows += [(words, (issue, STRONG, -1)) for words in row.get("strong", ())]
        rows += [(words, (issue, WEAK, -1)) for words in row.get("weak", ())]
        rows += [(words, (issue, 0, half)) for half, both in enumerate(row.get("both", ())) for words in both]
    return Trie(rows)


@lru_cache(maxsize=1)
def _side_words() -> dict[str, Trie[str]]:
    table = load_table("issues")
    return {
        name: Trie((words, side) for side in ("for", "against") for words in table[name][side])
        for name in (*_issues(), GENERAL)
    }


@lru_cache(maxsize=1)
def _stances() -> Trie[str]:
    row = load_table("issues")[GENERAL]
    return Trie((words, side) for side in ("for", "against") for words in row[f"stance_{side}"])


@lru_cache(maxsize=1)
def _opens() -> Trie[str]:
    return Trie((words, "") for words in load_table("issues")[GENERAL]["open"])


@lru_cache(maxsize=1)
def _asides() -> Trie[str]:
    return Trie((words, "") for words in load_table("issues")[ASIDES]["words"])


@lru_cache(maxsize=1)
def _negations() -> frozenset[str]:
    return frozenset(load_table("issues")[GENERAL]["negations"])


def names_issue(text: str, issue: str) -> bool:
    """Whether words alone, without the sentences around, name the issue: by a strong word or a pair of them."""
    return _evidence(tokenize(text)).get(issue, 0) >= STRONG


def takes_sides_plainly(text: str, issue: str) -> str:
    """The side that words take by a verb of rejection or support or by a word of the issue itself; empty where only a
    "must" stands there, where they take both sides, or beside a "not", which may be said of something else."""
    tokens = tokenize(text)
    own = _side_words().get(issue)
    hits = [*(own.find(tokens) if own is not None else ()), *_stances().find(tokens)]
    if any(token.low in _negations() for hit in hits for token in tokens[max(0, hit.first - PLAIN_WITHIN) : hit.first]):
        return ""
    sides = {hit.payload for hit in hits}
    return sides.pop() if len(sides) == 1 else ""


PLAIN_WITHIN = 6
"""Tokens in front of a word of a side within which a negation makes it no plain one."""
