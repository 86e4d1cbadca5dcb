"""`burdenshare corpus run` from the command line: what it says, and what it refuses."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import polars as pl
import pytest

pytest.importorskip("fastwarc", reason="the extra `corpus` is not installed")

from benchmarks.corpus_ground import rows
from burdenshare.cli import main
from tests.corpus.made import IDLE, SENTENCE, text_file

Said = Callable[..., str]


@pytest.fixture
def said(capsys: pytest.CaptureFixture[str]) -> Said:
    """What `corpus run` says, and that it ends with `code`."""

    def asked(*words: str, code: int = 0) -> str:
        assert main(["corpus", "run", *words]) == code
        return "".join(capsys.readouterr())

    return asked


def test_a_run_says_what_became_of_every_document(tmp_path: Path, said: Said) -> None:
    for name, text in (("a", SENTENCE), ("b", IDLE * 40), ("c", SENTENCE)):
        text_file(tmp_path, f"news/{name}.txt", text)
    out = tmp_path / "out"
    told = " ".join(said(str(tmp_path / "news"), "--out", str(out), "--workers", "1").split())
    assert "3 documents, 1 statement, 1 verdict" in told
    assert "1 read and judged 1 copy of a text that was read 1 on another subject" in told
    shape = json.loads(said(str(tmp_path / "news"), "--out", str(out), "--json"))
    assert (shape["finished"], shape["fates"]) == (True, {"copy": 1, "other": 1, "read": 1})


def test_the_field_of_the_day_decides_what_was_known(tmp_path: Path, said: Said) -> None:
    """Ten years earlier nobody had published the figure."""
    days = {"published": "2026-06-01", "meta": {"day": "2014-06-01"}}
    text_file(tmp_path, "news/wire.jsonl", json.dumps({"text": SENTENCE, **days}))
    table = pl.DataFrame({"text": [f"{SENTENCE} Again."], "meta": [{"day": "2014-06-01"}]})
    table.write_parquet(tmp_path / "news" / "desk.parquet")
    out = tmp_path / "out"
    said(str(tmp_path / "news"), "--out", str(out), "--on-field", "meta.day", "--workers", "1")
    assert {str(day) for day in rows(out)["published"]} == {"2014-06-01"}
    verdicts = rows(out, "verdicts")
    assert set(verdicts.filter(pl.col("clock") == "then")["verdict"]) == {"unverifiable"}
    again = said(str(tmp_path / "news"), "--out", str(out), code=2)
    assert "was begun with other options" in again


def test_a_new_run_starts_beside(tmp_path: Path, said: Said) -> None:
    text_file(tmp_path, "news/a.txt", SENTENCE)
    asked = (str(tmp_path / "news"), "--out", str(tmp_path / "out"), "--new-run", "--workers", "1")
    for name in ("out", "out-2"):
        told = "".join(said(*asked).split())  # a long path is broken over lines
        assert told.startswith(f"{tmp_path / name}:1document,")


def test_texts_are_kept_where_asked_for(tmp_path: Path, said: Said) -> None:
    text_file(tmp_path, "news/a.txt", SENTENCE)
    said(str(tmp_path / "news"), "--out", str(tmp_path / "out"), "--with-text", "--workers", "1")
    assert rows(tmp_path / "out")["text"].to_list() == [SENTENCE]


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        (("--ray-address", "auto"), "is for --engine ray"),
        (("--workers", "0"), "not in the range"),
        (("--engine", "spark"), "spark"),
    ],
)
def test_what_cannot_be_asked_for(tmp_path: Path, asked: tuple[str, ...], told: str, said: Said) -> None:
    text_file(tmp_path, "news/a.txt", SENTENCE)
    assert told in said(str(tmp_path / "news"), "--out", str(tmp_path / "out"), *asked, code=2)
    assert not (tmp_path / "out").exists()


def test_sources_that_hold_nothing_are_told_in_one_line(tmp_path: Path, said: Said) -> None:
    told = said(str(tmp_path / "gone"), "--out", str(tmp_path / "out"), code=2)
    assert "no such file or folder; give a folder" in told
    assert len(told.strip().splitlines()) == 1
