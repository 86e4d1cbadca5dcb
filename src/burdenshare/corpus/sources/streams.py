"""Sources as streams of bytes: files of this machine, or addresses that fsspec opens (`s3://bucket/crawl/*.warc.gz`).

Whatever goes wrong between us and the bytes ends the run in one line: it says nothing about a document, so no document
is set aside for it.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from glob import glob, has_magic
from pathlib import Path
from typing import Any, BinaryIO, cast

from burdenshare.corpus.model import File
from burdenshare.corpus.remote import opened_at, told_of
from burdenshare.corpus.storage import HERE
from burdenshare.errors import InputError

AT_ONCE = 1 << 20
"""Bytes that are read ahead."""

PAGES_ONE_BY_ONE = ("http", "https", "ftp")
"""Addresses of servers: what they are asked for goes through the guard of `check`, one article at a time."""

CHANGED = "has changed since the run began"
AGAIN = "see its place, then run it again with --resume"


def is_remote(path: str) -> bool:
    """Whether a source is an address and no file of this machine."""
    return "://" in path and not path.startswith(HERE)


def shown(path: str) -> str:
    """A path as text that every output can bear: what is no UTF-8 in a name is written as its bytes."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")


def paths_of(source: str) -> list[str]:
    """The files that a source names, in the order of their names: those below a folder, those that a pattern fits, or
    the one that it is. What lies in hidden folders is no source. Raises InputError."""
    if source.startswith(HERE):
        source = source.partition("://")[2]
    if is_remote(source):
        return sorted(_remote_paths(source))
    place = Path(source)
    if place.is_dir():
        return sorted(str(one) for one in place.rglob("*") if one.is_file() and not _hidden(one.relative_to(place)))
    if place.is_file():
        return [source]
    if has_magic(source):
        return sorted(one for one in glob(source, recursive=True) if Path(one).is_file())  # noqa: PTH207 (paths as given)
    return []


def _hidden(path: Path) -> bool:
    return any(part.startswith(".") for part in path.parts)


def _remote_paths(source: str) -> Iterator[str]:
    kind = source.partition("://")[0]
    if kind in PAGES_ONE_BY_ONE:
        raise InputError("is the address of a server, not of an archive", where=source, remedy="fetch the files first")
    files, path = opened_at(source)
    try:
        files.invalidate_cache()
        if has_magic(path):
            found = [one for one in files.glob(path) if files.isfile(one)]
        else:
            found = [path] if files.isfile(path) else files.find(path)
    except FileNotFoundError:
        return
    except Exception as fault:
        raise InputError(f"cannot be listed ({told_of(fault)})", where=source, remedy="see the address") from None
    for one in found:
        if not one.rpartition("/")[2].startswith("."):
            yield str(files.unstrip_protocol(one))


def file_at(path: str) -> File:
    """A file as it stands now. Raises InputError: it cannot be read."""
    if not is_remote(path):
        try:
            found = Path(path).stat()
        except (OSError, ValueError) as fault:
            raise _unread(path, fault) from None
        return File(path, found.st_size, str(found.st_mtime_ns))
    files, inner = opened_at(path)
    try:
        files.invalidate_cache()
        told = files.info(inner)
    except Exception as fault:
        raise _unread(path, fault) from None
    marks = (told.get(name) for name in ("ETag", "etag", "md5Hash", "LastModified", "mtime", "created"))
    return File(path, int(told.get("size") or 0), str(next((one for one in marks if one is not None), "")))


def unchanged(file: File) -> None:
    """Raises InputError where a file is gone, or is no longer the one that was planned."""
    if file_at(file.path) != file:
        remedy = "let the sources stand still, and start beside it with --new-run"
        raise InputError(CHANGED, where=shown(file.path), remedy=remedy)


def opened(path: str) -> BinaryIO:
    """The bytes of a source, which can be read from any place on. Raises InputError, then and when it is read."""
    try:
        if is_remote(path):
            files, inner = opened_at(path)
            held = files.open(inner, "rb", block_size=8 * AT_ONCE, cache_type="readahead")
        else:
            held = Path(path).open("rb", buffering=0)  # noqa: SIM115 (closed by who closes the stream)
    except InputError:
        raise
    except Exception as fault:
        raise _unread(path, fault) from None
    return cast(BinaryIO, io.BufferedReader(_Bytes(path, held), AT_ONCE))


class _Bytes(io.RawIOBase):
    """An open file whose faults are ours."""

    def __init__(self, path: str, held: Any) -> None:
        self._path = path
        self._held = held

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def readinto(self, into: Any) -> int:
        try:
            data = self._held.read(len(into))
        except Exception as fault:
            raise _unread(self._path, fault) from None
        into[: len(data)] = data
        return len(data)

    def seek(self, offset: int, whence: int = 0) -> int:
        return int(self._held.seek(offset, whence))

    def tell(self) -> int:
        return int(self._held.tell())

    def close(self) -> None:
        if not self.closed:
            self._held.close()
        super().close()


def _unread(path: str, fault: Exception) -> InputError:
    told = getattr(fault, "strerror", None) or told_of(fault)
    return InputError(f"cannot be read ({told})", where=shown(path), remedy=AGAIN)
