"""The industry: what is made and delivered and when, what is required, how past output was foreseen. Every view is a
link."""

from __future__ import annotations

import json
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import APIRouter
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from burdenshare.errors import BurdenshareError, InputError, NotHeldError
from burdenshare.web import faults
from burdenshare.web.guard.visitors import visitor_of
from burdenshare.web.layout import page, trusted
from burdenshare.web.pages.asking import words_in
from burdenshare.web.pages.check import attached
from burdenshare.web.pages.industry_form import words_of
from burdenshare.web.pages.industry_runs import RUNS
from burdenshare.web.pages.working import begun
from burdenshare.web.state import State, state_of
from burdenshare.web.values import Packed
from burdenshare.web.views.edition import version
from burdenshare.web.views.industry_asked import (
    ITEMS,
    PASTED,
    REQUIREMENTS,
    IndustryAsked,
    industry_asked_in,
    items_in,
)
from burdenshare.web.views.road_toml import LONGEST_TEXT, packed_toml
from burdenshare.web.work import industry as work

PATIENCE = 1.2
"""Seconds that the answer waits for long work that is sooner done than thought."""
TITLE = "Industry"
NAMES = {"json": "JSON", "csv": "CSV", "svg": "SVG", "html": "HTML"}
ELSEWHERE = ("cross-site", "same-site")
LONGEST_TYPED = 3_000
MOST_TICKED = 40

router = APIRouter(include_in_schema=False)


@router.get("/industry")
async def industry(request: Request) -> Response:
    """The form and what it asks for; a form that sent fields as they usually stand is led to the link without them.
    Long work that another site's page asks for waits for a click."""
    state, asked = state_of(request), None
    try:
        asked = industry_asked_in(request.query_params)
        if not faults.wants_json(request) and _wordy(request):
            return RedirectResponse(f"/industry?{asked.query()}".rstrip("?"), HTTPStatus.SEE_OTHER)
        found = RUNS.kept(state, asked)
        if found is None and not asked.short:
            if request.headers.get("sec-fetch-site", "none") in ELSEWHERE:
                return await _page(request, asked, begin_words=f"{asked.draws:,} draws take some time.")
            await _run(state, work.refused, asked)
            task = RUNS.under_way(state, asked, visitor_of(request.scope))
            await state.tasks.wait(task, PATIENCE)
            return begun(request, task)
        found = found or await RUNS.soon(state, asked)
        if faults.wants_json(request):
            return Response(await _run(state, work.shaped, found), media_type="application/json")
        html = await _laid_out(state, found, asked)
    except (InputError, NotHeldError) as fault:
        if faults.wants_json(request):
            raise
        return await _page(request, asked, fault=fault)
    return await _page(request, asked, told=html)


@router.post("/industry")
async def given(request: Request) -> Response:
    """A scenario of one's own becomes part of a link."""
    state, text, view = state_of(request), "", ITEMS
    async with request.form(max_files=1, max_fields=5) as form:
        file, text = form.get("file"), words_in(form, "text")
        view = REQUIREMENTS if words_in(form, "view") == REQUIREMENTS else ITEMS
        try:
            if isinstance(file, UploadFile) and file.filename:
                text = (await file.read(LONGEST_TEXT + 1)).decode("utf-8", "replace")
            code = packed_toml(text)
            await _run(state, work.checked_scenario, text)
        except InputError as fault:
            if faults.wants_json(request):
                raise
            fault.where = f"toml {fault.where.removeprefix('toml').strip()}".strip()
            return await _page(request, None, fault=fault, text=text[:LONGEST_TEXT], view=view)
    asked = IndustryAsked(view, items=(), scenario=PASTED, toml=code)
    return RedirectResponse(f"/industry?{asked.query()}", HTTPStatus.SEE_OTHER)


@router.get("/industry/download")
async def download(request: Request) -> Response:
    """The view as a file."""
    state, asked = state_of(request), industry_asked_in(request.query_params)
    found = await RUNS.at_hand(state, asked)
    return attached(await _run(state, work.file_of, found, asked, request.query_params.get("form", "")))


def _wordy(request: Request) -> bool:
    """Whether the address holds what need not stand in a link: fields left empty, items one by one."""
    told = request.query_params.multi_items()
    return any(not value for _, value in told) or sum(name == "item" for name, _ in told) > 1


async def _laid_out(state: State, found: Packed, asked: IndustryAsked) -> str:
    key = RUNS.key_of(asked, "page")
    made = state.kept.get(key)
    if made is None:
        made = state.kept.put(key, await _run(state, work.laid_out, found))
    return made.decode()


async def _page(
    request: Request,
    asked: IndustryAsked | None,
    *,
    fault: BurdenshareError | None = None,
    told: str = "",
    begin_words: str = "",
    text: str = "",
    view: str = ITEMS,
) -> Response:
    """The form with the result, with what is wrong, or with neither."""
    sent = request.method == "POST"
    typed: Mapping[str, str] = {"view": view} if sent else request.query_params
    cut = {name: str(value)[:LONGEST_TYPED] for name, value in typed.items()}
    ticked = [] if sent else _ticked(request)
    words: dict[str, Any] = words_of(asked, cut, ticked, fault, await _offered(state_of(request)))
    words["text"] = text or words["text"]
    words |= {
        "query": asked.query() if asked is not None else "",
        "base": str(request.base_url),
        "told": trusted(told) if told else "",
        "begin_words": begin_words,
        "forms": [(form, NAMES[form]) for form in work.OF_VIEW[words["view"]]],
    }
    status = 200 if fault is None else 404 if isinstance(fault, NotHeldError) else 422
    return page(request, "industry.html", TITLE, words, status=status)


def _ticked(request: Request) -> tuple[str, ...]:
    """The items of an address that is wrong elsewhere."""
    try:
        return items_in(request.query_params.getlist("item")[:MOST_TICKED])
    except InputError:
        return ()


async def _offered(state: State) -> list[list[str]]:
    """The items that the form offers, asked of a worker once."""
    key = ("industry items", version())
    made = state.kept.get(key)
    if made is None:
        made = state.kept.put(key, await _run(state, work.offered))
    found: list[list[str]] = json.loads(made)
    return found


async def _run(state: State, job: Any, *args: Any) -> Any:
    """What the worker of short roads does: the industry is reckoned beside them."""
    return await state.roads.run(state.settings.limits.seconds, job, *args)
