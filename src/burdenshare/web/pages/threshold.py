"""Who met a threshold, as known then: all members of a group on a day chosen among the releases."""

from __future__ import annotations

from http import HTTPStatus

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from burdenshare.web.layout import page
from burdenshare.web.pages.looking import looked
from burdenshare.web.work import looks

router = APIRouter(include_in_schema=False)


@router.get("/record/threshold")
async def threshold(request: Request) -> Response:
    """The view; a form that moved the slider is led to the link of its day."""
    found = await looked(request, looks.threshold, dict(request.query_params))
    question = found.view.question
    if found.day is not None:
        return RedirectResponse(f"/record/threshold?{question.query(on=found.day)}", HTTPStatus.SEE_OTHER)
    words = {"view": found.view, "question": question, "groups": found.groups, "measures": found.measures}
    return page(request, "threshold.html", f"Who met {question.threshold:g} %", words)
