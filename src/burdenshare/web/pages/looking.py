"""How a page of the record is answered: by the worker that looks into it."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec, TypeVar

from starlette.requests import Request

from burdenshare.web.state import state_of

P = ParamSpec("P")
T = TypeVar("T")


async def looked(request: Request, work: Callable[P, T], *args: P.args, **kwargs: P.kwargs) -> T:
    """What `work` finds. Raises what it and the pool raise."""
    state = state_of(request)
    return await state.looks.run(state.settings.limits.seconds, work, *args, **kwargs)
