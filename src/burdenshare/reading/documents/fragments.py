"""Markup of an entry or a message to text: blocks become lines, entities characters.

Pages go through trafilatura, which looks for the article among everything else. A feed's entry or a mail is nothing but
the text, and often too short for that search.
"""

from __future__ import annotations

import re
from html.parser import HTMLParser

BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "br",
        "dd",
        "div",
        "dl",
        "dt",
        "figcaption",
        "figure",
        "footer",
        "form",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "header",
        "hr",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
"""Elements that begin and end a line."""

SILENT = frozenset({"script", "style", "head", "title", "template", "svg", "noscript", "iframe", "object", "select"})
"""Elements whose words are not the text's."""

_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_MARKUP = re.compile(r"<(?:[a-zA-Z!/][^<>]{0,2000})>|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")


def fragment_text(markup: str) -> str:
    """The text of a piece of HTML, one line a block, with a blank line between blocks."""
    parser = _Text()
    parser.feed(markup)
    parser.close()
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(parser.pieces).split("\n"))
    return "\n\n".join(line for line in lines if line)


def is_markup(text: str) -> bool:
    """Whether `text` has a tag or an entity in it: feeds do not always say which of the two they hold."""
    return _MARKUP.search(text) is not None


class _Text(HTMLParser):
    """Gathers words and line ends; depth of silent elements is counted, never nested calls."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.pieces: list[str] = []
        self._silent: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in SILENT:
            self._silent.append(tag)
        elif tag in BLOCKS:
            self.pieces.append("\n")

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in BLOCKS:
            self.pieces.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in self._silent:
            del self._silent[self._silent.index(tag) :]
        elif tag in BLOCKS:
            self.pieces.append("\n")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(_SPACE.sub(" ", data))
