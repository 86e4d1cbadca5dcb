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
from burdenshare.web.given import PASTED, pasted
from burdenshare.web.guard.headers import SAVED_PAGE
from burdenshare.web.layout import page, settings_of, trusted
from burdenshare.web.pages.asking import asked_in, filters_in, words_in
from burdenshare.web.pages.links import links_of
from burdenshare.web.settings import Settings
from burdenshare.web.state import state_of
from burdenshare.web.values import Asked, File, Filters, Shown
from burdenshare.web.work import jobs

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
    settings, state = settings_of(request), state_of(request)
    async with request.form() as form:
        told = {name: words_in(form, name) for name in ("text", "link", "on", "now")}
        try:
            if words_in(form, "example"):
                asked, filters = Asked(pasted(example())), Filters()
            else:
                asked = await asked_in(form, settings, links_of(request), state.remembered)
                filters = filters_in(form)
            shown = await state.pool.run(settings.limits.seconds, jobs.shown, asked, filters)
            if len(shown.text) > settings.limits.text:  # its own form could not send it back
                raise InputError(f"longer than {settings.limits.text:,} characters", remedy="give one article")
        except InputError as fault:
            if wants_json(request):
                raise
            return page(
                request, "check.html", "Check an article", {**first_words(settings), **told, "fault": fault}, status=422
            )
        given = words_in(form, "given") or state.remembered.keep(asked)
    words = {**result_words(shown, filters), **again_words(shown, asked), "given": given}
    return page(request, "result.html", shown.title, words)


@router.post("/check/download")
async def download(request: Request) -> Response:
    """The report of the same article as a file."""
    settings, state = settings_of(request), state_of(request)
    async with request.form() as form:
        asked = await asked_in(form, settings, links_of(request), state.remembered)
        author, url = words_in(form, "author"), words_in(form, "url")
        wanted = words_in(form, "form")
    run = state.pool.run(settings.limits.seconds, jobs.downloaded, asked, wanted, author, url, True)
    return attached(await run)


def result_words(shown: Shown, filters: Filters) -> dict[str, Any]:
    """What the page of a result speaks of."""
    chosen = [
        ("kind", "kind", shown.facets.kinds, filters.kind),
        ("verdict_then", "verdict then", shown.facets.then, filters.then),
        ("verdict_now", "verdict now", shown.facets.now, filters.now),
        ("speaker", "speaker", shown.facets.speakers, filters.speaker),
    ]
    return {"sheet": trusted(shown.html), "filters": chosen, "saved": None}


def again_words(shown: Shown, asked: Asked) -> dict[str, Any]:
    """The text with what its words do not tell, in a form of its own: to change it, or to check it when the server has
    forgotten it."""
    on, pasted_words = asked.on, asked.given.suffix == PASTED
    if on is None and not pasted_words:
        on = shown.published  # a page's own day does not stand in its words; that of pasted words does
    return {
        "text": shown.text,
        "on": on.isoformat() if on is not None else "",
        "now": asked.now.isoformat() if asked.now is not None else "",
        "named": asked.title if pasted_words else shown.title,
        "outlet": asked.outlet or ("" if pasted_words else shown.outlet),
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
