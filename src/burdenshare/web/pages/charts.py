"""Charts of the record as pictures and as specifications, drawn once and kept by browsers and by the server."""

from __future__ import annotations

from collections.abc import Collection
from hashlib import sha256
from http import HTTPStatus

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from burdenshare._version import __version__
from burdenshare.errors import UnknownNameError
from burdenshare.report.charts.themes import FRAMES, THEMES
from burdenshare.web.guard.refusals import not_found
from burdenshare.web.layout import settings_of
from burdenshare.web.pages.looking import looked
from burdenshare.web.state import state_of
from burdenshare.web.views.edition import version
from burdenshare.web.views.plots import PLOTS
from burdenshare.web.work import jobs, looks

MEDIA = {"svg": "image/svg+xml", "png": "image/png", "json": "application/json"}
AN_HOUR = "public, max-age=3600"
"""A chart changes with the record alone; within the hour of a new edition an older one may still be shown."""

router = APIRouter(include_in_schema=False)


@router.get("/chart/{kind}.{form}")
async def chart(request: Request, kind: str, form: str) -> Response:
    """One chart. Raises Refusal for a kind or a form there is not, and what the record raises for its question."""
    if kind not in PLOTS or form not in MEDIA:
        raise not_found()
    theme, frame = _of(request, "theme", THEMES, "light"), _of(request, "frame", FRAMES, "wide")
    question = await looked(request, looks.question, dict(request.query_params))
    key = ("chart", version(), kind, question, form, theme, frame)
    headers = {"ETag": _mark(key), "Cache-Control": AN_HOUR}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    state = state_of(request)
    made = state.kept.get(key)
    if made is None:
        seconds = settings_of(request).limits.seconds
        made = state.kept.put(key, await state.draws.run(seconds, jobs.drawn, kind, question, form, theme, frame))
    return Response(made, media_type=MEDIA[form], headers=headers)


def _of(request: Request, name: str, known: Collection[str], usual: str) -> str:
    told = request.query_params.get(name, usual)
    if told not in known:
        raise UnknownNameError(name, told[:40], known, where=name)
    return told


def _mark(key: tuple[object, ...]) -> str:
    return f'W/"{sha256(repr((__version__, key)).encode()).hexdigest()[:16]}"'
