"""Worker processes: each piece of work is bounded in time and memory, the number that waits is bounded, and none runs
where the pages are served."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import CancelledError
from concurrent.futures import TimeoutError as OutOfTime
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context
from typing import Any, ParamSpec, TypeVar

from pebble import ProcessExpired, ProcessPool

from burdenshare.web.guard import refusals
from burdenshare.web.work.travelling import safely
from burdenshare.web.work.worker import started

P = ParamSpec("P")
T = TypeVar("T")

TASKS = 2000
"""Pieces of work after which a worker is replaced, so that nothing a stranger's file leaves behind stays for long."""


class Pool:
    """`workers` processes, made ready by `starting`. `memory` bounds each in bytes, `waiting` the work that waits; each
    is replaced after `tasks` pieces of work (0: never)."""

    def __init__(
        self,
        workers: int,
        memory: int,
        waiting: int,
        starting: Callable[[int], None] = started,
        tasks: int = TASKS,
    ) -> None:
        self._pool = ProcessPool(
            max_workers=workers,
            max_tasks=tasks,
            initializer=starting,
            initargs=(memory,),
            context=get_context("spawn"),
        )
        self._most = workers + waiting
        self._open = 0

    @property
    def works(self) -> bool:
        """Whether workers start: a pool whose workers die when they begin takes no more work, and never will."""
        return bool(self._pool.active)

    async def run(self, seconds: float, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """What `work` returns, done by a worker within `seconds` from when it starts there.

        Raises Refusal: too much waits already, no worker starts, it took too long or too much memory; and what `work`
        itself raises.
        """
        if not self.works:
            raise refusals.no_workers()
        if self._open >= self._most:
            raise refusals.busy()
        future: Any = self._pool.schedule(safely, args=(work, args, kwargs), timeout=seconds)
        self._open += 1
        try:
            done: T = await asyncio.wrap_future(future)
            return done
        except OutOfTime:
            raise refusals.took_too_long(seconds) from None
        except BrokenProcessPool:
            raise refusals.no_workers() from None
        except (ProcessExpired, MemoryError):
            raise refusals.took_too_much() from None
        except (asyncio.CancelledError, CancelledError):
            future.cancel()  # the visitor has left: the worker is stopped, and the next piece of work begins
            raise
        finally:
            self._open -= 1

    def close(self) -> None:
        """Stop all work and all workers."""
        pool: Any = self._pool
        pool.stop()
        pool.join()
