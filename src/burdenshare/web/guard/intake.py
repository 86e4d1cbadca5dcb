"""The bytes of all requests that are being read or answered, within one bound: each alone is small enough, and a
hundred at once are not."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from burdenshare.web.guard import refusals


class Intake:
    """Room for the bodies of requests, `most` bytes together."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._taken = 0

    @property
    def left(self) -> int:
        """Bytes that still have room."""
        return self._most - self._taken

    @contextmanager
    def portion(self) -> Iterator[Portion]:
        """What one request takes; it has room again when the request is answered, whatever became of it."""
        made = Portion(self)
        try:
            yield made
        finally:
            self._taken -= made.size

    def take(self, size: int) -> None:
        """Take room for `size` bytes. Raises Refusal where there is none."""
        if size > self.left:
            raise refusals.full()
        self._taken += size


class Portion:
    """The part of one request."""

    def __init__(self, intake: Intake) -> None:
        self._intake = intake
        self.size = 0

    def announced(self, size: int) -> None:
        """See that `size` bytes would have room before any is read. Nothing is taken: who announces much and sends
        nothing must not shut out the others. Raises Refusal."""
        if size > self._intake.left:
            raise refusals.full()

    def add(self, size: int) -> None:
        """Take room for `size` more bytes. Raises Refusal."""
        self._intake.take(size)
        self.size += size
