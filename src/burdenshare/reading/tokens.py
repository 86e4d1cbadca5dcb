"""Words, numbers and marks, with their offsets into the folded text."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

_TOKEN = re.compile(
    r"""
    (?P<abbr>(?:[A-Za-z]\.){2,})                                  # U.S.  p.m.  e.g.
  | (?P<number>\d+(?:[.,]\d+)*(?:[½¼¾]|(?:st|nd|rd|th)\b)?)       # 1,234.5  2nd  12
  | (?P<word>[^\W\d_]+(?:'[^\W\d_]+)*'?)                          # allies'  alliance's
  | (?P<mark>[^\s\w]|_)
    """,
    re.VERBOSE,
)


class Token(NamedTuple):
    """One token: `kind` is abbr, number, word or mark; `low` is its case-folded form without a possessive ending.

    A tuple and no dataclass, because a text makes hundreds of thousands of them.
    """

    start: int
    end: int
    text: str
    low: str
    kind: str
    possessive: bool = False
    capital: bool = False  # whether it starts with a capital letter


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """All tokens of `text[start:end]`; a possessive `'s` or `s'` is stripped from `low` and flagged."""
    found: list[Token] = []
    add, new = found.append, tuple.__new__
    for match in _TOKEN.finditer(text, start, len(text) if end is None else end):
        words = match.group()
        first, last = match.span()
        add(new(Token, (first, last, words, *_form(words))))
    return found


@lru_cache(maxsize=1 << 15)
def _form(words: str) -> tuple[str, str, bool, bool]:
    """(`low`, `kind`, `possessive`, `capital`) of a token, which its own letters decide: most words come again."""
    match = _TOKEN.match(words)
    kind = match.lastgroup or "mark" if match is not None else "mark"
    low = words.casefold()
    possessive = False
    if kind == "word":
        if low.endswith("'s"):
            low, possessive = low[:-2], True
        elif low.endswith("'"):
            low, possessive = low[:-1], True
    return low, kind, possessive, words[0].isupper()
