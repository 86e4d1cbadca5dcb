"""What was made once and depends on its question alone, kept as long as there is room."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

ROOM = 48 * 1024 * 1024
"""Bytes kept by one server: some two thousand charts."""

APART = 512
"""Bytes that each kept thing takes beside itself, with its key: many small ones take room too."""


class Kept:
    """Made things by their key; what was not asked for the longest goes first. The key names the record's version."""

    def __init__(self, room: int = ROOM) -> None:
        self._room = room
        self._taken = 0
        self._held: OrderedDict[tuple[object, ...], bytes] = OrderedDict()
        self._lock = Lock()

    def get(self, key: tuple[object, ...]) -> bytes | None:
        """What is kept under `key`."""
        with self._lock:
            found = self._held.get(key)
            if found is not None:
                self._held.move_to_end(key)
            return found

    def put(self, key: tuple[object, ...], made: bytes) -> bytes:
        """`made`, kept unless it alone would take all the room."""
        with self._lock:
            if (old := self._held.pop(key, None)) is not None:
                self._taken -= len(old) + APART
            if len(made) + APART <= self._room:
                self._held[key] = made
                self._taken += len(made) + APART
            while self._taken > self._room:
                _, gone = self._held.popitem(last=False)
                self._taken -= len(gone) + APART
        return made
