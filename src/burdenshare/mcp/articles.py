"""What an assistant hands over to be read: words, or a link that may be followed."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from pydantic import BaseModel, Field

from burdenshare.errors import InputError
from burdenshare.reading.inputs import document_of, held_in
from burdenshare.reading.model import Document
from burdenshare.report.names import day_of as named_day

MOST_TEXT = 500_000
"""Characters of one text."""
MOST_ARTICLES = 60
ONE_OF = "give either `text` or `link`"


class Article(BaseModel):
    """One article of a story: exactly one of `text` and `link`."""

    text: str = ""
    link: str = ""
    on: str = Field("", description="The day it was published, YYYY-MM-DD; empty where the text tells it.")


def document_in(text: str, link: str, on: str, links: bool) -> Document:
    """The one document that is meant. Raises InputError, DateError, and what fetching a link raises."""
    if bool(text.strip()) == bool(link.strip()):
        raise InputError("both were given" if text.strip() else "nothing was given to read", remedy=ONE_OF)
    day = day_of(on, "on")
    if text.strip():
        if len(text) > MOST_TEXT:
            raise InputError(f"longer than {MOST_TEXT:,} characters", where="text", remedy="give one article")
        return document_of(text, on=day)
    if not links:
        raise InputError("this server follows no links", where="link", remedy="give the words as `text`")
    from burdenshare.reading.documents.fetch import fetched

    documents = held_in(fetched(link.strip()), on=day).documents
    document = next(documents)
    if next(documents, None) is not None:
        raise InputError("holds several documents", where="link", remedy="give the address of one article")
    return document


def documents_in(articles: list[Article], links: bool) -> Iterator[Document]:
    """Every article of a story under a name of its own."""
    if not 0 < len(articles) <= MOST_ARTICLES:
        raise InputError(f"{len(articles)} were given", where="articles", remedy=f"give 1 to {MOST_ARTICLES}")
    for number, one in enumerate(articles, 1):
        document = document_in(one.text, one.link, one.on, links)
        yield replace(document, id=f"report-{number}" if one.text else f"{document.id}-{number}")


def day_of(text: str, where: str) -> date | None:
    """A day; None where empty. Raises DateError."""
    return named_day(text, where) if text.strip() else None
