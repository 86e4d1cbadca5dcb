"""JSON Lines: cut by bytes, each shard from the line that begins in it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import BinaryIO

from burdenshare.corpus.model import Broken, Entry
from burdenshare.corpus.sources.fields import entry_of
from burdenshare.corpus.sources.streams import opened, shown
from burdenshare.reading.documents.sources import MOST_BYTES

BYTES_A_SHARD = 32 * 1024 * 1024


def spans(size: int) -> Iterator[tuple[int, int]]:
    """A file of `size` bytes cut into parts; a line belongs to the part in which its first byte lies."""
    for begin in range(0, max(size, 1), BYTES_A_SHARD):
        yield begin, min(begin + BYTES_A_SHARD, size)


def entries(path: str, begin: int, end: int, on_field: str | None) -> Iterator[Entry | Broken]:
    """The documents of the lines that begin in a part. `on_field` names the field of the day where it is another."""
    with opened(path) as stream:
        if begin:
            stream.seek(begin - 1)
            _skip(stream)  # what began before belongs to the part before
        while (at := stream.tell()) < end:
            data = stream.readline(MOST_BYTES + 1)
            if not data:
                return
            place = f"{shown(path)}@{at}"
            if len(data) > MOST_BYTES and not data.endswith(b"\n"):
                _skip(stream)
                yield Broken(place, f"a line longer than {MOST_BYTES // 1_000_000} MB")
            elif data.strip():
                yield _entry(data, place, on_field)


def _skip(stream: BinaryIO) -> None:
    while (piece := stream.readline(1 << 20)) and not piece.endswith(b"\n"):
        pass


def _entry(data: bytes, place: str, on_field: str | None) -> Entry | Broken:
    try:
        found = json.loads(data.removeprefix(b"\xef\xbb\xbf").decode("utf-8"))
    except UnicodeDecodeError as fault:
        return Broken(place, f"wrongly encoded: not UTF-8 at byte {fault.start} of the line")
    except (ValueError, RecursionError):
        return Broken(place, "no JSON that can be read")
    if not isinstance(found, dict):
        return Broken(place, "no JSON object")
    return entry_of(found, place, on_field)
