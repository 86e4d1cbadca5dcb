"""The record by hand: any ally or group, any measure, over the years and over the releases, every view a link."""

from __future__ import annotations

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from burdenshare.web.layout import page
from burdenshare.web.pages.check import attached
from burdenshare.web.pages.looking import looked
from burdenshare.web.views.question import BASES, UNITS
from burdenshare.web.work import looks

router = APIRouter(include_in_schema=False)

EXAMPLES = (
    ("Poland’s share of GDP", "entity=POL&measure=share_of_gdp&year=2024"),
    ("Germany in euros", "entity=DEU&measure=expenditure&unit=EUR"),
    ("how many allies reach 2 %", "entity=NATO&measure=allies_at_guideline&year=2024"),
    ("the United States’ part of the whole", "entity=USA&measure=share_of_total"),
    ("Europe and Canada since 2014", "entity=EUR_CAN&measure=extra_expenditure&baseline=2014"),
)
"""Views to begin with."""


@router.get("/record")
async def record(request: Request) -> HTMLResponse:
    """The view that the address asks for."""
    found = await looked(request, looks.figure, dict(request.query_params))
    view = found.view
    words = {
        "view": view,
        "question": view.question,
        "measures": found.measures,
        "names": found.names,
        "bases": BASES,
        "units": UNITS,
        "examples": EXAMPLES,
    }
    return page(request, "record.html", f"{view.name}: {view.title}", words)


@router.get("/record/download")
async def download(request: Request) -> Response:
    """Every value of the view as a file."""
    asked = dict(request.query_params)
    return attached(await looked(request, looks.file, asked, asked.get("form", "csv")))
