"""Who reads what strangers wrote: a process of its own, bounded in memory and time, so that no page ends the watch."""

from __future__ import annotations

import signal
import threading
from contextlib import suppress
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Protocol

from burdenshare.corpus.engines.planted import meet
from burdenshare.corpus.engines.starting import started
from burdenshare.corpus.engines.strikes import CRASH, MEMORY, TIME
from burdenshare.corpus.engines.worker import bounded, end_with_driver
from burdenshare.corpus.judging import Judging
from burdenshare.corpus.model import Bounds, Entry
from burdenshare.corpus.watching.model import Found, Judged, Row
from burdenshare.errors import BurdenshareError, OutputError
from burdenshare.reading.documents.sources import Source

STARTING = 60.0
"""Seconds more for the first work of a process, which loads the record."""
LEAVE = 2.0
TRIES = 2
"""Times that something may end a process before it is set aside: a machine may have been short of memory once."""


STAGES = {"entries": "feed", "opened": "gathering", "judged": "judging"}
"""What each work is called where faults are planted on purpose."""


class PoisonError(Exception):
    """Something that ends whoever reads it: crash, time or memory."""


class Reader(Protocol):
    """What a watch asks of who reads. Each raises PoisonError for what cannot be read without harm."""

    def entries(self, source: Source) -> list[Found]:
        """The entries of a feed. Raises InputError: it is none."""

    def opened(self, entry: Entry) -> list[Row]:
        """The documents of an article."""

    def judged(self, row: Row, judging: Judging) -> Judged:
        """A text read and judged."""

    def close(self) -> None:
        """Let it go."""


class ReaderApart:
    """A process, started when there is something to read, and anew after one that had to be ended."""

    def __init__(self, bounds: Bounds) -> None:
        self._bounds = bounds
        self._process: BaseProcess | None = None
        self._ours: Connection | None = None
        self._fresh = True

    def entries(self, source: Source) -> list[Found]:
        found: list[Found] = self._asked("entries", source)
        return found

    def opened(self, entry: Entry) -> list[Row]:
        found: list[Row] = self._asked("opened", entry)
        return found

    def judged(self, row: Row, judging: Judging) -> Judged:
        found: Judged = self._asked("judged", row, judging)
        return found

    def close(self) -> None:
        if self._ours is not None:
            self._ours.close()
        if self._process is not None:
            self._process.join(LEAVE)
            self._process.kill()
            self._process.join()
            self._process.close()
        self._process = self._ours = None

    def _asked(self, name: str, *given: object) -> Any:
        """Its answer. Raises what the work raises of ours, and PoisonError for what ended it too often."""
        reason = CRASH
        for _ in range(TRIES):
            connection = self._started()
            seconds = self._bounds.seconds + (STARTING if self._fresh else 0.0)
            with suppress(EOFError, OSError):
                connection.send((name, given))
                if connection.poll(seconds):
                    self._fresh = False
                    kind, answer = connection.recv()
                    if kind == "told":
                        return answer
                    if isinstance(answer, BurdenshareError):
                        raise answer
                    reason = str(answer)
                    if reason != MEMORY:
                        raise PoisonError(reason)  # a rule that failed would fail again
                else:
                    reason = TIME
            self._ended()
        raise PoisonError(reason)

    def _started(self) -> Connection:
        if self._ours is not None and self._process is not None and self._process.is_alive():
            return self._ours
        self._ended()
        context = get_context("spawn")
        self._ours, theirs = context.Pipe()
        self._process = context.Process(target=_serve, args=(theirs, self._bounds.memory), daemon=True)
        try:
            started(self._process)
        except OSError as fault:
            what = f"no process can be started ({fault.strerror})"
            raise OutputError(what, remedy="see the memory of the machine") from None
        finally:
            theirs.close()
        self._fresh = True
        return self._ours

    def _ended(self) -> None:
        if self._process is not None:
            self._process.kill()
        self.close()


def _serve(tasks: Connection, memory: int) -> None:
    """Do what comes until nothing more comes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the watch's to answer
    if hasattr(signal, "pthread_sigmask"):
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})
    threading.Thread(target=end_with_driver, daemon=True).start()
    bounded(memory)
    from burdenshare.corpus.watching.work import WORK

    while True:
        try:
            name, given = tasks.recv()
        except (EOFError, OSError):
            return
        try:
            meet(STAGES[name], _bytes(given[0]))
            answer: tuple[str, object] = ("told", WORK[name](*given))
        except BurdenshareError as fault:
            answer = ("fault", fault)
        except MemoryError:
            answer = ("fault", MEMORY)
        except Exception as fault:
            answer = ("fault", f"{CRASH} ({type(fault).__name__})")
        with suppress(OSError):
            tasks.send(answer)


def _bytes(given: Source | Entry | Row) -> bytes:
    """What is about to be read."""
    if isinstance(given, Source):
        return given.data
    return given.source.data if isinstance(given, Entry) else (given["text"] or "").encode("utf-8", "replace")
