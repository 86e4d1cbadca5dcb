"""How far a call has come: on standard error, for people at a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from threading import Timer
from time import monotonic

FEW = 3
"""Below this many files the reports themselves come fast enough."""

PATIENCE = 1.0
"""Seconds that nobody minds; only then is a single article said to be in work."""


def progress(files: Sequence[str]) -> Iterator[str]:
    """`files`, one by one, with a progress bar where somebody can see one and the reports are not printed there."""
    if not _barred(len(files)):
        yield from files
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(files, description="checking", console=Console(stderr=True), transient=True)


@contextmanager
def patience(file: str, files: int = 1) -> Iterator[None]:
    """Say that `file` is being checked once that takes longer than a moment, and take it back when it is done."""
    if _barred(files) or not sys.stderr.isatty():
        yield
        return
    from rich.console import Console
    from rich.text import Text

    status = Console(stderr=True).status(Text(f"checking {file}"))
    timer = Timer(PATIENCE, status.start)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        timer.join()  # it may be starting the sign at this very moment
        status.stop()


@contextmanager
def steps(what: str) -> Iterator[Callable[[int, int], None] | None]:
    """A call to tell how many steps are done, of how many: a bar for who waits longer than a moment at a terminal."""
    if not sys.stderr.isatty():
        yield None
        return
    from rich.console import Console
    from rich.progress import Progress

    begun = monotonic()
    bar = Progress(console=Console(stderr=True), transient=True)
    task = bar.add_task(what, total=None)

    def step(done: int, whole: int) -> None:
        bar.update(task, completed=done, total=whole)
        if done < whole and monotonic() - begun > PATIENCE:
            bar.start()

    try:
        yield step
    finally:
        bar.stop()


def _barred(files: int) -> bool:
    """Whether a bar over the files shows how far the call has come."""
    return files >= FEW and sys.stderr.isatty() and not sys.stdout.isatty()
