"""What was contradicted, as a feed of its own (Atom, RFC 4287): every entry tells all by itself."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape
from typing import Any
from uuid import UUID, uuid5

from burdenshare._version import __version__
from burdenshare.report.wording import shortened

AUTOMATIC = (
    "Found by a program and read by nobody yet: look at the article and at the evidence before you use it. "
    "The verdict is on the figure or fact as quoted, never on who said it."
)
"""Stands in every entry and every line."""
LONGEST_TITLE = 140
NO_LONGER = "The article has been changed since, and what it says now is not told as contradicted."

_UNHELD = re.compile("[^\t\n\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_Line = Mapping[str, Any]


def atom(title: str, address: str, token: str, begun: str, lines: Sequence[_Line], gone: Mapping[str, str]) -> bytes:
    """The feed of `lines`, the newest first. `token` tells this watch from all others, `begun` is when it began; `gone`
    has, by id, when an article no longer said so."""
    feed = UUID(hex=token)
    updated = max([begun, *(line["found"] for line in lines), *(gone[one["id"]] for one in lines if one["id"] in gone)])
    parts = [
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
        f"<id>{feed.urn}</id>",
        f"<title>{_plain(title)}</title>",
        f"<subtitle>{_plain(AUTOMATIC)}</subtitle>",
        f"<updated>{updated}</updated>",
        "<author><name>burdenshare (automatic)</name></author>",
        f'<generator version="{_plain(__version__)}">burdenshare</generator>',
        *([f'<link rel="self" type="application/atom+xml" href="{_plain(address)}"/>'] if address else []),
        *(part for line in lines for part in _entry(line, feed, gone.get(line["id"], ""))),
        "</feed>",
    ]
    return ("\n".join(parts) + "\n").encode("utf-8", "replace")


def _entry(line: _Line, feed: UUID, gone: str) -> Iterable[str]:
    link = line["link"]
    yield "<entry>"
    yield f"<id>{uuid5(feed, line['id']).urn}</id>"
    yield f"<title>{_plain(_title(line, gone))}</title>"
    yield f"<published>{line['found']}</published>"
    yield f"<updated>{gone or line['found']}</updated>"
    if link:
        yield f'<link rel="alternate" href="{_plain(link)}"/>'
    for address in dict.fromkeys(one["address"] for one in line["evidence"]):
        yield f'<link rel="related" title="evidence" href="{_plain(address)}"/>'
    yield f'<content type="html">{_plain(_content(line, gone))}</content>'
    yield "</entry>"


def _title(line: _Line, gone: str) -> str:
    who = line["speaker"] or line["outlet"]
    told = f"{who}: “{line['words']}”; the record: {line['then']['why']}"
    return shortened(f"{'No longer said: ' if gone else ''}{told}", LONGEST_TITLE)


def _content(line: _Line, gone: str) -> str:
    """HTML without anything that is loaded from elsewhere."""
    who = line["speaker"] or "the report itself"
    said = f"{who} ({line['mode']})" + (f", {line['outlet']}" if line["outlet"] else "")
    day = f", {line['published']}" if line["published"] else ""
    rows = [
        f"<p><strong>{_plain(AUTOMATIC)}</strong></p>",
        *([f"<p><strong>{_plain(NO_LONGER)}</strong></p>"] if gone else []),
        f"<blockquote>{_plain(line['quote'])}</blockquote>",
        f"<p>{_plain(said + day)}: {_linked(line['title'] or line['link'], line['link'])}</p>",
        "<ul>",
        *(_answer(name, line[clock]) for name, clock in (("As known on that day", "then"), ("By now", "now"))),
        "</ul>",
        "<p>Evidence:</p>",
        "<ul>",
        *(f"<li>{_linked(one['told'], one['address'])}</li>" for one in line["evidence"]),
        "</ul>",
        f"<p>Record edition {_plain(line['edition'])}, burdenshare {_plain(line['burdenshare'])}.</p>",
    ]
    return "\n".join(rows)


def _answer(name: str, told: _Line) -> str:
    reading = f" (reading: {told['reading']})" if told["reading"] else ""
    return f"<li>{name}, {_plain(told['on'])}: {_plain(told['verdict'])}. {_plain(told['why'] + reading)}</li>"


def _linked(words: str, address: str) -> str:
    if not address.startswith(("https://", "http://")):
        return _plain(words)
    return f'<a href="{_plain(address)}">{_plain(words)}</a>'


def _plain(text: str) -> str:
    """Words as they stand in XML: escaped, and without what XML cannot hold."""
    return escape(_UNHELD.sub("", text))
