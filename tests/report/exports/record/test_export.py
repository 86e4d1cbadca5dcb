"""Files that are written whole, the same bytes for the same record, and never over somebody else's."""

from __future__ import annotations

import builtins
import sys
from pathlib import Path
from typing import Any

import pytest

from burdenshare.errors import OutputError, UnknownNameError
from burdenshare.record.exchange.forms import RecordForm
from burdenshare.report.exports.record.export import export_record
from tests.report.exports.record.conftest import Made


def bytes_below(path: Path) -> dict[str, bytes]:
    if path.is_file():
        return {"": path.read_bytes()}
    return {str(one.relative_to(path)): one.read_bytes() for one in sorted(path.rglob("*")) if one.is_file()}


@pytest.mark.parametrize(
    ("to", "name"),
    [
        ("csv", "a"),
        ("csv", "a.zip"),
        ("parquet", "a"),
        ("parquet", "a.zip"),
        ("sqlite", "a.db"),
        ("sdmx", "a"),
        ("sdmx", "a.zip"),
    ],
)
def test_the_same_record_gives_the_same_bytes(to: str, name: str, layered: Made, tmp_path: Path) -> None:
    for place in ("one", "two"):
        (tmp_path / place).mkdir()
        export_record(tmp_path / place / name, to, root=layered.root, layers=layered.layers)
    assert bytes_below(tmp_path / "one" / name) == bytes_below(tmp_path / "two" / name)


def test_a_database_has_its_metadata_beside_it(layered: Made, tmp_path: Path) -> None:
    made = export_record(tmp_path / "r.db", "sqlite", root=layered.root, layers=())
    assert [one.name for one in made.targets] == ["r.db", "r.metadata.json"]
    assert made.tables == 23
    assert sorted(one.name for one in tmp_path.iterdir()) == ["r.db", "r.metadata.json"]


@pytest.mark.parametrize(("to", "name"), [("csv", "a"), ("csv", "a.zip"), ("sqlite", "a.db"), ("duckdb", "a.duckdb")])
def test_what_exists_is_kept_unless_forced(to: str, name: str, layered: Made, tmp_path: Path) -> None:
    target = tmp_path / name
    export_record(target, to, root=layered.root, layers=())
    before = bytes_below(target)
    with pytest.raises(OutputError, match="exists already"):
        export_record(target, to, root=layered.root, layers=layered.layers)
    assert bytes_below(target) == before
    export_record(target, to, root=layered.root, layers=layered.layers, force=True)
    assert bytes_below(target) != before
    assert not [one for one in tmp_path.iterdir() if one.name.startswith(".")]


def test_even_force_leaves_a_folder_of_other_things(layered: Made, tmp_path: Path) -> None:
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear", encoding="utf-8")
    with pytest.raises(OutputError, match="other things in it"):
        export_record(tmp_path / "mine", "csv", root=layered.root, force=True)
    assert (tmp_path / "mine" / "letter.txt").read_text(encoding="utf-8") == "dear"


def test_an_empty_folder_may_be_filled(layered: Made, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    export_record(tmp_path / "empty", "parquet", root=layered.root)
    assert (tmp_path / "empty" / "datapackage.json").is_file()


def test_a_folder_that_cannot_be_made_whole_leaves_nothing(
    layered: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    written: list[int] = []

    def full(handle: int) -> None:
        written.append(handle)
        if len(written) > 5:
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(OutputError, match="No space left on device"):
        export_record(tmp_path / "half", "csv", root=layered.root)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", ["nowhere/record", "file/record"])
def test_a_target_without_a_folder_is_refused(name: str, layered: Made, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError):
        export_record(tmp_path / name, "csv", root=layered.root)


def test_a_file_in_the_way_of_a_folder_is_refused(layered: Made, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    with pytest.raises(OutputError, match=r"ends in \.zip"):
        export_record(tmp_path / "file", "csv", root=layered.root, force=True)


def test_an_unknown_form_names_the_nearest(tmp_path: Path) -> None:
    with pytest.raises(UnknownNameError, match="did you mean parquet"):
        export_record(tmp_path / "a", "parket")


def test_without_duckdb_one_line_says_how_to_get_it(
    layered: Made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delitem(sys.modules, "duckdb", raising=False)
    real = builtins.__import__

    def without(name: str, *rest: Any, **named: Any) -> Any:
        if name == "duckdb":
            raise ImportError(name)
        return real(name, *rest, **named)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(OutputError, match=r"pip install burdenshare\[data\]"):
        export_record(tmp_path / "a.duckdb", RecordForm.DUCKDB, root=layered.root)
    assert list(tmp_path.iterdir()) == []
