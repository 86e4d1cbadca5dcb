"""What the record rests on, file by file and source by source."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from burdenshare.web.layout import page
from burdenshare.web.pages.looking import looked
from burdenshare.web.work import looks

router = APIRouter(include_in_schema=False)


@router.get("/data")
async def data(request: Request) -> HTMLResponse:
    """The edition, the releases, the sources, the files."""
    held = await looked(request, looks.sources)
    return page(request, "data.html", "Data", {"held": held, "days": held.status.age})
