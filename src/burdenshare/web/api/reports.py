"""`/api/reports`: reports kept to be opened again. Who knows an id may read; saving and deleting ask for the token."""

from __future__ import annotations

from http import HTTPStatus
from typing import Annotated, Any

from fastapi import APIRouter, Query
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from burdenshare.web.api.asking import asked_by, body_told, sent_in
from burdenshare.web.api.bodies import FormQuery, ListQuery, SaveBody, StatementQuery, clocks_of
from burdenshare.web.api.envelope import FOR_ONE, enveloped, tagged, told
from burdenshare.web.api.forms import FILE, form_named
from burdenshare.web.api.openapi import NOT_MODIFIED, answers, array
from burdenshare.web.api.record import page_at
from burdenshare.web.api.reviews import review_shape
from burdenshare.web.api.schemas import ref
from burdenshare.web.api.token import WITH_TOKEN
from burdenshare.web.api.working import short
from burdenshare.web.pages.check import attached
from burdenshare.web.state import state_of
from burdenshare.web.store.saved import Saved
from burdenshare.web.store.texts import Stored
from burdenshare.web.work import jobs
from burdenshare.web.work.encoding import encoded

router = APIRouter(prefix="/reports", tags=["saved reports"])
EXPLAINED = {"anyOf": [ref("ExplanationShape"), array(ref("Listed"))]}
GONE: dict[int | str, Any] = {204: {"description": "It is deleted."}}


@router.post(
    "",
    status_code=201,
    dependencies=WITH_TOKEN,
    responses=answers(ref("SavedShape"), 201, "It is saved; `Location` opens it."),
    openapi_extra=body_told(SaveBody),
)
async def save(request: Request) -> Response:
    """Check an article and keep its report."""
    body, files = await sent_in(request, SaveBody)
    state = state_of(request)
    asked = await asked_by(request, body, files)
    given = (asked, body.title.strip(), body.with_text)
    draft = await state.pool.run(state.settings.limits.seconds, jobs.drafted, *given)
    saved = await run_in_threadpool(state.store.keep, draft)
    return told(encoded(saved_shape(saved)), status=HTTPStatus.CREATED, place=address_of(saved))


@router.get("", dependencies=WITH_TOKEN, responses=answers(array(ref("SavedShape")), tagged=True))
async def listed(request: Request, asked: Annotated[ListQuery, Query()]) -> Response:
    """Saved reports, newest first, a page at a time. It names the ids that open them, so it asks for the token."""
    page = await run_in_threadpool(state_of(request).store.list, after=asked.after, most=asked.most)
    following = None if page.after is None else page_at(request, page.after)
    body = enveloped(encoded([saved_shape(one) for one in page.saved]), following)
    return tagged(request, body, FOR_ONE)


@router.get("/{id}", responses=answers(ref("SavedReport"), tagged=True))
async def opened(request: Request, id: str) -> Response:  # noqa: A002 (the name in the address)
    """A saved report as on the day it was made, with its reviews."""
    store = state_of(request).store
    saved = await run_in_threadpool(store.get, id)
    stored = await run_in_threadpool(store.stored, id)
    reviews = await run_in_threadpool(store.reviews, id)
    beside = {"saved": saved_shape(saved), "reviews": [review_shape(one) for one in reviews]}
    data = await short(request, jobs.opened_stored, stored, beside)
    return tagged(request, enveloped(data), FOR_ONE)


@router.delete("/{id}", status_code=204, dependencies=WITH_TOKEN, responses=GONE)
async def delete(request: Request, id: str) -> Response:  # noqa: A002
    """Delete a report with its reviews, for good."""
    await run_in_threadpool(state_of(request).store.delete, id)
    return Response(status_code=HTTPStatus.NO_CONTENT)


@router.get("/{id}/explain", responses=answers(EXPLAINED, tagged=True))
async def explain(request: Request, id: str, asked: Annotated[StatementQuery, Query()]) -> Response:  # noqa: A002
    """Tell why a statement of a saved report has its verdicts and its price; without an id, list the statements."""
    stored = await _stored(request, id)
    data = await short(request, jobs.explained_stored, stored, asked.statement, clocks_of(asked.clock))
    return tagged(request, enveloped(data), FOR_ONE)


@router.get("/{id}/download", responses={**FILE, **NOT_MODIFIED})
async def download(request: Request, id: str, asked: Annotated[FormQuery, Query()]) -> Response:  # noqa: A002
    """A saved report as a file, with its reviews."""
    form, state = form_named(asked.form), state_of(request)
    given = (await _stored(request, id), form, asked.author, asked.url)
    file = await state.pool.run(state.settings.limits.seconds, jobs.downloaded_stored, *given)
    headers = {
        name: value
        for name, value in attached(file).headers.items()
        if name.startswith("content-") and name not in ("content-length", "content-type")
    }
    return tagged(request, file.data, FOR_ONE, media=file.media, headers=headers)


@router.post("/{id}/recheck", responses=answers(ref("Rechecked")))
async def recheck(request: Request, id: str) -> Response:  # noqa: A002
    """Judge the statements of a saved report again with the record at hand, and tell what has changed."""
    return told(await short(request, jobs.rechecked_stored, await _stored(request, id)))


def saved_shape(saved: Saved) -> dict[str, Any]:
    """A saved report as a list tells it."""
    return {
        "id": saved.id,
        "address": address_of(saved),
        "created_at": saved.created_at.isoformat().replace("+00:00", "Z"),
        "title": saved.title,
        "published": None if saved.published is None else saved.published.isoformat(),
        "sha256": saved.sha256,
        "characters": saved.characters,
        "versions": {"code": saved.code_version, "record": saved.record_version},
        "edition": saved.edition.isoformat(),
        "with_text": saved.with_text,
    }


def address_of(saved: Saved) -> str:
    """Where a saved report is opened."""
    return f"/api/reports/{saved.id}"


async def _stored(request: Request, id: str) -> Stored:  # noqa: A002
    return await run_in_threadpool(state_of(request).store.stored, id)
