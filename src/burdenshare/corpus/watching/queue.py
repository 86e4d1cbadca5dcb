"""Entries that wait to be read, in the order in which their hosts may be asked."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable

from burdenshare.corpus.watching.model import Waiting


class Queue:
    """Entries by the address that has to be asked for them, empty where none has. `free` says when an address may
    be asked."""

    def __init__(self, waiting: Iterable[tuple[str, Waiting]], free: Callable[[str], float]) -> None:
        self._free = free
        self._held: dict[str, deque[tuple[str, Waiting]]] = {}
        for address, one in waiting:
            self._held.setdefault(_server(address), deque()).append((address, one))

    def __len__(self) -> int:
        return sum(map(len, self._held.values()))

    def next(self) -> Waiting:
        """The entry whose host may be asked first; of those that may be asked at once, the one that was met first."""
        name = min(self._held, key=lambda one: self._free(self._held[one][0][0]))
        _, found = self._held[name].popleft()
        if not self._held[name]:
            del self._held[name]
        return found


def _server(address: str) -> str:
    """What stands before the path: addresses of one server wait for each other."""
    return "/".join(address.split("/", 3)[:3])
