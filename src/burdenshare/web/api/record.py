"""`/api/record/…` and `/api/alliance`: what the record holds. Answers are the same until the record or the program
changes, so each has a tag."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from burdenshare.web.api.bodies import AllianceQuery, CellQuery, DiffQuery, ReleasesQuery, ValueQuery, day_of
from burdenshare.web.api.envelope import known, of_record, told
from burdenshare.web.api.openapi import answers, array
from burdenshare.web.api.schemas import ref
from burdenshare.web.api.working import short
from burdenshare.web.state import state_of
from burdenshare.web.work import lookups
from burdenshare.web.work.lookups import CellAsked

router = APIRouter(tags=["record"])


@router.get("/record/value", responses=answers(ref("Finding"), tagged=True))
async def value(request: Request, asked: Annotated[ValueQuery, Query()]) -> Response:
    """One value of the record with its source."""
    return await _answer(request, lookups.value, _cell(asked, asked.release))


@router.get("/record/history", responses=answers(array(ref("Finding")), tagged=True))
async def history(request: Request, asked: Annotated[CellQuery, Query()]) -> Response:
    """How one value moved from release to release, oldest first."""
    return await _answer(request, lookups.history, _cell(asked))


@router.get("/record/diff", responses=answers(ref("Diff"), tagged=True))
async def diff(request: Request, asked: Annotated[DiffQuery, Query()]) -> Response:
    """What changed between two releases, the largest change first, a page at a time."""
    if (unchanged := known(request)) is not None:
        return unchanged
    state = state_of(request)
    page = (asked.first, asked.second, asked.measure, asked.after, asked.most)
    data, after = await state.pool.run(state.settings.limits.seconds, lookups.diff, *page)
    following = None if after is None else page_at(request, after)
    return of_record(request, data, following)


@router.get("/record/measures", responses=answers(array(ref("MeasureShape")), tagged=True))
async def measures(request: Request) -> Response:
    """Every measure."""
    return await _answer(request, lookups.measures)


@router.get("/record/entities", responses=answers(array(ref("EntityShape")), tagged=True))
async def entities(request: Request) -> Response:
    """Every ally and every group."""
    return await _answer(request, lookups.entities)


@router.get("/record/releases", responses=answers(array(ref("ReleaseShape")), tagged=True))
async def releases(request: Request, asked: Annotated[ReleasesQuery, Query()]) -> Response:
    """Every release of a publisher, oldest first."""
    return await _answer(request, lookups.releases, asked.publisher)


@router.get("/record/status", responses=answers(ref("RecordStatus")))
async def status(request: Request) -> Response:
    """What the record holds of each publisher, how old that is, and what is probably out by now."""
    return told(await short(request, lookups.status))


@router.get("/alliance", tags=["alliance"], responses=answers(ref("AllianceView"), tagged=True))
async def alliance(request: Request, asked: Annotated[AllianceQuery, Query()]) -> Response:
    """The alliance as known on a day: members, guideline, shares, pledges, officials, aid and more, with sources."""
    on, compare = day_of(asked.on, "on"), day_of(asked.compare, "compare")
    return await _answer(request, lookups.alliance, on, compare, tuple(asked.part))


def page_at(request: Request, after: object) -> str:
    """The address of the page that begins there."""
    asked = request.url.include_query_params(after=str(after))
    return f"{asked.path}?{asked.query}"


async def _answer(request: Request, work: Callable[..., Any], *given: Any) -> Response:
    unchanged = known(request)
    return unchanged if unchanged is not None else of_record(request, await short(request, work, *given))


def _cell(asked: CellQuery, release: str | None = None) -> CellAsked:
    return CellAsked(
        asked.entity,
        asked.measure,
        asked.period,
        day_of(asked.as_of, "as_of"),
        release,
        asked.basis,
        asked.unit,
        asked.threshold,
        asked.baseline,
    )
