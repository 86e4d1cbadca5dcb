"""`/api/clock`: what was said on when the adversary could be ready, as `burdenshare clock --json` tells it. An answer
is the same until the record or the program changes, so it has a tag."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Annotated

from fastapi import APIRouter, Query
from starlette.requests import Request
from starlette.responses import Response

from burdenshare.errors import InputError
from burdenshare.web.api.asking import body_told, sent_in
from burdenshare.web.api.clock_bodies import ClockBody, ClockQuery, asked_by_body, asked_by_query
from burdenshare.web.api.envelope import known, of_record, told
from burdenshare.web.api.openapi import answers
from burdenshare.web.api.schemas import ref
from burdenshare.web.given import Given
from burdenshare.web.state import state_of
from burdenshare.web.views.clock_asked import ClockAsked
from burdenshare.web.work import clock as work

router = APIRouter(tags=["clock"])


@router.get("/clock", responses=answers(ref("ClockClock"), tagged=True))
async def clock(request: Request, asked: Annotated[ClockQuery, Query()]) -> Response:
    """Stated horizons as known on a day: curves by what is feared, every statement with its weight, what moves them.
    Never how likely an attack is."""
    unchanged = known(request)
    return unchanged if unchanged is not None else of_record(request, await _told(request, asked_by_query(asked)))


@router.post("/clock", responses=answers(ref("ClockClock")), openapi_extra=body_told(ClockBody))
async def given(request: Request) -> Response:
    """The same of a scenario of one's own, as TOML."""
    body, files = await sent_in(request, ClockBody)
    return told(await _told(request, asked_by_body(body, _text(body, files))))


async def _told(request: Request, asked: ClockAsked) -> bytes:
    state = state_of(request)
    return await state.roads.run(state.settings.limits.seconds, work.shaped, asked)


def _text(body: ClockBody, files: Sequence[Given]) -> str:
    """The scenario: exactly one of `toml` and a file. Raises InputError."""
    if len(files) + bool(body.toml.strip()) != 1:
        what = "several scenarios were given" if files else "no scenario was given"
        raise InputError(what, where="toml", remedy="give `toml`, or one file")
    return files[0].data.decode("utf-8", "replace") if files else body.toml
