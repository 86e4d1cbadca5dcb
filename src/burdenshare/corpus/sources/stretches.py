"""Stretches of a web archive: the bytes of a plain file, or one member of gzip as it is unpacked. Of both the records
are taken in the same way (`records.py`)."""

from __future__ import annotations

import zlib
from typing import BinaryIO, Protocol

PIECE = 1 << 16
"""Bytes that are taken in, or unpacked, at once."""

FAR = 256 << 20
"""Unpacked bytes beyond which no member is unpacked a second time to look for a record."""

GZIP = 31
"""What zlib calls a member of gzip with its head and its sum."""


class DamagedError(Exception):
    """Why a stretch cannot be read on."""


class Stretch(Protocol):
    """Bytes from a place on. `at` is the offset of the next one within the stretch."""

    at: int

    def peek(self, size: int) -> bytes:
        """The next bytes, fewer than `size` only at the end; they stay the next. Raises DamagedError."""

    def read(self, size: int) -> bytes:
        """The same, and go behind them. Raises DamagedError."""

    def go(self, at: int) -> None:
        """Go to an offset, or to the end where that comes first. Raises DamagedError."""


class Window:
    """Bytes `begin` to `end` of a file; several may look at one file in turn. Its offsets are those of the file."""

    def __init__(self, stream: BinaryIO, begin: int, end: int) -> None:
        self._stream = stream
        self._end = end
        self.at = begin

    def peek(self, size: int) -> bytes:
        self._stream.seek(self.at)
        return self._stream.read(max(0, min(size, self._end - self.at)))

    def read(self, size: int = PIECE) -> bytes:
        data = self.peek(size)
        self.at += len(data)
        return data

    def go(self, at: int) -> None:
        self.at = min(at, self._end)


class Member:
    """A member of gzip that begins at byte `begin` of a window's file, unpacked. `end` is the byte behind it, once all
    of it has been read."""

    def __init__(self, window: Window, begin: int) -> None:
        self._window = window
        self.begin = begin
        self._start()

    def _start(self) -> None:
        self._window.go(self.begin)
        self._unpack = zlib.decompressobj(GZIP)
        self._held = b""
        self.at = 0
        self.end: int | None = None

    def peek(self, size: int) -> bytes:
        if len(self._held) < size:
            pieces = [self._held]
            length = len(self._held)
            while length < size and (piece := self._more()):
                pieces.append(piece)
                length += len(piece)
            self._held = b"".join(pieces)
        return self._held[:size]

    def read(self, size: int) -> bytes:
        data = self.peek(size)
        self._held = self._held[len(data) :]
        self.at += len(data)
        return data

    def go(self, at: int) -> None:
        if at < self.at:
            if self.at > FAR:
                raise DamagedError("what follows in this gzip member cannot be told apart")
            self._start()
        while self.at < at and self.read(min(PIECE, at - self.at)):
            pass

    def finish(self) -> int:
        """Pass over what is left, and tell where the next member begins. Raises DamagedError."""
        while self.end is None:
            self._more()
        return self.end

    def _more(self) -> bytes:
        """What unpacks next; nothing at the end. Raises DamagedError."""
        while self.end is None:
            packed = self._unpack.unconsumed_tail or self._window.read()
            if not packed:
                raise DamagedError("the gzip member breaks off")
            try:
                piece = self._unpack.decompress(packed, PIECE)
            except zlib.error:
                raise DamagedError("the gzip member is damaged") from None
            if self._unpack.eof:
                self.end = self._window.at - len(self._unpack.unused_data)
            if piece:
                return piece
        return b""
