"""Where a time stands beside its figure: within it, how far from it, and how fine."""

from __future__ import annotations

from burdenshare.reading.period_model import PeriodMention
from burdenshare.reading.quantities import Quantity


def coarse(mention: PeriodMention) -> bool:
    """A weekday or a bare month says when something was said, not the year of a statistic."""
    return not (mention.source == "relative" and (len(mention.value) in (7, 10) or mention.value.startswith("--")))


def inside(mention: PeriodMention, quantity: Quantity) -> bool:
    return mention.first < quantity.core[1] and quantity.core[0] < mention.last


def distance(mention: PeriodMention, quantity: Quantity) -> tuple[int, int]:
    if mention.first >= quantity.core[1]:
        return (mention.first - quantity.core[1], 0)
    return (quantity.core[0] - mention.last + 3, 1)
