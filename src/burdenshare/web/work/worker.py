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


def drawing(_memory: int) -> None:
    """Run in each new worker that draws. Its memory has no bound: the renderer sets more addresses aside than any bound
    would let it, and it is handed nothing of strangers but names and numbers that the record knows."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def looking(memory: int) -> None:
    """Run in the worker that looks into the record: all it is handed are names and numbers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _bound(memory)
    from burdenshare.web.work.looks import looking as made_ready

    made_ready()


def reckoning(memory: int) -> None:
    """Run in the worker that reckons short roads: record and Outlooks are read before the first visitor comes."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _bound(memory)
    from burdenshare.web.views.road_asked import RoadAsked
    from burdenshare.web.work.road import reckoned

    reckoned(RoadAsked(draws=1))


def _bound(memory: int) -> None:
    try:
        import resource
    except ImportError:  # no such limit on this system
        return
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))
