"""What kind of thing a source is."""

from __future__ import annotations

import pytest

from burdenshare.errors import DocumentError
from burdenshare.reading.documents.media import Medium, by_name, medium_of
from burdenshare.reading.documents.sources import Source

MAIL = b"From: a@example.org\r\nDate: Thu, 13 Feb 2025 10:00:00 +0000\r\nMIME-Version: 1.0\r\n\r\nThe allies met.\r\n"
LINE = b'{"text": "The allies met.", "id": 1}\n'


@pytest.mark.parametrize(
    ("name", "data", "medium"),
    [
        ("a.txt", b"The allies met.", Medium.PLAIN),
        ("a.md", b"# The allies", Medium.PLAIN),
        ("a.html", b"anything", Medium.PAGE),
        ("a.txt", b"\xef\xbb\xbf<!doctype html><html>", Medium.PAGE),
        ("a.txt", b"<!-- x --><html>", Medium.PAGE),
        ("a.txt", b"<!---->" * 1000 + b"x", Medium.PLAIN),
        ("a.xml", b"<?xml version='1.0'?><html>", Medium.PAGE),
        ("a.xml", b"<rss>", Medium.FEED),
        ("a.rss", b"no xml", Medium.FEED),
        ("a.txt", b"<?xml version='1.0'?>\n<feed xmlns='http://www.w3.org/2005/Atom'>", Medium.FEED),
        ("a.txt", b"%PDF-1.4 ...", Medium.PDF),
        ("a.pdf", b"not really", Medium.PDF),
        ("a.eml", b"anything", Medium.MAIL),
        ("a.ndjson", b"anything", Medium.JSONL),
        ("a.txt", MAIL, Medium.PLAIN),
        ("a.txt", LINE, Medium.PLAIN),
        ("a.json", LINE, Medium.JSONL),
        ("stdin", LINE + LINE, Medium.JSONL),
        ("stdin", MAIL, Medium.MAIL),
        ("stdin", b"From: NATO\nDate: today\n\nThe allies met.", Medium.PLAIN),
        ("stdin", b"{" * 100_000, Medium.PLAIN),
        ("stdin", b'{"title": "no text"}', Medium.PLAIN),
        ("stdin", b"", Medium.PLAIN),
    ],
)
def test_file_is_known_by_its_first_bytes_and_its_suffix(name: str, data: bytes, medium: Medium) -> None:
    suffix = f".{name.rpartition('.')[2]}" if "." in name else ""
    assert medium_of(Source(data, name, "a", suffix)) is medium


@pytest.mark.parametrize(
    ("media", "data", "medium"),
    [
        ("text/html", b"<p>", Medium.PAGE),
        ("text/plain", b"The allies", Medium.PLAIN),
        ("text/plain", b"<!doctype html><html>", Medium.PAGE),
        ("text/xml", b"<html>", Medium.PAGE),
        ("text/html", b"<?xml version='1.0'?><rss>", Medium.FEED),
        ("application/xml", b"<rss>", Medium.FEED),
        ("application/pdf", b"", Medium.PDF),
        ("message/rfc822", b"", Medium.MAIL),
        ("application/x-ndjson", b"", Medium.JSONL),
        ("application/octet-stream", b"%PDF-1.4", Medium.PDF),
        ("", b"<html>", Medium.PAGE),
    ],
)
def test_page_is_what_its_server_says_unless_it_looks_otherwise(media: str, data: bytes, medium: Medium) -> None:
    assert medium_of(Source(data, "https://example.org/a", "a", "", media)) is medium


def test_plain_text_by_the_server_may_be_more_by_its_name() -> None:
    assert medium_of(Source(b"{}", "https://example.org/a.jsonl", "a", ".jsonl", "text/plain")) is Medium.JSONL
    assert medium_of(Source(b"{}", "https://example.org/a.jsonl", "a", ".jsonl", "text/html")) is Medium.PAGE


@pytest.mark.parametrize("data", [b'[{"text": "Poland spent 2.0', b'\n {"title": 1}', b"\xef\xbb\xbf[1, 2]"])
def test_json_of_a_file_that_is_no_feed_and_no_lines_is_refused(data: bytes) -> None:
    with pytest.raises(DocumentError, match="no feed and no JSON Lines"):
        medium_of(Source(data, "a.json", "a", ".json"))
    assert medium_of(Source(data, "a.txt", "a", ".txt")) is Medium.PLAIN


def test_words_in_a_file_named_json_are_a_text() -> None:
    assert medium_of(Source(b"Poland spent 2.0 percent.", "a.json", "a", ".json")) is Medium.PLAIN


@pytest.mark.parametrize("media", ["image/png", "video/mp4", "application/zip", "application/json", "text/css"])
def test_what_holds_no_text_is_refused(media: str) -> None:
    with pytest.raises(DocumentError, match=f"holds {media}, not a text"):
        medium_of(Source(b"", "https://example.org/a", "a", "", media))


def test_json_lines_are_known_before_they_are_opened() -> None:
    assert by_name("a/b.JSONL") is Medium.JSONL
    assert by_name("a.txt") is None
    assert by_name("-") is None
