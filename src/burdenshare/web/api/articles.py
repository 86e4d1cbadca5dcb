"""`/api/check`, `/api/read`, `/api/explain` and `/api/export`: one article, as the verbs of the command line do it."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from burdenshare.web.api.asking import asked_by, body_told, sent_in
from burdenshare.web.api.bodies import CheckBody, ExplainBody, ExportBody, ReadBody, clocks_of
from burdenshare.web.api.envelope import told
from burdenshare.web.api.forms import FILE, form_named
from burdenshare.web.api.openapi import answers, array
from burdenshare.web.api.schemas import ref
from burdenshare.web.api.working import short
from burdenshare.web.pages.check import attached
from burdenshare.web.state import state_of
from burdenshare.web.work import jobs

router = APIRouter(tags=["articles"])
EXPLAINED = {"anyOf": [ref("ExplanationShape"), array(ref("Listed"))]}


@router.post("/check", responses=answers(ref("ReportReport")), openapi_extra=body_told(CheckBody))
async def check(request: Request) -> Response:
    """Check an article: every statement with its verdict then and now, its reading, its evidence."""
    body, files = await sent_in(request, CheckBody)
    return told(await short(request, jobs.checked, await asked_by(request, body, files), body.with_text))


@router.post("/read", responses=answers(ref("ReportReadReport")), openapi_extra=body_told(ReadBody))
async def read(request: Request) -> Response:
    """List what an article says, without verdicts."""
    body, files = await sent_in(request, ReadBody)
    return told(await short(request, jobs.read, await asked_by(request, body, files)))


@router.post("/explain", responses=answers(EXPLAINED), openapi_extra=body_told(ExplainBody))
async def explain(request: Request) -> Response:
    """Tell why a statement of an article has its verdicts and its price; without an id, list the statements."""
    body, files = await sent_in(request, ExplainBody)
    asked = await asked_by(request, body, files)
    return told(await short(request, jobs.explained, asked, body.statement, clocks_of(body.clock)))


@router.post("/export", responses=FILE, openapi_extra=body_told(ExportBody))
async def export(request: Request) -> Response:
    """Check an article and write its report in a form to keep."""
    body, files = await sent_in(request, ExportBody)
    form = form_named(body.form)
    asked, state = await asked_by(request, body, files), state_of(request)
    work = state.pool.run(state.settings.limits.seconds, jobs.downloaded, asked, form, body.author, body.url)
    return attached(await work)
