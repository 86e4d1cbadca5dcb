"""What a worker has done of a shard so far, kept beside the machine's own temporary files: when a document ends the
worker, its successor begins behind it instead of at the shard's beginning. Losing a spool costs time, never a row."""

from __future__ import annotations

import os
import pickle
import shutil
import stat
import tempfile
from collections.abc import Iterator
from pathlib import Path
from struct import Struct
from typing import Any
from zlib import crc32

Rows = Any

_HEAD = Struct(">QI")
"""Before each entry: its length in bytes and its sum."""


def folder_of(run: str) -> Path | None:
    """The folder of a run's spools on this machine; None where there can be none that is ours alone."""
    user = os.getuid() if hasattr(os, "getuid") else 0
    path = Path(tempfile.gettempdir()) / f"burdenshare-corpus-{user}" / run
    for one in (path.parent, path):
        try:
            one.mkdir(mode=0o700, exist_ok=True)
            found = one.lstat()
        except OSError:
            return None
        others = hasattr(os, "getuid") and (found.st_uid != user or found.st_mode & 0o022)
        if others or not stat.S_ISDIR(found.st_mode):
            return None  # somebody else can write there: what lies in it may not be ours
    return path


def forget(run: str) -> None:
    """Take a run's folder away: it is finished."""
    folder = folder_of(run)
    if folder is not None:
        shutil.rmtree(folder, ignore_errors=True)


class Spool:
    """Results by number of the record, appended as they come. Without a path, or where nothing can be written, nothing
    is kept."""

    def __init__(self, path: Path | None) -> None:
        self._path = path
        self.held: dict[int, Rows] = {}
        self._handle: int | None = None
        if path is None:
            return
        try:
            self._handle = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
            self.held = dict(self._read())
        except OSError:
            self.leave()

    def _read(self) -> Iterator[tuple[int, Rows]]:
        """What is whole; a torn end is cut off."""
        assert self._handle is not None
        whole = 0
        with os.fdopen(os.dup(self._handle), "rb") as stream:
            while len(head := stream.read(_HEAD.size)) == _HEAD.size:
                length, told = _HEAD.unpack(head)
                data = stream.read(length)
                if not length or len(data) < length or crc32(data) != told:
                    break  # a power cut may leave nothing but noughts, whose sum is right
                whole = stream.tell()
                yield pickle.loads(data)
        os.ftruncate(self._handle, whole)

    def add(self, number: int, rows: Rows) -> None:
        """Keep what became of a record."""
        if self._handle is None:
            return
        data = pickle.dumps((number, rows), pickle.HIGHEST_PROTOCOL)
        entry = _HEAD.pack(len(data), crc32(data)) + data
        try:
            if os.write(self._handle, entry) < len(entry):
                self.leave()
        except OSError:  # a full disk: the run goes on without
            self.leave()

    def leave(self) -> None:
        """Write no more, and leave what is there to whoever comes next."""
        if self._handle is not None:
            os.close(self._handle)
        self._handle = None

    def close(self) -> None:
        """Let it go: the shard is committed."""
        self.leave()
        if self._path is not None:
            try:
                self._path.unlink(missing_ok=True)
            except OSError:
                return
