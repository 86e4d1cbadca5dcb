"""RSS and Atom: every entry a document of its own."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from burdenshare.errors import BurdenshareError, DocumentError
from burdenshare.reading.documents.feeds import feed_entries
from burdenshare.reading.inputs import load_document, load_documents
from burdenshare.reading.model import Document
from tests.reading.documents.files import PROSE, written

RSS = f"""<?xml version="1.0"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/"
  xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>The Example</title><description>News of the day</description>
<item><title>More for defence</title><link>https://example.org/a</link><guid>tag:a</guid>
  <pubDate>Thu, 13 Feb 2025 08:00:00 GMT</pubDate><dc:creator>Jane Doe</dc:creator>
  <media:description>A picture</media:description><description>Short.</description>
  <content:encoded><![CDATA[<p>{PROSE}</p><p>It costs &euro;5 bn &amp; more.</p><script>x()</script>]]>
  </content:encoded></item>
<item><title>Second &amp; last</title><link>https://example.org/b</link><author>j@example.org (John Roe)</author>
  <dc:date>2025-02-14T10:00:00+01:00</dc:date><description>&lt;p&gt;{PROSE}&lt;/p&gt;</description></item>
<item><description>The allies &lt; 2 percent of them &gt; met. {PROSE}</description></item>
</channel></rss>"""

ATOM = f"""<feed xmlns="http://www.w3.org/2005/Atom"><title type="text">The Example</title><id>tag:feed</id>
<entry><title type="html">More &lt;b&gt;for&lt;/b&gt; defence</title><id>tag:1</id>
  <link rel="alternate" href="https://example.org/1"/>
  <author><name>Jane Doe</name><email>j@example.org</email></author>
  <updated>2025-03-01T00:00:00Z</updated><published>2025-02-13T23:59:00Z</published>
  <summary>Short.</summary><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{PROSE}</p>
  <ul><li>A &amp; B</li></ul></div></content></entry>
<entry><title>Second</title><link href="https://example.org/2"/><updated>2025-02-14T00:00:00Z</updated>
  <content type="text">{PROSE} 1 &lt; 2</content></entry>
</feed>"""

RDF = f"""<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
<channel><title>The Example</title></channel>
<item><title>One</title><description>{PROSE}</description></item></rdf:RDF>"""


def entries(feed: str) -> list[Document]:
    return [entry.document for entry in feed_entries(feed.encode(), "feed.xml", "feed")]


def test_rss() -> None:
    first, second, third = entries(RSS)
    assert first.text == f"More for defence\n\n{PROSE.strip()}\n\nIt costs €5 bn & more.\n"
    assert (first.id, first.title, first.outlet, first.author) == (
        "tag:a",
        "More for defence",
        "The Example",
        "Jane Doe",
    )
    assert (first.published, first.published_from) == (date(2025, 2, 13), "metadata")
    assert second.text == f"Second & last\n\n{PROSE.strip()}\n"
    assert (second.id, second.author) == ("https://example.org/b", "John Roe")
    assert second.published == date(2025, 2, 14)
    assert (third.id, third.published, third.title) == ("feed-3", None, "")
    assert third.text.startswith("The allies < 2 percent of them > met.")


def test_atom() -> None:
    first, second = entries(ATOM)
    assert first.text == f"More for defence\n\n{PROSE.strip()}\n\nA & B\n"
    assert (first.id, first.author, first.published) == ("tag:1", "Jane Doe", date(2025, 2, 13))
    assert second.text.endswith(" 1 < 2\n")
    assert (second.id, second.published) == ("https://example.org/2", date(2025, 2, 14))


def test_rdf() -> None:
    (one,) = entries(RDF)
    assert (one.title, one.outlet) == ("One", "The Example")


@pytest.mark.parametrize(
    ("feed", "reason"),
    [
        ("<html><p>no</p></html>", r"XML, but no feed \(its root is 'html'\)"),
        ("<rss><channel><title>x</title></channel></rss>", "a feed without entries"),
        ("not xml", "a feed that is not XML"),
        ("", "a feed that is not XML"),
    ],
)
def test_what_is_no_feed_is_one_line(feed: str, reason: str) -> None:
    with pytest.raises(DocumentError, match=reason) as caught:
        entries(feed)
    assert caught.value.where == "feed.xml"


def test_bad_entry_is_named_and_the_others_go_on(tmp_path: Path) -> None:
    old = "<item><pubDate>Mon, 1 Jan 1940 00:00:00 GMT</pubDate><title>T</title></item>"
    bad = f"<item><description></description></item>{old}"
    path = written(tmp_path, RSS.replace("<item>", f"{bad}<item>", 1), "feed.rss")
    faults: list[BurdenshareError] = []
    found = list(load_documents(path, on_fault=faults.append))
    assert [document.id for document in found] == ["tag:a", "https://example.org/b", "feed-5"]
    assert [fault.where for fault in faults] == [f"{path}, entry 1", f"{path}, entry 2"]
    with pytest.raises(DocumentError, match="entry 1: empty"):
        list(load_documents(path))


def test_one_document_is_not_one_of_several(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="holds several documents; read them with load_documents"):
        load_document(written(tmp_path, RSS, "feed.xml"))
    assert load_document(written(tmp_path, RDF, "feed.xml")).title == "One"


def test_day_of_the_caller_wins(tmp_path: Path) -> None:
    days = {one.published for one in load_documents(written(tmp_path, RSS, "feed.rss"), on=date(2024, 1, 1))}
    assert days == {date(2024, 1, 1)}


def test_furniture_of_an_entry_is_known(tmp_path: Path) -> None:
    feed = RDF.replace("</description>", "&lt;p&gt;Read more: 5% for NATO&lt;/p&gt;</description>")
    document = load_document(written(tmp_path, feed, "feed.xml"))
    assert [document.text[one.start : one.end] for one in document.furniture] == ["Read more: 5% for NATO"]
