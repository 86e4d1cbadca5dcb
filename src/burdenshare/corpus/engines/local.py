"""Processes of this machine: each bounded in memory, each record in time; who ends is replaced, and what ended too many
is set aside."""

from __future__ import annotations

import os
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess

from burdenshare.corpus.engines import marks
from burdenshare.corpus.engines.marks import Marks
from burdenshare.corpus.engines.starting import started
from burdenshare.corpus.engines.strikes import CRASH, TIME, Death, Strikes
from burdenshare.corpus.engines.worker import work
from burdenshare.corpus.model import Bounds, Phase
from burdenshare.corpus.tasks import Done, Task
from burdenshare.errors import BurdenshareError, OutputError

GLANCE = 0.25
"""Seconds between two looks at workers that tell nothing."""
TASKS = 64
"""Tasks after which a worker is replaced, so that what libraries keep for themselves does not add up."""
LEAVE = 5.0
"""Seconds that a worker has to end by itself."""


def cores() -> int:
    """The cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass
class _Worker:
    """A process with what it is at. `seen`: record and phase at the last look; `since`: when they were first seen
    (monotonic); `ended`: why we ended it."""

    process: BaseProcess
    tasks: Connection
    marks: Marks
    task: Task | None = None
    seen: tuple[int, Phase] = (-1, Phase.OUTSIDE)
    since: float = 0.0
    ended: str = ""
    done: int = 0


class LocalEngine:
    """`workers` processes, started when there is something to do."""

    def __init__(self, workers: int, bounds: Bounds | None = None) -> None:
        self._most = workers
        self._bounds = bounds or Bounds()
        self._workers: list[_Worker] = []
        self._context = get_context("spawn")
        self._strikes = Strikes(self._bounds)

    def run(self, tasks: Sequence[Task]) -> Iterator[Done]:
        """What becomes of each task, as it is committed. Raises what a task raises, and OutputError where a shard
        cannot be finished."""
        waiting = list(reversed(tasks))
        while waiting or any(one.task is not None for one in self._workers):
            while waiting and (worker := self._idle()) is not None:
                self._give(worker, waiting.pop())
            for worker in self._glanced():
                task, answer = worker.task, self._answer(worker)
                worker.task = None
                if isinstance(answer, BurdenshareError):
                    raise answer
                if isinstance(answer, Done):
                    worker.done += 1
                    yield answer
                elif task is not None and isinstance(answer, Death):
                    waiting.append(self._strikes.after(task, answer))

    def close(self) -> None:
        """End all workers; what they had not committed is done again by the next run."""
        for worker in self._workers:
            worker.process.kill()
        for worker in self._workers:
            worker.process.join()
            worker.process.close()
            worker.tasks.close()
        self._workers.clear()

    def processes(self) -> list[int]:
        """The ids of the processes at work."""
        return [one.process.pid for one in self._workers if one.process.pid is not None]

    def _idle(self) -> _Worker | None:
        """A worker that has nothing to do; those that have done enough, or have ended meanwhile, are let go."""
        for worker in [one for one in self._workers if one.task is None]:
            if worker.done < TASKS and worker.process.is_alive():
                return worker
            self._let_go(worker)
        return self._started() if len(self._workers) < self._most else None

    def _started(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        told = marks.made(self._context)
        process = self._context.Process(target=work, args=(theirs, told, self._bounds.memory), daemon=True)
        try:
            started(process)
        except OSError as fault:
            what = f"no worker can be started ({fault.strerror})"
            raise OutputError(what, remedy="see the memory, or ask for fewer --workers") from None
        finally:
            theirs.close()
        worker = _Worker(process, ours, told)
        self._workers.append(worker)
        return worker

    def _give(self, worker: _Worker, task: Task) -> None:
        worker.task, worker.seen, worker.since, worker.ended = task, (-1, Phase.OUTSIDE), time.monotonic(), ""
        with suppress(OSError):  # it has ended meanwhile, which the next look finds
            worker.tasks.send(task)

    def _glanced(self) -> list[_Worker]:
        """Workers that have answered or ended; those that stay too long at one record are ended first."""
        busy = [one for one in self._workers if one.task is not None]
        ready: set[object] = set(wait([*(one.tasks for one in busy), *(one.process.sentinel for one in busy)], GLANCE))
        now = time.monotonic()
        for worker in busy:
            record, phase, _ = worker.marks.told()
            if (record, phase) != worker.seen:
                worker.seen, worker.since = (record, phase), now
            elif phase is not Phase.OUTSIDE and now - worker.since > self._bounds.seconds and not _in(worker, ready):
                worker.ended = TIME
                worker.process.kill()
        return [one for one in busy if _in(one, ready)]

    def _answer(self, worker: _Worker) -> object:
        """What a worker has told, or how it has ended."""
        with suppress(EOFError, OSError):
            if worker.tasks.poll():
                return worker.tasks.recv()
        record, phase, fault = worker.marks.told()
        death = Death(record, phase, worker.ended or fault or CRASH)
        self._let_go(worker)
        return death

    def _let_go(self, worker: _Worker) -> None:
        """A worker that is not needed any more, or has ended."""
        self._workers.remove(worker)
        worker.tasks.close()
        worker.process.join(LEAVE)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()
        worker.process.close()


def _in(worker: _Worker, ready: set[object]) -> bool:
    return worker.tasks in ready or worker.process.sentinel in ready
