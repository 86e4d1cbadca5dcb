"""What is gathered while one text is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from burdenshare.reading.drafts import Draft
from burdenshare.reading.parse import Parsed
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.sentences import Sentence


@dataclass
class Sheet:
    """The growing result of one text; nobody but `read` holds it."""

    drafts: list[tuple[int, Draft]] = field(default_factory=list)
    reasons: list[tuple[int, Quantity, str]] = field(default_factory=list)
    foreign: list[Sentence] = field(default_factory=list)

    def withdraw(self, number: int, parse: Parsed, read: list[Draft], kept: list[Draft]) -> None:
        """Note the figures whose statement one rule gave and another took back, so that none is dropped silently; a
        figure within the words of a statement that is kept is told by it."""
        if len(kept) >= len(read) and all(one in kept for one in read):
            return
        for draft in read:
            first, end = draft.focus
            told = any(k.first <= first < k.last or (k.focus[0] < end and first < k.focus[1]) for k in kept)
            figure = next((q for q in parse.quantities if first <= q.core[0] < end), None)
            if not told and figure is not None:
                self.reasons.append((number, figure, WITHDRAWN))


WITHDRAWN = "not understood: one rule reads it, and other words of the sentence speak against that"
