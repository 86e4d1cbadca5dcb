"""From bytes to text: what is taken as told, and what is refused."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.errors import DocumentError, InputError
from burdenshare.reading.documents.encoding import decoded
from burdenshare.reading.inputs import load_document
from tests.reading.documents.files import PROSE, written


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_encodings(tmp_path: Path, encoding: str) -> None:
    text = PROSE + "It costs €5 bn – “so what?”\n"
    marks = {"utf-16-le": b"\xff\xfe", "utf-16-be": b"\xfe\xff"}
    data = marks.get(encoding, b"") + text.encode(encoding)
    assert load_document(written(tmp_path, data)).text == text


@pytest.mark.parametrize("encoding", ["cp1252", "utf-16", "utf-16-le", "iso-8859-15"])
def test_encoding_that_was_named(tmp_path: Path, encoding: str) -> None:
    text = PROSE + "It costs €5 bn - 'so what?'\n"
    assert load_document(written(tmp_path, text.encode(encoding)), encoding=encoding).text == text


@pytest.mark.parametrize(
    "head",
    [
        '<meta charset="windows-1252">',
        '<meta http-equiv="Content-Type" content="text/html; charset=ISO-8859-1">',
        "<meta charset=latin1>",
    ],
)
def test_page_is_read_as_it_declares(tmp_path: Path, head: str) -> None:
    body = f"<p>It costs €5 bn – “so what?” {PROSE}</p>" * 5
    page = f"<!doctype html><html><head>{head}<title>T</title></head><body><article>{body}</article></body></html>"
    assert "€5 bn – “so what?”" in load_document(written(tmp_path, page.encode("cp1252"), "page.html")).text


@pytest.mark.parametrize("head", ["", '<meta charset="utf-8">', '<meta charset="klingon">'])
def test_page_that_is_not_what_it_declares_is_refused(tmp_path: Path, head: str) -> None:
    page = f"<!doctype html><html><head>{head}</head><body><p>It costs €5 bn. {PROSE}</p></body></html>"
    with pytest.raises(DocumentError, match="wrongly encoded"):
        load_document(written(tmp_path, page.encode("cp1252"), "page.html"))


def test_refusal_names_the_byte_and_what_to_do(tmp_path: Path) -> None:
    path = written(tmp_path, b"\xef\xbb\xbfIt costs \x80 5.")
    with pytest.raises(
        DocumentError, match="not UTF-8 at byte 12; convert it to UTF-8, or name its encoding with --en"
    ):
        load_document(path)


def test_encoding_nobody_knows_is_refused(tmp_path: Path) -> None:
    for name in ("klingon", "rot13", "a\0b"):
        with pytest.raises(InputError, match="unknown encoding"):
            load_document(written(tmp_path, PROSE), encoding=name)


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused_in_one_line(data: bytes) -> None:
    try:
        decoded(data, "file")
    except DocumentError as fault:
        assert "\n" not in fault.line()


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty"),
        (b" \r\n\t ", "empty"),
        (b"PK\x03\x04\x00\x00\x00\x08", "binary"),
        (b"\x01\x02\x03\x04 the words " * 20, "binary"),
        (b"the allies \x81\x8d spend", "wrongly encoded"),
        ("Оборона".encode("koi8-r") * 20, "wrongly encoded"),
        (b"\xff\xfet\x00h\x00e\x00\x00\xd8", "wrongly encoded"),
    ],
)
def test_unusable_bytes_are_refused(tmp_path: Path, data: bytes, reason: str) -> None:
    path = written(tmp_path, data)
    with pytest.raises(DocumentError, match=reason) as caught:
        load_document(path)
    assert caught.value.where == str(path)
