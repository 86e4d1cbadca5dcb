"""What is gathered while one text is read."""

from __future__ import annotations

from dataclasses import dataclass, field

from burdenshare.reading.drafts import Draft
from burdenshare.reading.quantities import Quantity
from burdenshare.reading.sentences import Sentence


@dataclass
class Sheet:
    """The growing result of one text; nobody but `read` holds it."""

    drafts: list[tuple[int, Draft]] = field(default_factory=list)
    reasons: list[tuple[int, Quantity, str]] = field(default_factory=list)
    foreign: list[Sentence] = field(default_factory=list)
