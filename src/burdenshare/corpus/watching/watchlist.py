"""Files of feeds: every fault in one line, with the nearest key that is known."""

from __future__ import annotations

from collections.abc import Mapping
from ipaddress import ip_address
from typing import Any

from burdenshare.corpus.watching.model import Feed, Watchlist
from burdenshare.errors import DocumentError, InputError, UnknownNameError
from burdenshare.reading.documents.address import address_of
from burdenshare.reading.documents.sources import source_at
from burdenshare.road.toml_files import table_of

KEYS = ("contact", "pause", "latest", "title", "address", "allow", "feeds")
FEED_KEYS = ("url", "title", "outlet", "interval", "page")

SHORTEST, LONGEST, USUAL = 5, 7 * 24 * 60, 30
"""Minutes between two requests to a feed: feeds of news change a few times an hour, and no server should see us more
often than a reader's own program would."""
LEAST_PAUSE, MOST_PAUSE, USUAL_PAUSE = 1, 600, 5
"""Seconds between two requests to a host."""
LATEST, MOST_LATEST = 50, 1000
"""Entries of the feed of contradictions."""
MOST_FEEDS = 1000
"""Feeds of one watch, which asks for one thing after another."""
TITLE = "Contradicted by the record"


def watchlist_at(path: str) -> Watchlist:
    """The feeds in a TOML file. Raises InputError naming the place of whatever is wrong."""
    try:
        text = source_at(path).data.decode("utf-8")
    except UnicodeDecodeError:
        raise InputError("not text in UTF-8", where=path, remedy="save it as UTF-8") from None
    return watchlist_of(table_of(text, path), path if path != "-" else "stdin")


def watchlist_of(given: Mapping[str, Any], where: str) -> Watchlist:
    """The feeds that a table says. Raises InputError."""
    _known(given, KEYS, where)
    feeds = given.get("feeds", [])
    if not isinstance(feeds, list) or not feeds or not all(isinstance(one, dict) for one in feeds):
        raise InputError("names no feed", where=where, remedy="add [[feeds]] with a url")
    if len(feeds) > MOST_FEEDS:
        raise InputError(f"names more than {MOST_FEEDS} feeds", where=where, remedy="part them into several watches")
    told = tuple(_feed(one, f"{where}, feed {number}") for number, one in enumerate(feeds, start=1))
    seen: set[str] = set()
    for number, one in enumerate(told, start=1):
        if one.url in seen:
            raise InputError(f"{one.url} is named twice", where=f"{where}, feed {number}", remedy="leave one out")
        seen.add(one.url)
    return Watchlist(
        feeds=told,
        contact=_contact(given, where),
        pause=_number(given, "pause", where, LEAST_PAUSE, MOST_PAUSE, USUAL_PAUSE),
        latest=int(_number(given, "latest", where, 1, MOST_LATEST, LATEST)),
        title=_text(given, "title", where) or TITLE,
        address=_address(given, "address", where) if "address" in given else "",
        allow=_allowed(given, where),
    )


def _feed(given: Mapping[str, Any], where: str) -> Feed:
    _known(given, FEED_KEYS, where)
    url = _address(given, "url", where)
    named = _text(given, "title", where)
    title = named or url.partition("://")[2]
    outlet = _text(given, "outlet", where) or named or address_of(url).host.removeprefix("www.")
    page = given.get("page", True)
    if not isinstance(page, bool):
        raise InputError(f"page is {page!r}", where=where, remedy="say true or false")
    minutes = _number(given, "interval", where, SHORTEST, LONGEST, USUAL)
    return Feed(url, title, outlet, minutes * 60, page)


def _known(given: Mapping[str, Any], keys: tuple[str, ...], where: str) -> None:
    for name in given:
        if name not in keys:
            raise UnknownNameError("key", name, keys, where=where)


def _text(given: Mapping[str, Any], key: str, where: str) -> str:
    value = given.get(key, "")
    if not isinstance(value, str) or len(value) > 300 or not value.isprintable():
        raise InputError(f"{key} is no short text", where=where, remedy="write it between quotes")
    return value.strip()


def _address(given: Mapping[str, Any], key: str, where: str) -> str:
    text = _text(given, key, where)
    if not text:
        raise InputError(f"has no {key}", where=where, remedy=f'add {key} = "https://..."')
    try:
        return address_of(text).whole
    except DocumentError as fault:
        raise InputError(f"{key}: {fault.what}", where=where, remedy=fault.remedy) from None


def _contact(given: Mapping[str, Any], where: str) -> str:
    """Whoever runs a server must be able to reach who asks it every few minutes."""
    text = _text(given, "contact", where)
    if "@" not in text and not text.startswith(("https://", "http://")):
        remedy = 'add contact = "you@example.org", or the address of a page about you'
        raise InputError("has no contact", where=where, remedy=remedy)
    if not text.isascii() or any(one in text for one in "()\\"):
        raise InputError("contact cannot be sent", where=where, remedy="write it in plain letters, without brackets")
    return text


def _number(given: Mapping[str, Any], key: str, where: str, least: float, most: float, usual: float) -> float:
    value = given.get(key, usual)
    if isinstance(value, bool) or not isinstance(value, int | float) or not least <= value <= most:
        raise InputError(f"{key} is {value!r}", where=where, remedy=f"give a number from {least:g} to {most:g}")
    return float(value)


def _allowed(given: Mapping[str, Any], where: str) -> frozenset[str]:
    value = given.get("allow", [])
    try:
        if not isinstance(value, list):
            raise ValueError
        return frozenset(str(ip_address(one)) for one in value)
    except ValueError:
        remedy = 'give addresses of your own network, such as ["10.0.0.7"]'
        raise InputError("allow is no list of addresses", where=where, remedy=remedy) from None
