"""Two scenarios side by side: what one costs more than the other, for each group and ally that both hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from burdenshare.errors import InputError
from burdenshare.record import Record
from burdenshare.report.article import held_record
from burdenshare.report.road.names import name_of
from burdenshare.report.road.prices import Figure, Price, price_of, target_year
from burdenshare.report.road.shape import FORMAT, figure_shape, shape
from burdenshare.road.result import Road

Json = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Pair:
    """The prices of two scenarios for one ally or group, in one year."""

    entity: str
    first: Price
    second: Price

    @property
    def extra(self) -> float:
        """How much more the second asks in the year, in dollars of the base year."""
        return self.second.extra.central - self.first.extra.central

    @property
    def total(self) -> float:
        """How much more the second adds up to."""
        return self.second.total.central - self.first.total.central

    @property
    def share(self) -> float:
        """How much higher a share of GDP the second leads to, in points."""
        return self.second.share.central - self.first.share.central

    @property
    def debt(self) -> float | None:
        """How much more debt the second adds, in points of GDP; None where a debt is not known."""
        if self.first.debt_added is None or self.second.debt_added is None:
            return None
        return self.second.debt_added.central - self.first.debt_added.central


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two roads of the same day, years and draws; `year` is the later of their target years."""

    first: Road
    second: Road
    year: int
    groups: tuple[Pair, ...]
    allies: tuple[Pair, ...]


def compared(first: Road, second: Road) -> Comparison:
    """Put two roads side by side. Raises InputError where they do not stand on the same day and years."""
    if (first.on, first.years) != (second.on, second.years):
        raise InputError("two roads of other days or years cannot be compared", remedy="compute both alike")
    year = max(target_year(first), target_year(second))

    def pairs(names: Sequence[str]) -> tuple[Pair, ...]:
        return tuple(Pair(one, price_of(first, one, year), price_of(second, one, year)) for one in names)

    groups = [one for one in first.groups if one in second.groups]
    allies = [one for one in first.allies if one in second.allies]
    return Comparison(first, second, year, pairs(groups), pairs(allies))


def comparison_shape(one: Comparison, *, record: Record | None = None) -> Json:
    """A comparison as JSON: both roads whole, and the differences, second less first."""
    held = held_record(record)
    return {
        "kind": "road comparison",
        "format": FORMAT,
        "year": one.year,
        "first": shape(one.first, record=held),
        "second": shape(one.second, record=held),
        "groups": [_pair(held, each) for each in one.groups],
        "allies": [_pair(held, each) for each in one.allies],
    }


def _pair(record: Record, one: Pair) -> Json:
    def both(first: Figure | None, second: Figure | None, difference: float | None) -> Json:
        return {
            "first": None if first is None else figure_shape(first),
            "second": None if second is None else figure_shape(second),
            "difference": difference,
        }

    first, second = one.first, one.second
    return {
        "id": one.entity,
        "name": name_of(record, one.entity),
        "share": both(first.share, second.share, one.share),
        "extra": both(first.extra, second.extra, one.extra),
        "total": both(first.total, second.total, one.total),
        "debt_added": both(first.debt_added, second.debt_added, one.debt),
    }
