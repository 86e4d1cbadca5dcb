"""Importing the export gives the identical record: every table equal row by row, as text, in every form."""

from __future__ import annotations

from pathlib import Path

import pytest

from burdenshare.intake import package
from burdenshare.intake.model import PLACE, Asked, Given
from burdenshare.record import Record, tables
from burdenshare.record.exchange.dataflows import DATAFLOWS, REFERENCES
from burdenshare.record.exchange.forms import RecordForm
from burdenshare.record.whole import Line, whole
from burdenshare.report.exports.record.export import export_record
from tests.layering import EVENT, SHARE, VINTAGE
from tests.report.exports.record.conftest import Made

TARGETS = {
    RecordForm.CSV: ("record", "record.zip"),
    RecordForm.PARQUET: ("record", "record.zip"),
    RecordForm.SQLITE: ("record.db",),
    RecordForm.DUCKDB: ("record.duckdb",),
    RecordForm.SDMX: ("record", "record.zip"),
}
EVERY = [(form, name) for form, names in TARGETS.items() for name in names]


def given_at(path: Path) -> Given:
    return package.folder(path) if path.is_dir() else Given(path.name, path.read_bytes())


def carried(form: RecordForm) -> set[str]:
    return {*REFERENCES, *(flow.table for flow in DATAFLOWS)} if form is RecordForm.SDMX else set(tables.table_names())


@pytest.fixture(scope="module")
def packaged() -> dict[str, tuple[Line, ...]]:
    return {path: whole(path, layers=()).lines for path in tables.table_names()}


@pytest.mark.parametrize(("form", "name"), EVERY)
def test_a_record_with_layers_comes_back_row_by_row(
    form: RecordForm, name: str, layered: Made, tmp_path: Path, record: Record
) -> None:
    export_record(tmp_path / name, form, root=layered.root, layers=layered.layers)
    given = given_at(tmp_path / name)
    assert package.recognises(given)
    held = package.exported(given)
    assert held.form == form
    assert {one.path for one in held.tables} == carried(form)
    for one in held.tables:
        mine = whole(one.path, root=layered.root, layers=layered.layers)
        assert one.lines == mine.lines, one.path
    same = package.read(given, Asked(), record, root=layered.root, layers=layered.layers)
    assert (same.tables, same.left_out) == ({}, ())
    assert "the same rows as here" in same.title


@pytest.mark.parametrize("form", list(RecordForm))
def test_the_packaged_record_comes_back_row_by_row(
    form: RecordForm, packaged: dict[str, tuple[Line, ...]], tmp_path: Path
) -> None:
    target = tmp_path / TARGETS[form][-1]
    export_record(target, form, layers=())
    held = package.exported(given_at(target))
    assert {one.path: one.lines for one in held.tables} == {path: packaged[path] for path in carried(form)}
    assert held.edition == tables.edition(layers=()).isoformat()


@pytest.mark.parametrize(("form", "name"), EVERY)
def test_what_a_record_lacks_is_delivered_with_its_places(
    form: RecordForm, name: str, layered: Made, tmp_path: Path, record: Record
) -> None:
    export_record(tmp_path / name, form, root=layered.root, layers=layered.layers)
    delivery = package.read(given_at(tmp_path / name), Asked(), record, root=layered.root, layers=())
    assert delivery.published is not None
    assert delivery.published.isoformat() == "2026-10-13"
    shares = delivery.tables["nato/expenditure.csv"]
    assert [row["value"] for row in shares] == ["2.80", "2.90"]
    assert [row["source"] for row in shares] == [SHARE["source"]] * 2
    assert shares[0][PLACE].endswith("(rows.csv: TABLE3!D12)")
    (vintage,) = delivery.tables["macro/macro.parquet"]
    assert {name: vintage[name] for name in VINTAGE if name != PLACE} == {
        k: v for k, v in VINTAGE.items() if k != PLACE
    }
    if form is not RecordForm.SDMX:
        (event,) = delivery.tables["commitments/events.csv"]
        assert {k: v for k, v in event.items() if k != PLACE} == {k: v for k, v in EVENT.items() if k != PLACE}
        assert set(delivery.tables) == {table for one in layered.layers for table in one.tables}


def test_laid_over_the_packaged_record_the_delivery_makes_it_the_exported_one(
    layered: Made, tmp_path: Path, record: Record
) -> None:
    export_record(tmp_path / "record.zip", "csv", root=layered.root, layers=layered.layers)
    delivery = package.read(given_at(tmp_path / "record.zip"), Asked(), record, root=layered.root, layers=())
    for path in tables.table_names(root=layered.root):
        base = whole(path, root=layered.root, layers=())
        rows = [dict(zip(base.columns, line, strict=True)) for line in base.lines]
        laid = tables.laid_over(rows, delivery.tables.get(path, ()), base.key)
        lines = tuple(tuple(row[name] for name in base.columns) for row in laid)
        assert lines == whole(path, root=layered.root, layers=layered.layers).lines, path


def test_rows_that_only_the_record_has_stay_and_are_told(layered: Made, tmp_path: Path, record: Record) -> None:
    export_record(tmp_path / "record.zip", "csv", root=layered.root, layers=())
    delivery = package.read(
        given_at(tmp_path / "record.zip"), Asked(), record, root=layered.root, layers=layered.layers
    )
    assert delivery.tables == {}
    assert ("nato/expenditure.csv", "2 rows") in [(one.place, one.text) for one in delivery.left_out]
    assert all("they stay" in one.reason for one in delivery.left_out)
