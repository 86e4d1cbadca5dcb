"""How far a call over many files has come: on standard error, for people at a terminal only."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

FEW = 3
"""Below this many files the reports themselves come fast enough."""


def progress(files: Sequence[str]) -> Iterator[str]:
    """`files`, one by one, with a progress bar where somebody can see one and the reports are not printed there."""
    if len(files) < FEW or not sys.stderr.isatty() or sys.stdout.isatty():
        yield from files
        return
    from rich.console import Console
    from rich.progress import track

    yield from track(files, description="checking", console=Console(stderr=True), transient=True)
