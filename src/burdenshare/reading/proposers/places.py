"""Where quoted words stand in a text: quotation marks, dashes and blanks may differ, letters and figures may not."""

from __future__ import annotations

import re

from burdenshare.reading.folding import fold
from burdenshare.reading.model import Span
from burdenshare.reading.verifying import MOST_SPAN

_ALIKE = str.maketrans("“”‘’—", "\"\"''-")
"""Marks a model exchanges for those it can type; one for one, so that offsets stay."""

MOST_PLACES = 50
"""Occurrences looked at where the words stand in the text more than once."""


class Places:
    """One text, folded once, in which words are looked up."""

    def __init__(self, text: str) -> None:
        self.text = text
        self._folded = fold(text)
        self._alike = self._folded.text.translate(_ALIKE)

    def of(self, words: str, near: object = None) -> Span | None:
        """Where `words` stand: the first place, or the one nearest the offset `near`; None where they do not stand."""
        pieces = fold(words[: 2 * MOST_SPAN]).text.translate(_ALIKE).split()
        if not pieces:
            return None
        pattern = re.compile(r"\s+".join(map(re.escape, pieces)))
        found: list[Span] = []
        for match in pattern.finditer(self._alike):
            found.append(self._folded.given(*match.span()))
            if len(found) == MOST_PLACES:
                break
        if not isinstance(near, int) or isinstance(near, bool):
            return found[0] if found else None
        return min(found, key=lambda one: abs(one.start - near), default=None)
