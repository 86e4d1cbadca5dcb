"""Saved reports: a link to open again, reviews beside the verdicts, deletion for good."""

from __future__ import annotations

from datetime import UTC, datetime
from http import HTTPStatus

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from burdenshare.checking.model import Verdict
from burdenshare.report.reviews import Review
from burdenshare.web.guard import tokens
from burdenshare.web.layout import page, settings_of
from burdenshare.web.pages.asking import asked_in, filters_of, words_in
from burdenshare.web.pages.check import attached, result_words
from burdenshare.web.pages.links import links_of
from burdenshare.web.state import state_of
from burdenshare.web.work import jobs

router = APIRouter(include_in_schema=False)


@router.get("/reports")
async def listed(request: Request) -> HTMLResponse:
    """The list, for those who may write: who may only read needs the link of a report."""
    found = None
    if tokens.may_write(request):
        after = request.query_params.get("after") or None
        found = await run_in_threadpool(state_of(request).store.list, after=after)
    return page(request, "reports.html", "Saved reports", {"listed": found})


@router.post("/reports")
async def save(request: Request) -> Response:
    """Check the article once more and keep its report."""
    settings, state = settings_of(request), state_of(request)
    tokens.ask(request)
    async with request.form() as form:
        asked = await asked_in(form, settings, links_of(request), state.remembered)
        keep, title = bool(words_in(form, "with_text")), words_in(form, "title").strip()
    draft = await state.pool.run(settings.limits.seconds, jobs.drafted, asked, title, keep)
    saved = await run_in_threadpool(state.store.keep, draft)
    return RedirectResponse(f"/reports/{saved.id}", HTTPStatus.SEE_OTHER)


@router.get("/reports/{id}")
async def opened(request: Request, id: str) -> HTMLResponse:  # noqa: A002 (the name in the address)
    """A saved report, laid out as on the day it was made."""
    settings, state = settings_of(request), state_of(request)
    saved = await run_in_threadpool(state.store.get, id)
    stored = await run_in_threadpool(state.store.stored, id)
    asked = request.query_params
    filters = filters_of(asked)
    for_reviews = saved.id if tokens.may_write(request) else ""
    shown = await state.pool.run(settings.limits.seconds, jobs.shown_stored, stored, filters, for_reviews)
    words = {**result_words(shown, filters), "saved": saved, "base": str(request.base_url)}
    return page(request, "result.html", saved.title or shown.title, words)


@router.get("/reports/{id}/download")
async def download(request: Request, id: str) -> Response:  # noqa: A002
    """A saved report as a file, with its reviews."""
    settings, state = settings_of(request), state_of(request)
    stored = await run_in_threadpool(state.store.stored, id)
    asked = request.query_params
    form, author, url = asked.get("form", ""), asked.get("author", ""), asked.get("url", "")
    file = await state.pool.run(settings.limits.seconds, jobs.downloaded_stored, stored, form, author, url, True)
    return attached(file)


@router.post("/reports/{id}/reviews")
async def review(request: Request, id: str) -> Response:  # noqa: A002
    """Add what a person says of one statement."""
    settings, state = settings_of(request), state_of(request)
    tokens.ask(request)
    async with request.form() as form:
        made = Review(
            words_in(form, "statement"),
            words_in(form, "reviewer").strip(),
            datetime.now(UTC),
            words_in(form, "note").strip(),
            verdict_named(words_in(form, "verdict")),
        )
    stored = await run_in_threadpool(state.store.stored, id)
    await state.pool.run(settings.limits.seconds, jobs.reviewable, stored, made)
    await run_in_threadpool(state.store.keep_review, id, made)
    return RedirectResponse(f"/reports/{id}", HTTPStatus.SEE_OTHER)


@router.post("/reports/{id}/delete")
async def delete(request: Request, id: str) -> Response:  # noqa: A002
    """Delete a report for good."""
    tokens.ask(request)
    await run_in_threadpool(state_of(request).store.delete, id)
    return RedirectResponse("/reports", HTTPStatus.SEE_OTHER)


def verdict_named(name: str) -> Verdict | None:
    """The verdict a form names; None where it leaves the machine's. Raises UnknownNameError."""
    if not name:
        return None
    if name not in list(Verdict):
        from burdenshare.errors import UnknownNameError

        raise UnknownNameError("verdict", name[:40], list(Verdict), where="verdict")
    return Verdict(name)
