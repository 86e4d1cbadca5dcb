"""`/api/road` and `/api/scenarios`: what a promise costs, as `burdenshare road --json` tells it. An answer is the same
until the record or the program changes, so each has a tag."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from burdenshare.errors import InputError
from burdenshare.web.api.asking import body_told, sent_in
from burdenshare.web.api.envelope import known, of_record, told
from burdenshare.web.api.openapi import answers, array
from burdenshare.web.api.road_bodies import RoadBody, RoadQuery, asked_by_body, asked_by_query
from burdenshare.web.api.schemas import ref
from burdenshare.web.given import Given
from burdenshare.web.guard.visitors import visitor_of
from burdenshare.web.pages import road_runs
from burdenshare.web.state import State, state_of
from burdenshare.web.views.road_asked import RoadAsked
from burdenshare.web.work import road as work
from burdenshare.web.work.encoding import worked

ROAD = {"anyOf": [ref("RoadRoad"), ref("RoadComparison")]}
"""One scenario, or two side by side."""

router = APIRouter(tags=["road"])


@router.get("/road", responses=answers(ROAD, tagged=True))
async def road(request: Request, asked: Annotated[RoadQuery, Query()]) -> Response:
    """What a scenario costs each ally and group, year by year, with its intervals; with `against` two side by side."""
    unchanged = known(request)
    return unchanged if unchanged is not None else of_record(request, await _told(request, asked_by_query(asked)))


@router.post("/road", responses=answers(ROAD), openapi_extra=body_told(RoadBody))
async def given(request: Request) -> Response:
    """The same of a scenario of one's own, as TOML."""
    body, files = await sent_in(request, RoadBody)
    return told(await _told(request, asked_by_body(body, text_given(body.toml, files))))


@router.get("/scenarios", responses=answers(array(ref("ScenarioShape")), tagged=True))
async def scenarios(request: Request) -> Response:
    """The shipped scenarios: what each asks, and its file to begin with."""
    if (unchanged := known(request)) is not None:
        return unchanged
    state = state_of(request)
    return of_record(request, await _run(state, work.shipped))


async def _told(request: Request, asked: RoadAsked) -> bytes:
    state = state_of(request)
    if not asked.short:
        await _run(state, work.refused, asked)
    made = await road_runs.whole(state, asked, visitor_of(request.scope))
    return await state.roads.run(state.settings.limits.seconds, work.shaped, made)


async def _run(state: State, job: Callable[..., Any], *args: object) -> bytes:
    return await state.roads.run(state.settings.limits.seconds, worked, job, *args)


def text_given(toml: str, files: Sequence[Given]) -> str:
    """The scenario: exactly one of `toml` and a file. Raises InputError."""
    if len(files) + bool(toml.strip()) != 1:
        what = "several scenarios were given" if files else "no scenario was given"
        raise InputError(what, where="toml", remedy="give `toml`, or one file")
    return files[0].data.decode("utf-8", "replace") if files else toml
