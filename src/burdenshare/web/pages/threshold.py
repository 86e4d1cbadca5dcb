"""Who met a threshold, as known then: all members of a group on a day chosen among the releases."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from burdenshare.web.pages.layout import page
from burdenshare.web.views.choices import Choice
from burdenshare.web.views.held import asked as held
from burdenshare.web.views.question import Question, question_in
from burdenshare.web.views.threshold import MEASURES, Crossed, crossed, day_at

router = APIRouter(include_in_schema=False)


@router.get("/record/threshold")
async def threshold(request: Request) -> Response:
    """The view; a form that moved the slider is led to the link of its day."""
    view, groups = await run_in_threadpool(_viewed, request)
    if (step := request.query_params.get("step")) is not None:
        day = await run_in_threadpool(day_at, step)
        return RedirectResponse(f"/record/threshold?{view.question.query(on=day)}", HTTPStatus.SEE_OTHER)
    return _page(request, view, groups)


def _page(request: Request, view: Crossed, groups: tuple[Choice, ...]) -> HTMLResponse:
    words = {"view": view, "question": view.question, "groups": groups, "measures": _measures()}
    return page(request, "threshold.html", f"Who met {view.question.threshold:g} %", words)


def _viewed(request: Request) -> tuple[Crossed, tuple[Choice, ...]]:
    with held() as record:
        question: Question = question_in(request.query_params, record)
        return crossed(question), tuple(Choice(one, record.name(one)) for one in record.groups())


def _measures() -> tuple[Choice, ...]:
    with held() as record:
        return tuple(Choice(one, record.measure(one).title) for one in MEASURES)
