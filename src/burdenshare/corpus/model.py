"""The values of a corpus run: what is planned, what is found, what becomes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import IntEnum, StrEnum
from typing import Protocol

from burdenshare.reading.documents.sources import Source


class Kind(StrEnum):
    """How a source holds its documents."""

    FILES = "files"  # texts, pages, PDFs, mails, feeds: one file after another
    LINES = "lines"  # JSON Lines, cut at line ends
    ROWS = "rows"  # Parquet, cut at row groups
    WARC = "warc"  # records of a web archive, plain or as gzip members


@dataclass(frozen=True, slots=True)
class File:
    """A file as the plan found it: its path or address, its length in bytes, and what changes when it does (the time it
    was written, in nanoseconds; of an address the mark that its store gives)."""

    path: str
    size: int
    stamp: str = ""


@dataclass(frozen=True, slots=True)
class Shard:
    """A part of the sources that is read and committed as one. `begin` and `end` are bytes of the one file for lines
    and archives, rows for Parquet; of files all are read whole."""

    number: int
    kind: Kind
    files: tuple[File, ...]
    begin: int
    end: int
    size: int  # bytes on disk, what progress goes by

    @property
    def name(self) -> str:
        """The name of its parts in every table: `000042`."""
        return f"{self.number:06d}"

    @property
    def path(self) -> str:
        """The file of a shard that has but one."""
        return self.files[0].path


@dataclass(frozen=True, slots=True)
class Entry:
    """One document as it lies in its source, not opened yet. `place` says where; `published` is what the source itself
    says of its day, `title` and `outlet` likewise."""

    place: str
    source: Source
    published: date | None = None
    title: str = ""
    outlet: str = ""
    author: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Broken:
    """A record that cannot be opened: where, and why."""

    place: str
    reason: str


class Fate(StrEnum):
    """What became of a record."""

    READ = "read"  # a text on the subject: read and judged
    COPY = "copy"  # the same text was read in another record: its earliest dated print
    OTHER = "other"  # nothing in it is on the subject
    UNREAD = "unread"  # no English article, no text, broken: the reason is told
    QUARANTINED = "quarantined"  # it crashed a worker, took too long or too much memory


@dataclass(frozen=True, slots=True)
class Bounds:
    """How much one document may take: seconds on the clock, bytes of its worker."""

    seconds: float = 60.0
    memory: int = 1536 * 1024 * 1024
    strikes: int = 3  # times that a document may end its worker before it is quarantined


class Phase(IntEnum):
    """What a worker is at."""

    OUTSIDE = 0  # no record: it starts, or commits
    READING = 1  # it takes a record out of its source
    WORKING = 2  # it opens or judges a record


class Watch(Protocol):
    """Who is told what a worker is about to do, before it does it."""

    def reading(self, number: int) -> None:
        """It is about to take record `number` out of its source."""

    def working(self, number: int, data: bytes) -> None:
        """It has the record, and begins to open or to judge it."""


class Unwatched:
    """Nobody."""

    def reading(self, number: int) -> None:
        del number

    def working(self, number: int, data: bytes) -> None:
        del number, data


@dataclass(frozen=True, slots=True)
class Poison:
    """What has ended too many workers. `records`: by number those that are not to be opened, with the reason; `cut`:
    the record that cannot even be taken out of its source, where the reading of the shard ends."""

    records: Mapping[int, str] = field(default_factory=dict)
    cut: int | None = None
    reason: str = ""
