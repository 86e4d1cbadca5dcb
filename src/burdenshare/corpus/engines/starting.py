"""How a worker process is started: knowing nothing of the program that started it, deaf to Ctrl-C, with one thread."""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from multiprocessing.process import BaseProcess

from burdenshare.corpus.engines.worker import ONE_THREAD
from burdenshare.record.layers import PINNED, pinned, standing


def started(process: BaseProcess) -> None:
    """Start a worker process."""
    with _without_main(), _with(ONE_THREAD | {PINNED: pinned(standing())}), _deaf():
        process.start()


@contextmanager
def _without_main() -> Iterator[None]:
    """A started process would run the program of its driver again, up to the guard that not every script has."""
    main = sys.modules["__main__"]
    names = ("__file__", "__spec__")
    kept = {name: getattr(main, name) for name in names if hasattr(main, name)}
    for name in kept:
        setattr(main, name, None)
    if "__file__" in kept:
        del main.__file__
    try:
        yield
    finally:
        for name, value in kept.items():
            setattr(main, name, value)


@contextmanager
def _with(settings: dict[str, str]) -> Iterator[None]:
    """Variables that hold for what is started here: a record of the layers of this process, and one thread."""
    kept = {name: os.environ.get(name) for name in settings}
    os.environ.update(settings)
    try:
        yield
    finally:
        for name, value in kept.items():
            if value is None:
                os.environ.pop(name, None)
            else:
                os.environ[name] = value


@contextmanager
def _deaf() -> Iterator[None]:
    """Until the worker has said itself that Ctrl-C is not for it."""
    if not hasattr(signal, "pthread_sigmask"):
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
