"""Files that pages load: style, script, pictures. All are ours, and all come from here."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from burdenshare.report.charts.runtime import BUNDLE
from burdenshare.web.guard.refusals import not_found
from burdenshare.web.layout import RUNTIME_MARK, asset_bytes
from burdenshare.web.state import state_of
from burdenshare.web.work import jobs

MEDIA = {
    "app.css": "text/css",
    "app.js": "text/javascript",
    "icon.svg": "image/svg+xml",
    "alliance.css": "text/css",
    "clock.css": "text/css",
    "industry.css": "text/css",
    "road.css": "text/css",
    "road.js": "text/javascript",
    "support.css": "text/css",
    "charts.css": "text/css",
    "charts.js": "text/javascript",
    BUNDLE: "text/javascript",
}
"""The files there are, and no others: nothing is looked for on the disk."""
A_YEAR = "public, max-age=31536000, immutable"
BUNDLING = 60.0
"""Seconds that the script of live charts may take to be made, once in a server's life."""

router = APIRouter(include_in_schema=False)


@router.get("/static/{name}")
async def static(request: Request, name: str) -> Response:
    """One file. Its address carries a mark of its content, so it may be kept for ever."""
    if name not in MEDIA:
        raise not_found()
    body = await runtime(request) if name == BUNDLE else asset_bytes(name)
    return Response(body, media_type=MEDIA[name], headers={"Cache-Control": A_YEAR})


async def runtime(request: Request) -> bytes:
    """The script of live charts, made when it is first asked for."""
    state, key = state_of(request), (BUNDLE, RUNTIME_MARK)
    made = state.kept.get(key)
    return made or state.kept.put(key, await state.draws.run(BUNDLING, jobs.chart_runtime))
