"""How verdicts and prices are reached: the methodology of the documentation, as a page."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse

from burdenshare.web.layout import page, trusted
from burdenshare.web.views.written import written

router = APIRouter(include_in_schema=False)


@router.get("/method")
async def method(request: Request) -> HTMLResponse:
    """The text, made into a page once."""
    text = await run_in_threadpool(written, "methodology.md")
    return page(request, "method.html", "How verdicts and prices are reached", {"text": trusted(text)})
