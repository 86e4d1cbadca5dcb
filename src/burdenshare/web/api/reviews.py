"""`/api/reports/{id}/reviews`: what people say of statements, beside the machine's verdicts."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Path
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from burdenshare.report.reviews import Review
from burdenshare.report.shape import moment_text
from burdenshare.web.api.asking import body_told, sent_in
from burdenshare.web.api.bodies import ReviewBody
from burdenshare.web.api.envelope import FOR_ONE, enveloped, tagged, told
from burdenshare.web.api.openapi import answers, array
from burdenshare.web.api.schemas import ref
from burdenshare.web.api.token import WITH_TOKEN
from burdenshare.web.pages.reports import verdict_named
from burdenshare.web.state import state_of
from burdenshare.web.store.saved import KeptReview
from burdenshare.web.work import jobs
from burdenshare.web.work.encoding import encoded

router = APIRouter(prefix="/reports/{id}/reviews", tags=["saved reports"])
MOST_NUMBER = 2**31 - 1
"""The largest number that both databases give a review."""


@router.get("", responses=answers(array(ref("KeptReviewShape")), tagged=True))
async def listed(request: Request, id: str) -> Response:  # noqa: A002 (the name in the address)
    """The reviews of a saved report in the order in which they came."""
    found = await run_in_threadpool(state_of(request).store.reviews, id)
    return tagged(request, enveloped(encoded([review_shape(one) for one in found])), FOR_ONE)


@router.post(
    "",
    status_code=201,
    dependencies=WITH_TOKEN,
    responses=answers(ref("KeptReviewShape"), 201, "It is kept."),
    openapi_extra=body_told(ReviewBody),
)
async def add(request: Request, id: str) -> Response:  # noqa: A002
    """Add what a person says of one statement."""
    body, _ = await sent_in(request, ReviewBody)
    verdict = verdict_named(body.verdict or "")
    made = Review(body.statement, body.reviewer, datetime.now(UTC), body.note, verdict)
    state = state_of(request)
    stored = await run_in_threadpool(state.store.stored, id)
    await state.pool.run(state.settings.limits.seconds, jobs.reviewable, stored, made)
    kept = await run_in_threadpool(state.store.keep_review, id, made)
    place = f"/api/reports/{id}/reviews/{kept.number}"
    return told(encoded(review_shape(kept)), status=HTTPStatus.CREATED, place=place)


@router.delete(
    "/{number}", status_code=204, dependencies=WITH_TOKEN, responses={204: {"description": "It is deleted."}}
)
async def delete(request: Request, id: str, number: Annotated[int, Path(ge=1, le=MOST_NUMBER)]) -> Response:  # noqa: A002
    """Delete one review, for good."""
    await run_in_threadpool(state_of(request).store.delete_review, id, number)
    return Response(status_code=HTTPStatus.NO_CONTENT)


def review_shape(kept: KeptReview) -> dict[str, Any]:
    """A review with its number."""
    one = kept.review
    return {
        "number": kept.number,
        "statement": one.statement,
        "reviewer": one.reviewer,
        "at": moment_text(one.at),
        "verdict": None if one.verdict is None else one.verdict.value,
        "note": one.note,
    }
