"""Web pages: the article that trafilatura finds in them, with what the page says about it (`heading.py`)."""

from __future__ import annotations

from burdenshare.errors import DocumentError
from burdenshare.reading.documents.admission import dated, told_day
from burdenshare.reading.documents.heading import Heading, heading_of
from burdenshare.reading.model import Document


def page_document(page: str, where: str) -> Document:
    """The article in a web page: trafilatura's text and what the page says of it. Raises DocumentError."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Page
    from trafilatura.utils import load_html

    tree = load_html(page)
    found = None
    heading = Heading()
    if tree is not None:
        heading = heading_of(tree)
        found = bare_extraction(tree, include_comments=False, include_tables=True)
    if not isinstance(found, Page) or not (text := found.text or "").strip():
        raise DocumentError("no article found in the page", where=where, remedy="save the article as plain text")
    document = Document(id="", text=text, title=heading.title, outlet=heading.outlet, author=heading.author)
    return dated(document, told_day(heading.day))
