"""A worker's life: memory bounded, the record loaded once, first-time tables made before the first visitor comes."""

from __future__ import annotations

import signal
from contextlib import suppress

WARMING = (
    "Germany spent 2.1 % of GDP on defence in 2024. 23 of the 32 allies met the 2 % guideline. Poland is the biggest "
    "spender by share of GDP. NATO leaders met in Washington in July."
)
"""Words whose check makes the tables that most articles need."""


def started(memory: int) -> None:
    """Run in each new worker before its first piece of work."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the server's to answer
    _bound(memory)
    from datetime import date

    from burdenshare.report.article import check

    check(WARMING, on=date(2024, 9, 2)).to_html()


def _bound(memory: int) -> None:
    try:
        import resource
    except ImportError:  # no such limit on this system
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
