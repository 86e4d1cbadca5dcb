"""Turns at what there is little of: one who asks for much waits for his own work, and not the others for it.

    turns = Turns(1)
    async with turns.of(visitor):
        ...

Whoever waits is called by visitor, in a ring, and among one visitor's own by who came first.
"""

from __future__ import annotations

import asyncio
from collections import Counter, OrderedDict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from burdenshare.web.guard import refusals


class Turns:
    """`places` at once, of which one visitor holds at most `own`, while at most `waiting` of his wait."""

    def __init__(self, places: int, own: int = 1, waiting: int = 64) -> None:
        self._free = places
        self._own = own
        self._waiting = waiting
        self._held: Counter[str] = Counter()
        self._queues: OrderedDict[str, deque[asyncio.Future[None]]] = OrderedDict()

    @asynccontextmanager
    async def of(self, visitor: str) -> AsyncIterator[None]:
        """A turn of `visitor`, for as long as the block takes. Raises Refusal where too much of his waits already."""
        await self._taken(visitor)
        try:
            yield
        finally:
            self._give_back(visitor)

    async def _taken(self, visitor: str) -> None:
        """Wait for a place. Who comes while others wait that could go waits behind them."""
        queue = self._queues.setdefault(visitor, deque())
        if len(queue) >= self._waiting:
            raise refusals.busy()
        called: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        queue.append(called)
        self._call()
        try:
            await called
        except asyncio.CancelledError:
            if called in queue:
                queue.remove(called)
            elif not called.cancelled():
                self._give_back(visitor)  # it was called and left in the same moment
            raise

    def _give_back(self, visitor: str) -> None:
        self._free += 1
        self._held[visitor] -= 1
        if not self._held[visitor]:
            del self._held[visitor]
        self._call()

    def _call(self) -> None:
        """Call those who can go. A visitor of whom one was called is asked again after all the others."""
        while self._free and (visitor := self._next()) is not None:
            queue = self._queues[visitor]
            called = queue.popleft()
            if queue:
                self._queues.move_to_end(visitor)
            else:
                del self._queues[visitor]
            self._free -= 1
            self._held[visitor] += 1
            called.set_result(None)

    def _next(self) -> str | None:
        """Who is first among those who wait and hold fewer places than they may; who has left is struck out."""
        for visitor, queue in list(self._queues.items()):
            while queue and queue[0].done():
                queue.popleft()
            if not queue:
                del self._queues[visitor]
            elif self._held[visitor] < self._own:
                return visitor
        return None
