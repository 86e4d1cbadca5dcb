"""Whether a record is opened at all: by bytes, before anything is decoded.

Most of a crawl is on other subjects, and most of what names an army does so in a menu. So a page must hold a word of
the subject anywhere; then, in what is its own text, such a word and somebody whom a statement could be about.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path

from ahocorasick_rs import BytesAhoCorasick

DECLARED = Path(__file__).with_name("gate.toml")
WIDE = (b"\xff\xfe", b"\xfe\xff")
"""How texts in two bytes a character begin: their letters stand apart, so they are always opened."""

SHORT = 2_000
"""Bytes up to which a record is always opened: it may be a few sentences out of their article, and costs little."""

_AROUND = (
    (b"<script", b"</script>"),
    (b"<style", b"</style>"),
    (b"<svg", b"</svg>"),
    (b"<!--", b"-->"),
    (b"<nav", b"</nav>"),
    (b"<footer", b"</footer>"),
    (b"<aside", b"</aside>"),
)
"""How what is no article begins and ends."""
_DATA = b"ld+json"
"""Scripts that say this of themselves may hold the article: they stay."""
_ALONE = re.compile(rb">\s*<a\b[^>]*>(?:(?!</a>).){0,600}</a>\s*(?=<)", re.DOTALL)
"""A link with no text beside it: a menu, a headline of another page."""
_LETTERS = bytes(one if chr(one).isascii() and chr(one).isalnum() else ord(" ") for one in range(256))
"""Letters and figures stay, all else becomes a space, so that a word is sought from its beginning."""
_TAG = re.compile(rb"<[^>]*>")


@cache
def topic_words() -> tuple[bytes, ...]:
    """The words of the subject as bytes."""
    return _declared("words")


@cache
def place_words() -> tuple[bytes, ...]:
    """The beginnings of the words for those whom a statement can be about, as bytes."""
    return tuple(b" " + word for word in _declared("places"))


def _declared(table: str) -> tuple[bytes, ...]:
    rows = tomllib.loads(DECLARED.read_text(encoding="utf-8"))[table]
    return tuple(dict.fromkeys(word.encode() for row in rows for word in row["words"]))


@cache
def _automata() -> tuple[BytesAhoCorasick, BytesAhoCorasick]:
    """All words of a table sought at once, however many they are."""
    return BytesAhoCorasick(topic_words()), BytesAhoCorasick(place_words())


def may_concern(data: bytes) -> bool:
    """Whether a page may hold a statement on allied defence; other bytes than letters may stand around a word."""
    if len(data) <= SHORT or data[:2] in WIDE or b"\x00" in data[:64]:
        return True
    topics, places = _automata()
    lowered = data.lower()
    if not topics.find_matches_as_indexes(lowered):
        return False
    own = own_text(lowered)
    if not topics.find_matches_as_indexes(own):
        return False
    return bool(places.find_matches_as_indexes(b" " + own.translate(_LETTERS)))


def own_text(lowered: bytes) -> bytes:
    """A page in small letters without its tags, and without what stands around its article; a text as it is."""
    if b"</" not in lowered:
        return lowered
    for begins, ends in _AROUND:
        lowered = _without(lowered, begins, ends)
    return _TAG.sub(b" ", _ALONE.sub(b"> ", lowered))


def _without(page: bytes, begins: bytes, ends: bytes) -> bytes:
    """A page without the stretches between two marks; one that does not end stays."""
    kept: list[bytes] = []
    at = 0
    while (begin := page.find(begins, at)) >= 0 and (end := page.find(ends, begin)) >= 0:
        held = _DATA in page[begin : page.find(b">", begin)]
        kept.append(page[at : end if held else begin])
        at = end if held else end + len(ends)
    return b" ".join((*kept, page[at:])) if at else page
