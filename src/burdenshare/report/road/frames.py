"""A road as a polars frame, for analysts: the long table of `csv`, typed."""

from __future__ import annotations

import polars as pl

from burdenshare.report.road.csv import COLUMNS, rows
from burdenshare.road.result import Road

TEXTS = ("entity", "quantity", "unit")
SCHEMA = {name: pl.String() if name in TEXTS else pl.Int64() if name == "year" else pl.Float64() for name in COLUMNS}


def frame(road: Road) -> pl.DataFrame:
    """One row an entity, quantity and year; quantiles are null without draws."""
    return pl.DataFrame(list(rows(road)), schema=SCHEMA, orient="row")
