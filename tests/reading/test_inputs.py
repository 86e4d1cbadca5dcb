"""The door: one document or several, from files and from strings."""

from __future__ import annotations

from pathlib import Path

from burdenshare.reading.inputs import document_of, load_document
from tests.reading.documents.files import PROSE, written


def test_id_comes_from_the_file_or_the_words(tmp_path: Path) -> None:
    assert load_document(written(tmp_path, PROSE, "a story.txt")).id == "a story"
    assert document_of(PROSE).id == document_of(PROSE).id != document_of(PROSE + "x").id
