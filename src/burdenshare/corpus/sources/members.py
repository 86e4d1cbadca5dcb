"""Where the members of a packed web archive begin.

Crawlers pack each record as a gzip member of its own, so that an archive can be cut between two of them. A member is
known by its first bytes, and by unpacking to the head of a record. An archive that holds another one as a page may show
the members of that one among its own bytes, where gzip gave up packing them. It then puts a head of five bytes before
each 65,535 of them, so that they cannot go on unbroken for longer than that: a cut is made only where they do.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import BinaryIO

from burdenshare.corpus.sources.stretches import PIECE, DamagedError, Member, Window

HEAD = b"\x1f\x8b\x08"
RESERVED = 0xE0
"""Flags in the fourth byte that no packer sets."""
RECORD = b"WARC/"

UNBROKEN = 160 * 1024
"""Packed bytes over which members must follow one another behind a cut."""
LOOKED_AT = 16 << 20
"""Bytes behind a wished cut in which one is looked for."""
MOST_UNPACKED = 64 << 20
"""Bytes that are unpacked to prove one cut."""


def next_member(stream: BinaryIO, begin: int, end: int) -> int | None:
    """The first byte at or behind `begin` at which a member with a record begins, None where there is none."""
    for at in _candidates(stream, begin, end):
        if _holds_record(stream, at, end):
            return at
    return None


def cuts(stream: BinaryIO, size: int, every: int) -> list[int]:
    """Where an archive of `size` bytes can be cut, about once in `every` bytes: beginnings of members, its own
    beginning first. Only that where the records are no members of their own."""
    found = [0]
    wished = every
    while wished < size:
        cut = _cut(stream, wished, size)
        if cut is not None:
            found.append(cut)
        wished = max(wished, cut or 0) + every
    return found


def _cut(stream: BinaryIO, wished: int, size: int) -> int | None:
    for at in _candidates(stream, wished, min(size, wished + LOOKED_AT)):
        if _unbroken(stream, at, size):
            return at
    return None


def _candidates(stream: BinaryIO, begin: int, end: int) -> Iterator[int]:
    """Offsets at which the first bytes of a member stand."""
    window = Window(stream, begin, end)
    held = b""
    at = begin
    while piece := window.read():
        held += piece
        here = held.find(HEAD)
        while 0 <= here < len(held) - len(HEAD):
            if not held[here + len(HEAD)] & RESERVED:
                yield at + here
            here = held.find(HEAD, here + 1)
        kept = held[-len(HEAD) :]
        at += len(held) - len(kept)
        held = kept


def _holds_record(stream: BinaryIO, at: int, end: int) -> bool:
    """Whether what begins there unpacks, and to a record."""
    try:
        return Member(Window(stream, at, end), at).read(len(RECORD)) == RECORD
    except DamagedError:
        return False


def _unbroken(stream: BinaryIO, at: int, size: int) -> bool:
    """Whether whole members with records follow one another from there, for long enough or to the end."""
    window = Window(stream, at, size)
    here, unpacked = at, 0
    try:
        while here < size and here - at < UNBROKEN:
            member = Member(window, here)
            if member.read(len(RECORD)) != RECORD:
                return False
            while piece := member.read(PIECE):
                unpacked += len(piece)
                if unpacked > MOST_UNPACKED:
                    return False
            here = member.finish()
    except DamagedError:
        return False
    return True
