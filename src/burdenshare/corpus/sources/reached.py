"""A file that lies elsewhere, as DuckDB asks for it: what goes wrong on the way is kept apart from what is wrong with
the file."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from typing import Any, BinaryIO

from fsspec.spec import AbstractFileSystem

from burdenshare.corpus.sources.streams import file_at, opened
from burdenshare.errors import InputError

KIND = "reached"


class Reached(AbstractFileSystem):  # type: ignore[misc]  # fsspec has no types
    """One address. `fault` is what kept us from its bytes, if anything did."""

    protocol = KIND
    cachable = False

    def __init__(self, path: str) -> None:
        super().__init__()
        self._at = path
        self.fault: InputError | None = None

    @contextmanager
    def remembered(self) -> Iterator[None]:
        """A fault is remembered before DuckDB wraps it."""
        try:
            yield
        except InputError as fault:
            self.fault = fault
            raise

    def _open(self, path: str, mode: str = "rb", **told: Any) -> Any:
        del path, mode, told
        with self.remembered():
            return _Watched(self, opened(self._at))

    def info(self, path: str, **told: Any) -> dict[str, Any]:
        del told
        with self.remembered():
            return {"name": path, "size": file_at(self._at).size, "type": "file"}

    def exists(self, path: str, **told: Any) -> bool:
        del path, told
        return True

    def glob(self, path: str, **told: Any) -> list[str]:
        del told
        return [path]

    def modified(self, path: str) -> datetime:
        """Any moment: within one reading the file stands still, or the run ends."""
        del path
        return datetime(2000, 1, 1, tzinfo=UTC)


class _Watched:
    """Its bytes."""

    def __init__(self, owner: Reached, stream: BinaryIO) -> None:
        self._owner = owner
        self._stream = stream

    def read(self, size: int = -1) -> bytes:
        with self._owner.remembered():
            return self._stream.read(size)

    def seek(self, offset: int, whence: int = 0) -> int:
        return self._stream.seek(offset, whence)

    def tell(self) -> int:
        return self._stream.tell()

    def close(self) -> None:
        self._stream.close()
