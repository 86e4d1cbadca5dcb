"""record/tables.py: hashes are checked, corrections are laid over, damage is named."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from burdenshare.errors import RecordError
from burdenshare.record import tables

EXPENDITURE = "nato/expenditure.csv"


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A copy of the packaged record that a test may damage."""
    return Path(shutil.copytree(tables.PACKAGED, tmp_path / "data"))


def test_rows_are_those_of_the_file_in_its_order() -> None:
    # Counted with `wc -l` and read with `sed` in the raw file.
    held = tables.rows(EXPENDITURE)
    assert len(held) == 15577
    assert held[0] == {
        "release": "2017-06",
        "released_on": "2017-06-29",
        "ally": "ALB",
        "year": "2017",
        "measure": "share_of_gdp",
        "price_basis": "",
        "unit": "%",
        "value": "1.22",
        "estimate": "true",
        "source": "krigeren-1706",
    }


def test_every_table_of_the_folder_is_pinned() -> None:
    files = {path.relative_to(tables.PACKAGED).as_posix() for path in tables.PACKAGED.rglob("*") if path.is_file()}
    assert files == {*tables.table_names(), tables.DESCRIPTOR, ".gitattributes", "CONTRIBUTING.md"}
    for name in tables.table_names():
        tables.verify(name)


def test_edition_and_version_come_from_the_descriptor() -> None:
    assert tables.edition() == date(2026, 8, 22)  # people/: last day of the daily notes
    assert len(tables.record_version()) == 12
    assert tables.record_version() == json.loads((tables.PACKAGED / tables.DESCRIPTOR).read_text())["version"]


def test_the_version_changes_with_any_table() -> None:
    hashes = {"a.csv": "00", "b.csv": "11"}
    assert tables.version_of(hashes) == tables.version_of(dict(reversed(hashes.items())))
    assert tables.version_of(hashes) != tables.version_of({**hashes, "b.csv": "12"})


@pytest.mark.parametrize("name", [EXPENDITURE, "people/offices.csv", tables.MACRO, tables.CORRECTIONS])
def test_a_damaged_table_is_named(copy: Path, name: str) -> None:
    raw = bytearray((copy / name).read_bytes())
    raw[len(raw) // 2] ^= 1
    (copy / name).write_bytes(bytes(raw))
    with pytest.raises(RecordError, match=r"damaged.*reinstall") as caught:
        _read(name, copy)
    assert caught.value.where == name


@pytest.mark.parametrize("name", [EXPENDITURE, tables.MACRO])
def test_a_missing_table_is_named(copy: Path, name: str) -> None:
    (copy / name).unlink()
    with pytest.raises(RecordError, match=r"missing.*reinstall") as caught:
        _read(name, copy)
    assert caught.value.where == name


def _read(name: str, root: Path) -> None:
    if name.endswith(".csv"):
        tables.rows(name, root=root)
    else:
        tables.macro_path(root=root)


def test_an_unknown_table_is_refused() -> None:
    with pytest.raises(RecordError, match="no such table"):
        tables.rows("nato/nothing.csv")


def test_the_parquet_table_is_not_read_as_text() -> None:
    with pytest.raises(RecordError, match="macro_path"):
        tables.rows(tables.MACRO)


def _absent(path: Path) -> None:
    path.unlink()


def _not_json(path: Path) -> None:
    path.write_text("{")


def _not_an_object(path: Path) -> None:
    path.write_text("[]")


def _without_hashes(path: Path) -> None:
    path.write_text("{}")


@pytest.mark.parametrize("damage", [_absent, _not_json, _not_an_object, _without_hashes])
def test_a_damaged_descriptor_is_named(copy: Path, damage: Callable[[Path], None]) -> None:
    damage(copy / tables.DESCRIPTOR)
    with pytest.raises(RecordError, match="reinstall") as caught:
        tables.rows(EXPENDITURE, root=copy)
    assert caught.value.where == tables.DESCRIPTOR


def test_corrections_are_laid_over_the_raw_rows() -> None:
    raw = (tables.PACKAGED / "people/offices.csv").read_text(encoding="utf-8")
    assert "Mark Milley,chief_of_defence,USA,2019-10-01,2025," in raw
    (milley,) = (row for row in tables.rows("people/offices.csv") if row["person"] == "Mark Milley")
    assert milley["to"] == "2023-10-01"


def _fix(**changes: str) -> dict[str, str]:
    return {"table": "t.csv", "key": "ally=ALB|year=2014", "column": "value", "expect": "1", "replace": "2", **changes}


def _held() -> list[dict[str, str]]:
    return [{"ally": "ALB", "year": "2014", "value": "1"}, {"ally": "ALB", "year": "2015", "value": "1"}]


def test_a_correction_changes_its_one_cell() -> None:
    held = _held()
    tables.apply_corrections("t.csv", held, [_fix()])
    assert [row["value"] for row in held] == ["2", "1"]


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"expect": "3"}, "holds '1', the correction expects '3'"),
        ({"key": "ally=ALB|year=2016"}, "finds 0 rows"),
        ({"key": "ally=ALB"}, "finds 2 rows"),
        ({"column": "worth"}, "holds 'None'"),
    ],
)
def test_a_correction_that_no_longer_fits_is_refused(changes: dict[str, str], fault: str) -> None:
    with pytest.raises(RecordError, match=fault):
        tables.apply_corrections("t.csv", _held(), [_fix(**changes)])
