"""What can be asked: a finished data set, whole, wherever it lies."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import fsspec
import polars as pl
import pytest

from burdenshare.corpus.asking.asking import asking
from burdenshare.corpus.asking.data_set import data_set_at
from burdenshare.corpus.manifest import NAME
from burdenshare.errors import InputError
from tests.corpus.asking.written import Text, Told, write

TEXTS = [Text(date(2025, 3, 1), "Post", [Told()])]


def refused(place: str) -> str:
    with pytest.raises(InputError) as fault, data_set_at(place):
        pass
    return fault.value.line()


def test_files_are_those_that_the_manifest_names(tmp_path: Path) -> None:
    place = write(tmp_path / "archive", TEXTS, TEXTS)
    shutil.copy(place / "documents" / "part-000000.parquet", place / "documents" / "part-000009.parquet")
    with data_set_at(str(place)) as data, asking(data) as found:
        assert [path.name for path in data.files["documents"]] == ["part-000000.parquet", "part-000001.parquet"]
        assert found.ask("SELECT count(*) FROM documents").rows == [(2,)]


def test_no_data_set_an_unfinished_and_a_damaged_one_are_told_apart(tmp_path: Path) -> None:
    assert "holds no data set; make one with burdenshare corpus run" in refused(str(tmp_path))
    assert "unfinished run; finish it" in refused(str(write(tmp_path / "begun", TEXTS, finished=False)))
    gone = write(tmp_path / "gone", TEXTS)
    (gone / "documents" / "part-000000.parquet").unlink()
    assert "lacks documents/part-000000.parquet" in refused(str(gone))
    damaged = write(tmp_path / "damaged", TEXTS)
    (damaged / NAME).write_text("{")
    assert "damaged manifest" in refused(str(damaged))


def test_a_data_set_without_a_table_is_of_another_version(tmp_path: Path) -> None:
    place = write(tmp_path / "archive", TEXTS)
    manifest = place / NAME
    manifest.write_text(manifest.read_text().replace("sketches/", "outlines/"))
    assert "has no table sketches; make it anew" in refused(str(place))


def test_a_data_set_without_a_column_is_of_another_version(tmp_path: Path) -> None:
    place = write(tmp_path / "archive", TEXTS)
    part = place / "documents" / "part-000000.parquet"
    pl.read_parquet(part).drop("inferred", "dated_by").write_parquet(part)
    with data_set_at(str(place)) as data, pytest.raises(InputError) as fault, asking(data):
        pass
    told = fault.value.line()
    assert "was made by a burdenshare with other tables: documents has no inferred, dated_by; make it anew" in told


def test_a_place_elsewhere_is_fetched_and_taken_away_again(tmp_path: Path) -> None:
    place = write(tmp_path / "archive", TEXTS)
    elsewhere = fsspec.filesystem("memory")
    elsewhere.put(str(place), "/asked-archive", recursive=True)
    try:
        with data_set_at("memory://asked-archive") as data, asking(data) as found:
            fetched = data.files["documents"][0]
            assert found.ask("SELECT outlet FROM said").rows == [("Post",)]
            assert fetched.is_file()
        assert not fetched.exists()
    finally:
        elsewhere.rm("/asked-archive", recursive=True)
