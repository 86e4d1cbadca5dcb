"""`/api/support`: who gave what to Ukraine, or what a scenario costs, as `burdenshare support --json` tells it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from burdenshare.web.api.asking import body_told, sent_in
from burdenshare.web.api.envelope import known, of_record, told
from burdenshare.web.api.openapi import answers, array
from burdenshare.web.api.road import text_given
from burdenshare.web.api.schemas import ref
from burdenshare.web.api.support_bodies import SupportBody, SupportQuery, asked_by_body, asked_by_query
from burdenshare.web.state import state_of
from burdenshare.web.work import support as work
from burdenshare.web.work.encoding import worked

SUPPORT = {"anyOf": [ref("SupportSupport"), ref("SupportPrice")]}
"""Who stands where, or the price of a scenario."""

router = APIRouter(tags=["support"])


@router.get("/support", responses=answers(SUPPORT, tagged=True))
async def support(request: Request, asked: Annotated[SupportQuery, Query()]) -> Response:
    """Who gave what to Ukraine as known on a day; with `scenario` or `give` what that costs each donor."""
    if (unchanged := known(request)) is not None:
        return unchanged
    return of_record(request, await _run(request, work.shaped, asked_by_query(asked)))


@router.post("/support", responses=answers(SUPPORT), openapi_extra=body_told(SupportBody))
async def given(request: Request) -> Response:
    """The price of a scenario of one's own, as TOML."""
    body, files = await sent_in(request, SupportBody)
    return told(await _run(request, work.shaped, asked_by_body(body, text_given(body.toml, files))))


@router.get("/support/scenarios", responses=answers(array(ref("SupportScenarioShape")), tagged=True))
async def scenarios(request: Request) -> Response:
    """The shipped scenarios of support: what each asks, and its file to begin with."""
    if (unchanged := known(request)) is not None:
        return unchanged
    return of_record(request, await _run(request, worked, work.shipped))


async def _run(request: Request, job: Callable[..., bytes], *args: Any) -> bytes:
    state = state_of(request)
    return await state.roads.run(state.settings.limits.seconds, job, *args)
