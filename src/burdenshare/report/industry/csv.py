"""Items as a long table: one row an item, quantity and month, the columns of its fan side by side."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING, Any

from burdenshare.report.road.shape import QUANTILES
from burdenshare.road.industry.result import Industry

if TYPE_CHECKING:
    import polars as pl

Row = dict[str, Any]

SIGNIFICANT = 7
"""Digits of a figure: so many are kept of draws, and the months are not known better."""

COLUMNS = ("item", "month", "quantity", "unit", "central", "mean", *QUANTILES)
"""Columns in order; `mean` and the quantiles are empty without draws."""


def rows(made: Industry) -> Iterator[Row]:
    """Every figure month by month."""
    names = made.months.named()
    for item, one in made.items.items():
        for quantity, fan in one.fans.items():
            drawn = fan.quantiles or [(None,) * len(QUANTILES)] * len(fan.central)
            means = fan.mean or (None,) * len(fan.central)
            for month, central, mean, ranks in zip(names, fan.central, means, drawn, strict=True):
                values = [None if value is None else settled(value) for value in (central, mean, *ranks)]
                yield dict(zip(COLUMNS, (item, month, quantity, fan.unit, *values), strict=True))


def settled(value: float) -> float:
    """A value without the digits that arithmetic alone makes; what is less than a billionth of a thing is nothing."""
    return 0.0 if abs(value) < 1e-9 else float(f"{value:.{SIGNIFICANT}g}")


def csv_text(made: Industry) -> str:
    """The table as CSV text."""
    stream = StringIO()
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows(made))
    return stream.getvalue()


def frame(made: Industry) -> pl.DataFrame:
    """The table as a polars frame; quantiles are null without draws."""
    import polars as pl

    texts = ("item", "month", "quantity", "unit")
    schema = {name: pl.String() if name in texts else pl.Float64() for name in COLUMNS}
    return pl.DataFrame(list(rows(made)), schema=schema, orient="row")
