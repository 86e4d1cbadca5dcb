"""The Frictionless packages are valid, and say of each file what it is."""

from __future__ import annotations

import json
import warnings
from hashlib import sha256
from pathlib import Path

import polars as pl
import pytest

from burdenshare.report.exports.record.export import export_record
from tests.report.exports.record.conftest import Made

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its own imports warn; ours must not
    from frictionless import Package


@pytest.mark.filterwarnings("ignore")
def test_the_csv_package_is_valid(layered: Made, tmp_path: Path) -> None:
    export_record(tmp_path / "out", "csv", root=layered.root, layers=layered.layers)
    descriptor = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    assert list(Package.metadata_validate(descriptor)) == []
    report = Package.from_descriptor(descriptor, basepath=str(tmp_path / "out")).validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "message"]) == []
    assert len(report.tasks) == 23


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_every_file_is_pinned_and_counted(form: str, layered: Made, tmp_path: Path) -> None:
    export_record(tmp_path / "out", form, root=layered.root, layers=layered.layers)
    descriptor = json.loads((tmp_path / "out" / "datapackage.json").read_text(encoding="utf-8"))
    for one in descriptor["resources"]:
        raw = (tmp_path / "out" / one["path"]).read_bytes()
        assert one["hash"] == f"sha256:{sha256(raw).hexdigest()}"
        assert one["bytes"] == len(raw)
    assert [one["id"] for one in descriptor["layers"]] == [one.id for one in layered.layers]
    assert descriptor["edition"] == "2026-10-13"


def test_parquet_has_types_and_the_printed_digits_beside_them(layered: Made, tmp_path: Path) -> None:
    export_record(tmp_path / "out", "parquet", root=layered.root, layers=layered.layers)
    frame = pl.read_parquet(tmp_path / "out" / "nato" / "expenditure.parquet")
    types = {"released_on": pl.Date, "year": pl.Int64, "value": pl.Float64, "estimate": pl.Boolean, "ally": pl.String}
    assert {name: frame.schema[name] for name in types} == types
    assert frame.select("value", "value_printed", "layer").tail(2).rows() == [
        (2.8, "2.80", layered.layers[0].id),
        (2.9, "2.90", layered.layers[1].id),
    ]
    assert frame["value_printed"].null_count() == frame.height - 2
    assert frame["layer"].null_count() == frame.height - 2


def test_columns_of_layers_stand_only_where_layers_hold_rows(layered: Made, tmp_path: Path) -> None:
    export_record(tmp_path / "out", "csv", root=layered.root, layers=layered.layers)
    with_layers = {
        str(one.relative_to(tmp_path / "out"))
        for one in (tmp_path / "out").rglob("*.csv")
        if one.read_text(encoding="utf-8").splitlines()[0].endswith(",layer,place_in_file")
    }
    assert with_layers == {
        "nato/expenditure.csv",
        "nato/releases.csv",
        "macro/macro.csv",
        "commitments/events.csv",
        "sources.csv",
    }
