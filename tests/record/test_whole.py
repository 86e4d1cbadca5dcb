"""Whole tables are what the record reads: corrected, with layers in their place."""

from __future__ import annotations

from pathlib import Path

import pytest

from burdenshare.record import tables
from burdenshare.record.whole import csv_bytes, whole
from tests.layering import EVENT, SHARE, VINTAGE, make_layer
from tools.fuzz_intake.small_record import small_record


@pytest.mark.parametrize("name", ["currencies.csv", "people/offices.csv", "support/support.csv"])
def test_a_table_is_what_the_record_reads(name: str) -> None:
    found = whole(name, layers=())
    assert [dict(zip(found.columns, line, strict=True)) for line in found.lines] == tables.rows(name, layers=())
    assert found.origins == ()


def test_an_uncorrected_table_has_the_packaged_bytes() -> None:
    found = whole("nato/expenditure.csv", layers=())
    assert csv_bytes(found.columns, found.lines) == (tables.PACKAGED / "nato/expenditure.csv").read_bytes()


def test_a_layer_takes_the_place_of_a_row_and_adds_others(tmp_path: Path) -> None:
    root = small_record(tmp_path / "data", 400)
    before = whole("nato/expenditure.csv", root=root)
    first = dict(zip(before.columns, before.lines[3], strict=True)) | {"value": "9.90", tables.PLACE: "B7"}
    layer = make_layer(tmp_path / "layers", {"nato/expenditure.csv": [first, SHARE]})
    after = whole("nato/expenditure.csv", root=root, layers=(layer,))
    assert len(after.lines) == len(before.lines) + 1
    assert after.lines[3] == tuple(first[name] for name in before.columns)
    assert after.origins[3] == (layer.id, "rows.csv: B7")
    assert after.origins[4] == ("", "")
    assert after.lines[-1][7] == "2.80"
    assert after.digest != before.digest


def test_vintages_of_a_layer_are_laid_in(tmp_path: Path) -> None:
    root = small_record(tmp_path / "data", 400)
    layer = make_layer(tmp_path / "layers", {tables.MACRO: [VINTAGE]})
    found = whole(tables.MACRO, root=root, layers=(layer,))
    assert len(found.lines) == 401
    assert found.lines[-1][6] == "0.0000125"
    assert found.origins[-1] == (layer.id, "rows.csv: row 7")


def test_a_table_with_a_place_of_its_own_keeps_it(tmp_path: Path) -> None:
    root = small_record(tmp_path / "data", 400)
    layer = make_layer(tmp_path / "layers", {"commitments/events.csv": [EVENT]})
    found = whole("commitments/events.csv", root=root, layers=(layer,))
    row = dict(zip(found.columns, found.lines[-1], strict=True))
    assert (row["place"], row["name"]) == ("Vilnius", EVENT["name"])
    assert found.origins[-1] == (layer.id, "rows.csv: row 3")


def test_no_table_declares_the_column_that_layers_add() -> None:
    assert [
        one["path"] for one in tables.resources() for field in one["schema"]["fields"] if field["name"] == tables.PLACE
    ] == []
