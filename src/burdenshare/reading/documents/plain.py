"""Plain text and Markdown: the decoded file itself is the text, front matter included."""

from __future__ import annotations

import re

from burdenshare.reading.documents.admission import dated, told_day
from burdenshare.reading.documents.furniture import lines_within
from burdenshare.reading.model import Document, Span

_FRONT_MATTER = re.compile(r"\A---[ \t]*\r?\n(.{0,4000}?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^([A-Za-z_-]+)[ \t]*:[ \t]*(.*?)[ \t]*\r?$", re.MULTILINE)
_HEADING = re.compile(r"\s*#{1,2}[ \t]+(\S[^\r\n]{0,300})")


def plain_document(text: str) -> Document:
    """A plain text or Markdown document, with what its front matter says; the front matter is no prose."""
    found = _FRONT_MATTER.match(text)
    fields = {name.lower(): value.strip("'\"") for name, value in _FIELD.findall(found[1])} if found else {}

    def first(*names: str) -> str:
        return next((fields[name] for name in names if fields.get(name)), "")

    document = Document(
        id="",
        text=text,
        title=first("title") or _heading(text[found.end() :] if found else text),
        outlet=first("outlet", "source", "publisher"),
        author=first("author", "byline", "by"),
        furniture=tuple(lines_within(text, Span(0, found.end()))) if found else (),
    )
    return dated(document, told_day(first("date", "published", "pubdate")))


def _heading(text: str) -> str:
    """The Markdown heading at the top, or empty."""
    found = _HEADING.match(text)
    return found[1].rstrip("# \t") if found else ""
