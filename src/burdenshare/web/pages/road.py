"""The road: what a promise costs, under assumptions that a reader can move. Every view is a link."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from hashlib import sha256
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from burdenshare.errors import BurdenshareError, InputError, NotHeldError, UnknownNameError
from burdenshare.report.charts.themes import FRAMES, THEMES
from burdenshare.web import faults
from burdenshare.web.guard.refusals import not_found
from burdenshare.web.guard.visitors import visitor_of
from burdenshare.web.layout import page, trusted
from burdenshare.web.pages import road_runs
from burdenshare.web.pages.asking import words_in
from burdenshare.web.pages.charts import AN_HOUR, MEDIA
from burdenshare.web.pages.check import attached
from burdenshare.web.pages.road_form import words_of
from burdenshare.web.pages.working import begun
from burdenshare.web.state import State, state_of
from burdenshare.web.values import Packed
from burdenshare.web.views.road_asked import LONGEST_NAME, PASTED, RoadAsked, asked_in
from burdenshare.web.views.road_toml import LONGEST_TEXT, packed_toml
from burdenshare.web.work import road as work

PATIENCE = 1.2
"""Seconds that the answer waits for long work that is sooner done than thought."""
TITLE = "The road"
KINDS = ("fan", "burden", "levers")
NAMES = {"json": "JSON", "csv": "CSV", "html": "HTML"}
ELSEWHERE = ("cross-site", "same-site")

router = APIRouter(include_in_schema=False)


@router.get("/road")
async def road(request: Request) -> Response:
    """The form, and what it asks for. Long work that another site's page asks for waits for a click: nobody who merely
    follows a link, or loads a picture, sets it going."""
    state, asked = state_of(request), None
    try:
        asked = asked_in(request.query_params)
        found = road_runs.kept(state, asked)
        if found is None and not asked.short:
            if request.headers.get("sec-fetch-site", "none") in ELSEWHERE:
                return await _page(request, asked, begin_words=f"{asked.draws:,} draws take some time.")
            await _run(state, work.refused, asked)
            task = road_runs.under_way(state, asked, visitor_of(request.scope))
            await state.tasks.wait(task, PATIENCE)
            return begun(request, task)
        found = found or await road_runs.soon(state, asked)
        html = await _laid_out(state, found, asked, _show(request))
    except (InputError, NotHeldError) as fault:
        if faults.wants_json(request):
            raise
        return await _page(request, asked, fault=fault)
    if faults.wants_json(request):
        return Response(await _run(state, work.shaped, found), media_type="application/json")
    return await _page(request, asked, told=html)


@router.post("/road")
async def given(request: Request) -> Response:
    """A scenario of one's own becomes part of a link."""
    state, text = state_of(request), ""
    async with request.form(max_files=1, max_fields=5) as form:
        file, text = form.get("file"), words_in(form, "text")
        try:
            if isinstance(file, UploadFile) and file.filename:
                text = (await file.read(LONGEST_TEXT + 1)).decode("utf-8", "replace")
            code = packed_toml(text)
            await _run(state, work.checked_scenario, text)
        except InputError as fault:
            if faults.wants_json(request):
                raise
            fault.where = f"toml {fault.where.removeprefix('toml').strip()}".strip()
            return await _page(request, None, fault=fault, text=text[:LONGEST_TEXT])
    asked = RoadAsked(scenario=PASTED, toml=code)
    return RedirectResponse(f"/road?{asked.query()}", HTTPStatus.SEE_OTHER)


@router.get("/road/download")
async def download(request: Request) -> Response:
    """The road as a file."""
    state, asked = state_of(request), asked_in(request.query_params)
    found = await road_runs.at_hand(state, asked)
    return attached(await _run(state, work.file_of, found, request.query_params.get("form", "")))


@router.get("/road/chart/{kind}.{form}")
async def chart(request: Request, kind: str, form: str) -> Response:
    """One chart of a road. Raises Refusal for a kind or a form there is not, and what the road raises."""
    if kind not in KINDS or form not in MEDIA:
        raise not_found()
    theme, frame = _of(request, "theme", THEMES, "light"), _of(request, "frame", FRAMES, "wide")
    state, asked, show = state_of(request), asked_in(request.query_params), _show(request)
    quantity = request.query_params.get("quantity", "extra")[:LONGEST_NAME]
    key = road_runs.key_of(asked, kind, show, quantity, form, theme, frame)
    headers = {"ETag": f'W/"{sha256(repr(key).encode()).hexdigest()[:16]}"', "Cache-Control": AN_HOUR}
    if request.headers.get("if-none-match") == headers["ETag"]:
        return Response(status_code=HTTPStatus.NOT_MODIFIED, headers=headers)
    made = state.kept.get(key)
    if made is None:
        found, seconds = await road_runs.at_hand(state, asked), state.settings.limits.seconds
        drawn = await state.draws.run(seconds, work.drawn, found, kind, show, quantity, form, theme, frame)
        made = state.kept.put(key, drawn)
    return Response(made, media_type=MEDIA[form], headers=headers)


async def _laid_out(state: State, found: Packed, asked: RoadAsked, show: str) -> str:
    key = road_runs.key_of(asked, "page", show)
    made = state.kept.get(key)
    if made is None:
        made = state.kept.put(key, await _run(state, work.laid_out, found, asked, show))
    return made.decode()


async def _page(
    request: Request,
    asked: RoadAsked | None,
    *,
    fault: BurdenshareError | None = None,
    told: str = "",
    begin_words: str = "",
    text: str = "",
) -> Response:
    """The form with the result, with what is wrong, or with neither."""
    typed: Mapping[str, str] = {} if request.method == "POST" else request.query_params
    words: dict[str, Any] = words_of(asked, {name: str(value)[:3000] for name, value in typed.items()}, fault)
    words["text"] = text or words["text"]
    words |= {
        "names": await _names(state_of(request)),
        "query": asked.query() if asked is not None else "",
        "base": str(request.base_url),
        "told": trusted(told) if told else "",
        "begin_words": begin_words,
        "forms": [(form, NAMES[form]) for form in work.MEDIA],
    }
    status = 200 if fault is None else 404 if isinstance(fault, NotHeldError) else 422
    return page(request, "road.html", TITLE, words, status=status)


async def _names(state: State) -> list[str]:
    """Names that the form offers, asked of a worker once."""
    key = road_runs.key_of(RoadAsked(), "names")
    made = state.kept.get(key)
    if made is None:
        made = state.kept.put(key, await _run(state, work.offered))
    names: list[str] = json.loads(made)
    return names


async def _run(state: State, job: Any, *args: Any) -> Any:
    """What a worker of short roads does."""
    return await state.roads.run(state.settings.limits.seconds, job, *args)


def _show(request: Request) -> str:
    """The ally or group whose charts are shown."""
    show = request.query_params.get("show", "").strip()
    if len(show) > LONGEST_NAME:
        raise InputError(f"longer than {LONGEST_NAME} characters", where="show", remedy="choose one from the list")
    return show


def _of(request: Request, name: str, known: Collection[str], usual: str) -> str:
    told = request.query_params.get(name, usual)
    if told not in known:
        raise UnknownNameError(name, told[:40], known, where=name)
    return told
