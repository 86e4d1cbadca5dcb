"""Web archives: the pages in a WARC file, plain or as gzip members.

A shard is a span of bytes from one record to another, so that every record belongs to one shard.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from burdenshare.corpus.model import Broken, Entry
from burdenshare.corpus.sources.members import HEAD, cuts, next_member
from burdenshare.corpus.sources.pages import page_of
from burdenshare.corpus.sources.records import records
from burdenshare.corpus.sources.streams import is_remote, opened, shown
from burdenshare.corpus.sources.stretches import DamagedError, Member, Window

BYTES_A_SHARD = 64 * 1024 * 1024


def spans(path: str, size: int) -> list[tuple[int, int]]:
    """An archive of `size` bytes cut between records; whole where its records cannot be told apart without reading all
    of it. Raises InputError: it cannot be read."""
    if size <= BYTES_A_SHARD:
        return [(0, size)]
    with opened(path) as stream:
        if _packed(stream):
            found = cuts(stream, size, BYTES_A_SHARD)
        else:
            found = [0] if is_remote(path) else _walked(stream, size)
    return list(zip(found, [*found[1:], size], strict=True))


def entries(path: str, begin: int, end: int, on_field: str | None) -> Iterator[Entry | Broken]:
    """The pages of an archive between two bytes. What is damaged is told, and the reading goes on behind it."""
    del on_field
    with opened(path) as stream:
        yield from _members(stream, path, begin, end) if _packed(stream) else _plain(stream, path, begin, end)


def _packed(stream: BinaryIO) -> bool:
    return Window(stream, 0, len(HEAD)).read() == HEAD


def _plain(stream: BinaryIO, path: str, begin: int, end: int) -> Iterator[Entry | Broken]:
    for raw in records(Window(stream, begin, end)):
        found = page_of(raw, f"{shown(path)}@{raw.at}")
        if found is not None:
            yield found


def _members(stream: BinaryIO, path: str, begin: int, end: int) -> Iterator[Entry | Broken]:
    """The pages of one member after another; behind one that is damaged the next is looked for."""
    at: int | None = begin
    while at is not None and at < end:
        member = Member(Window(stream, at, end), at)
        place = f"{shown(path)}@{at}"
        try:
            for raw in records(member):
                found = page_of(raw, f"{place}+{raw.at}" if raw.at else place)
                if found is not None:
                    yield found
            at = member.finish()
        except DamagedError as fault:
            yield Broken(place, str(fault))
            at = next_member(stream, at + 1, end)


def _walked(stream: BinaryIO, size: int) -> list[int]:
    """Where a plain archive can be cut: from head to head, as far as each record ends where it says."""
    found = [0]
    window = Window(stream, 0, size)
    for raw in records(window, kept=0):
        if raw.fault:
            break
        if raw.at - found[-1] >= BYTES_A_SHARD:
            found.append(raw.at)
    return found
