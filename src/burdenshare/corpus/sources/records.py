"""The records of a web archive, each with its bytes as they lie there.

The archive says of each record how long it is. Where that is wrong, a reader that trusts it cuts a page, or takes the
records behind it for a part of it; so the end of each is looked at, and the next record is looked for where it does not
stand. What is wrong is told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from burdenshare.corpus.sources.stretches import PIECE, Stretch
from burdenshare.reading.documents.sources import MOST_BYTES

MOST_HEAD = 64 * 1024
"""Bytes of the head of a record."""
SHORT_HEAD = 2048
"""Bytes in which nearly every head ends."""
MOST_KEPT = MOST_BYTES + MOST_HEAD
"""Bytes of a record that are kept: a page and what its server said."""
MOST_PASSED = 3 << 30
"""Bytes of a record that are passed over; one that claims more is taken for damaged."""

BEGINS = b"WARC/"
ENDS = (b"\r\n\r\n", b"\n\n")
"""What stands behind a record that is as long as it says; garbage may follow."""
AFTER = 16
"""Bytes behind a record in which its end and the beginning of the next one show."""

_BEGINS = re.compile(rb"WARC/[01]\.\d{1,3}\r?\n")
_HEAD_ENDS = re.compile(rb"\r?\n\r?\n")
_LENGTH = re.compile(rb"^content-length[ \t]*:[ \t]*(\d{1,18})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)
_TYPE = re.compile(rb"^warc-type[ \t]*:[ \t]*(\w{1,40})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Raw:
    """A record as it lies in its stretch: where it begins, its type, its head and what is kept of its bytes. `fault`
    says what is wrong with it."""

    at: int
    type: str = ""
    head: bytes = b""
    data: bytes = b""
    length: int = 0
    fault: str = ""


def records(stretch: Stretch, kept: int = MOST_KEPT) -> Iterator[Raw]:
    """The records of a stretch from where it stands, of each as many bytes as are `kept`. Raises DamagedError where it
    cannot be read on."""
    while True:
        _blank(stretch)
        at = stretch.at
        headed = _headed(stretch)
        if headed is not None:
            raw = _bodied(stretch, at, *headed, kept)
            behind = at + len(raw.head)
        elif stretch.peek(1):
            raw, behind = Raw(at, fault="no record begins here"), at + 1
        else:
            return
        yield raw
        if raw.fault and not _sought(stretch, behind):
            return


def _blank(stretch: Stretch) -> None:
    """Pass over the empty lines between records."""
    while (start := stretch.peek(AFTER)) and (blank := len(start) - len(start.lstrip(b"\r\n"))):
        stretch.read(blank)


def _headed(stretch: Stretch) -> tuple[bytes, str, int] | None:
    """The head that begins here, with its type and length; None where none does that can be read."""
    if not _BEGINS.match(stretch.peek(AFTER)):
        return None
    start = stretch.peek(SHORT_HEAD)
    end = _HEAD_ENDS.search(start) or _HEAD_ENDS.search(start := stretch.peek(MOST_HEAD))
    if end is None:
        return None
    head = start[: end.end()]
    length, kind = _LENGTH.search(head), _TYPE.search(head)
    return None if length is None or kind is None else (head, kind[1].decode().lower(), int(length[1]))


def _bodied(stretch: Stretch, at: int, head: bytes, kind: str, length: int, kept: int) -> Raw:
    """The record behind a head, and what is wrong with its length."""
    if length > MOST_PASSED:
        return Raw(at, kind, head, length=length, fault=f"says that it holds {length:,} bytes")
    stretch.read(len(head))
    begin = stretch.at
    data = stretch.read(min(length, kept))
    stretch.go(begin + length)
    passed = stretch.at - begin
    behind = stretch.peek(AFTER)
    after = behind.lstrip(b"\r\n")
    if passed < length:
        told = f"its Content-Length says {length:,} bytes, and {passed:,} are there"
    elif after and not behind.startswith(ENDS) and not after.startswith(BEGINS[: len(after)]):
        told = f"its Content-Length says {length:,} bytes, and it goes on behind them"
    else:
        return Raw(at, kind, head, data, length)
    return Raw(at, kind, head, length=length, fault=told)


def _sought(stretch: Stretch, at: int) -> bool:
    """Go to the next record that begins at `at` or behind it. False where none does."""
    stretch.go(at)
    while data := stretch.peek(2 * PIECE):
        begin = stretch.at
        for found in _BEGINS.finditer(data):
            stretch.go(begin + found.start())
            if _headed(stretch) is not None:
                return True
        if len(data) <= PIECE:
            return False
        stretch.go(begin + PIECE)
    return False
