"""Errors that can travel: one that the other process cannot make again would break the pool for good."""

from __future__ import annotations

import traceback
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from burdenshare.errors import BurdenshareError

T = TypeVar("T")


class WorkError(Exception):
    """What was not foreseen in a worker, as the text of its trace, which only the server's log tells."""


def safely(work: Callable[..., T], args: Sequence[Any], kwargs: Mapping[str, Any]) -> T:
    """What `work` returns, or raises, in a form that can travel."""
    try:
        return work(*args, **kwargs)
    except (BurdenshareError, MemoryError):
        raise
    except Exception as fault:
        raise WorkError("".join(traceback.format_exception(fault))) from None
