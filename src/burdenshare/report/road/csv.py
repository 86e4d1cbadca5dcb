"""A road as a long table: one row an entity, quantity and year, the columns of its fan side by side."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO
from typing import Any

from burdenshare.report.road.prices import settled
from burdenshare.report.road.shape import QUANTILES
from burdenshare.road.fans import Fan
from burdenshare.road.result import Road

Row = dict[str, Any]

COLUMNS = ("entity", "year", "quantity", "unit", "central", "mean", *QUANTILES)
"""Columns in order; `mean` and the quantiles are empty without draws."""

BURDEN = "burden"
"""The quantity that tells which part of all allies' spending an ally or group carries."""


def rows(road: Road) -> Iterator[Row]:
    """Every figure of the road: groups, then allies, then burden shares."""
    constant = f"USD of {road.base}"
    for group in road.groups.values():
        yield from _fans(group.group, group.fans, road.years)
        if group.pooled is not None:
            yield from _plain(group.group, "pooled", constant, group.pooled, road.years)
    for ally in road.allies.values():
        yield from _fans(ally.ally, ally.fans, road.years)
        for quantity, values in (("per_head", ally.per_head), ("equipment", ally.equipment)):
            if values is not None:
                yield from _plain(ally.ally, quantity, constant, values, road.years)
    yield from (row for part, fan in road.burden.items() for row in _fan(part, BURDEN, fan, road.years))


def csv_text(road: Road) -> str:
    """The table as CSV text."""
    stream = StringIO()
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows(road))
    return stream.getvalue()


def _fans(entity: str, fans: Mapping[str, Fan], years: Sequence[int]) -> Iterator[Row]:
    for quantity, fan in fans.items():
        yield from _fan(entity, quantity, fan, years)


def _fan(entity: str, quantity: str, fan: Fan, years: Sequence[int]) -> Iterator[Row]:
    drawn = fan.quantiles or [(None,) * len(QUANTILES)] * len(fan.central)
    means = fan.mean or (None,) * len(fan.central)
    for year, central, mean, ranks in zip(years[-len(fan.central) :], fan.central, means, drawn, strict=True):
        values = (central, mean, *ranks)
        told = [None if one is None else settled(one, fan.unit) for one in values]
        yield dict(zip(COLUMNS, (entity, year, quantity, fan.unit, *told), strict=True))


def _plain(entity: str, quantity: str, unit: str, values: Sequence[float], years: Sequence[int]) -> Iterator[Row]:
    yield from _fan(entity, quantity, Fan(unit, tuple(values)), years)
