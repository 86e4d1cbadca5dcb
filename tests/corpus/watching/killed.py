"""A watch that is killed: at the so-manieth of all points at which something of it reaches the disk, or before it does.

    python -m tests.corpus.watching.killed DIR ROOT POINT

watches the site at ROOT once into DIR, and ends at POINT by SIGKILL (0: goes on to its end).
"""

from __future__ import annotations

import os
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from burdenshare.corpus.storage import LocalStorage
from burdenshare.corpus.watching.watch import Means, watching
from burdenshare.corpus.watching.watchlist import watchlist_of
from burdenshare.record import Record, load_record
from tests.corpus.watching.site import ReaderHere, SlowClock, listed

Point = Callable[[], None]


class DiesError(BaseException):
    """What stands for SIGKILL within a process: whatever it tries to do afterwards, it dies again."""


class Points:
    """Counts the points, and dies at one of them and ever after."""

    def __init__(self, last: int, die: Callable[[], None]) -> None:
        self.met = 0
        self._last = last
        self._die = die

    def __call__(self) -> None:
        self.met += 1
        if self._last and self.met >= self._last:
            self._die()


class _Connection(sqlite3.Connection):
    """A connection that meets a point before each statement and after each commit."""

    point: Point = staticmethod(lambda: None)
    safe = True

    def execute(self, *given: Any) -> sqlite3.Cursor:
        asked = str(given[0])
        if not self.safe and asked == "PRAGMA synchronous = FULL":
            return super().execute("PRAGMA synchronous = OFF")
        if not asked.startswith(("SELECT", "PRAGMA", "ROLLBACK")):
            type(self).point()
        answer = super().execute(*given)
        if asked == "COMMIT":
            type(self).point()
        return answer


@contextmanager
def points(point: Point, *, safe: bool = True) -> Iterator[None]:
    """Meet `point` around all that reaches the disk. Not `safe`: it need not outlive a power cut, and is quick."""
    written, synced, connected = LocalStorage.write, os.fsync, sqlite3.connect

    def write(self: LocalStorage, name: str, content: bytes) -> None:
        point()
        written(self, name, content)
        point()

    def fsync(handle: int) -> None:
        point()
        if safe:
            synced(handle)

    def connect(*given: Any, **more: Any) -> sqlite3.Connection:
        kind = type("Connection", (_Connection,), {"point": staticmethod(point), "safe": safe})
        return connected(*given, factory=kind, **more)

    with (
        patch.object(LocalStorage, "write", write),
        patch.object(os, "fsync", fsync),
        patch.object(sqlite3, "connect", connect),
    ):
        yield


def watch_once(folder: str, root: str, record: Record) -> None:
    """Watch the two feeds of a site."""
    feeds = ({"url": f"{root}/feed.xml", "title": "The Daily"}, {"url": f"{root}/other.xml", "page": False})
    means = Means(ReaderHere(record), SlowClock())
    with watching(watchlist_of(listed(*feeds), "feeds.toml"), folder, record, means) as held:
        held.once()


def _killed() -> None:
    os.kill(os.getpid(), signal.SIGKILL)


if __name__ == "__main__":
    with points(Points(int(sys.argv[3]), _killed)):
        watch_once(sys.argv[1], sys.argv[2], load_record())
