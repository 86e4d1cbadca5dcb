"""The body of a server's answer as it was before it was packed to travel. Crawlers keep it packed or unpacked, often
with the words of the server that it is packed: what does not look packed is taken as it is."""

from __future__ import annotations

import re
import zlib
from collections.abc import Mapping
from io import BytesIO

from burdenshare.reading.documents.sources import MOST_BYTES

MOST = MOST_BYTES + 1
"""Bytes that are unpacked; a page that has them is too large."""
GZIP = b"\x1f\x8b"
ZSTD = b"\x28\xb5\x2f\xfd"
ZLIB_OR_GZIP = 47
"""What zlib calls: see for yourself which of the two it is."""
BARE = -15
"""A stream of deflate without a head, as some servers send it."""

_CHUNK = re.compile(rb"[ \t]*([0-9a-fA-F]{1,8})[^\r\n]{0,256}\r?\n")


class PackedError(Exception):
    """Why a body stays packed."""


def unpacked(body: bytes, told: Mapping[str, str]) -> bytes:
    """The body of an answer whose head says `told` (names in small letters), at most `MOST` bytes.

    Raises PackedError."""
    if "chunked" in told.get("transfer-encoding", "").lower():
        body = _joined(body)
    for name in reversed(told.get("content-encoding", "").lower().replace(",", " ").split()):
        body = _opened(body, name)
    return body


def _joined(body: bytes) -> bytes:
    """A body that came in chunks, each behind its length."""
    pieces: list[bytes] = []
    at = 0
    while found := _CHUNK.match(body, at):
        length = int(found[1], 16)
        begin, at = found.end(), found.end() + length
        if at > len(body):
            raise PackedError("its body breaks off (chunked)")
        if not length:
            return b"".join(pieces)
        pieces.append(body[begin:at])
        at += 2 if body[at : at + 2] == b"\r\n" else 1
    if pieces:
        raise PackedError("its body breaks off (chunked)")
    return body


def _opened(body: bytes, name: str) -> bytes:
    if name in ("gzip", "x-gzip"):
        return _inflated(body, ZLIB_OR_GZIP, name) if body.startswith(GZIP) else body
    if name == "deflate":
        return _deflated(body)
    if name in ("br", "zstd"):
        return _newer(body, name)
    return body


def _inflated(body: bytes, kind: int, name: str) -> bytes:
    unpack = zlib.decompressobj(kind)
    try:
        data = unpack.decompress(body, MOST)
    except zlib.error:
        raise PackedError(f"its body is damaged ({name})") from None
    if not unpack.eof and len(data) < MOST:
        raise PackedError(f"its body breaks off ({name})")
    return data


def _deflated(body: bytes) -> bytes:
    """With a head, without one, or not packed at all."""
    for kind in (ZLIB_OR_GZIP, BARE):
        try:
            return _inflated(body, kind, "deflate")
        except PackedError:
            continue
    return body


def _newer(body: bytes, name: str) -> bytes:
    """Brotli and Zstandard; Brotli has no mark by which it could be told from other bytes."""
    from fastwarc.stream_io import BrotliReader, ZstdReader

    reader = BrotliReader if name == "br" else ZstdReader
    try:
        with reader(BytesIO(body)) as stream:
            data: bytes = stream.read(MOST)
    except (OSError, ValueError):
        if _is_bare(body, name):
            return body
        raise PackedError(f"its body is damaged ({name})") from None
    return data


def _is_bare(body: bytes, name: str) -> bool:
    """Whether what could not be unpacked is a page as it is: without the mark of its packer, or, as there is none, by
    its looks."""
    if name == "zstd":
        return not body.startswith(ZSTD)
    if body.lstrip().startswith(b"<"):
        return True
    try:
        return not any(letter < " " and not letter.isspace() for letter in body.decode())
    except UnicodeDecodeError:
        return False
