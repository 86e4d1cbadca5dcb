"""What stands in a feed, told apart."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.corpus.watching.found import MOST_KEY, found_in
from burdenshare.corpus.watching.model import Found
from burdenshare.reading.documents.sources import Source
from tests.corpus.watching.site import feed, item

WHERE = "https://news.example.org/world/feed.xml"


def found(text: str) -> list[Found]:
    return found_in(Source(text.encode(), WHERE, "feed", ".xml", "application/rss+xml", "utf-8"))


def test_the_last_comes_first() -> None:
    assert [one.key for one in found(feed(item("new", "/1"), item("old", "/2")))] == ["old", "new"]


def test_of_entries_with_one_key_the_first_counts() -> None:
    (one,) = found(feed(item("a", "/1", "first"), item("a", "/2", "second")))
    assert "first" in one.text


@pytest.mark.parametrize(
    ("link", "whole"),
    [
        ("/a.html", "https://news.example.org/a.html"),
        ("a.html#top", "https://news.example.org/world/a.html"),
        ("https://other.example.org/a", "https://other.example.org/a"),
        ("javascript:alert(1)", ""),
        ("mailto:desk@example.org", ""),
        ("http://[", ""),
        ("", ""),
    ],
)
def test_a_link_is_made_whole_or_is_none(link: str, whole: str) -> None:
    (one,) = found(feed(item("a", link)))
    assert one.link == whole


def test_another_word_is_another_digest_and_the_same_words_are_one() -> None:
    texts = [feed(item("a", "/a", "one")), feed(item("a", "/a", "two")), feed(item("a", "/a", "one"), title="Else")]
    first, second, third = (found(text)[0].digest for text in texts)
    assert first != second
    assert first == third


def test_an_entry_without_a_key_is_known_by_its_words() -> None:
    bare = feed("<item><title>One</title></item>", "<item><title>Two</title></item>")
    two, one = found(bare)
    assert {one.title, two.title} == {"One", "Two"}
    assert one.key != two.key
    assert [entry.key for entry in found(bare)] == [two.key, one.key]


def test_long_keys_are_told_apart() -> None:
    start = "https://example.org/" + "x" * MOST_KEY
    keys = [one.key for one in found(feed(item(start + "1", "/1"), item(start + "2", "/2")))]
    assert len(set(keys)) == 2
    assert all(len(key) <= MOST_KEY for key in keys)


def test_atom_links_to_the_article_and_not_to_its_comments() -> None:
    text = (
        '<feed xmlns="http://www.w3.org/2005/Atom"><title>The Daily</title><entry><id>a</id><title>T</title>'
        '<link rel="replies" href="/comments"/><link rel="alternate" href="/article"/>'
        "<published>2026-02-17T08:00:00Z</published><summary>Text</summary></entry></feed>"
    )
    (one,) = found(text)
    assert (one.link, one.day) == ("https://news.example.org/article", date(2026, 2, 17))
