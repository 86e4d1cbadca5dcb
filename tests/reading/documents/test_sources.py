"""The bytes of a source."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from burdenshare.errors import DocumentError
from burdenshare.reading.inputs import MOST_BYTES, load_document
from tests.reading.documents.files import PROSE


def test_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    class Stdin:
        buffer = io.BytesIO(PROSE.encode())

    monkeypatch.setattr("sys.stdin", Stdin)
    document = load_document("-")
    assert (document.id, document.text) == ("stdin", PROSE)


def test_missing_file_and_directory_are_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no such file"):
        load_document(tmp_path / "nothing.txt")
    with pytest.raises(DocumentError, match="is a directory"):
        load_document(tmp_path)


def test_file_of_more_than_twenty_megabytes_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "huge.txt"
    with path.open("wb") as stream:
        stream.truncate(MOST_BYTES + 1)
    with pytest.raises(DocumentError, match="larger than 20 MB"):
        load_document(path)
