"""Words, numbers and marks, with their offsets into the folded text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_SHORT = r"(?:ve|re|ll|d)\b"
"""Verbs that lean on the word in front: `they've` is two words, as `they have` is."""
_VERBS = {"'ve": "have", "'re": "are", "'ll": "will", "'d": "would"}
_KINDS = {
    "abbr": r"(?:[A-Za-z]\.){2,}",  # U.S.  p.m.  e.g.
    "number": r"(?:(?<![^\s(~$€£])\.)?\d+(?:[.,]\d+)*(?:[½¼¾]|(?:st|nd|rd|th)\b)?",  # 1,234.5  2nd  12  .99
    "word": rf"[^\W\d_]+(?:'(?!{_SHORT})[^\W\d_]+)*(?:'(?!{_SHORT}))?|'{_SHORT}",  # allies'  alliance's  they|'ve
    "mark": r"[^\s\w]|_",
}
_TOKEN = re.compile("|".join(f"(?P<{kind}>{form})" for kind, form in _KINDS.items()))
_SPACED = re.compile(rf"(\s*)({'|'.join(_KINDS.values())})")
"""A token with the space in front of it. Every character is space or of a token, so that the places add up."""


@dataclass(slots=True, eq=False)
class Token:
    """One token: `kind` is abbr, number, word or mark; `low` is its case-folded form without a possessive ending.

    Only to be read; not frozen, because a text makes hundreds of thousands of them and a frozen value takes four times
    as long to make. Slots and no tuple, because its fields are asked for a thousand times a sentence.
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
    add, at = found.append, start
    for gap, words in _SPACED.findall(text, start, len(text) if end is None else end):
        first = at + len(gap)
        at = first + len(words)
        low, kind, possessive, capital = _form(words)
        add(Token(first, at, words, low, kind, possessive, capital))
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
        else:
            low = _VERBS.get(low, low)
    return low, kind, possessive, words[0].isupper()
