"""The clock as a polars frame, for analysts: the long table of `csv`, typed."""

from __future__ import annotations

import polars as pl

from burdenshare.report.clock.csv import COLUMNS, rows
from burdenshare.road.clock.result import ReadinessClock

NUMBERS = ("share", "low", "high", "weight")
SCHEMA = {name: pl.Int64() if name == "year" else pl.Float64() if name in NUMBERS else pl.String() for name in COLUMNS}


def frame(made: ReadinessClock) -> pl.DataFrame:
    """One row a year of a curve, of a part, of a statement's span, of a requirement."""
    return pl.DataFrame(list(rows(made)), schema=SCHEMA, orient="row")
