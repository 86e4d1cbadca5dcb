"""Deletion really deletes: of a deleted report no byte is left in the files of SQLite."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

import burdenshare as bs
from burdenshare.report.report import Report
from burdenshare.report.reviews import Review
from burdenshare.web.store.store import Store
from tests.samples import checked_document

AT = datetime(2026, 8, 30, tzinfo=UTC)
WORDS = ("zyxw", "vuts", "rqpo", "nmlk")
"""No word of a report or of a program: each text and title is made of these and a number."""


def told(number: int, kind: str, times: int) -> str:
    """Words that stand nowhere else."""
    return " ".join(f"{kind}{WORDS[at % 4]}{number:06d}" for at in range(times))


def report_of(number: int, length: int) -> Report:
    checked = checked_document(f"doc{number:06d}")
    return Report(replace(checked, document=replace(checked.document, text=told(number, "text", length))))


def traces(folder: Path, number: int) -> list[str]:
    """What is left of a report in any file of the folder."""
    held = b"".join(one.read_bytes() for one in folder.iterdir())
    return [
        one
        for one in ("text", "title", "note", "doc")
        for word in ("", *WORDS)
        if f"{one}{word}{number:06d}".encode() in held
    ]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store.open(f"sqlite:///{tmp_path / 'reports.db'}") as opened:
        yield opened


def kept(store: Store, number: int, length: int) -> str:
    saved = store.save(report_of(number, length), title=told(number, "title", 8), with_text=True)
    store.add_review(saved.id, Review("s1", "A. Editor", AT, told(number, "note", 1 + length % 30)))
    return saved.id


def test_no_byte_of_a_deleted_report_is_left(store: Store, tmp_path: Path) -> None:
    chance = random.Random(7)
    live: dict[int, str] = {}
    gone: list[int] = []
    for number in range(60):
        live[number] = kept(store, number, chance.choice((1, 5, 40, 300, 4000)))
        if chance.random() < 0.45:
            other = chance.choice(list(live))
            store.delete(live.pop(other))
            gone.append(other)
    assert len(gone) > 15
    assert [one for number in gone for one in traces(tmp_path, number)] == []
    assert all(set(traces(tmp_path, number)) == {"text", "title", "note", "doc"} for number in live)
    assert [one.name for one in tmp_path.iterdir()] == ["reports.db"]


def test_other_connections_that_read_before_keep_nothing_back(store: Store, tmp_path: Path) -> None:
    report_id = kept(store, 1, 500)
    with Store.open(f"sqlite:///{tmp_path / 'reports.db'}") as other:
        assert other.report(report_id).checked.document.text
        store.delete(report_id)
        assert traces(tmp_path, 1) == []
        with pytest.raises(bs.NotSavedError):
            other.report(report_id)


def test_no_byte_of_a_deleted_review_is_left(store: Store, tmp_path: Path) -> None:
    report_id = kept(store, 1, 5)
    (one,) = store.reviews(report_id)
    store.delete_review(report_id, one.number)
    assert set(traces(tmp_path, 1)) == {"text", "title", "doc"}


def test_text_that_was_not_asked_for_never_reaches_the_file(store: Store, tmp_path: Path) -> None:
    store.save(report_of(1, 500), title=told(1, "title", 2))
    assert set(traces(tmp_path, 1)) == {"title", "doc"}


def test_file_shrinks_again(store: Store, tmp_path: Path) -> None:
    before = (tmp_path / "reports.db").stat().st_size
    store.delete(kept(store, 1, 100_000))
    assert (tmp_path / "reports.db").stat().st_size <= before
