"""`/api`, `/api/health` and `/api/schema`: where to begin, whether all is well, and what the results look like."""

from __future__ import annotations

from typing import Annotated

from fastapi import APIRouter, Query
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from burdenshare.web.api.bodies import SchemaQuery
from burdenshare.web.api.envelope import known, of_record, told
from burdenshare.web.api.openapi import answers
from burdenshare.web.api.schemas import SHIPPED, ref
from burdenshare.web.guard.refusals import no_workers
from burdenshare.web.state import state_of
from burdenshare.web.work.encoding import encoded

router = APIRouter(prefix="/api", tags=["about"])


@router.get("", responses=answers(ref("Index"), tagged=True))
async def index(request: Request) -> Response:
    """What there is."""
    app = request.app
    data = {
        "name": app.title,
        "about": app.description,
        "openapi": app.openapi_url,
        "pages": "/",
        "addresses": sorted(app.openapi()["paths"]),
    }
    return of_record(request, encoded(data))


@router.get("/health", responses=answers(ref("Health")))
async def health(request: Request) -> Response:
    """Whether the server, its workers and its store can answer."""
    state = state_of(request)
    if not (state.pool.works and state.long.works and state.looks.works):
        raise no_workers()
    await run_in_threadpool(state.store.list, most=1)
    return told(encoded({"status": "ok"}))


@router.get("/schema", responses=answers({"type": "object"}, tagged=True))
async def schema(request: Request, asked: Annotated[SchemaQuery, Query()]) -> Response:
    """The JSON Schema of a report, of stories, of the alliance, of a road, a clock, support, or of the industry."""
    unchanged = known(request)
    return unchanged if unchanged is not None else of_record(request, encoded(SHIPPED[asked.of]()))
