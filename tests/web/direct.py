"""A pool that works on the spot: tests of routes need no processes, whose own tests start real ones."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import Any

from fastapi import FastAPI
from starlette.testclient import TestClient

from burdenshare.web.app import create_app
from burdenshare.web.settings import Limits, Settings
from burdenshare.web.state import State
from burdenshare.web.store.store import Store
from burdenshare.web.work.pool import Pool
from burdenshare.web.work.tasks import Tasks

TOKEN = "a token of the tests"
FREE = Limits(requests=0, works=0, body=1024 * 1024, upload=512 * 1024, text=100_000, files=5)
"""No limit on the number of requests: tests ask faster than people."""


class Direct(Pool):
    """Does each piece of work where it is asked for."""

    def __init__(self) -> None:
        pass

    @property
    def works(self) -> bool:
        """Always."""
        return True

    async def run(self, seconds: float, work: Callable[..., Any], *args: Any, **kwargs: Any) -> Any:
        """What `work` returns."""
        return work(*args, **kwargs)

    def close(self) -> None:
        """Nothing is open."""


@asynccontextmanager
async def _nothing(_: FastAPI) -> AsyncIterator[None]:
    yield


@contextmanager
def direct_app(database: str, **settings: Any) -> Iterator[FastAPI]:
    """The application without workers, living outside its own lifespan, so that any number of clients may come."""
    chosen = Settings(database=database, links=False, **{"token": TOKEN, "limits": FREE, **settings})
    app = create_app(chosen)
    app.router.lifespan_context = _nothing  # some clients begin it unasked, and real workers would take our place
    pool, long = Direct(), Direct()
    store, tasks = Store.open(database), Tasks(long)
    app.state.live = State(chosen, pool, long, Direct(), store, tasks, roads=Direct(), draws=Direct())
    try:
        yield app
    finally:
        asyncio.run(app.state.live.close())


def client_of(app: FastAPI, *, token: str = TOKEN) -> TestClient:
    """A client that never enters the lifespan, and gets errors as answers."""
    headers = {"Authorization": f"Bearer {token}"} if token else {}
    return TestClient(app, headers=headers, raise_server_exceptions=False)
