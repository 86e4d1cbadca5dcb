"""The word lists of places, accessions and happenings, built once."""

from __future__ import annotations

from functools import cache
from typing import Any

from burdenshare.reading.mentions import SubjectMention
from burdenshare.reading.parse import Parsed
from burdenshare.reading.tables import load_table
from burdenshare.reading.tokens import Token
from burdenshare.reading.tries import Hit, Trie

TABLE = "glean_places"


def row(name: str) -> dict[str, Any]:
    """One row of the table."""
    held: dict[str, Any] = load_table(TABLE)[name]
    return held


@cache
def words(name: str) -> frozenset[str]:
    """The single words of a row."""
    return frozenset(row(name)["words"])


@cache
def trie(*names: str) -> Trie[str]:
    """The phrases of rows, with the row each belongs to."""
    return Trie((phrase, name) for name in names for phrase in row(name)["words"])


def hits(parsed: Parsed, *names: str) -> list[Hit[str]]:
    """The longest phrases of the rows in a sentence, left to right."""
    return trie(*names).find_in(parsed.tokens, parsed.lows, parsed.words)


def holds(parsed: Parsed, name: str, first: int = 0, last: int | None = None) -> bool:
    """Whether a phrase of the row stands in tokens `first`..`last`."""
    phrases = trie(name)
    if not phrases.may_stand(parsed.words):
        return False
    tokens = parsed.tokens[first : len(parsed.tokens) if last is None else last]
    return any(phrases.longest(tokens, i) is not None for i in phrases.starts(tokens))


def ordinal_at(tokens: list[Token], i: int) -> int | None:
    """The place an ordinal names: `sixth`, `20th`, or of `twenty-first` its two words with the dash."""
    token = tokens[i]
    if token.kind == "number" and token.text[-2:] in ("st", "nd", "rd", "th") and token.text[:-2].isdecimal():
        return int(token.text[:-2])
    held = row("ordinals").get(token.low)
    return held if isinstance(held, int) else None


def joined_list(parsed: Parsed, last: SubjectMention, allies: frozenset[str]) -> tuple[list[SubjectMention], int]:
    """`Poland, Estonia and Greece`: the allies of a list that ends with `last`, and where it starts."""
    found, first = [last], last.first
    for other in reversed([s for s in parsed.subjects if s.last <= last.first]):
        gap = [t.low for t in parsed.tokens[other.last : first] if t.low != "the"]
        if gap not in ([","], ["and"], [",", "and"]) or other.entity not in allies:
            break
        found.insert(0, other)
        first = other.first
    return found, first
