"""The values of a watch: what is watched, how each feed stands, what is found in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any, Protocol

Row = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed that is watched. `interval`: seconds between two requests; `page`: whether the article's own page is
    fetched, or the entry's text is all that is read."""

    url: str
    title: str
    outlet: str
    interval: float
    page: bool

    @property
    def named(self) -> str:
        """Its title with its address, for who must find it in the file; an address that is its title stands once."""
        return self.url if self.url.endswith(self.title) else f"{self.title} ({self.url})"


@dataclass(frozen=True, slots=True)
class Watchlist:
    """What a file of feeds says. `contact`: whom an operator of a server can reach; `pause`: seconds between two
    requests to one host; `latest`: entries of the feed of contradictions, which has a `title` and is published at
    `address`; `allow`: addresses of the user's own network that may be asked all the same."""

    feeds: tuple[Feed, ...]
    contact: str
    pause: float
    latest: int
    title: str
    address: str = ""
    allow: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Standing:
    """How a feed stands: what its server marked its last answer with (`etag`, `modified`, for the address `marked`),
    where it has moved to for good, when it is asked next (seconds since 1970), how often it failed in a row, whether
    it is gone, and what is told of it."""

    url: str
    etag: str = ""
    modified: str = ""
    marked: str = ""
    moved: str = ""
    due: float = 0.0
    failures: int = 0
    gone: bool = False
    told: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """An entry as it stands in a feed. `digest` is of all its words: another one means that it was changed."""

    key: str
    link: str
    title: str
    author: str
    day: date | None
    text: str
    digest: str


@dataclass(frozen=True, slots=True)
class Waiting:
    """An entry that is to be read: of which feed, when (seconds since 1970), how often it was tried, and whether the
    feed had it before with other words."""

    number: int
    feed: str
    found: Found
    due: float
    tries: int
    changed: bool


@dataclass(frozen=True, slots=True)
class Known:
    """An article that was read: its newest version, where that stands, and what its server marked it with."""

    name: str
    version: int
    digest: str
    shard: int
    row: int
    feed: str
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """Something that is to be told of an article, once: its id and its line."""

    id: str
    line: str


@dataclass(frozen=True, slots=True)
class Judged:
    """A text read and judged: its rows by table, and what the record surely contradicts in it."""

    tables: dict[str, list[Row]]
    contradicted: list[Row] = field(default_factory=list)


class Clock(Protocol):
    """What time it is, and how to wait."""

    def now(self) -> float:
        """Seconds since 1970."""

    def sleep(self, seconds: float) -> None:
        """Wait."""
