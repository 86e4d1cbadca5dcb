"""Long work: told step by step, stopped on request, its result kept for a while under an address nobody guesses.

A task is a coroutine that gives its steps to the worker of long work, so that a step is what progress counts, what a
time bounds, and what cancelling ends together with the process that does it. The worker takes one step at a time, and
the visitors in turn: who has much to do does not hold up who has little, and what is waited for holds up nobody.

    async def work(steps: Steps) -> Result:
        steps.expect(len(parts) + 1)
        done = [await steps.run(f"part {part}", job, part) for part in parts]
        return await steps.run("putting them together", together, done)

    task = tasks.start(work, visitor, title="…", result_at="/story/{}", back="/story", seconds=180)
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, ParamSpec, Protocol, TypeVar

from burdenshare.errors import BurdenshareError
from burdenshare.web.guard import refusals
from burdenshare.web.work.pool import Pool
from burdenshare.web.work.turns import Turns

LOG = logging.getLogger("burdenshare.web")
P = ParamSpec("P")
T = TypeVar("T")


class Phase(StrEnum):
    """How far a task is."""

    WAITING = "waiting"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"

    @property
    def open(self) -> bool:
        """Whether something of it may still come."""
        return self in (Phase.WAITING, Phase.RUNNING)


class Result(Protocol):
    """What a task leaves behind; it says how many bytes it takes, so that all of them can be bounded."""

    @property
    def size(self) -> int: ...


@dataclass(slots=True)
class Task:
    """One piece of long work. Who knows `id` may see and cancel it: 128 random bits. `total` 0 means not yet known;
    `doing` is the step under way; `back` where it was asked for, `result_at` where its result is shown."""

    id: str
    visitor: str
    title: str
    result_at: str
    back: str
    phase: Phase = Phase.WAITING
    done: int = 0
    total: int = 0
    doing: str = ""
    fault: BurdenshareError | None = None
    result: Result | None = None
    settled: asyncio.Event = field(default_factory=asyncio.Event, repr=False)
    running: asyncio.Task[None] | None = field(default=None, repr=False)


class Steps:
    """What the work of a task is given: a way to the worker, and the count of what is done."""

    def __init__(self, task: Task, pool: Pool, turns: Turns, seconds: float) -> None:
        self._task = task
        self._pool = pool
        self._turns = turns
        self._left = seconds
        self._whole = seconds
        self._most = float("inf")

    def bound(self, seconds: float) -> None:
        """Let no single step take longer than `seconds`, whatever is left of the whole."""
        self._most = seconds

    def expect(self, total: int) -> None:
        """Say how many steps there are."""
        self._task.total = total

    async def run(self, doing: str, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """One step, done by the worker; `doing` is told to who waits."""
        async with self._turns.of(self._task.visitor):
            self._begun(doing)
            if self._left <= 0:
                raise refusals.took_too_long(self._whole)
            began = time.monotonic()
            try:
                found = await self._pool.run(min(self._left, self._most), work, *args, **kwargs)
            finally:
                self._left -= time.monotonic() - began  # the work of others, which it waits for, is not counted
        self.skip()
        return found

    async def beside(self, doing: str, awaited: Awaitable[T]) -> T:
        """What a step waits for that needs no worker, such as a page from the network; it is no step of its own, and
        others work in the meantime."""
        self._begun(doing)
        return await awaited

    def _begun(self, doing: str) -> None:
        self._task.doing = doing
        if self._task.phase is Phase.WAITING:
            self._task.phase = Phase.RUNNING

    def skip(self) -> None:
        """Count a step that is done, or that there is nothing to do for."""
        self._task.done = min(self._task.done + 1, self._task.total or self._task.done + 1)


Work = Callable[[Steps], Awaitable[Result]]


@dataclass(frozen=True, slots=True)
class Keeping:
    """How much is kept of what is settled: `seconds` long, `number` of them, `size` bytes of their results together;
    and how many may wait, beside the one that runs, `own` of one visitor."""

    seconds: float = 30 * 60
    number: int = 40
    size: int = 256 * 1024 * 1024
    waiting: int = 12
    own: int = 6


class Tasks:
    """All long work of this server. One step runs at a time, in the pool of long work, which the checks do not use."""

    def __init__(self, pool: Pool, keeping: Keeping | None = None) -> None:
        self.keeping = keeping or Keeping()
        self._pool = pool
        self._tasks: dict[str, Task] = {}  # in the order of their start, and of their end once they are settled
        self._turns = Turns(1)

    def start(self, work: Work, visitor: str, *, title: str, result_at: str, back: str, seconds: float) -> Task:
        """Begin `work` of `visitor`, whose steps may take `seconds` together. `result_at` has `{}` where the id stands.

        Raises Refusal where as much waits as may, or as much of this visitor.
        """
        waiting = [one.visitor for one in self._tasks.values() if one.phase.open]
        if len(waiting) > self.keeping.waiting:
            raise refusals.busy()
        if waiting.count(visitor) >= self.keeping.own:
            raise refusals.enough_of_one()
        name = secrets.token_urlsafe(16)
        task = Task(name, visitor, title, result_at.format(name), back)
        self._tasks[name] = task
        task.running = asyncio.create_task(self._live(task, work, seconds))
        task.running.add_done_callback(lambda _: self._settle(task))
        return task

    def get(self, name: str) -> Task:
        """The task of that id. Raises Refusal where there is none, or none any more."""
        found = self._tasks.get(name)
        if found is None:
            raise refusals.no_task(self.keeping.seconds)
        return found

    def result(self, name: str, kind: type[T]) -> T:
        """The result of a task that is done. Raises Refusal, also where it is not, or is of another kind of work."""
        found = self.get(name).result
        if not isinstance(found, kind):
            raise refusals.no_task(self.keeping.seconds)
        return found

    def cancel(self, name: str) -> Task:
        """Stop a task, and the process that works on it. One that is settled stays as it is."""
        task = self.get(name)
        if task.phase.open and task.running is not None:
            task.phase = Phase.CANCELLED
            task.running.cancel()
        return task

    async def run(self, visitor: str, seconds: float, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
        """One step beside all tasks, in the turn of `visitor`: another view of a result, a file of it."""
        async with self._turns.of(visitor):
            return await self._pool.run(seconds, work, *args, **kwargs)

    async def whole(self, task: Task) -> Result:
        """The result of a task that nobody else is told of: who leaves ends it, and nothing of it is kept.

        Raises what the task failed with.
        """
        try:
            await task.settled.wait()
        finally:
            if task.running is not None:
                task.running.cancel()
            self._tasks.pop(task.id, None)
        if task.result is None:
            raise task.fault or refusals.no_task(self.keeping.seconds)
        return task.result

    async def wait(self, task: Task, seconds: float) -> None:
        """Wait until `task` is settled, not longer than `seconds`: short work needs no second page."""
        try:
            await asyncio.wait_for(task.settled.wait(), seconds)
        except TimeoutError:
            return

    async def close(self) -> None:
        """Stop everything."""
        running = [one.running for one in self._tasks.values() if one.running is not None]
        for one in running:
            one.cancel()
        await asyncio.gather(*running, return_exceptions=True)
        self._tasks.clear()

    async def _live(self, task: Task, work: Work, seconds: float) -> None:
        try:
            task.result = await work(Steps(task, self._pool, self._turns, seconds))
            task.phase = Phase.DONE
        except BurdenshareError as fault:
            self._fail(task, fault)
        except Exception as fault:
            LOG.error("unforeseen: long work", exc_info=fault)
            what = "something went wrong on this server"
            self._fail(task, BurdenshareError(what, remedy="try again, or tell its owner"))

    def _fail(self, task: Task, fault: BurdenshareError) -> None:
        task.phase, task.fault = Phase.FAILED, fault

    def _settle(self, task: Task) -> None:
        """Whatever became of it: tell who waits, and forget it in time, or when there is too much to keep."""
        if task.phase.open:
            task.phase = Phase.CANCELLED
        task.running, task.doing = None, ""
        task.settled.set()
        if self._tasks.pop(task.id, None) is None:
            return
        self._tasks[task.id] = task
        asyncio.get_running_loop().call_later(self.keeping.seconds, self._tasks.pop, task.id, None)
        self._make_room()

    def _make_room(self) -> None:
        """Forget the longest settled until number and size are as allowed; the newest stays."""
        settled = [one for one in self._tasks.values() if not one.phase.open]
        size = sum(one.result.size for one in settled if one.result is not None)
        while len(settled) > 1 and (len(settled) > self.keeping.number or size > self.keeping.size):
            oldest = settled.pop(0)
            size -= 0 if oldest.result is None else oldest.result.size
            del self._tasks[oldest.id]


def task_shape(task: Task) -> dict[str, Any]:
    """A task for programs; `result` is the address of what is done, `error` the one shape of a fault."""
    fault = task.fault
    return {
        "id": task.id,
        "state": task.phase.value,
        "done": task.done,
        "total": task.total,
        "doing": task.doing,
        "title": task.title,
        "result": task.result_at if task.phase is Phase.DONE else None,
        "error": None if fault is None else {"message": fault.what, "where": fault.where, "remedy": fault.remedy},
    }
