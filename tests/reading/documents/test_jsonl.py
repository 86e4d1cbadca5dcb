"""JSON Lines: one document a line, and a bad line stops no other."""

from __future__ import annotations

import io
import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.errors import BurdenshareError, DateError, DocumentError, InputError
from burdenshare.reading.documents import jsonl
from burdenshare.reading.documents.jsonl import json_lines
from burdenshare.reading.inputs import load_document, load_documents
from burdenshare.reading.model import Document
from tests.reading.documents.files import PROSE, written


def lines(*objects: Any) -> bytes:
    return b"".join(json.dumps(one, ensure_ascii=False).encode() + b"\n" for one in objects)


def one(data: bytes) -> Document | InputError:
    (line,) = json_lines(io.BytesIO(data), "f.jsonl", "f")
    return line.document


def test_fields_of_a_line() -> None:
    document = one(lines({"text": PROSE, "id": 7, "date": "2025-02-13", "title": "T\nT", "outlet": "O", "author": "A"}))
    assert isinstance(document, Document)
    assert (document.text, document.id, document.published) == (PROSE, "7", date(2025, 2, 13))
    assert (document.title, document.outlet, document.author) == ("T T", "O", "A")


def test_other_names_are_known_and_other_fields_let_be() -> None:
    document = one(
        lines({"text": PROSE, "published": "13 February 2025", "source": "O", "headline": "T", "x": [1], "id": None})
    )
    assert isinstance(document, Document)
    assert (document.published, document.outlet, document.title, document.id) == (date(2025, 2, 13), "O", "T", "f-1")


@pytest.mark.parametrize(
    ("data", "kind", "reason"),
    [
        (b"nonsense\n", DocumentError, r"not JSON \(Expecting value at 1\)"),
        (b"[1]\n", DocumentError, "is a JSON list, not an object"),
        (b"3\n", DocumentError, "is a JSON number, not an object"),
        (b"null\n", DocumentError, "is a JSON null, not an object"),
        (b'{"text": 3}\n', DocumentError, "'text' is a number, not a text"),
        (b'{"text": "x", "title": ["y"]}\n', DocumentError, "'title' is a list, not a text"),
        (b'{"text": "x", "id": true}\n', DocumentError, "'id' is a truth value, not a text"),
        (b'{"text": ""}\n', DocumentError, "has no text"),
        (b'{"title": "x"}\n', DocumentError, "has no text"),
        (b'{"text": "x", "date": "soon"}\n', DateError, "'soon' is not a day"),
        (b'{"text": "x", "date": "2025-13-45"}\n', DateError, "'2025-13-45' is not a day"),
        (b'{"text": "\\ud800"}\n', DocumentError, "broken characters"),
        (b'{"text": "a\\u0000b"}\n', DocumentError, "broken characters"),
        (b'{"text": "\xe9"}\n', DocumentError, "wrongly encoded"),
        (b'{"a":' * 100_000 + b"\n", DocumentError, "not JSON"),
        (b'{"id": ' + b"9" * 5000 + b', "text": "x"}\n', DocumentError, "not JSON"),
    ],
)
def test_bad_line_is_one_line_with_its_number(data: bytes, kind: type[InputError], reason: str) -> None:
    good = lines({"text": PROSE})
    first, second, third = json_lines(io.BytesIO(good + b"\n" + data + good), "f.jsonl", "f")
    assert (first.number, second.number, third.number) == (1, 3, 4)
    assert isinstance(first.document, Document)
    assert isinstance(third.document, Document)
    fault = second.document
    assert isinstance(fault, kind)
    assert fault.where == "f.jsonl, line 3"
    with pytest.raises(kind, match=reason):
        raise fault


def test_line_without_end_is_skipped(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jsonl, "MOST_BYTES", 100)
    data = lines({"text": "x"}) + b"y" * 350 + b"\n" + lines({"text": "z"})
    found = [(line.number, type(line.document)) for line in json_lines(io.BytesIO(data), "f", "f")]
    assert found == [(1, Document), (2, DocumentError), (3, Document)]


def test_mark_at_the_beginning_and_other_encodings(tmp_path: Path) -> None:
    assert isinstance(one(b"\xef\xbb\xbf" + lines({"text": PROSE})), Document)
    path = written(tmp_path, json.dumps({"text": "Küche. " + PROSE}, ensure_ascii=False).encode("cp1252"), "f.jsonl")
    assert load_document(path, encoding="cp1252").text == "Küche. " + PROSE


def test_bad_lines_are_named_and_the_others_go_on(tmp_path: Path) -> None:
    german = "Die Staaten haben nicht genug Geld für die Verteidigung ausgegeben, und das ist ein Problem."
    path = written(tmp_path, lines({"text": PROSE}, [], {"text": german}, {"text": PROSE, "id": "last"}), "f.jsonl")
    faults: list[BurdenshareError] = []
    assert [document.id for document in load_documents(path, on_fault=faults.append)] == ["f-1", "last"]
    assert [fault.where for fault in faults] == [f"{path}, line 2", f"{path}, line 3"]
    with pytest.raises(DocumentError, match="line 2"):
        list(load_documents(path))


def test_missing_and_empty_files_are_one_line(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no such file"):
        load_document(tmp_path / "missing.jsonl")
    (tmp_path / "folder.jsonl").mkdir()
    with pytest.raises(DocumentError, match="is a directory"):
        load_document(tmp_path / "folder.jsonl")
    with pytest.raises(DocumentError, match="holds no document"):
        load_document(written(tmp_path, b"\n\n", "empty.jsonl"))


@given(
    st.lists(
        st.one_of(st.binary(max_size=60), st.dictionaries(st.text(max_size=3), st.integers()).map(lines)), max_size=4
    )
)
def test_any_bytes_are_lines_or_refused_in_one(pieces: list[bytes]) -> None:
    data = b"\n".join(pieces)
    if not data.strip():
        return
    for line in json_lines(io.BytesIO(data), "f", "f"):
        assert isinstance(line.document, Document) or "\n" not in line.document.line()
