"""How a route has its work done: by a worker, which also makes the JSON text, so that the event loop never waits."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from starlette.requests import Request

from burdenshare.web.state import state_of
from burdenshare.web.work.encoding import worked


async def short(request: Request, work: Callable[..., Any], *given: Any) -> bytes:
    """What `work` returns as JSON text. Raises what the pool and the work raise."""
    state = state_of(request)
    return await state.pool.run(state.settings.limits.seconds, worked, work, *given)
