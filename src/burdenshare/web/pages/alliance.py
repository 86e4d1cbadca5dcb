"""The alliance as known on a day, and what changed against another: the parts of its own page inside the workbench."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from fastapi import APIRouter
from starlette.requests import Request
from starlette.responses import HTMLResponse

from burdenshare.report.alliance.alliance import day_known
from burdenshare.report.days import day_of
from burdenshare.web.layout import page, trusted
from burdenshare.web.state import state_of
from burdenshare.web.views.edition import edition, version
from burdenshare.web.work import jobs

router = APIRouter(include_in_schema=False)


@dataclass(frozen=True, slots=True)
class Notable:
    """A day worth a look, and why."""

    day: date
    words: str


NOTABLE = (
    Notable(date(2014, 9, 5), "Wales summit: the 2 % guideline"),
    Notable(date(2018, 7, 12), "Brussels summit"),
    Notable(date(2022, 2, 23), "the eve of the full invasion"),
    Notable(date(2023, 4, 4), "Finland joins"),
    Notable(date(2024, 3, 7), "Sweden joins"),
    Notable(date(2024, 7, 11), "Washington summit"),
    Notable(date(2025, 6, 24), "the eve of The Hague"),
    Notable(date(2025, 6, 26), "after The Hague: 5 %"),
)
"""Quick links, oldest first."""


@router.get("/alliance")
async def alliance(request: Request) -> HTMLResponse:
    """The view of the day, kept by its day: making it takes a worker a third of a second."""
    asked = request.query_params
    days = [_day(asked.get(name, ""), name) for name in ("on", "compare")]
    known = edition()
    on = days[0] or known
    html = await _made(request, (on, days[1], version()))
    words = {
        "view": trusted(html),
        "on": on,
        "compare": days[1],
        "edition": known,
        "notable": [one for one in NOTABLE if one.day <= known],
        "year_before": _year_before(on),
    }
    return page(request, "alliance_on.html", f"The alliance on {on.isoformat()}", words)


async def _made(request: Request, asked: tuple[date, date | None, str]) -> str:
    state, key = state_of(request), ("alliance", *asked)
    made = state.kept.get(key)
    if made is None:
        seconds = state.settings.limits.seconds
        made = state.kept.put(key, await state.pool.run(seconds, jobs.alliance, asked[0], asked[1]))
    return made.decode()


def _day(text: str, name: str) -> date | None:
    found = day_of(text.strip(), name)
    return None if found is None else day_known(found, name)


def _year_before(day: date) -> date:
    return day - timedelta(days=365)
