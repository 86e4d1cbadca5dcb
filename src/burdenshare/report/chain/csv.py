"""A chain as a long table: one row a step, name, quantity and period, the columns of its fan side by side."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO
from typing import TYPE_CHECKING, Any

from burdenshare.report.chain.telling import settled
from burdenshare.report.industry.csv import settled as plain
from burdenshare.report.road.shape import QUANTILES
from burdenshare.road.chain.result import Chain
from burdenshare.road.clock.met import MetCurve
from burdenshare.road.fans import Fan

if TYPE_CHECKING:
    import polars as pl

Row = dict[str, Any]

COLUMNS = ("step", "name", "quantity", "period", "unit", "central", "mean", *QUANTILES)
"""Columns in order. `step` is target, money, orders, deliveries, gap or clock; `period` a year or a month (`2031-06`);
`mean` and the quantiles are empty without draws, and of a chance or a share, which stand under `central`."""
PART = "part of one"
"""Unit of chances and shares."""


def rows(made: Chain) -> Iterator[Row]:
    """Every figure: shares asked, money, orders and deliveries, what is lacking, chances, the curves of the clock."""
    for ally, one in made.road.allies.items():
        yield from _fan("target", ally, "share", made.road.years, one.fans["share"])
        yield from _fan("target", ally, "extra", made.road.years, one.fans["extra"])
    if made.purse is not None:
        yield from _fan("money", "equipment", "money", made.purse.years, made.purse.equipment)
        if made.purse.out_of is not None:
            yield from _fan("money", "out of", "money", made.purse.years, made.purse.out_of)
    months = made.months.named()
    for each in made.deliveries:
        if each.run is not None:
            yield from _fan("orders", each.item, "ordered", months, each.run.fans["ordered"])
        yield from _fan("deliveries", each.item, "delivered", months, each.fan)
    for filling in made.fillings:
        if filling.lacking is not None:
            yield from _fan("gap", filling.gap.required.id, "lacking", months, settled(filling.lacking))
    for met in (*made.clock.requirements, *(() if made.together is None else (made.together,))):
        yield from _chances(met, made.clock.years)
    for curve in made.clock.curves:
        yield from _fan("clock", curve.feared.value, "stated", made.clock.years, Fan(PART, curve.share))


def _chances(one: MetCurve, years: Sequence[int]) -> Iterator[Row]:
    known = [(year, part) for year, part in zip(years, one.chance, strict=True) if part is not None]
    fan = Fan(PART, tuple(part for _, part in known))
    yield from _fan("gap", one.requirement, "chance", [year for year, _ in known], fan)


def _fan(step: str, name: str, quantity: str, periods: Sequence[int | str], fan: Fan) -> Iterator[Row]:
    drawn = fan.quantiles or [(None,) * len(QUANTILES)] * len(fan.central)
    means = fan.mean or (None,) * len(fan.central)
    for period, central, mean, ranks in zip(periods, fan.central, means, drawn, strict=True):
        values = [None if value is None else plain(value) for value in (central, mean, *ranks)]
        yield dict(zip(COLUMNS, (step, name, quantity, str(period), fan.unit, *values), strict=True))


def csv_text(made: Chain) -> str:
    """The table as CSV text."""
    stream = StringIO()
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows(made))
    return stream.getvalue()


def frame(made: Chain) -> pl.DataFrame:
    """The table as a polars frame; quantiles are null where there are none."""
    import polars as pl

    texts = ("step", "name", "quantity", "period", "unit")
    schema = {name: pl.String() if name in texts else pl.Float64() for name in COLUMNS}
    return pl.DataFrame(list(rows(made)), schema=schema, orient="row")
