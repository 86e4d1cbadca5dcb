"""One row a statement, with the documented columns and types."""

from __future__ import annotations

from dataclasses import replace

import polars as pl

from burdenshare.report.frame import SCHEMA, frame_of
from burdenshare.report.report import Report
from tests.samples import DAY, checked_document


def test_one_row_a_statement_in_text_order() -> None:
    frame = Report(checked_document()).to_polars()
    assert frame["id"].to_list() == ["s1", "s2", "s3", "s4"]
    assert frame["then"].to_list() == ["supported", "supported", None, "depends"]
    assert frame["now"].to_list() == ["contradicted", "supported", None, None]
    assert frame["published"].to_list() == [DAY] * 4


def test_open_ends_are_null_and_prices_are_sums() -> None:
    row = Report(checked_document()).to_polars().row(2, named=True)
    assert (row["low"], row["high"]) == (3.15, None)
    assert (row["price_low"], row["price_high"]) == (87.0e9, None)


def test_columns_are_the_documented_ones_even_without_rows() -> None:
    empty = frame_of([replace(checked_document(), checked=())])
    assert empty.schema == pl.Schema(SCHEMA)
    assert empty.schema == Report(checked_document()).to_polars().schema


def test_several_documents_stand_one_after_the_other() -> None:
    frame = frame_of([checked_document("one"), checked_document("two")])
    assert frame["document"].to_list() == ["one"] * 4 + ["two"] * 4
