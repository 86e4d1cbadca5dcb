"""What stands in a feed, as values that can be told apart."""

from __future__ import annotations

import json
from hashlib import sha256

from burdenshare.corpus.watching.model import Found
from burdenshare.errors import DocumentError
from burdenshare.reading.documents.address import address_of
from burdenshare.reading.documents.feed_entry import Entry
from burdenshare.reading.documents.feeds import feed_entries
from burdenshare.reading.documents.sources import Source

MOST_KEY = 400
"""Letters of a publisher's key that are kept as they are; longer ones are told apart by their hash."""


def found_in(source: Source) -> list[Found]:
    """The entries of a feed, the last first, as feeds mostly have the newest on top. Of entries with one key the first
    counts. Raises DocumentError: no feed."""
    held: dict[str, Found] = {}
    for entry in feed_entries(source.data, source.where, source.name, source.charset or None):
        one = _found(entry, source.where)
        held.setdefault(one.key, one)
    return list(held.values())[::-1]


def _found(entry: Entry, where: str) -> Found:
    document = entry.document
    day = document.published
    words = [entry.link, document.title, document.author, "" if day is None else day.isoformat(), document.text]
    digest = sha256(json.dumps(words).encode()).hexdigest()
    key = entry.key or digest
    short = key if len(key) <= MOST_KEY else sha256(key.encode("utf-8", "replace")).hexdigest()
    return Found(short, _whole(entry.link, where), document.title, document.author, day, document.text, digest)


def _whole(link: str, where: str) -> str:
    """A link as an address that can be asked; empty where it is none."""
    if not link:
        return ""
    try:
        return address_of(where).joined(link).whole
    except DocumentError:
        return ""
