"""The record by hand: any ally or group, any measure, over the years and over the releases, every view a link."""

from __future__ import annotations

from functools import cache

from fastapi import APIRouter
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from burdenshare.web.pages.check import attached
from burdenshare.web.pages.layout import page
from burdenshare.web.views.choices import Choice, measures_offered, names_offered
from burdenshare.web.views.explored import Answers, Explored, answers_of, explored
from burdenshare.web.views.files import exported
from burdenshare.web.views.held import asked as held
from burdenshare.web.views.question import BASES, UNITS, Question, question_in
from burdenshare.web.work.values import File

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
    view, question = await run_in_threadpool(_viewed, request)
    words = {
        "view": view,
        "question": question,
        "measures": offered(),
        "names": names(),
        "bases": BASES,
        "units": UNITS,
        "examples": EXAMPLES,
    }
    return page(request, "record.html", f"{view.name}: {view.title}", words)


@router.get("/record/download")
async def download(request: Request) -> Response:
    """Every value of the view as a file."""
    return attached(await run_in_threadpool(_file, request))


def _viewed(request: Request) -> tuple[Explored, Question]:
    with held() as known:
        question = question_in(request.query_params, known)
    return explored(question), question


def _file(request: Request) -> File:
    with held() as known:
        question = question_in(request.query_params, known)
        answers: Answers = answers_of(question)
        return exported(known, question, answers, request.query_params.get("form", "csv"))


@cache
def offered() -> tuple[tuple[str, tuple[Choice, ...]], ...]:
    """The measures of the form, by family."""
    with held() as known:
        return measures_offered(known)


@cache
def names() -> tuple[str, ...]:
    """The allies, groups and countries of the form."""
    with held() as known:
        return names_offered(known)
