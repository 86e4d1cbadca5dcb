"""A road as a table: CSV and polars hold the same, with every figure of the fans."""

from __future__ import annotations

import csv
import io

import polars as pl
import pytest

from burdenshare.report.road.csv import COLUMNS, csv_text, rows
from burdenshare.report.road.frames import SCHEMA, frame
from burdenshare.road.result import Road


def test_every_figure_of_the_fans_is_a_row(hague: Road) -> None:
    found = list(rows(hague))
    fans = [*(one.fans for one in hague.groups.values()), *(one.fans for one in hague.allies.values())]
    expected = sum(len(fan.central) for held in fans for fan in held.values())
    extra = [one for one in found if one["quantity"] in ("pooled", "per_head", "equipment", "burden")]
    assert len(found) - len(extra) == expected
    (row,) = [one for one in found if (one["entity"], one["year"], one["quantity"]) == ("DEU", 2035, "extra")]
    fan = hague.allies["DEU"].fans["extra"]
    assert row["central"] == fan.central[-1]
    assert (row["p10"], row["p90"]) == fan.interval(80, -1)
    assert row["unit"] == "USD of 2025"


def test_csv_and_frame_hold_the_same(two: Road) -> None:
    read = list(csv.DictReader(io.StringIO(csv_text(two))))
    table = frame(two)
    assert tuple(read[0]) == tuple(table.columns) == COLUMNS
    assert table.schema == pl.Schema(SCHEMA)
    assert len(read) == len(table)
    assert [float(one["central"]) for one in read] == pytest.approx(table["central"].to_list())
    assert table["p50"].null_count() == len(table)


def test_burden_shares_of_each_year_make_a_whole(hague: Road) -> None:
    whole = frame(hague).filter(pl.col("quantity") == "burden").group_by("year").agg(pl.col("central").sum())
    assert whole["central"].to_list() == pytest.approx([100.0] * len(hague.years))
