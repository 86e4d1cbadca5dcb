"""A worker process: it does one task after another, and tells which record it is at before it touches it."""

from __future__ import annotations

import os
import signal
import threading
from contextlib import suppress
from multiprocessing import parent_process
from multiprocessing.connection import Connection, wait

from burdenshare.corpus.engines.marks import Marks

ONE_THREAD = {"POLARS_MAX_THREADS": "1", "OMP_NUM_THREADS": "1", "MALLOC_ARENA_MAX": "2"}
"""What is set before a worker starts: it is one of many, and each thread would claim memory of its own."""


def work(tasks: Connection, marks: Marks, memory: int) -> None:
    """Do what comes over `tasks` until nothing more comes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the driver's to answer
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=end_with_driver, daemon=True).start()
    bounded(memory)
    try:
        _serve(tasks, marks)
    except MemoryError:
        marks.fell("memory")
    except Exception as fault:
        marks.fell(f"crash ({type(fault).__name__})")
    _end()


def _serve(tasks: Connection, marks: Marks) -> None:
    from burdenshare.corpus.engines.planted import planted
    from burdenshare.corpus.locking import at_work
    from burdenshare.corpus.storage import storage_at
    from burdenshare.corpus.tasks import JUDGE, done, held_for_good, seldom_collected
    from burdenshare.errors import BurdenshareError

    seldom_collected()
    while True:
        marks.outside()
        try:
            task = tasks.recv()
        except (EOFError, OSError):
            return
        watch = planted(marks, task.stage)
        try:
            with at_work(storage_at(task.out)):
                if not _driver_lives():
                    return
                if task.stage == JUDGE:
                    held_for_good()
                answer: object = done(task, watch)
        except BurdenshareError as fault:
            answer = fault
        marks.outside()
        with suppress(OSError):
            tasks.send(answer)


def _driver_lives() -> bool:
    driver = parent_process()
    return driver is not None and not wait([driver.sentinel], 0)


def end_with_driver() -> None:
    """End at once when the driver does: nobody may work for a run that is no more."""
    driver = parent_process()
    if driver is not None:
        wait([driver.sentinel])
        _end()


def _end() -> None:
    """Without taking leave: what is committed is committed, and taking leave could fail or hang."""
    os._exit(0)


def bounded(memory: int) -> None:
    """Let this process have no more than so many bytes."""
    try:
        import resource
    except ImportError:  # no such limit on this system
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
