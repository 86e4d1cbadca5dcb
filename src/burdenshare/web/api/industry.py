"""`/api/industry`: what is made and delivered and when, and what is required, as `burdenshare industry --json` tells
it. An answer is the same until the record or the program changes, so each has a tag."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from burdenshare.web.api.asking import body_told, sent_in
from burdenshare.web.api.bodies import day_of
from burdenshare.web.api.envelope import known, of_record, told
from burdenshare.web.api.industry_bodies import (
    BacktestQuery,
    IndustryBody,
    IndustryQuery,
    ItemsQuery,
    RequirementsBody,
    RequirementsQuery,
    asked_by_body,
    asked_by_query,
    required_by_query,
)
from burdenshare.web.api.openapi import answers, array
from burdenshare.web.api.road import text_given
from burdenshare.web.api.schemas import ref
from burdenshare.web.guard.visitors import visitor_of
from burdenshare.web.pages.industry_runs import RUNS
from burdenshare.web.state import state_of
from burdenshare.web.views.industry_asked import IndustryAsked
from burdenshare.web.work import industry as work
from burdenshare.web.work.encoding import worked

router = APIRouter(tags=["industry"])


@router.get("/industry", responses=answers(ref("IndustryIndustry"), tagged=True))
async def industry(request: Request, asked: Annotated[IndustryQuery, Query()]) -> Response:
    """What is made of an item, how long its queue is, and when an order of one's own or of a scenario is delivered."""
    if (unchanged := known(request)) is not None:
        return unchanged
    return of_record(request, await _told(request, asked_by_query(asked)))


@router.post("/industry", responses=answers(ref("IndustryIndustry")), openapi_extra=body_told(IndustryBody))
async def given(request: Request) -> Response:
    """The same of a scenario of one's own, as TOML."""
    body, files = await sent_in(request, IndustryBody)
    return told(await _told(request, asked_by_body(body, text_given(body.toml, files))))


@router.get("/industry/items", responses=answers(ref("IndustryItemsItems"), tagged=True))
async def items(request: Request, asked: Annotated[ItemsQuery, Query()]) -> Response:
    """Every item with its makers and the rows that tell of them, and what the record lacks of it."""
    if (unchanged := known(request)) is not None:
        return unchanged
    return of_record(request, await _run(request, work.listed, day_of(asked.on, "on")))


@router.get("/industry/requirements", responses=answers(ref("IndustryRequirementsRequirements"), tagged=True))
async def requirements(request: Request, asked: Annotated[RequirementsQuery, Query()]) -> Response:
    """What is required beyond what there is, in units, and when a scenario would have filled it."""
    if (unchanged := known(request)) is not None:
        return unchanged
    return of_record(request, await _told(request, required_by_query(asked)))


@router.post(
    "/industry/requirements",
    responses=answers(ref("IndustryRequirementsRequirements")),
    openapi_extra=body_told(RequirementsBody),
)
async def required(request: Request) -> Response:
    """The same under a scenario of one's own, as TOML."""
    body, files = await sent_in(request, RequirementsBody)
    return told(await _told(request, asked_by_body(body, text_given(body.toml, files))))


@router.get("/industry/backtest", responses=answers(ref("IndustryBacktestBacktest"), tagged=True))
async def backtest(request: Request, asked: Annotated[BacktestQuery, Query()]) -> Response:
    """Past outputs foreseen from what was known, against what came."""
    if (unchanged := known(request)) is not None:
        return unchanged
    return of_record(request, await _run(request, work.tested, asked.draws, asked.seed))


@router.get("/industry/scenarios", responses=answers(array(ref("IndustryScenarioShape")), tagged=True))
async def scenarios(request: Request) -> Response:
    """The shipped scenarios of the industry: what each buys, and its file to begin with."""
    if (unchanged := known(request)) is not None:
        return unchanged
    return of_record(request, await _run(request, worked, work.shipped))


async def _told(request: Request, asked: IndustryAsked) -> bytes:
    state = state_of(request)
    if not asked.short:
        await _run(request, work.refused, asked)
    made = await RUNS.whole(state, asked, visitor_of(request.scope))
    return await state.roads.run(state.settings.limits.seconds, work.shaped, made)


async def _run(request: Request, job: Callable[..., Any], *args: Any) -> Any:
    state = state_of(request)
    return await state.roads.run(state.settings.limits.seconds, job, *args)
