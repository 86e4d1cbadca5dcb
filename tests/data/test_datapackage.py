"""datapackage.json is a valid Frictionless data package, and describes what is there."""

from __future__ import annotations

import json
import warnings
from typing import Any

import polars as pl
import pytest

from burdenshare.record import schema, tables

with warnings.catch_warnings():
    warnings.simplefilter("ignore")  # its own imports warn; ours must not
    from frictionless import Package


@pytest.fixture(scope="module")
def descriptor() -> dict[str, Any]:
    found: dict[str, Any] = json.loads((tables.PACKAGED / tables.DESCRIPTOR).read_text(encoding="utf-8"))
    return found


def test_the_descriptor_is_a_data_package(descriptor: dict[str, Any]) -> None:
    assert list(Package.metadata_validate(descriptor)) == []


@pytest.mark.filterwarnings("ignore")
def test_every_csv_table_is_valid(descriptor: dict[str, Any]) -> None:
    # Frictionless reads Parquet only with pandas, which this project does not use: that table has its own test below.
    csv_only = {**descriptor, "resources": [one for one in descriptor["resources"] if one["format"] == "csv"]}
    report = Package.from_descriptor(csv_only, basepath=str(tables.PACKAGED)).validate()
    assert report.flatten(["name", "rowNumber", "fieldName", "message"]) == []
    assert len(report.tasks) == len(schema.TABLES) - 1


def test_the_parquet_table_has_the_declared_columns_and_types(descriptor: dict[str, Any]) -> None:
    (declared,) = (one for one in descriptor["resources"] if one["format"] == "parquet")
    types = {"number": pl.Float64, "integer": pl.Int32, "boolean": pl.Boolean}
    expected = {field["name"]: types.get(field["type"], pl.String) for field in declared["schema"]["fields"]}
    frame = pl.read_parquet(tables.macro_path())
    assert frame.schema == expected
    assert frame.height == 211595  # `wc -l` of the raw file, less its header
    assert frame.null_count().sum_horizontal().item() == 0


def test_the_parquet_table_holds_the_vintages_of_one_value() -> None:
    # GDP of the United States in 2023, trillion dollars, as the provenance notes read it in three vintages.
    frame = pl.read_parquet(tables.macro_path())
    chosen = frame.filter((pl.col("entity") == "USA") & (pl.col("year") == 2023) & (pl.col("indicator") == "gdp_usd"))
    values = dict(chosen.select("vintage", "value").iter_rows())
    read = {"WEO-2024-04": 27.36, "WEO-2024-10": 27.72, "WEO-2025-10": 27.81}
    assert {vintage: round(values[vintage] / 1e12, 2) for vintage in read} == read


def test_every_resource_has_schema_hash_sources_and_licences(descriptor: dict[str, Any]) -> None:
    assert [one["path"] for one in descriptor["resources"]] == [table.path for table in schema.TABLES]
    for one in descriptor["resources"]:
        size = (tables.PACKAGED / one["path"]).stat().st_size
        assert one["bytes"] == size, one["path"]
        assert one["schema"]["primaryKey"], one["path"]
        assert one["sources"], one["path"]
        assert "licenses" in one or schema.BY_PATH[one["path"]].authored, one["path"]
