"""One entry of a feed, whatever the feed is written in."""

from __future__ import annotations

from dataclasses import dataclass

from burdenshare.reading.model import Document


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a feed: its place in the feed, counted from 1, what it holds, the `key` that its publisher knows it
    by (guid, id or link; empty where it has none), and the address of the article as the feed has it."""

    number: int
    document: Document
    key: str = ""
    link: str = ""


def entry_text(title: str, body: str) -> str:
    """The text of an entry: its headline first."""
    text = "\n\n".join(part for part in (title, body) if part)
    return text + "\n" if text else ""
