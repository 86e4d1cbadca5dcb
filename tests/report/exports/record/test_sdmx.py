"""SDMX-CSV: its columns in their order, codes that its lists have, periods it knows."""

from __future__ import annotations

import csv
import json
import re
from pathlib import Path

import pytest

from burdenshare.record.exchange.dataflows import DATAFLOWS
from burdenshare.report.exports.record.export import export_record
from tests.report.exports.record.conftest import Made

PERIOD = re.compile(r"\d{4}(-\d\d)?|\d{4}-\d\d-\d\d/P\d+[YMD]")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = tmp_path_factory.mktemp("sdmx") / "out"
    export_record(made, "sdmx", layers=())
    return made


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        return list(csv.DictReader(stream))


def test_every_dataflow_begins_as_sdmx_csv_does(folder: Path) -> None:
    for flow in DATAFLOWS:
        found = rows(folder / flow.file)
        assert list(found[0]) == ["STRUCTURE", "STRUCTURE_ID", "ACTION", *(one.id for one in flow.components)]
        assert {(one["STRUCTURE"], one["STRUCTURE_ID"], one["ACTION"]) for one in found} == {
            ("dataflow", f"BURDENSHARE:{flow.id}(1.0)", "I")
        }


def test_every_code_stands_in_its_list(folder: Path) -> None:
    told = json.loads((folder / "structure.json").read_text(encoding="utf-8"))
    lists = {one["id"]: {row["id"] for row in rows(folder / one["file"])} for one in told["codelists"]}
    for flow in told["dataflows"]:
        found = rows(folder / flow["file"])
        for one in flow["components"]:
            if "codelist" in one:
                assert {row[one["id"]] for row in found} <= lists[one["codelist"]] | {"_Z"}, one


def test_every_period_is_one_of_sdmx(folder: Path) -> None:
    periods = {row["TIME_PERIOD"] for flow in DATAFLOWS for row in rows(folder / flow.file)}
    assert len(periods) > 80
    # Two pages of 2023 gave a span from a day to a year, for which SDMX has no word: it stays as they gave it.
    assert {one for one in periods if not PERIOD.fullmatch(one)} == {"2022-01-24/2023"}


def test_the_structure_tells_every_column(folder: Path) -> None:
    told = json.loads((folder / "structure.json").read_text(encoding="utf-8"))
    for flow in told["dataflows"]:
        assert [one["id"] for one in flow["components"]] == list(rows(folder / flow["file"])[0])[3:]
        assert all(one["meaning"] for one in flow["components"])


def test_digits_are_kept_and_layers_told(layered: Made, tmp_path: Path) -> None:
    export_record(tmp_path / "out", "sdmx", root=layered.root, layers=layered.layers)
    found = rows(tmp_path / "out" / "NATO_EXPENDITURE.csv")[-2:]
    assert [one["OBS_VALUE"] for one in found] == ["2.80", "2.90"]
    assert [one["LAYER"] for one in found] == [one.id for one in layered.layers]
    assert [one["OBS_STATUS"] for one in found] == ["E", "E"]
    assert found[0]["PRICE_BASE"] == "_Z"
