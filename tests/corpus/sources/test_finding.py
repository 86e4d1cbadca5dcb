"""Kinds of files by their names; patterns and folders name them in a fixed order."""

from __future__ import annotations

from pathlib import Path

import pytest

from burdenshare.corpus.model import Kind
from burdenshare.corpus.sources.finding import SUFFIXES, files_of, kind_of
from burdenshare.errors import InputError


@pytest.mark.parametrize(("suffix", "kind"), SUFFIXES.items())
def test_each_end_of_a_name_tells_a_kind(suffix: str, kind: Kind) -> None:
    assert kind_of(f"news/One.of.them{suffix.upper()}") is kind


def test_other_names_tell_none() -> None:
    assert [kind_of(name) for name in ("film.mp4", "warc", "archive.gz", "a.parquet.tmp")] == [None] * 4


def test_a_file_that_is_named_itself_is_read_whatever_its_name(tmp_path: Path) -> None:
    path = tmp_path / "speech"
    path.write_text("A word.")
    assert files_of([str(path)]) == ([(str(path), Kind.FILES)], [])
    assert files_of([str(tmp_path)]) == ([], [str(path)])


def test_patterns_folders_and_repetitions(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/.hidden.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("A word.")
    found, _ = files_of([str(tmp_path / "b.txt"), str(tmp_path / "*.txt"), str(tmp_path / "**" / "*.txt")])
    assert [Path(path).name for path, _ in found] == ["b.txt", "a.txt", "c.txt"]


@pytest.mark.parametrize(
    ("name", "told"),
    [("", "is a folder without files"), ("gone", "no such file or folder"), ("*.txt", "names no file")],
)
def test_what_names_nothing_is_told(tmp_path: Path, name: str, told: str) -> None:
    with pytest.raises(InputError, match=told):
        files_of([str(tmp_path / name)])
