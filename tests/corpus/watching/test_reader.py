"""Who reads apart: nothing that a page does ends the watch, and what it does is told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from burdenshare.corpus.engines.planted import ONCE, VARIABLE
from burdenshare.corpus.judging import Judging
from burdenshare.corpus.model import Bounds, Entry
from burdenshare.corpus.watching.reader import PoisonError, ReaderApart
from burdenshare.errors import DocumentError
from burdenshare.reading.documents.sources import Source
from tests.corpus.watching.site import WRONG, feed, item

TODAY = date(2026, 2, 18)


@pytest.fixture
def reader() -> Iterator[ReaderApart]:
    made = ReaderApart(Bounds(seconds=30.0, memory=1536 << 20))
    yield made
    made.close()


def source(text: str, suffix: str = ".txt", media: str = "text/plain") -> Source:
    return Source(text.encode(), "https://example.org/a", "a", suffix, media, "utf-8")


def entry(text: str) -> Entry:
    return Entry("a", source(text), date(2026, 2, 17))


def test_feeds_are_taken_apart_texts_opened_and_judged(reader: ReaderApart) -> None:
    (found,) = reader.entries(source(feed(item("a", "/a.html", WRONG)), ".xml", "application/rss+xml"))
    assert (found.key, found.link) == ("a", "https://example.org/a.html")
    (row,) = reader.opened(entry(WRONG))
    assert row["fate"] == "read"
    judged = reader.judged(row, Judging(TODAY))
    assert len(judged.contradicted) == 1
    assert judged.tables["documents"][0]["statements"] >= 1


def test_a_fault_of_ours_comes_as_it_is_and_the_reader_goes_on(reader: ReaderApart) -> None:
    with pytest.raises(DocumentError, match="not XML"):
        reader.entries(source("no feed", ".xml", "application/rss+xml"))
    assert reader.opened(entry(WRONG))


@pytest.mark.parametrize(("fault", "told"), [("crash", "crash"), ("raise", "crash (KeyError)"), ("memory", "memory")])
def test_what_ends_the_reader_is_told_and_the_next_is_read(
    fault: str, told: str, reader: ReaderApart, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(VARIABLE, f"{fault}@gathering=MARK-A")
    with pytest.raises(PoisonError) as caught:
        reader.opened(entry(f"MARK-A {WRONG}"))
    assert str(caught.value) == told
    assert reader.opened(entry(WRONG))


def test_what_takes_for_ever_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(VARIABLE, "hang@judging=MARK-A")
    monkeypatch.setattr("burdenshare.corpus.watching.reader.STARTING", 2.0)
    reader = ReaderApart(Bounds(seconds=2.0, memory=1536 << 20))
    try:
        with pytest.raises(PoisonError, match="time"):
            reader.judged({"text": f"MARK-A {WRONG}"}, Judging(TODAY))
    finally:
        reader.close()


def test_what_ends_it_once_is_read_the_second_time(
    reader: ReaderApart, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv(VARIABLE, "once:crash@gathering=MARK-A")
    monkeypatch.setenv(ONCE, str(tmp_path))
    assert reader.opened(entry(f"MARK-A {WRONG}"))
    assert len(list(tmp_path.iterdir())) == 1
