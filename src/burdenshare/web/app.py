"""The workbench as one ASGI application: pages, the API, and what guards both."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager

from fastapi import FastAPI
from starlette.middleware.gzip import GZipMiddleware

from burdenshare._version import __version__
from burdenshare.web.api.openapi import described
from burdenshare.web.api.router import router as api
from burdenshare.web.faults import answer, handled, unforeseen
from burdenshare.web.guard.gate import Gate
from burdenshare.web.guard.headers import SafeHeaders
from burdenshare.web.guard.pieces import Pieces
from burdenshare.web.guard.tokens import SignIns
from burdenshare.web.pages import (
    alliance,
    charts,
    check,
    clock,
    data,
    industry,
    method,
    record,
    reports,
    road,
    signing,
    static,
    story,
    support,
    threshold,
    working,
)
from burdenshare.web.settings import Settings
from burdenshare.web.state import State, looking_pool, reckoning_pool
from burdenshare.web.store.store import Store
from burdenshare.web.work.pool import Pool
from burdenshare.web.work.tasks import Tasks

ABOUT = "Facts get a verdict, promises get a price, both show their source."
PAGES = (
    *(check, threshold, record, charts, story, working, alliance, road, clock, industry),
    *(support, reports, method, data, signing),
    static,
)
SMALL = 1024
"""Bytes below which an answer is sent as it is."""


def create_app(settings: Settings | None = None) -> FastAPI:
    """The application with `settings`. Its store is opened and its workers start when it does."""
    chosen = settings or Settings()
    app = FastAPI(
        title="burdenshare",
        version=__version__,
        description=ABOUT,
        docs_url=None,
        redoc_url=None,
        openapi_url="/api/openapi.json",
        lifespan=_living(chosen),
    )
    app.state.settings = chosen
    app.state.sign_ins = SignIns(chosen.token)
    for pages in PAGES:
        app.include_router(pages.router)
    app.include_router(api)
    described(app)
    handled(app)
    app.add_middleware(Pieces)
    app.add_middleware(GZipMiddleware, minimum_size=SMALL, compresslevel=4)
    app.add_middleware(Gate, settings=chosen, answering=answer)
    app.add_middleware(SafeHeaders, failed=unforeseen)
    return app


WARMING = 120.0
"""Seconds that the workers may take to load the record."""


async def _begun(*pools: Pool) -> None:
    """Start the workers, one pool after the other: all at once, the first check would wait for every one of them."""
    for pool in pools:
        await pool.run(WARMING, abs, 0)


def _living(settings: Settings) -> Callable[[FastAPI], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def living(app: FastAPI) -> AsyncIterator[None]:
        limits = settings.limits
        store = Store.open(settings.database)
        pool, long = (Pool(workers, limits.memory, limits.waiting) for workers in (limits.workers, 1))
        looks, roads = looking_pool(limits.memory), reckoning_pool(limits.memory)
        app.state.live = State(settings, pool, long, looks, store, Tasks(long), roads=roads)
        first = asyncio.ensure_future(_begun(pool, looks, roads))  # workers start now, and not with the first visitor
        try:
            yield
        finally:
            first.cancel()
            await asyncio.gather(first, return_exceptions=True)
            await app.state.live.close()

    return living
