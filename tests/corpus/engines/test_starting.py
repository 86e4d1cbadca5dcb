"""A worker knows nothing of the program that started it, and that program is as it was."""

from __future__ import annotations

import os
import signal
import sys
from multiprocessing import get_context
from multiprocessing.connection import Connection

from burdenshare.corpus.engines.starting import started
from burdenshare.corpus.engines.worker import ONE_THREAD
from burdenshare.record.layers import PINNED


def tells(told: Connection) -> None:
    """What a started process sees."""
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, set()) if hasattr(signal, "pthread_sigmask") else {signal.SIGINT}
    settings = {name: os.environ.get(name) for name in (*ONE_THREAD, PINNED)}
    told.send((settings, signal.SIGINT in blocked, getattr(sys.modules["__main__"], "__file__", None)))


def test_one_thread_the_same_record_deaf_and_without_our_program() -> None:
    main = sys.modules["__main__"]
    before = (dict(os.environ), getattr(main, "__file__", None), getattr(main, "__spec__", None))
    context = get_context("spawn")
    ours, theirs = context.Pipe()
    process = context.Process(target=tells, args=(theirs,), daemon=True)
    started(process)
    assert ours.poll(60)
    settings, deaf, program = ours.recv()
    process.join()
    assert {name: settings[name] for name in ONE_THREAD} == ONE_THREAD
    assert settings[PINNED]
    assert (deaf, program) == (True, None)
    assert before == (dict(os.environ), getattr(main, "__file__", None), getattr(main, "__spec__", None))
