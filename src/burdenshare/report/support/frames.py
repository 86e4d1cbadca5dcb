"""Support as a polars frame, for analysts: the long table of `csv`, typed."""

from __future__ import annotations

import polars as pl

from burdenshare.record import Record
from burdenshare.report.support.csv import columns, rows
from burdenshare.road.support.priced import PricedSupport
from burdenshare.road.support.standing import Standing

TEXTS = frozenset({"quantity", "entity", "name", "from", "to", "share_of", "release", "source", "unit"})
WHOLE = frozenset({"place", "place_by_share", "rows", "year"})


def frame(record: Record, standing: Standing | None, priced: PricedSupport | None) -> pl.DataFrame:
    """One row a row of the CSV; what is not known is null."""
    schema = {
        name: pl.String() if name in TEXTS else pl.Int64() if name in WHOLE else pl.Float64()
        for name in columns(priced)
    }
    return pl.DataFrame(list(rows(record, standing, priced)), schema=schema, orient="row")
