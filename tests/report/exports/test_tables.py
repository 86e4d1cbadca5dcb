"""CSV and Parquet: columns that polars reads as they are, words that no spreadsheet takes for a formula."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import polars as pl
import pytest

import burdenshare as bs
from burdenshare.report.exports.tables import EXPORTED, csv_of, parquet_of
from burdenshare.report.frame import SCHEMA, frame_of
from burdenshare.report.report import Report
from tests.samples import checked_document, count

REPORTS = [Report(checked_document()), Report(checked_document("two"))]


def test_parquet_holds_the_documented_columns_of_the_frame() -> None:
    frame = pl.read_parquet(BytesIO(parquet_of(REPORTS)))
    assert dict(frame.schema) == {name: kind for name, (kind, _) in EXPORTED.items()}
    assert frame.select(SCHEMA.keys()).equals(frame_of([one.checked for one in REPORTS]))
    assert frame["report"].to_list() == [1] * 4 + [2] * 4
    assert frame["number"].to_list() == [1, 2, 3, 4] * 2
    assert frame["then_why"][0] == "the record counts 23"


def test_csv_is_read_by_polars_with_the_same_values() -> None:
    data = csv_of(REPORTS)
    assert data.startswith(b"report,number,")
    frame = pl.read_csv(BytesIO(data), try_parse_dates=True)
    assert frame["then"].to_list() == ["supported", "supported", None, "depends"] * 2
    assert frame["low"].to_list()[3] == 484.5e9
    assert frame["published"].to_list() == [one.checked.document.published for one in REPORTS for _ in range(4)]
    assert frame["subject"].to_list()[:2] == ["NATO", "NATO"]


@pytest.mark.parametrize("words", ["=HYPERLINK(1)", "+1", "-1", "@x"])
def test_words_of_an_article_are_no_formula(words: str, tmp_path: Path) -> None:
    entry = replace(count(), statement=replace(count().statement, text=words))
    report = Report(replace(checked_document(), checked=(entry,)))
    frame = pl.read_csv(BytesIO(csv_of([report])), infer_schema=False)
    assert frame["text"].to_list() == [f"'{words}"]
    bs.export(report, tmp_path / "t.csv", "csv")
    assert bs.load_report(tmp_path / "t.csv").checked.checked[0].statement.text == words


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_rows_may_be_sorted_anew_and_missing_ones_are_noticed(form: str, tmp_path: Path) -> None:
    path = tmp_path / f"t.{form}"
    bs.export(REPORTS, path, form)
    frame = pl.read_csv(path) if form == "csv" else pl.read_parquet(path)

    def kept(rows: pl.DataFrame) -> None:
        path.write_bytes(b"")
        if form == "csv":
            rows.write_csv(path)
        else:
            rows.write_parquet(path)

    kept(frame.sort("text", descending=True))
    assert [one.to_dict() for one in bs.load_reports(path)] == [one.to_dict() for one in REPORTS]
    kept(frame.filter(pl.col("number") != 3))
    with pytest.raises(bs.ReportError, match="holds 3 of the 4 statements of report 1"):
        bs.load_reports(path)
    kept(frame.filter(pl.col("number") != 1))
    with pytest.raises(bs.ReportError, match="the first row of report 1 is missing"):
        bs.load_reports(path)
    kept(frame.with_columns(pl.lit("{").alias("saved_report")))
    with pytest.raises(bs.ReportError):
        bs.load_reports(path)
    kept(frame.filter(pl.col("report") == 2))
    assert [one.checked.document.id for one in bs.load_reports(path)] == ["two"]
