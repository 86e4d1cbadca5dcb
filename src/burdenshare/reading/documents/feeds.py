"""Feeds: one document an entry, headline first, with its own id, day, title and author. RSS and Atom are read here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from email.utils import parsedate_to_datetime
from xml.etree.ElementTree import Element

from burdenshare.errors import DocumentError
from burdenshare.reading.documents.admission import dated, told_day
from burdenshare.reading.documents.feed_entry import Entry, entry_text
from burdenshare.reading.documents.fragments import fragment_text, is_markup
from burdenshare.reading.documents.json_feed import REMEDY, is_json, json_feed_entries
from burdenshare.reading.documents.xml import tree_of
from burdenshare.reading.model import Document

TEXTS = ("encoded", "content", "description", "summary")
"""Where an entry keeps its text, the fullest first."""

DAYS = ("pubDate", "published", "date", "issued", "updated", "modified")
"""Where it keeps its day, the first publication first."""

ALTERNATE = "alternate"
"""What Atom calls the link to the article, and means where it does not say."""

_ROOTS = ("rss", "feed", "RDF")
_MARKED = ("html", "xhtml", "text/html", "application/xhtml+xml")


def feed_entries(data: bytes, where: str, name: str, encoding: str | None = None) -> Iterator[Entry]:
    """The entries of a feed in its order. Raises DocumentError for what is no feed, and for one without entries."""
    if is_json(data):
        yield from json_feed_entries(data, where, name, encoding)
        return
    root = tree_of(data, where, encoding)
    if _local(root) not in _ROOTS:
        raise DocumentError(f"XML, but no feed (its root is '{_local(root)[:40]}')", where=where, remedy=REMEDY)
    channel = next((child for child in root if _local(child) == "channel"), root)
    items = [child for owner in {id(root): root, id(channel): channel}.values() for child in owner if _is_entry(child)]
    if not items:
        raise DocumentError("a feed without entries", where=where, remedy="check the address of the feed")
    outlet = _line(channel, "title")
    for number, item in enumerate(items, start=1):
        key = _key(item)
        yield Entry(number, _document(item, outlet, key or f"{name}-{number}"), key, _link(item))


def _key(item: Element) -> str:
    return _line(item, "guid") or _line(item, "id") or _link(item)


def _document(item: Element, outlet: str, name: str) -> Document:
    title = _line(item, "title")
    body = next((text for name in TEXTS if (text := _text(_child(item, name)))), "")
    document = Document(
        id=name[:200],
        text=entry_text(title, body),
        title=title,
        outlet=outlet,
        author=_author(item),
    )
    return dated(document, _day(item))


def _is_entry(element: Element) -> bool:
    return _local(element) in ("item", "entry")


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]


def _child(item: Element, name: str) -> Element | None:
    """The first child of that name with something in it, whatever its namespace, but none of a picture (`media:`)."""
    for child in item:
        if _local(child) == name and "search.yahoo.com/mrss" not in child.tag and (len(child) or child.text):
            return child
    return None


def _text(element: Element | None) -> str:
    """The words of a text: XHTML elements, escaped HTML or plain, as the element or its looks say."""
    if element is None:
        return ""
    if len(element):
        return fragment_text(_markup(element))
    text = element.text or ""
    if element.get("type", "") in _MARKED or (element.get("type") != "text" and is_markup(text)):
        return fragment_text(text)
    return text.strip()


def _markup(element: Element) -> str:
    """Elements written out as the markup they came from; the reader has bounded their depth."""
    from xml.sax.saxutils import escape

    pieces = [escape(element.text or "")]
    for child in element:
        name = _local(child)
        pieces += (f"<{name}>", _markup(child), f"</{name}>", escape(child.tail or ""))
    return "".join(pieces)


def _line(item: Element, name: str) -> str:
    return " ".join(_text(_child(item, name)).split())


def _link(item: Element) -> str:
    """The first link to the article itself: Atom has others beside it, to the comments, say, or to a sound."""
    links = [child for child in item if _local(child) == "link"]
    links.sort(key=lambda child: child.get("rel", ALTERNATE) != ALTERNATE)
    return next((found for link in links if (found := (link.get("href") or link.text or "").strip())), "")


def _author(item: Element) -> str:
    """Atom keeps a name in the author; RSS a name, or `mail@example.org (Name)`."""
    for wanted in ("creator", "author"):
        found = _child(item, wanted)
        if found is not None:
            text = _line(found, "name") or " ".join("".join(found.itertext()).split())
            _, bracket, name = text.partition("(")
            return name.rstrip(") ") if bracket and "@" in text else text
    return ""


def _day(item: Element) -> date | None:
    """The first day an entry tells, as ISO, as a mail would, or as a dateline."""
    for name in DAYS:
        text = _line(item, name)
        if not text:
            continue
        try:
            return parsedate_to_datetime(text).date()
        except (ValueError, TypeError, IndexError, OverflowError):
            if day := told_day(text):
                return day
    return None
