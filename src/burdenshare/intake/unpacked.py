"""Archives unpacked within bounds, whatever they say of their own size."""

from __future__ import annotations

import io
import lzma
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from typing import IO

from burdenshare.intake.model import Given, refused

MOST_UNPACKED = 400 * 1024 * 1024
"""Bytes of an archive once unpacked. The World Bank's whole table unpacks to 283 MB, the Outlook's workbook to 60."""

MOST_PARTS = 2000
OWN_FILE = "give the publisher's own file"
MAGIC = b"PK\x03\x04"
"""How an archive begins."""

DAMAGES = (
    zipfile.BadZipFile,
    zipfile.LargeZipFile,
    zlib.error,
    lzma.LZMAError,
    EOFError,
    OSError,
    RuntimeError,
    NotImplementedError,
    ValueError,
    OverflowError,
)
"""What the reader of archives raises for one that is damaged, locked or packed in a way it does not know."""


@contextmanager
def opened(given: Given) -> Iterator[zipfile.ZipFile]:
    """The archive `given`, with not too many parts. Raises DeliveryError, also for what goes wrong while it is read."""
    try:
        with zipfile.ZipFile(io.BytesIO(given.content)) as archive:
            _refuse_parts(given, archive)
            yield archive
    except DAMAGES as fault:
        raise refused(given, f"is a damaged or locked archive ({told(fault)})", remedy="fetch it again") from None


@contextmanager
def streamed(given: Given, archive: zipfile.ZipFile, name: str) -> Iterator[io.BufferedReader]:
    """One part of an open archive as a stream that ends with a DeliveryError once it has given too many bytes."""
    with archive.open(name) as part:
        yield io.BufferedReader(_Bounded(given, part), buffer_size=1 << 20)


def refuse_bombs(given: Given, archive: zipfile.ZipFile) -> None:
    """Unpack every part in pieces and throw it away: for readers that unpack the archive by themselves."""
    _refuse_parts(given, archive)
    unpacked = 0
    for part in archive.infolist():
        with archive.open(part) as stream:
            while piece := stream.read(1 << 20):
                unpacked += len(piece)
                _refuse_more(given, unpacked)


def told(fault: BaseException) -> str:
    """What a library says of a fault, on one short line."""
    return " ".join(str(fault).split())[:120] or type(fault).__name__


def _refuse_parts(given: Given, archive: zipfile.ZipFile) -> None:
    if len(archive.infolist()) > MOST_PARTS:
        raise refused(given, f"holds more than {MOST_PARTS:,} parts", remedy=OWN_FILE)
    if len(set(archive.namelist())) < len(archive.infolist()):
        raise refused(given, "holds two parts of one name", remedy=OWN_FILE)


def _refuse_more(given: Given, unpacked: int) -> None:
    if unpacked > MOST_UNPACKED:
        raise refused(given, f"unpacks to more than {MOST_UNPACKED >> 20} MiB", remedy=OWN_FILE)


class _Bounded(io.RawIOBase):
    """The bytes of a part, counted."""

    def __init__(self, given: Given, part: IO[bytes]) -> None:
        self._given, self._part, self._count = given, part, 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        space = memoryview(buffer)  # type: ignore[arg-type]
        piece = self._part.read(len(space))
        self._count += len(piece)
        _refuse_more(self._given, self._count)
        space[: len(piece)] = piece
        return len(piece)
