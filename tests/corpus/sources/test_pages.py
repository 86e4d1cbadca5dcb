"""What a server sent becomes a source with what it said of it."""

from __future__ import annotations

import re

import pytest

from benchmarks.corpus_sample import packed, record
from burdenshare.corpus.model import Broken, Entry
from burdenshare.corpus.sources.pages import page_of
from burdenshare.corpus.sources.records import Raw


def raw(data: bytes) -> Raw:
    head, _, rest = data.partition(b"\r\n\r\n")
    kind = re.search(rb"WARC-Type: (\w+)", head)
    assert kind is not None
    body = rest[:-4]
    return Raw(0, kind[1].decode(), head + b"\r\n\r\n", body, len(body))


def test_a_page_with_its_media_charset_address_and_outlet() -> None:
    found = page_of(raw(record("https://www.valley.example/a.html?x=1", b"<p>A word.</p>")), "crawl@0")
    assert isinstance(found, Entry)
    assert (found.address, found.outlet) == ("https://www.valley.example/a.html?x=1", "valley.example")
    assert (found.source.media, found.source.charset, found.source.suffix) == ("text/html", "utf-8", "")


def test_a_page_of_untold_media_is_known_by_its_address() -> None:
    found = page_of(raw(record("https://a.example/a.pdf?x", b"%PDF", "Content-Type: application/octet-stream")), "c@0")
    assert isinstance(found, Entry)
    assert found.source.suffix == ".pdf"


@pytest.mark.parametrize(
    ("body", "head", "told"),
    [
        (packed(b"<p>A word.</p>")[:-9], "Content-Type: text/html\r\nContent-Encoding: gzip", "breaks off"),
        (b"x", "Content-Type: video/mp4", "no page but video/mp4"),
    ],
)
def test_what_cannot_be_opened_is_told(body: bytes, head: str, told: str) -> None:
    found = page_of(raw(record("https://a.example/", body, head)), "crawl@0")
    assert isinstance(found, Broken)
    assert told in found.reason


def test_what_is_about_a_page_is_none() -> None:
    assert page_of(raw(record("https://a.example/", b"", kind="request")), "crawl@0") is None
    assert page_of(Raw(0, fault="no record begins here"), "crawl@0") == Broken("crawl@0", "no record begins here")
