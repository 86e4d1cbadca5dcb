"""Whether the packed streams of a PDF are whole: each carries a checksum, which readers of PDF do not look at.

A damaged stream still shows text, with other digits in it; a figure must not come from one.
"""

from __future__ import annotations

import re
import zlib

from burdenshare.intake.model import Given, refused

MOST_UNPACKED = 300 * 1024 * 1024
"""Bytes of all streams together; those of a release with its graphs are some ten megabytes."""

_STREAM = re.compile(rb"stream\r?\n")
_ONLY = re.compile(rb"/Filter\s*(?:/FlateDecode|/Fl\b|\[\s*(?:/FlateDecode|/Fl\b)\s*\])")
_HEAD = 2000
"""Bytes in front of a stream in which its dictionary is looked for."""

FETCH = "fetch it anew from NATO, or give the workbook of the same release"


def refuse_damaged(given: Given) -> None:
    """Unpack every stream and hold it against its checksum. Raises DeliveryError. A locked file is passed over: its
    streams cannot be looked into."""
    if b"/Encrypt" in given.content:
        return
    unpacked = 0
    for found in _STREAM.finditer(given.content):
        if given.content[max(0, found.start() - 3) : found.start()] == b"end":
            continue
        head = given.content[max(0, found.start() - _HEAD) : found.start()]
        head = head[head.rfind(b"obj") :]
        if not _ONLY.search(head):
            continue
        unpacked += _unpacked(given, found.end(), MOST_UNPACKED - unpacked)


def _unpacked(given: Given, start: int, most: int) -> int:
    """Bytes of the stream that begins at `start`, which must end with its own checksum."""
    unpacker = zlib.decompressobj()
    length, at = 0, start
    try:
        while not unpacker.eof:
            piece = unpacker.unconsumed_tail or given.content[at : at + (1 << 16)]
            if not unpacker.unconsumed_tail:
                at += len(piece)
            if not piece:
                raise zlib.error("it ends too early")
            length += len(unpacker.decompress(piece, 1 << 20))
            if length > most:
                what = f"unpacks to more than {MOST_UNPACKED >> 20} MiB"
                raise refused(given, what, remedy="give the publisher's own file")
    except zlib.error:
        what = f"is a damaged PDF: what is packed at byte {start:,} does not fit its checksum"
        raise refused(given, what, remedy=FETCH) from None
    return length
