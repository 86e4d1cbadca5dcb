"""The generated archives of the scale benchmark: the same arguments give the same bytes, the gate loses nothing of what
is on the subject, and a run accounts for every page."""

from __future__ import annotations

import re
from pathlib import Path

import polars as pl
import pytest

from benchmarks.archive.pages import html, page
from benchmarks.archive.writing import written
from benchmarks.corpus_ground import Here
from benchmarks.corpus_scale import exponent
from burdenshare.corpus.gate import may_concern
from burdenshare.corpus.running import run
from burdenshare.record import Record

PAGES = 400


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive") / "crawl"
    written(folder, PAGES, seed="tests")
    return folder


def test_the_same_arguments_give_the_same_bytes(archive: Path, tmp_path: Path) -> None:
    written(tmp_path, PAGES, seed="tests", workers=2)
    for one in archive.iterdir():
        assert (tmp_path / one.name).read_bytes() == one.read_bytes()


def test_nine_pages_in_ten_are_on_other_subjects() -> None:
    relevant = sum(page("tests", number).relevant for number in range(2_000))
    assert 0.04 < relevant / 2_000 < 0.1


def test_the_gate_opens_every_page_on_the_subject_and_few_others() -> None:
    pages = [page("tests", number) for number in range(1_000)]
    opened = [may_concern(html(one).encode()) for one in pages]
    assert all(was for was, one in zip(opened, pages, strict=True) if one.relevant)
    assert sum(was for was, one in zip(opened, pages, strict=True) if not one.relevant) < 80


def test_a_run_accounts_for_each_page_and_reads_each_article_once(
    archive: Path, tmp_path: Path, record: Record
) -> None:
    run([str(archive)], str(tmp_path / "out"), Here(), record)
    documents = pl.read_parquet(tmp_path / "out" / "documents" / "*.parquet")
    told = documents.filter(pl.col("address").str.ends_with(".html"))
    assert told.height == PAGES
    wanted = {
        _number(page("tests", number).paragraphs[-1]) for number in range(PAGES) if page("tests", number).relevant
    }
    read = documents.filter((pl.col("fate") == "read") & (pl.col("statements") > 0))
    found = [_number(one) for one in read["title"].to_list() if "Allies count" in one]
    assert sorted(found) == sorted(wanted)  # each of them once, however often it was printed again


def _number(words: str) -> int:
    return int(re.findall(r"\d+", words)[-1])


def test_the_exponent_is_the_slope_of_the_logarithms() -> None:
    assert exponent([(10, 3), (100, 30), (1000, 300)]) == pytest.approx(1)
    assert exponent([(10, 1), (100, 100)]) == pytest.approx(2)
