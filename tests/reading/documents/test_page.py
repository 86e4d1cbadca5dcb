"""Web pages: the article and what the page says about it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from burdenshare.errors import DocumentError
from burdenshare.reading.inputs import load_document
from burdenshare.reading.read import read
from burdenshare.record import Record
from tests.reading.documents.files import PROSE, written


def test_html_gives_the_article_and_its_metadata(tmp_path: Path) -> None:
    paragraphs = "".join(f"<p>Paragraph {number}. {PROSE}</p>" for number in range(6))
    page = (
        "<!DOCTYPE html><html><head><title>More for defence | The Example</title>"
        '<meta property="article:published_time" content="2025-02-13T08:00:00Z">'
        '<meta property="og:title" content="More for defence"><meta property="og:site_name" content="The Example">'
        f"</head><body><nav>Menu 1 2 3</nav><article><h1>More for defence</h1>{paragraphs}</article></body></html>"
    )
    document = load_document(written(tmp_path, page, "page.html"))
    assert "Paragraph 5." in document.text
    assert "<p>" not in document.text
    assert "Menu" not in document.text
    assert (document.published, document.published_from) == (date(2025, 2, 13), "metadata")
    assert (document.title, document.outlet) == ("More for defence", "The Example")
    assert load_document(written(tmp_path, page, "page.txt")).text == document.text


def test_page_without_an_article_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DocumentError, match="no article found"):
        load_document(written(tmp_path, "<!doctype html><html><body></body></html>", "page.html"))


PAGE = """<!doctype html><html><head><title>Allies at odds | The Example</title><meta name="author" content="Jane Doe">
<meta property="og:site_name" content="The Example"></head><body>
<div class="cookie-banner"><p>We use cookies to improve your experience.</p><button>Accept all</button></div>
<main><article><h1>Allies at odds over spending</h1><div class="share"><span>Share this article</span><a>X</a></div>
<figure><img src="a.jpg"><figcaption>Mark Rutte in Brussels. Photograph: Omar Havana/Getty Images</figcaption></figure>
<p>The alliance said on Thursday that Poland spent 4.12 percent of GDP on defence in 2024, more than any other.</p>
<p><strong>Read more: <a href="/x">Germany to spend 3.5 percent of GDP on defence by 2029</a></strong></p>
<p>A total of 23 of the 32 NATO members spent at least 2 percent of GDP on defence last year, he told reporters.</p>
<p>Advertisement</p><p>Sign up to our newsletter First Edition, free every weekday at 7am</p>
<p>Ministers will meet again in June, when leaders gather in The Hague for a summit of the alliance.</p>
<h3>Related articles</h3><ul><li><a href="1">Spain rejects 5 percent of GDP</a></li></ul>
</article></main><footer><p>© 2025 The Example. All rights reserved.</p></footer></body></html>"""


def test_furniture_of_a_page_is_not_read_and_moves_no_offset(tmp_path: Path, record: Record) -> None:
    document = load_document(written(tmp_path, PAGE, "page.html"), on=date(2025, 2, 13))
    assert (document.author, document.outlet) == ("Jane Doe", "The Example")
    reading = read(document, record)
    assert {"POL", "NATO"} == {subject for statement in reading.statements for subject in statement.subject}
    for statement in reading.statements:
        assert document.text[statement.span.start : statement.span.end] == statement.text
    unread = "".join(document.text[span.start : span.end] for span in document.furniture)
    shown = {line for line in ("Read more", "Sign up", "Advertisement", "Getty", "cookies") if line in document.text}
    assert all(line in unread for line in shown)


def test_page_of_a_hundred_megabytes_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "huge.html"
    with path.open("wb") as stream:
        stream.write(b"<!doctype html><html><body><p>")
        stream.truncate(100_000_000)
    with pytest.raises(DocumentError, match="larger than 20 MB; split it into articles"):
        load_document(path)


def test_page_nested_without_end_is_read_or_refused(tmp_path: Path) -> None:
    page = f"<!doctype html><html><body>{'<div>' * 20_000}<p>{PROSE * 5}</p></body></html>"
    try:
        assert PROSE.strip() in load_document(written(tmp_path, page, "page.html")).text
    except DocumentError as fault:
        assert "no article found" in fault.line()
