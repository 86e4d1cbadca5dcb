"""JSON Feed (jsonfeed.org, versions 1 and 1.1): the same entries as those of RSS and Atom, out of JSON.

Publishers stray from the rules in what they leave out and in what sort of value they give: a field of another sort is
as good as none, and an item without words is told by whoever reads the entry.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import date
from typing import Any

from burdenshare.errors import DocumentError
from burdenshare.reading.documents.admission import dated, told_day
from burdenshare.reading.documents.encoding import decoded, whole
from burdenshare.reading.documents.feed_entry import Entry, entry_text
from burdenshare.reading.documents.fragments import fragment_text
from burdenshare.reading.model import Document

DAYS = ("date_published", "date_modified")
"""Where an item keeps its day, the first publication first."""

_VERSION = re.compile(rb'"version"\s*:\s*"https?:\\?/\\?/(?:www\.)?jsonfeed\.org\\?/version\\?/')
"""What names the format; PHP writes a slash behind a backslash."""
_KNOWN = re.compile(r"https?://(?:www\.)?jsonfeed\.org/version/1(?:\.[0-9]+)?/?")
_BOM = b"\xef\xbb\xbf"
REMEDY = "give an RSS, Atom or JSON feed, or save the text out of it"

_Object = dict[str, Any]


def is_json(data: bytes) -> bool:
    """Whether a feed is one of JSON, whatever it holds."""
    return data[:64].removeprefix(_BOM).lstrip().startswith(b"{")


def is_json_feed(data: bytes) -> bool:
    """Whether bytes call themselves a JSON Feed, anywhere: the order of the fields is free."""
    return is_json(data) and _VERSION.search(data) is not None


def json_feed_entries(data: bytes, where: str, name: str, encoding: str | None = None) -> Iterator[Entry]:
    """The entries of a JSON Feed in its order. Raises DocumentError for what is none, and for one without entries."""
    feed = _object(decoded(data.removeprefix(_BOM), where, encoding), where)
    items = feed.get("items")
    if not isinstance(items, list) or not items:
        raise DocumentError("a feed without entries", where=where, remedy="check the address of the feed")
    outlet, author = _line(feed, "title"), _author(feed)
    for number, item in enumerate(items, start=1):
        held = item if isinstance(item, dict) else {}
        key = _key(held)
        document = _document(held, outlet, author, key or f"{name}-{number}")
        whole(document.text + document.title + document.author, f"{where}, entry {number}")
        yield Entry(number, document, key, _line(held, "url") or _line(held, "external_url"))


def _object(text: str, where: str) -> _Object:
    try:
        feed = json.loads(text)
    except json.JSONDecodeError as fault:
        told = f"not JSON ({fault.msg} at line {fault.lineno}, {fault.colno})"
        raise DocumentError(told, where=where, remedy=REMEDY) from None
    except (ValueError, RecursionError):
        raise DocumentError("not JSON that can be read", where=where, remedy=REMEDY) from None
    version = feed.get("version") if isinstance(feed, dict) else None
    if not isinstance(version, str) or "jsonfeed.org" not in version:
        raise DocumentError("JSON, but no feed (it names no version of jsonfeed.org)", where=where, remedy=REMEDY)
    if not _KNOWN.fullmatch(version.strip()):
        told = f"a JSON Feed of a version that is not known ({version[:60]})"
        raise DocumentError(told, where=where, remedy="versions 1 and 1.1 are read")
    return dict(feed)


def _document(item: _Object, outlet: str, author: str, name: str) -> Document:
    title = _line(item, "title")
    document = Document(
        id=name[:200],
        text=entry_text(title, _body(item)),
        title=title,
        outlet=outlet,
        author=_author(item) or author,
    )
    return dated(document, _day(item))


def _body(item: _Object) -> str:
    """Its text, the fullest first; a summary is plain."""
    markup = fragment_text(_text(item, "content_html"))
    return markup or _text(item, "content_text").strip() or _text(item, "summary").strip()


def _key(item: _Object) -> str:
    """Its id, which some write as a number, or else its address."""
    name = item.get("id")
    if isinstance(name, int | float) and not isinstance(name, bool):
        return str(name)
    return _line(item, "id") or _line(item, "url")


def _author(held: _Object) -> str:
    """The names of version 1.1, or the one of version 1."""
    authors = held.get("authors")
    named = [_line(one, "name") for one in authors if isinstance(one, dict)] if isinstance(authors, list) else []
    one = held.get("author")
    return ", ".join(filter(None, named)) or (_line(one, "name") if isinstance(one, dict) else "")


def _day(item: _Object) -> date | None:
    return next((day for name in DAYS if (day := told_day(_line(item, name)))), None)


def _text(held: _Object, name: str) -> str:
    value = held.get(name)
    return value if isinstance(value, str) else ""


def _line(held: _Object, name: str) -> str:
    return " ".join(_text(held, name).split())
