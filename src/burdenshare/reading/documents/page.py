"""Web pages: the article that trafilatura finds in them, and what the page says about it."""

from __future__ import annotations

from burdenshare.errors import DocumentError
from burdenshare.reading.documents.admission import dated, told_day
from burdenshare.reading.model import Document

DATE_SEARCH = {"extensive_search": False, "original_date": True, "outputformat": "%Y-%m-%d"}
"""A page's day comes from its metadata alone: the extensive search takes any date in the prose for it."""


def page_document(page: str, where: str) -> Document:
    """The article in a web page: trafilatura's text and metadata. Raises DocumentError."""
    from trafilatura import bare_extraction
    from trafilatura.settings import Document as Page

    found = bare_extraction(
        page, with_metadata=True, include_comments=False, include_tables=True, date_extraction_params=DATE_SEARCH
    )
    if not isinstance(found, Page) or not (text := found.text or "").strip():
        raise DocumentError("no article found in the page", where=where, remedy="save the article as plain text")
    document = Document(
        id="",
        text=text,
        title=found.title or "",
        outlet=found.sitename or found.hostname or "",
        author=found.author or "",
    )
    return dated(document, told_day(found.date or ""))
