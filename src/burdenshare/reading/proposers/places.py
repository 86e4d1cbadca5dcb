"""Where quoted words stand in a text: quotation marks, dashes and blanks may differ, letters and figures may not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from burdenshare.reading.folding import fold
from burdenshare.reading.model import Span
from burdenshare.reading.verifying import MOST_SPAN

MOST_PLACES = 50
"""Occurrences looked at where the words stand in the text more than once."""

_ALIKE = str.maketrans("“”‘’—", "\"\"''-")
"""Marks a model exchanges for those it can type; one for one, so that offsets stay."""


class Places:
    """One text in which words are looked up. It is folded once, with one blank for every run of them, so that a search
    is a plain search for a string: neither the text nor the words can make it slow."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded = fold(text)
        marked = self._folded.text.translate(_ALIKE)
        pieces = list(re.finditer(r"\S+", marked))
        self._line = " ".join(one[0] for one in pieces)
        self._offsets = [at for one in pieces for at in range(one.start(), one.end() + 1)]

    def of(self, words: str, near: object = None) -> Span | None:
        """Where `words` stand: the first place, or the one nearest the offset `near`; None where they do not stand."""
        found = list(self._all(" ".join(fold(words[: 2 * MOST_SPAN]).text.translate(_ALIKE).split())))
        if not isinstance(near, int) or isinstance(near, bool):
            return found[0] if found else None
        return min(found, key=lambda one: abs(one.start - near), default=None)

    def _all(self, words: str) -> Iterator[Span]:
        at = -1
        for _ in range(MOST_PLACES if words else 0):
            at = self._line.find(words, at + 1)
            if at < 0:
                return
            yield self._folded.given(self._offsets[at], self._offsets[at + len(words) - 1] + 1)
