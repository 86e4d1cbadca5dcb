"""Markup of an entry or a message to text: blocks become lines, entities characters.

Pages go through trafilatura, which looks for the article among everything else. A feed's entry or a mail is nothing but
the text, and often too short for that search.
"""

from __future__ import annotations

import re

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

_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f]")
_SPACE = re.compile(r"[ \t\r\n\f\v]+")
_MARKUP = re.compile(r"<(?:[a-zA-Z!/][^<>]{0,2000})>|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,30});")


def fragment_text(markup: str) -> str:
    """The text of a piece of HTML, one line a block, with a blank line between blocks.

    Read by libxml2, in one pass and without a tree: Python's own parser takes the square of the time on some markup.
    """
    from lxml.etree import HTMLParser

    text = _Text()
    parser = HTMLParser(target=text, encoding="utf-8", huge_tree=True, remove_comments=True, remove_pis=True)
    parser.feed(b"<html><body>" + _CONTROL.sub(" ", markup).encode("utf-8", "replace"))
    parser.close()
    lines = (_SPACE.sub(" ", line).strip() for line in "".join(text.pieces).split("\n"))
    return "\n\n".join(line for line in lines if line)


def is_markup(text: str) -> bool:
    """Whether `text` has a tag or an entity in it: feeds do not always say which of the two they hold."""
    return _MARKUP.search(text) is not None


class _Text:
    """Gathers words and line ends as the parser meets them."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self._silent = 0

    def start(self, tag: str, _attributes: object) -> None:
        self._silent += tag in SILENT
        if tag in BLOCKS:
            self.pieces.append("\n")

    def end(self, tag: str) -> None:
        self._silent -= tag in SILENT
        if tag in BLOCKS:
            self.pieces.append("\n")

    def data(self, data: str) -> None:
        if not self._silent:
            self.pieces.append(_SPACE.sub(" ", data))

    def close(self) -> None:
        """Nothing is left to do."""
