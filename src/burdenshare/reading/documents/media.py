"""What kind of thing a source is: by what its server or suffix says, and by its first bytes."""

from __future__ import annotations

import json
import re
from enum import StrEnum

from burdenshare.errors import DocumentError
from burdenshare.reading.documents.json_feed import is_json_feed
from burdenshare.reading.documents.sources import STDIN, Source


class Medium(StrEnum):
    """The kinds of sources, each read by the module of its name."""

    PLAIN = "plain"
    PAGE = "page"
    PDF = "pdf"
    MAIL = "mail"
    FEED = "feed"
    JSONL = "jsonl"


SUFFIXES: dict[str, Medium] = {
    ".html": Medium.PAGE,
    ".htm": Medium.PAGE,
    ".xhtml": Medium.PAGE,
    ".pdf": Medium.PDF,
    ".eml": Medium.MAIL,
    ".rss": Medium.FEED,
    ".atom": Medium.FEED,
    ".xml": Medium.FEED,
    ".jsonl": Medium.JSONL,
    ".ndjson": Medium.JSONL,
}

MEDIA_TYPES: dict[str, Medium] = {
    "text/html": Medium.PAGE,
    "application/xhtml+xml": Medium.PAGE,
    "text/plain": Medium.PLAIN,
    "text/markdown": Medium.PLAIN,
    "text/x-markdown": Medium.PLAIN,
    "application/pdf": Medium.PDF,
    "application/x-pdf": Medium.PDF,
    "message/rfc822": Medium.MAIL,
    "application/rss+xml": Medium.FEED,
    "application/atom+xml": Medium.FEED,
    "application/rdf+xml": Medium.FEED,
    "application/feed+json": Medium.FEED,
    "application/xml": Medium.FEED,
    "text/xml": Medium.FEED,
    "application/jsonl": Medium.JSONL,
    "application/x-jsonlines": Medium.JSONL,
    "application/x-ndjson": Medium.JSONL,
}

JSON = frozenset({"application/json", "text/json", "text/plain"})
"""Media types as which servers send a JSON Feed; other JSON is no text."""

PERHAPS_FEEDS = frozenset({"", ".json", ".txt"})
"""Suffixes of files that may be one."""

UNTOLD = frozenset({"", "application/octet-stream", "binary/octet-stream"})
"""Media types that say nothing: the suffix and the first bytes decide."""

_PAGE = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|(?><!--.{0,2000}?-->)\s*)*<(?:!doctype\s+html|html|head|body)\b", re.I | re.S
)
_FEED = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<\?[^>]{0,500}>\s*|(?><!--.{0,2000}?-->)\s*|<!doctype[^>\[]{0,500}>\s*)*<(?:rss|feed|rdf:RDF)[\s>]",
    re.I | re.S,
)
_HEADER = re.compile(r"[!-9;-~]{1,70}:.*|[ \t].*")
_BOM = b"\xef\xbb\xbf"


def medium_of(source: Source) -> Medium:
    """How to read `source`. Raises DocumentError for a media type that holds no text."""
    head = source.data[:8192].removeprefix(_BOM)
    if b"%PDF-" in head[:1024]:
        return Medium.PDF
    if source.media not in UNTOLD:
        return _told(source, head)
    wanted = SUFFIXES.get(source.suffix)
    if wanted is not None and not (source.suffix == ".xml" and _PAGE.match(head)):
        return wanted
    if _PAGE.match(head):
        return Medium.PAGE
    if _FEED.match(head):
        return Medium.FEED
    if source.suffix in PERHAPS_FEEDS and is_json_feed(source.data):
        return Medium.FEED
    if source.where == "stdin" or source.suffix in ("", ".json"):
        return _articles(source, _sniffed(head, source.data))
    return Medium.PLAIN


def _articles(source: Source, found: Medium) -> Medium:
    """`found`, unless a file by its name and its first sign is JSON without articles: its marks would be read as prose.
    Raises DocumentError."""
    if (
        found is Medium.PLAIN
        and source.suffix == ".json"
        and source.data.removeprefix(_BOM).lstrip()[:1] in (b"{", b"[")
    ):
        remedy = 'give a feed, JSON Lines with a "text" a line, or save the text out of it'
        raise DocumentError("JSON, and no feed and no JSON Lines", where=source.where, remedy=remedy)
    return found


def by_name(path: str) -> Medium | None:
    """The kind that a file's suffix tells, before it is opened."""
    return None if path == STDIN else SUFFIXES.get("." + path.rpartition(".")[2].lower())


def _told(source: Source, head: bytes) -> Medium:
    """What the server says, but what comes as plain text or plain XML may be more by its first bytes or its name."""
    told = MEDIA_TYPES.get(source.media)
    if source.media in JSON and is_json_feed(source.data):
        return Medium.FEED
    if told is None:
        remedy = "give the address of a page, text, PDF or feed"
        raise DocumentError(f"holds {source.media}, not a text", where=source.where, remedy=remedy)
    if told in (Medium.PLAIN, Medium.FEED) and _PAGE.match(head):
        return Medium.PAGE
    if told in (Medium.PLAIN, Medium.PAGE) and _FEED.match(head):
        return Medium.FEED
    return SUFFIXES.get(source.suffix, told) if told is Medium.PLAIN else told


def _sniffed(head: bytes, data: bytes) -> Medium:
    """Mail and JSON Lines without a name: only where nothing else could look like that."""
    first = data[: data.find(b"\n") if b"\n" in data else len(data)].strip()
    if first.startswith(b"{") and _has_text(first):
        return Medium.JSONL
    lines = re.split(r"\r?\n\r?\n", head.decode("latin-1"), maxsplit=1)[0].splitlines()
    names = {line.partition(":")[0].lower() for line in lines if line[:1].strip()}
    if {"from", "date"} <= names and names & {"mime-version", "message-id", "received"}:
        return Medium.MAIL if all(_HEADER.fullmatch(line) for line in lines) else Medium.PLAIN
    return Medium.PLAIN


def _has_text(line: bytes) -> bool:
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return False
    return isinstance(found, dict) and "text" in found
