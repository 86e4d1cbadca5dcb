"""The gate in front of reading: a text without a single word of the subject holds no statement and is not read."""

from __future__ import annotations

import re
from collections.abc import Iterable

from burdenshare.reading.tables import load_table

_WORD = re.compile(r"[^\W\d_]+")
_TO_SPACES = str.maketrans({chr(code): " " for code in range(128) if not chr(code).isalpha()})
_AT_ONCE = 1 << 20
"""Characters split at once, so that a large text needs little memory beside itself."""


SHORT = 400
"""Characters up to which a text is always read: it may be a sentence out of its article, and costs next to nothing."""
_GUIDELINE = ("2%", "2 %")
"""The figure by itself: `the club of those at 2%`."""


def may_speak(text: str, anchors: frozenset[str]) -> bool:
    """Whether `text` holds one of `anchors`, without which nothing on allied defence is said. One pass, words only."""
    if any(figure in text for figure in _GUIDELINE):
        return True
    for start in range(0, len(text), _AT_ONCE):
        # the overlap keeps a word whole that the cut would part
        piece = text[max(0, start - 40) : start + _AT_ONCE].casefold()
        words = piece.translate(_TO_SPACES).split() if piece.isascii() else _WORD.findall(piece)
        if not anchors.isdisjoint(words):
            return True
    return False


def anchors_of(places: Iterable[str], people: Iterable[str]) -> frozenset[str]:
    """The words of the table, of the names of places, and the last names of people; common words left out."""
    rows = dict(load_table("gate"))
    common = frozenset(rows.pop("also_common_words")["words"])
    names = {
        word.casefold() for place in places for word in _WORD.findall(place) if len(word) > 2 and word[0].isupper()
    }
    names |= {words[-1] for name in people if (words := _WORD.findall(name.casefold())) and len(words[-1]) > 3}
    return frozenset(word for row in rows.values() for word in row["words"]) | frozenset(names - common)
