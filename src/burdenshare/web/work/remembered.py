"""What visitors gave to be checked, remembered while they look at it: filters, downloads and saving ask for the very
same bytes again, by an id nobody guesses, and no form has to carry them."""

from __future__ import annotations

import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from burdenshare.web.guard import refusals
from burdenshare.web.values import Asked

SECONDS = 30 * 60
"""For how long, from when it was last asked for."""

ROOM = 64 * 1024 * 1024
"""Bytes of all that is remembered: some ten thousand articles, or six of the largest files."""

APART = 1024
"""Bytes that each takes beside its own."""


@dataclass(slots=True)
class Held:
    """One that is remembered, until `until` (seconds of a steady clock)."""

    asked: Asked
    until: float

    @property
    def size(self) -> int:
        """How many bytes it takes."""
        return len(self.asked.given.data) + APART


class Remembered:
    """Within `room` bytes; what was not asked for the longest goes first."""

    def __init__(self, room: int = ROOM, clock: Callable[[], float] = time.monotonic) -> None:
        self._room = room
        self._clock = clock
        self._taken = 0
        self._held: OrderedDict[str, Held] = OrderedDict()

    def keep(self, asked: Asked) -> str:
        """Remember what was asked, under the id that is returned."""
        name = secrets.token_urlsafe(16)
        self._held[name] = Held(asked, self._clock() + SECONDS)
        self._taken += self._held[name].size
        self._forget()
        return name

    def get(self, name: str) -> Asked:
        """What was asked. Raises Refusal where it is remembered no longer."""
        self._forget()
        found = self._held.get(name)
        if found is None:
            raise refusals.no_text(SECONDS)
        found.until = self._clock() + SECONDS
        self._held.move_to_end(name)
        return found.asked

    def _forget(self) -> None:
        """The order is that of the last question, so the first is the first to end."""
        now = self._clock()
        while self._held and (self._taken > self._room or next(iter(self._held.values())).until <= now):
            _, gone = self._held.popitem(last=False)
            self._taken -= gone.size
