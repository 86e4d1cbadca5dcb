"""Years behind a promise that are of something else: of a review to come, or of what another ally does meanwhile."""

from __future__ import annotations

from burdenshare.reading.parse import Parsed
from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.quantities import Quantity

_REVIEWS = frozenset(
    {"review", "reviewed", "evaluation", "evaluated", "assessment", "assessed", "stocktake", "revisited"}
)
_TURNS = frozenset({"while", "whereas"})


def of_another_matter(parsed: Parsed, mention: PeriodMention, quantity: Quantity) -> bool:
    """`agreed on 2 %, with an evaluation scheduled for 2029`, `vowed 5 % while Italy proposed an extension to 2035`."""
    end = quantity.core[1]
    between = parsed.lows[end : mention.first]
    if not _REVIEWS.isdisjoint(between):
        return True
    turn = next((end + i for i, low in enumerate(between) if low in _TURNS), None)
    return turn is not None and any(turn < s.first < mention.first for s in parsed.subjects)
