"""Work that makes no cycles, done without the garbage collector walking over it."""

from __future__ import annotations

import gc
from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

P = ParamSpec("P")
T = TypeVar("T")


def uncollected(work: Callable[P, T]) -> Callable[P, T]:
    """`work` with the collector at rest, which looks for cycles and for nothing else.

    A text makes tens of thousands of values that hold each other in one direction only; reference counts free them, and
    the collector walks them again and again for nothing, for a tenth of the time of reading and a quarter of checking.
    A collector at rest on entry stays so. No count of threads is kept: whoever put it to rest wakes it, so that in a
    process that reads in many threads it is never at rest for longer than one of them works.
    """

    @wraps(work)
    def done(*args: P.args, **named: P.kwargs) -> T:
        if not gc.isenabled():
            return work(*args, **named)
        gc.disable()
        try:
            return work(*args, **named)
        finally:
            gc.enable()

    return done
