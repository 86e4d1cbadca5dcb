"""The clock of stated horizons: who said what when, with a weight that a reader can move. Every view is a link."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from http import HTTPStatus
from typing import Any, TypeVar

from fastapi import APIRouter
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from burdenshare.errors import BurdenshareError, InputError, NotHeldError
from burdenshare.web import faults
from burdenshare.web.layout import page, trusted
from burdenshare.web.pages.asking import words_in
from burdenshare.web.pages.check import attached
from burdenshare.web.pages.clock_form import words_of
from burdenshare.web.state import State, state_of
from burdenshare.web.views.clock_asked import PASTED, ClockAsked, clock_in
from burdenshare.web.views.edition import version
from burdenshare.web.views.road_toml import LONGEST_TEXT, packed_toml
from burdenshare.web.work import clock as work

T = TypeVar("T")
TITLE = "Stated horizons"
NAMES = {"json": "JSON", "csv": "CSV", "svg": "SVG", "html": "HTML"}
LONGEST_TYPED = 3_000

router = APIRouter(include_in_schema=False)


@router.get("/clock")
async def clock(request: Request) -> Response:
    """The form and what it asks for; a form that sent fields as they usually stand is led to the link without them."""
    state, asked = state_of(request), None
    try:
        asked = clock_in(request.query_params)
        if faults.wants_json(request):
            return Response(await _run(state, work.shaped, asked), media_type="application/json")
        link = ClockAsked.query(asked)
        if _wordy(request):
            return RedirectResponse(f"/clock?{link}".rstrip("?"), HTTPStatus.SEE_OTHER)
        html = await _laid_out(state, asked)
    except (InputError, NotHeldError) as fault:
        if faults.wants_json(request):
            raise
        return await _page(request, asked, fault=fault)
    return await _page(request, asked, told=html)


@router.post("/clock")
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
    return RedirectResponse(f"/clock?{ClockAsked(scenario=PASTED, toml=code).query()}", HTTPStatus.SEE_OTHER)


@router.get("/clock/download")
async def download(request: Request) -> Response:
    """The clock as a file."""
    asked = clock_in(request.query_params)
    return attached(await _run(state_of(request), work.file_of, asked, request.query_params.get("form", "")))


def _wordy(request: Request) -> bool:
    """Whether the address holds what need not stand in a link: fields left empty, weights of one, requirements one by
    one."""
    told = request.query_params.multi_items()
    if sum(name == "requirement" for name, _ in told) > 1:
        return True
    return any(not value or (name.startswith("w-") and float(value) == 1) for name, value in told)


async def _laid_out(state: State, asked: ClockAsked) -> str:
    key = ("clock", asked, version())
    made = state.kept.get(key)
    if made is None:
        made = state.kept.put(key, await _run(state, work.laid_out, asked))
    return made.decode()


async def _page(
    request: Request,
    asked: ClockAsked | None,
    *,
    fault: BurdenshareError | None = None,
    told: str = "",
    text: str = "",
) -> Response:
    """The form with the result, with what is wrong, or with neither."""
    typed: Mapping[str, str] = {} if request.method == "POST" else request.query_params
    cut = {name: str(value)[:LONGEST_TYPED] for name, value in typed.items()}
    if typed:
        cut["requirement"] = ",".join(request.query_params.getlist("requirement"))[:LONGEST_TYPED]
    state = state_of(request)
    words: dict[str, Any] = words_of(asked, cut, fault, await _statements(state), await _beside(state))
    words["text"] = text or words["text"]
    words |= {
        "query": asked.query() if asked is not None else "",
        "base": str(request.base_url),
        "told": trusted(told) if told else "",
        "forms": list(NAMES.items()),
    }
    status = 200 if fault is None else 404 if isinstance(fault, NotHeldError) else 422
    return page(request, "clock.html", TITLE, words, status=status)


async def _statements(state: State) -> list[work.Weighed]:
    """The statements that the form offers, asked of a worker once."""
    key = ("clock statements", version())
    made = state.kept.get(key)
    if made is None:
        found = await _run(state, work.offered)
        told = [[one.key, one.words, one.weight] for one in found]
        made = state.kept.put(key, json.dumps(told, ensure_ascii=False).encode())
    return [work.Weighed(*row) for row in json.loads(made)]


async def _beside(state: State) -> list[work.Beside]:
    """The requirements that the form offers, asked of a worker once."""
    key = ("clock requirements", version())
    made = state.kept.get(key)
    if made is None:
        told = [[one.name, one.title, one.lacks] for one in await _run(state, work.beside)]
        made = state.kept.put(key, json.dumps(told, ensure_ascii=False).encode())
    return [work.Beside(*row) for row in json.loads(made)]


async def _run(state: State, job: Callable[..., T], *args: Any) -> T:
    """What the worker of short roads does."""
    return await state.roads.run(state.settings.limits.seconds, job, *args)
