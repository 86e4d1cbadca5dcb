"""The first page: give an article, see it annotated, take it along."""

from __future__ import annotations

from importlib.resources import files
from typing import Any
from urllib.parse import quote

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from burdenshare.errors import InputError
from burdenshare.report.marks import MARKS, NOT_JUDGED, PRICED
from burdenshare.web.faults import wants_json
from burdenshare.web.guard.headers import SAVED_PAGE
from burdenshare.web.pages.asking import asked_in, filters_in, words_in
from burdenshare.web.pages.layout import page, settings_of, trusted
from burdenshare.web.pages.links import links_of
from burdenshare.web.settings import Settings
from burdenshare.web.state import state_of
from burdenshare.web.work import jobs
from burdenshare.web.work.given import PASTED, pasted
from burdenshare.web.work.values import Asked, File, Filters, Shown

router = APIRouter(include_in_schema=False)


@router.get("/")
async def first(request: Request) -> HTMLResponse:
    """The form."""
    return page(request, "check.html", "Check an article", first_words(settings_of(request)))


def first_words(settings: Settings) -> dict[str, Any]:
    """What the form speaks of, with nothing given yet."""
    words = {"marks": [*MARKS.values(), PRICED, NOT_JUDGED], "limits": settings.limits, "links": settings.links}
    return {**words, "text": "", "link": "", "on": "", "now": "", "fault": None}


@router.post("/check")
async def check(request: Request) -> HTMLResponse:
    """The article annotated."""
    settings = settings_of(request)
    async with request.form() as form:
        told = {name: words_in(form, name) for name in ("text", "link", "on", "now")}
        try:
            if words_in(form, "example"):
                asked, filters = Asked(pasted(example())), Filters()
            else:
                asked, filters = await asked_in(form, settings, links_of(request)), filters_in(form)
            shown = await state_of(request).pool.run(settings.limits.seconds, jobs.shown, asked, filters)
            if len(shown.text) > settings.limits.text:  # its own form could not send it back
                raise InputError(f"longer than {settings.limits.text:,} characters", remedy="give one article")
        except InputError as fault:
            if wants_json(request):
                raise
            return page(
                request, "check.html", "Check an article", {**first_words(settings), **told, "fault": fault}, status=422
            )
    return page(request, "result.html", shown.title, result_words(shown, filters, asked))


@router.post("/check/download")
async def download(request: Request) -> Response:
    """The report of the same article as a file."""
    settings = settings_of(request)
    async with request.form() as form:
        asked = await asked_in(form, settings, links_of(request))
        author, url = words_in(form, "author"), words_in(form, "url")
        wanted = words_in(form, "form")
    run = state_of(request).pool.run
    return attached(await run(settings.limits.seconds, jobs.downloaded, asked, wanted, author, url))


def result_words(shown: Shown, filters: Filters, asked: Asked | None = None) -> dict[str, Any]:
    """What the page of a result speaks of. The words of the article go along, so that filters and downloads need
    nothing kept on the server."""
    on = asked.on if asked is not None else None
    if asked is not None and on is None and asked.given.suffix != PASTED:
        on = shown.published  # a page's own day does not stand in its words; that of pasted words does
    now = asked.now if asked is not None else None
    return {
        "sheet": trusted(shown.html),
        "facets": shown.facets,
        "filters": filters,
        "text": shown.text,
        "on": on.isoformat() if on is not None else "",
        "now": now.isoformat() if now is not None else "",
        "saved": None,
    }


def attached(file: File) -> Response:
    """A file that the browser keeps and never shows as a page of this site."""
    plain = file.name.encode("ascii", "replace").decode().replace('"', "_")
    headers = {
        "Content-Disposition": f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(file.name)}",
        "Content-Security-Policy": SAVED_PAGE,
    }
    return Response(file.data, media_type=file.media, headers=headers)


def example() -> str:
    """An article of our own to try the page on."""
    return files("burdenshare.report").joinpath("example.txt").read_text(encoding="utf-8")
