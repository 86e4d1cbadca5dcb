"""The same sources give the same plan, whoever makes it."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.corpus_ground import Ground
from burdenshare.corpus import planning
from burdenshare.corpus.model import Kind
from burdenshare.corpus.planning import fingerprint, planned
from burdenshare.corpus.sources import files, warc
from burdenshare.errors import InputError
from tests.corpus.made import SENTENCE, text_file


def test_every_file_stands_in_one_shard(archive: Ground) -> None:
    plan = planned([str(archive.sources)])
    assert [one.number for one in plan.shards] == list(range(len(plan.shards)))
    assert {one.kind for one in plan.shards} == set(Kind)
    told = [file.path for one in plan.shards for file in one.files]
    there = [str(path) for path in archive.sources.rglob("*") if path.is_file()]
    assert sorted(told) == sorted(there)
    assert sum(one.size for one in plan.shards) == sum(Path(one).stat().st_size for one in there)


def test_a_source_named_twice_is_read_once(archive: Ground) -> None:
    crawl = str(archive.sources / "crawl-0.warc.gz")
    assert len(planned([crawl, str(archive.sources / "crawl-*"), crawl]).shards) == 4


def test_the_order_of_the_system_does_not_matter(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "c/d.txt", "c.txt"):
        text_file(tmp_path, name, SENTENCE)
    (one,) = planned([str(tmp_path)]).shards
    assert [Path(file.path).name for file in one.files] == ["a.txt", "b.txt", "c.txt", "d.txt"]


def test_many_files_are_several_shards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(files, "FILES_A_SHARD", 3)
    for number in range(8):
        text_file(tmp_path, f"{number}.txt", SENTENCE)
    assert [len(one.files) for one in planned([str(tmp_path)]).shards] == [3, 3, 2]


def test_the_fingerprint_knows_lengths_and_cuts_but_no_workers(archive: Ground) -> None:
    shards = planned([str(archive.sources)]).shards
    assert fingerprint(shards) == fingerprint(planned([str(archive.sources)]).shards)
    longer = replace(shards[0], files=(replace(shards[0].files[0], size=1), *shards[0].files[1:]))
    assert fingerprint((longer, *shards[1:])) != fingerprint(shards)
    assert fingerprint((replace(shards[0], end=1), *shards[1:])) != fingerprint(shards)


def test_what_is_passed_over_is_told(tmp_path: Path) -> None:
    text_file(tmp_path, "one.txt", SENTENCE)
    text_file(tmp_path, "film.mp4", "no text")
    text_file(tmp_path, ".hidden/two.txt", SENTENCE)
    plan = planned([str(tmp_path)])
    assert [Path(one).name for one in plan.passed] == ["film.mp4"]
    assert [Path(one).name for one in plan.files()] == ["one.txt"]


def test_an_archive_that_cannot_be_cut_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(planning, "LARGE", 1_000)
    monkeypatch.setattr(warc, "BYTES_A_SHARD", 500)
    (tmp_path / "one.warc.gz").write_bytes(b"\x1f\x8b\x08\x00" + os.urandom(2_000))
    plan = planned([str(tmp_path)])
    assert len(plan.shards) == 1
    assert "are one shard" in plan.remarks[0]


def test_nothing_to_read_is_told(tmp_path: Path) -> None:
    text_file(tmp_path, "film.mp4", "no text")
    with pytest.raises(InputError, match="holds no documents"):
        planned([str(tmp_path)])
    for source, told in (("gone", "no such file or folder"), ("*.warc", "names no file")):
        with pytest.raises(InputError, match=told):
            planned([str(tmp_path / source)])


def test_a_data_set_does_not_lie_in_its_own_sources(tmp_path: Path) -> None:
    text_file(tmp_path, "news/one.txt", SENTENCE)
    for out in (tmp_path / "news", tmp_path / "news" / "out"):
        with pytest.raises(InputError, match="lies in a folder that is read"):
            planned([str(tmp_path / "news")], str(out))
    assert planned([str(tmp_path / "news")], str(tmp_path / "newsroom")).shards
