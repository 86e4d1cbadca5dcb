"""tools/build_record: the packaged record is what the build makes of the pinned inputs."""

from __future__ import annotations

import json
import shutil
from hashlib import sha256
from pathlib import Path

import polars as pl
import pytest

from burdenshare.errors import RecordError
from burdenshare.record import schema, tables
from tools.build_record import assertions, catalogue, inputs
from tools.build_record.__main__ import main
from tools.build_record.build import CATALOGUE, LICENCES, ROOT, build, licences_text

SOURCE = ROOT.parent / "shared" / "data"
needs_source = pytest.mark.skipif(not SOURCE.is_dir(), reason="the raw data folder is not beside this checkout")


def _built_here() -> bool:
    """Parquet bytes are the same only under the polars that wrote the packaged file."""
    descriptor = json.loads((tables.PACKAGED / tables.DESCRIPTOR).read_text(encoding="utf-8"))
    return bool(descriptor["built_with"]["polars"] == pl.__version__)


@needs_source
def test_a_rebuild_gives_the_packaged_record(tmp_path: Path) -> None:
    build(SOURCE, tmp_path)
    for name in tables.table_names():
        ours, packaged = (tmp_path / name).read_bytes(), (tables.PACKAGED / name).read_bytes()
        if name != schema.MACRO or _built_here():
            assert ours == packaged, name
        else:
            assert pl.read_parquet(ours).equals(pl.read_parquet(packaged)), name
    if _built_here():
        assert (tmp_path / tables.DESCRIPTOR).read_bytes() == (tables.PACKAGED / tables.DESCRIPTOR).read_bytes()


@needs_source
def test_raw_rows_are_not_edited() -> None:
    for table in schema.TABLES:
        if not table.authored and table.path != schema.MACRO:
            assert (tables.PACKAGED / table.path).read_bytes() == (SOURCE / table.path).read_bytes(), table.path


@needs_source
def test_the_inputs_are_the_pinned_ones() -> None:
    inputs.refuse_changed(SOURCE)


@pytest.fixture
def pinned(tmp_path: Path) -> tuple[Path, Path]:
    """A folder of two input files, and the file of their pins."""
    source, pins = tmp_path / "raw", tmp_path / "pins"
    (source / "nato").mkdir(parents=True)
    (source / "nato" / "one.csv").write_text("a\n1\n")
    (source / "two.csv").write_text("b\n2\n")
    inputs.accept(source, pins)
    return source, pins


def test_unchanged_inputs_are_accepted(pinned: tuple[Path, Path]) -> None:
    inputs.refuse_changed(*pinned)
    assert set(inputs.pinned(pinned[1])) == {"nato/one.csv", "two.csv"}


def test_every_changed_input_is_named(pinned: tuple[Path, Path]) -> None:
    source, pins = pinned
    (source / "nato" / "one.csv").write_text("a\n2\n")
    (source / "two.csv").unlink()
    (source / "three.csv").write_text("c\n")
    with pytest.raises(inputs.InputsChangedError) as caught:
        inputs.refuse_changed(source, pins)
    assert "changed: nato/one.csv" in str(caught.value)
    assert "missing: two.csv" in str(caught.value)
    assert "not pinned: three.csv" in str(caught.value)


def test_a_missing_source_folder_is_one_line_and_exit_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--source", str(tmp_path / "none"), "--out", str(tmp_path / "out")]) == 2
    assert "no such folder of raw data" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@needs_source
def test_changed_inputs_are_refused_and_nothing_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = Path(shutil.copytree(SOURCE, tmp_path / "raw", copy_function=shutil.copyfile))
    members = source / "commitments" / "members.csv"
    members.write_text(members.read_text(encoding="utf-8").replace("2023-04-04", "2023-04-05"), encoding="utf-8")
    assert main(["--source", str(source), "--out", str(tmp_path / "out")]) == 2
    assert "changed: commitments/members.csv" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


@needs_source
def test_a_record_without_unclear_rows_is_whole(tmp_path: Path) -> None:
    out = tmp_path / "open"
    assert main(["--source", str(SOURCE), "--out", str(out), "--without", "unclear"]) == 0
    assert list(assertions.faults(out, complete=False)) == []
    assert {one["redistribution"] for one in tables.rows("sources.csv", root=out)} == {"open", "facts only"}
    # NATO's tables stay whole; of the aid tracker only the 24 values of news pages do (counted with grep).
    assert len(tables.rows("nato/expenditure.csv", root=out)) == 15577
    assert len(tables.rows("support/support.csv", root=out)) == 24
    released = {one["release"] for one in tables.rows("nato/releases.csv", root=out)}
    assert "2026-07" in released
    assert not {"28", "29", "30"} & released
    military = pl.read_parquet(tables.macro_path(root=out)).filter(pl.col("indicator").str.starts_with("military_"))
    assert military.height == 0


def test_the_licences_are_current() -> None:
    assert LICENCES.read_text(encoding="utf-8") == licences_text(tables.PACKAGED)


def test_the_catalogue_is_current() -> None:
    text = CATALOGUE.read_text(encoding="utf-8")
    assert text == catalogue.refresh(text, tables.PACKAGED)


def test_a_catalogue_without_its_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="lacks the marks"):
        catalogue.refresh("# Data catalogue\n", tables.PACKAGED)


def test_every_source_is_in_the_licences_and_every_nato_key_in_the_catalogue() -> None:
    terms, told = LICENCES.read_text(encoding="utf-8"), CATALOGUE.read_text(encoding="utf-8")
    for one in tables.rows("sources.csv"):
        assert f"`{one['source']}`" in terms, one["source"]
    for key in {row["source"] for row in tables.rows("nato/expenditure.csv")}:
        assert f"`{key}`" in told, key
    for table in schema.TABLES:
        assert f"`{table.path}`" in told, table.path


EVENT = "2026-09-01,A meeting of nobody,Brussels,leaders_meeting,https://example.org/,press\n"


def test_a_written_table_is_pinned_anew_without_the_raw_data(tmp_path: Path) -> None:
    root = Path(shutil.copytree(tables.PACKAGED, tmp_path / "data"))
    events = root / "commitments" / "events.csv"
    events.write_text(events.read_text(encoding="utf-8") + EVENT, encoding="utf-8")
    with pytest.raises(RecordError, match="damaged"):
        tables.rows("commitments/events.csv", root=root)
    assert main(["--amend", "--out", str(root)]) == 0
    descriptor = json.loads((root / tables.DESCRIPTOR).read_text(encoding="utf-8"))
    (pinned,) = (one for one in descriptor["resources"] if one["path"] == "commitments/events.csv")
    assert pinned["hash"] == f"sha256:{sha256(events.read_bytes()).hexdigest()}"
    assert (root / schema.MACRO).read_bytes() == (tables.PACKAGED / schema.MACRO).read_bytes()
    assert events.read_text(encoding="utf-8").endswith(EVENT)


def test_a_written_table_that_breaks_a_rule_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = Path(shutil.copytree(tables.PACKAGED, tmp_path / "data"))
    events = root / "commitments" / "events.csv"
    events.write_text(events.read_text(encoding="utf-8") + EVENT.replace("press", "hearsay"), encoding="utf-8")
    before = (root / tables.DESCRIPTOR).read_bytes()
    assert main(["--amend", "--out", str(root)]) == 2
    assert "grade is 'hearsay', not one of official, press, secondary" in capsys.readouterr().err
    assert (root / tables.DESCRIPTOR).read_bytes() == before


def test_amending_writes_nothing_where_nothing_was_written(tmp_path: Path) -> None:
    root = Path(shutil.copytree(tables.PACKAGED, tmp_path / "data"))
    assert main(["--amend", "--out", str(root)]) == 0
    for name in tables.table_names():
        assert (root / name).read_bytes() == (tables.PACKAGED / name).read_bytes(), name
    if _built_here():
        assert (root / tables.DESCRIPTOR).read_bytes() == (tables.PACKAGED / tables.DESCRIPTOR).read_bytes()


def test_a_torn_table_is_one_line_and_exit_2(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    root = Path(shutil.copytree(tables.PACKAGED, tmp_path / "data"))
    events = root / "commitments" / "events.csv"
    events.write_text(events.read_text(encoding="utf-8") + "2026-09-01,A meeting\n", encoding="utf-8")
    assert main(["--amend", "--out", str(root)]) == 2
    told = capsys.readouterr().err
    assert told.count("\n") == 1 and "burdenshare data lint" in told
