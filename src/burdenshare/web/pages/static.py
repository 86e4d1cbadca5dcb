"""Files that pages load: style, script, pictures. All are ours, and all come from here."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import Response

from burdenshare.web.guard.refusals import not_found
from burdenshare.web.pages.layout import asset_bytes

MEDIA = {
    "app.css": "text/css",
    "app.js": "text/javascript",
    "icon.svg": "image/svg+xml",
}
"""The files there are, and no others: nothing is looked for on the disk."""
A_YEAR = "public, max-age=31536000, immutable"

router = APIRouter(include_in_schema=False)


@router.get("/static/{name}")
async def static(request: Request, name: str) -> Response:
    """One file. Its address carries a mark of its content, so it may be kept for ever."""
    if name not in MEDIA:
        raise not_found()
    return Response(asset_bytes(name), media_type=MEDIA[name], headers={"Cache-Control": A_YEAR})
