"""Web pages: the article and what the page says about it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from burdenshare.errors import DocumentError
from burdenshare.reading.inputs import load_document
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
