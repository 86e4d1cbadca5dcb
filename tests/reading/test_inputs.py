"""The door: one document or several, from files and from strings."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

import burdenshare as bs
from burdenshare.errors import DocumentError, InputError
from burdenshare.reading.documents.sources import Source
from burdenshare.reading.inputs import document_of, held_at, held_in, load_document, load_documents
from tests.reading.documents.files import PROSE, written
from tests.reading.documents.pdfs import pdf


def test_id_comes_from_the_file_or_the_words(tmp_path: Path) -> None:
    assert load_document(written(tmp_path, PROSE, "a story.txt")).id == "a story"
    assert document_of(PROSE).id == document_of(PROSE).id != document_of(PROSE + "x").id


def test_every_kind_of_file_gives_one_document(tmp_path: Path) -> None:
    files: dict[str, str | bytes] = {
        "a.txt": PROSE,
        "b.md": f"# Title\n\n{PROSE}",
        "c.html": f"<!doctype html><html><body><article>{f'<p>{PROSE}</p>' * 5}</article></body></html>",
        "d.pdf": pdf([[PROSE.strip()]]),
        "e.eml": f"Subject: Title\n\n{PROSE}",
        "f.xml": f"<rss><channel><item><title>Title</title><description>{PROSE}</description></item></channel></rss>",
        "g.jsonl": json.dumps({"text": PROSE}),
    }
    for name, data in files.items():
        path = written(tmp_path, data if isinstance(data, bytes) else data.encode(), name)
        (document,) = load_documents(path)
        assert PROSE.strip() in document.text
        assert load_document(path) == document
        assert held_at(path).many is (name[0] in "fg")


def test_refused_document_goes_to_the_caller_who_asks(tmp_path: Path) -> None:
    faults: list[InputError] = []
    assert list(load_documents(written(tmp_path, " "), on_fault=faults.append)) == []
    assert [fault.what for fault in faults] == ["empty"]
    with pytest.raises(DocumentError, match="empty"):
        list(load_documents(written(tmp_path, " ")))


def test_encoding_nobody_knows_is_refused_before_anything_is_read(tmp_path: Path) -> None:
    for name in ("missing.txt", "missing.jsonl"):
        with pytest.raises(InputError, match="unknown encoding"):
            load_document(tmp_path / name, encoding="klingon")


def test_author_comes_from_front_matter() -> None:
    assert document_of(f"---\nauthor: Jane Doe\n---\n{PROSE}").author == "Jane Doe"


def test_documents_at_the_door_are_the_documents_of_the_package() -> None:
    assert bs.load_documents is load_documents


def test_a_store_of_files_publishes_no_page() -> None:
    """An archive may lie at `s3://...`: its texts are read like those of this machine, and no host is their outlet."""
    for where, outlet in (("s3://archives/a.html", ""), ("https://www.valley.example/a.html", "valley.example")):
        (document,) = held_in(Source(PROSE.encode(), where, "a", ".txt")).documents
        assert document.outlet == outlet
