"""Where a data set lies: a folder of this machine, or any place that fsspec knows (`s3://bucket/archive`).

A name appears with its whole content or not at all: on a file system by renaming, on an object store because it has no
other way. Nothing here ever reads what it has just written to decide what to do.
"""

from __future__ import annotations

import errno
import os
from collections.abc import Iterator
from pathlib import Path
from secrets import token_hex
from typing import Protocol
from urllib.parse import unquote

from burdenshare.errors import InputError, OutputError

ASIDE = ".aside-"
"""How the names begin under which content is written before it appears under its own."""

FULL = (errno.ENOSPC, errno.EDQUOT)
HERE = ("file://", "local://")
"""Addresses of this machine's own files."""


class Storage(Protocol):
    """Named bytes below one place. Names have `/` between their parts."""

    place: str

    def read(self, name: str) -> bytes | None:
        """The bytes of a name, None where there is none. Raises InputError."""

    def write(self, name: str, content: bytes) -> None:
        """Let `name` hold `content`, at once and whole. Raises OutputError."""

    def names(self, below: str) -> list[str]:
        """The names below a part, sorted. Raises InputError."""

    def delete(self, name: str) -> None:
        """Take a name away; one that is not there is no fault."""

    def tidy(self) -> None:
        """Take away what writers left that were killed. Only for who is alone at the place."""

    def address(self, name: str) -> str:
        """What a reader of Parquet opens."""


class LocalStorage:
    """A folder of this machine."""

    def __init__(self, folder: Path) -> None:
        self.place = str(folder)
        self._folder = folder

    def read(self, name: str) -> bytes | None:
        try:
            return (self._folder / name).read_bytes()
        except (FileNotFoundError, NotADirectoryError):
            return None
        except OSError as fault:
            raise InputError(
                f"cannot be read ({fault.strerror})", where=self.address(name), remedy="see the disk"
            ) from None

    def write(self, name: str, content: bytes) -> None:
        path = self._folder / name
        aside = path.with_name(f"{ASIDE}{token_hex(6)}")
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            with aside.open("xb") as stream:
                stream.write(content)
                stream.flush()
                os.fsync(stream.fileno())
            aside.replace(path)
            _to_disk(path.parent)
        except OSError as fault:
            _forgotten(aside)
            told = f"cannot be written ({fault.strerror}); what is committed is kept"
            remedy = "make room" if fault.errno in FULL else "see the place"
            raise OutputError(told, where=str(path), remedy=f"{remedy}, then run it again with --resume") from None

    def names(self, below: str) -> list[str]:
        return sorted(self._walk(below))

    def _walk(self, below: str) -> Iterator[str]:
        for path in (self._folder / below).rglob("*"):
            if path.is_file() and not path.name.startswith("."):
                yield path.relative_to(self._folder).as_posix()

    def delete(self, name: str) -> None:
        path = self._folder / name
        try:
            path.unlink(missing_ok=True)
            if path.parent != self._folder:
                path.parent.rmdir()  # with the last name in it a folder goes too
        except OSError:
            return

    def tidy(self) -> None:
        for path in self._folder.rglob(f"{ASIDE}*"):
            _forgotten(path)

    def address(self, name: str) -> str:
        return str(self._folder / name)


def _to_disk(folder: Path) -> None:
    """Let the new name survive a power cut too; not every system can open a folder."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)


def _forgotten(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def storage_at(place: str) -> Storage:
    """The storage at a path or an address. Raises InputError: an address that cannot be opened."""
    if place.startswith(HERE):
        return LocalStorage(Path(unquote(place.partition("://")[2])))
    if "://" not in place:
        return LocalStorage(Path(place))
    from burdenshare.corpus.remote import RemoteStorage

    return RemoteStorage(place)
