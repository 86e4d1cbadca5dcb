"""JSON Feed: the same entries out of JSON, and one line for what is none."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from burdenshare.errors import DocumentError
from burdenshare.reading.documents.feed_entry import Entry
from burdenshare.reading.documents.feeds import feed_entries
from burdenshare.reading.documents.json_feed import is_json_feed
from burdenshare.reading.documents.media import Medium, medium_of
from burdenshare.reading.documents.sources import Source
from burdenshare.reading.inputs import load_documents
from tests.reading.documents.files import PROSE

ITEM = {
    "id": "tag:a",
    "url": "https://example.org/a",
    "title": "More for defence",
    "content_html": f"<p>{PROSE}</p><p>It costs &euro;5 bn &amp; more.</p><script>x()</script>",
    "content_text": "shorter",
    "summary": "Short.",
    "date_published": "2025-02-13T23:30:00-05:00",
    "date_modified": "2025-03-01T00:00:00Z",
    "authors": [{"name": "Jane Doe"}, {"url": "https://example.org/x"}, {"name": "John Roe"}],
}


def feed(*items: Any, version: Any = "https://jsonfeed.org/version/1.1", **more: Any) -> str:
    return json.dumps({"version": version, "title": "The Example", "items": list(items), **more})


def entries(text: str) -> list[Entry]:
    return list(feed_entries(text.encode(), "feed.json", "feed"))


def test_an_item_is_a_document() -> None:
    (one,) = entries(feed(ITEM))
    document = one.document
    assert document.text == f"More for defence\n\n{PROSE.strip()}\n\nIt costs €5 bn & more.\n"
    assert (one.number, one.key, one.link) == (1, "tag:a", "https://example.org/a")
    assert (document.id, document.title, document.outlet) == ("tag:a", "More for defence", "The Example")
    assert document.author == "Jane Doe, John Roe"
    assert (document.published, document.published_from) == (date(2025, 2, 13), "metadata")


def test_version_1_has_one_author_and_a_feed_may_name_it() -> None:
    items = ({"id": "1", "content_text": PROSE, "author": {"name": "Jane Doe"}}, {"id": "2", "content_text": PROSE})
    told = entries(feed(*items, version="https://jsonfeed.org/version/1", author={"name": "The desk"}))
    assert [one.document.author for one in told] == ["Jane Doe", "The desk"]


def test_what_is_left_out_or_of_another_sort_is_as_good_as_none() -> None:
    bare = {"id": 7, "external_url": "https://far.example/x", "summary": PROSE, "title": None, "date_published": 5}
    first, second, third = entries(feed(bare, {"content_text": [1], "authors": "Jane", "url": "/b"}, "no object"))
    assert (first.key, first.link, first.document.published) == ("7", "https://far.example/x", None)
    assert first.document.text == f"{PROSE.strip()}\n"
    assert (second.key, second.document.text, second.document.author) == ("/b", "", "")
    assert (third.key, third.document.id, third.document.text) == ("", "feed-3", "")


def test_slashes_behind_backslashes_and_a_mark_before_it_are_read() -> None:
    written = feed(ITEM).replace("/", "\\/")
    assert len(entries("\ufeff" + written)) == 1
    assert is_json_feed(b"\xef\xbb\xbf \n" + written.encode())


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ('{"version": ', r"not JSON \(Expecting value at line 1, 13\)"),
        ("{" * 100_000, "not JSON"),
        ('{"a": ' * 100_000 + "1" + "}" * 100_000, "not JSON that can be read"),
        ('{"title": "no version", "items": []}', "JSON, but no feed"),
        (feed(ITEM, version=1), "JSON, but no feed"),
        (feed(ITEM, version="https://jsonfeed.org/version/2"), r"version that is not known .*version/2"),
        (feed(), "a feed without entries"),
        (feed().replace("[]", '"none"'), "a feed without entries"),
        (feed({"id": "a", "content_text": "\ud800"}), "holds broken characters"),
    ],
)
def test_what_is_none_is_refused_in_one_line(text: str, told: str) -> None:
    with pytest.raises(DocumentError, match=told):
        entries(text)


@pytest.mark.parametrize(
    ("media", "suffix", "medium"),
    [
        ("", ".json", Medium.FEED),
        ("", "", Medium.FEED),
        ("application/feed+json", "", Medium.FEED),
        ("application/json", ".json", Medium.FEED),
        ("text/plain", "", Medium.FEED),
        ("application/octet-stream", ".json", Medium.FEED),
    ],
)
def test_it_is_known_by_what_it_says_of_itself(media: str, suffix: str, medium: Medium) -> None:
    assert medium_of(Source(feed(ITEM).encode(), "feed", "feed", suffix, media)) is medium


def test_other_json_is_still_no_text() -> None:
    with pytest.raises(DocumentError, match="holds application/json, not a text"):
        medium_of(Source(b'{"a": 1}', "data", "data", ".json", "application/json"))
    with pytest.raises(DocumentError, match="no feed and no JSON Lines"):
        medium_of(Source(b'{"a": 1}', "data", "data", ".json"))


def test_a_file_is_read_like_any_feed(tmp_path: Path) -> None:
    path = tmp_path / "feed.json"
    path.write_text(feed(ITEM, {"id": "empty"}, {**ITEM, "id": "b"}), encoding="utf-8")
    faults: list[Exception] = []
    told = [one.id for one in load_documents(path, on_fault=faults.append)]
    assert (told, [str(one).split(":")[0] for one in faults]) == (["tag:a", "b"], [f"{path}, entry 2"])
