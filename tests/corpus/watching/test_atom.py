"""The feed of contradictions: well formed whatever it holds, with ids that stay, and each entry by itself."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.corpus.watching.atom import AUTOMATIC, NO_LONGER, atom
from burdenshare.reading.documents.feeds import feed_entries

NS = "{http://www.w3.org/2005/Atom}"
TOKEN = "0123456789abcdef0123456789abcdef"
BEGUN = "2026-02-17T12:00:00+00:00"


def line(name: str = "a", **more: Any) -> dict[str, Any]:
    answer = {"verdict": "contradicted", "on": "2026-02-17", "why": "31, not 32", "reading": "members"}
    return {
        "id": name,
        "found": "2026-02-18T12:00:00+00:00",
        "outlet": "The Daily",
        "title": "Title",
        "link": "https://example.org/a.html?x=1&y=2",
        "published": "2026-02-17",
        "quote": "NATO has 31 members.",
        "words": "31 members",
        "speaker": "Jane Doe",
        "mode": "quote",
        "then": answer,
        "now": answer,
        "evidence": [{"told": "the list", "address": "https://example.org/list"}],
        "edition": "2026-08-22",
        "burdenshare": "0.1.0",
        **more,
    }


def made(*lines: dict[str, Any], gone: dict[str, str] | None = None, address: str = "") -> ElementTree.Element:
    return ElementTree.fromstring(atom("Contradicted", address, TOKEN, BEGUN, lines, gone or {}))


def test_it_has_what_the_standard_wants() -> None:
    root = made(line(), address="https://desk.example.org/contradicted.xml")
    for owner in (root, *root.iter(f"{NS}entry")):
        for name in ("id", "title", "updated"):
            assert len(owner.findall(f"{NS}{name}")) == 1
        assert (owner.findtext(f"{NS}id") or "").startswith("urn:uuid:")
        assert datetime.fromisoformat(owner.findtext(f"{NS}updated") or "").tzinfo is not None
    assert root.findtext(f"{NS}author/{NS}name")
    links = [(one.get("rel"), one.get("href")) for one in root.findall(f"{NS}link")]
    assert links == [("self", "https://desk.example.org/contradicted.xml")]


def test_an_entry_tells_all_by_itself() -> None:
    (entry,) = made(line()).iter(f"{NS}entry")
    content = entry.findtext(f"{NS}content") or ""
    for words in (AUTOMATIC, "NATO has 31 members.", "31, not 32", "As known on that day", "By now", "Jane Doe"):
        assert words in content
    assert 'href="https://example.org/list"' in content
    assert "<img" not in content
    links = {one.get("rel"): one.get("href") for one in entry.findall(f"{NS}link")}
    assert links == {"alternate": "https://example.org/a.html?x=1&y=2", "related": "https://example.org/list"}


def test_ids_stay_and_are_apart() -> None:
    first, second = (made(line("a"), line("b")) for _ in range(2))
    ids = [one.findtext(f"{NS}id") for one in first.iter(f"{NS}entry")]
    assert ids == [one.findtext(f"{NS}id") for one in second.iter(f"{NS}entry")]
    assert len({*ids, first.findtext(f"{NS}id")}) == 3


def test_what_is_no_longer_said_is_told_with_its_day() -> None:
    root = made(line(), gone={"a": "2026-02-20T12:00:00+00:00"})
    (entry,) = root.iter(f"{NS}entry")
    assert entry.findtext(f"{NS}updated") == root.findtext(f"{NS}updated") == "2026-02-20T12:00:00+00:00"
    assert NO_LONGER in (entry.findtext(f"{NS}content") or "")


def test_a_feed_without_entries_is_one_too() -> None:
    assert made().findtext(f"{NS}updated") == BEGUN


@pytest.mark.parametrize(
    "nasty", ["<script>alert(1)</script>", "a\x00b\x1bc", "\ud800", "]]>", "&nbsp;", "\"'", "\ufffe"]
)
def test_words_of_strangers_stay_words(nasty: str) -> None:
    root = made(line(quote=nasty, words=nasty, title=nasty, speaker=nasty, outlet=nasty))
    assert "<script>" not in (next(root.iter(f"{NS}entry")).findtext(f"{NS}content") or "")


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_words_give_a_feed_that_can_be_read(quote: str, link: str) -> None:
    data = atom("Contradicted", "", TOKEN, BEGUN, [line(quote=quote, link=link, title=quote)], {})
    (entry,) = feed_entries(data, "contradicted.xml", "contradicted")
    assert entry.key.startswith("urn:uuid:")
    assert "javascript:" not in entry.document.text or "javascript:" in quote + link
