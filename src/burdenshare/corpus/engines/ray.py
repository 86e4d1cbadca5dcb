"""Ray: the same tasks on the machines of a cluster, or on this one as a cluster.

Each task runs in a process of Ray that keeps a local engine of one worker, so that a document that crashes, hangs or
devours memory is treated as it is here, and Ray itself sees none of it. What Ray must mend is the loss of a process or
of a machine: it gives the task to another one.
"""

from __future__ import annotations

import logging
import os
import socket
import warnings
from collections.abc import Iterator, Sequence
from contextlib import suppress
from typing import Any

from burdenshare.corpus.engines.local import LocalEngine, cores
from burdenshare.corpus.model import Bounds
from burdenshare.corpus.tasks import Done, Task
from burdenshare.errors import BurdenshareError, InputError, OutputError

STORE = 100 * 1024 * 1024
"""Bytes of Ray's own memory for values on the way: ours are small, what is large goes through the storage."""
RETRIES = 20
"""Times that a task may lose its process or machine."""
AHEAD = 1.25
"""Tasks given to Ray at once, by core of the cluster: so many that no core waits, and no more."""
GLANCE = 5.0
"""Seconds between two looks at how many cores there are: machines come and go."""
ANSWERS = 10.0
"""Seconds in which a cluster must answer."""

SETTINGS = {
    "RAY_USAGE_STATS_ENABLED": "0",  # nothing is told to anybody
    "RAY_ACCEL_ENV_VAR_OVERRIDE_ON_ZERO": "0",
    "RAY_DEDUP_LOGS": "0",
    "RAY_worker_niceness": "0",  # on a busy machine its workers would hardly be let on, and the run stand still
}
"""What is set before Ray is started here; a cluster that runs already has settings of its own."""


class RayEngine:
    """Tasks for a cluster: the one at `address`, else one that is started on this machine with `workers` cores."""

    def __init__(self, workers: int | None = None, bounds: Bounds | None = None, address: str | None = None) -> None:
        self._workers = workers
        self._bounds = bounds or Bounds()
        self._address = address
        self._ours = False
        self._out: list[Any] = []

    def run(self, tasks: Sequence[Task]) -> Iterator[Done]:
        """What becomes of each task, as it is committed. Raises what a task raises, InputError where no cluster can be
        reached, and OutputError where a shard cannot be finished."""
        ray = self._connected()
        guarded = ray.remote(num_cpus=1, max_retries=RETRIES)(_guarded)
        waiting = list(reversed(tasks))
        shards: dict[Any, str] = {}
        while waiting or self._out:
            while waiting and len(self._out) < self._most(ray):
                task = waiting.pop()
                self._out.append(guarded.remote(task, self._bounds))
                shards[self._out[-1]] = task.shard.name
            ready, self._out = ray.wait(self._out, timeout=GLANCE)
            for one in ready:
                yield _answer(ray, one, shards.pop(one))

    def close(self) -> None:
        """Take back what has not been done; end the cluster where it was started here."""
        with suppress(ImportError):
            import ray

            if ray.is_initialized():
                for one in self._out:
                    with suppress(Exception):
                        ray.cancel(one, force=True)
                self._out = []
                if self._ours:
                    ray.shutdown()
        self._ours = False

    def _most(self, ray: Any) -> int:
        """Tasks that may be with Ray at once."""
        held = int(ray.cluster_resources().get("CPU", 1))
        return max(1, int(AHEAD * min(held, self._workers or held)))

    def _connected(self) -> Any:
        """Ray, with a cluster behind it."""
        for name, value in SETTINGS.items():
            os.environ.setdefault(name, value)
        _refuse_silent(self._address)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import ray

            if ray.is_initialized():
                return ray
            logging.getLogger("ray").setLevel(logging.ERROR)
            told: dict[str, Any] = {"address": self._address} if self._address else {"address": "local"}
            if not self._address:
                told |= {"num_cpus": self._workers or cores(), "object_store_memory": STORE, "include_dashboard": False}
            try:
                ray.init(**told, logging_level=logging.ERROR, log_to_driver=False, configure_logging=True)
            except Exception as fault:  # Ray raises what its parts raise
                raise _no_cluster(self._address, " ".join(str(fault).split())[:160]) from None
        self._ours = True
        return ray


def _refuse_silent(address: str | None) -> None:
    """Raise InputError where nobody answers at HOST:PORT: Ray would wait for minutes, and then end this process."""
    host, colon, port = (address or "").rpartition("://")[2].rpartition(":")
    if not colon or not port.isdecimal():
        return
    try:
        socket.create_connection((host.strip("[]"), int(port)), timeout=ANSWERS).close()
    except (OSError, OverflowError) as fault:
        raise _no_cluster(address, getattr(fault, "strerror", None) or str(fault)) from None


def _no_cluster(address: str | None, said: str) -> InputError:
    remedy = "see that the cluster runs, and that it has the same versions of Ray and Python"
    return InputError(f"no cluster can be had ({said})", where=address or "ray", remedy=remedy)


def _answer(ray: Any, one: Any, shard: str) -> Done:
    """What became of a task. Raises what it raised."""
    try:
        answer: Done | BurdenshareError = ray.get(one)
    except ray.exceptions.RayError as fault:
        what = f"no machine of the cluster could finish it ({type(fault).__name__})"
        remedy = "see the cluster, then run it again with --resume"
        raise OutputError(what, where=f"shard {shard}", remedy=remedy) from None
    if isinstance(answer, BurdenshareError):
        raise answer
    return answer


_ENGINES: dict[Bounds, LocalEngine] = {}
"""The local engine of a process of Ray: its one worker lives from task to task."""


def _guarded(task: Task, bounds: Bounds) -> Done | BurdenshareError:
    """A task, done by a worker that may end."""
    engine = _ENGINES.setdefault(bounds, LocalEngine(1, bounds))
    try:
        (answer,) = engine.run([task])
    except BurdenshareError as fault:
        engine.close()
        return fault
    return answer
