"""The tidy tables equal the official files, where those are at hand."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from burdenshare.record import schema, tables
from tools.build_record import assemble, descriptor, native
from tools.build_record.build import ROOT

SOURCE = ROOT.parent / "shared" / "data"
needs_source = pytest.mark.skipif(not SOURCE.is_dir(), reason="the raw data folder is not beside this checkout")


@needs_source
def test_the_record_equals_the_official_files() -> None:
    assert list(native.faults(tables.PACKAGED, SOURCE)) == []


@needs_source
def test_one_changed_digit_is_noticed(tmp_path: Path) -> None:
    root = Path(shutil.copytree(tables.PACKAGED, tmp_path / "data"))
    path = root / "nato" / "expenditure.csv"
    old = "2024-06,2024-06-17,SVK,2014,military_personnel,,thousand,12.421,"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, old.replace("12.421", "12.422")), encoding="utf-8")
    raw = {table.path: (root / table.path).read_bytes() for table in schema.TABLES}
    parsed = {name: assemble.read_csv(held) for name, held in raw.items() if name.endswith(".csv")}
    (root / tables.DESCRIPTOR).write_bytes(descriptor.describe(raw, parsed, []))
    (found,) = native.faults(root, SOURCE)
    assert "SVK, military_personnel" in found


@needs_source
def test_the_workbook_is_read_as_printed() -> None:
    # Read by eye in the spreadsheet: Slovakia's share of GDP in 2024 stands as exactly 2.
    lines = native.workbook_lines(SOURCE / native.WORKBOOK)
    assert any(
        line[-1] == 2.0 and line[0] is not None and round(line[0], 2) == 0.98 for line in lines["slovak republic"]
    )
