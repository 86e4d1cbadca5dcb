"""A back-test as a table: one row a forecast."""

from __future__ import annotations

import polars as pl

from burdenshare.road.backtest import Backtest

COLUMNS = {
    "model": pl.String,
    "origin": pl.String,
    "ally": pl.String,
    "year": pl.Int64,
    "horizon": pl.Int64,
    "definition": pl.String,
    "truth": pl.Float64,
    "truth_release": pl.String,
    "low": pl.Float64,
    "median": pl.Float64,
    "high": pl.Float64,
    "crps": pl.Float64,
    "within_50": pl.Boolean,
    "within_80": pl.Boolean,
    "within_95": pl.Boolean,
}


def frame_of(found: Backtest) -> pl.DataFrame:
    """Every forecast with its truth; `low` to `high` hold 80 % of the draws, in per cent of GDP."""
    rows = [
        (
            *(one.model.value, one.origin, one.ally, one.year, one.horizon, one.definition, one.truth),
            *(one.truth_release, one.low, one.median, one.high, one.crps, *one.within),
        )
        for one in found.cells
    ]
    return pl.DataFrame(rows, schema=COLUMNS, orient="row")
