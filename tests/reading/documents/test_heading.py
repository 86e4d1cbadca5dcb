"""What a page says of itself: field by field what trafilatura's metadata hold, found without the rest of them."""

from __future__ import annotations

import pytest
from trafilatura.metadata import extract_metadata
from trafilatura.settings import Document as Page
from trafilatura.utils import load_html
from trafilatura.xpaths import AUTHOR_XPATHS

from burdenshare.reading.documents.heading import AUTHOR_MARKS, DATE_SEARCH, heading_of

HEADS = {
    "bare": "",
    "open graph": '<meta property="og:title" content="A &amp; B"><meta property="og:site_name" content="@example_news">'
    '<meta property="article:published_time" content="2025-02-13T08:00:00Z">',
    "author in a mark": '<meta name="author" content="Jane Doe"><meta name="publisher" content="the example">',
    "author of one word": '<meta name="author" content="admin">',
    "JSON-LD": '<script type="application/ld+json">{"@context": "https://schema.org", "@type": "NewsArticle", '
    '"headline": "Allies at odds", "datePublished": "2024-07-09", "author": {"@type": "Person", "name": "John Roe"}, '
    '"publisher": {"@type": "NewsMediaOrganization", "name": "The Example"}}</script>',
    "JSON-LD that is broken": '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "A</script>',
    "JSON-LD of odd kinds": '<script type="application/ld+json">[1, null, {"@type": ["A", 7], "author": 3}]</script>',
    "address": '<link rel="canonical" href="https://www.example.org/2024/07/allies">',
    "title with its site": "<title>Allies at odds | example.org</title>",
}
BODIES = {
    "no author": "<p>Poland spent 4.12 percent.</p>",
    "byline": '<p class="byline">By Jane Doe</p><p>Text.</p>',
    "author's page": '<a rel="author" href="/jane">Jane Doe</a>',
    "itemprop": '<span itemprop="author">Jane Doe</span>',
    "own mark": "<author>Jane Doe</author>",
    "component": '<div data-component="BylineBlock">Jane Doe</div>',
    "test id": '<a data-testid="AuthorCard">Jane Doe</a>',
    "capital": '<div id="AuthorBox">Jane Doe</div>',
    "day in the body": '<time datetime="2023-03-02">2 March 2023</time><h1>Heading</h1>',
}


@pytest.mark.parametrize("body", BODIES)
@pytest.mark.parametrize("head", HEADS)
def test_each_field_is_what_the_library_finds(head: str, body: str) -> None:
    page = f"<!doctype html><html><head>{HEADS[head]}</head><body><main>{BODIES[body]}</main></body></html>"
    found = heading_of(load_html(page))
    asked: Page = extract_metadata(page, date_config=dict(DATE_SEARCH))
    assert (found.title, found.author, found.day) == (asked.title or "", asked.author or "", asked.date or "")
    assert found.outlet == (asked.sitename or asked.hostname or "")


def test_every_pattern_for_an_author_needs_one_of_the_marks() -> None:
    """A new release of the library may look for more: then the table wants a row."""
    told = " ".join(str(one.path) for one in AUTHOR_XPATHS)
    words = {
        word
        for quoted in told.split("'")[1::2]
        for word in quoted.replace("[Aa]", "a").replace("[Bb]", "b").replace("-?", "-").lower().split("|")
    }
    left = {word for word in words if not any(mark in word for mark in AUTHOR_MARKS)}
    assert left == {"me"}  # an element of that name within `rel`, which no page has
