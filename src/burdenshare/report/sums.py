"""The sums inside a text as people are shown them: what does not work out comes first."""

from __future__ import annotations

from collections.abc import Sequence

from burdenshare.checking.arithmetic import Arithmetic
from burdenshare.checking.model import Verdict

TITLE = "sums inside the text"
_ORDER = (Verdict.CONTRADICTED, Verdict.CLOSE, Verdict.SUPPORTED)


def ordered(found: Sequence[Arithmetic]) -> list[Arithmetic]:
    """Contradicted ones first, then those that rounding may explain, then those that work out; else in text order."""
    return sorted(found, key=lambda one: _ORDER.index(one.verdict))
