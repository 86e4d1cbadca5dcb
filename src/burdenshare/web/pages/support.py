"""Support to Ukraine: who gave what, who rose and fell, and what a scenario costs. Every view is a link."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from functools import cache
from hashlib import sha256
from http import HTTPStatus
from typing import Any, TypeVar

from fastapi import APIRouter
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from burdenshare._version import __version__
from burdenshare.errors import BurdenshareError, InputError, NotHeldError
from burdenshare.road.support.scenario import SHIPPED, load_scenario
from burdenshare.web import faults
from burdenshare.web.layout import fault_told, page, trusted
from burdenshare.web.pages.asking import words_in
from burdenshare.web.pages.check import attached
from burdenshare.web.state import State, state_of
from burdenshare.web.views.edition import version
from burdenshare.web.views.road_toml import LONGEST_TEXT, packed_toml, unpacked_toml
from burdenshare.web.views.support_asked import OWN, PASTED, USUAL_FROM, USUAL_GIVE, SupportAsked, support_asked_in
from burdenshare.web.work import support as work

T = TypeVar("T")

TITLE = "Support to Ukraine"
NAMES = {"json": "JSON", "csv": "CSV", "html": "HTML"}
KINDS = (
    ("", "all kinds of aid"),
    ("military", "military"),
    ("financial", "financial"),
    ("humanitarian", "humanitarian"),
)
DEFINITIONS = (("", "allocated"), ("commitment", "committed"), ("disbursement", "disbursed (financial aid alone)"))
RELEASES = (("", "the newest that holds it"), ("30", "30"), ("29", "29"), ("28", "28"))
FIELDS = (
    *("donor", "since", "until", "kind", "definition", "release", "span", "against", "on", "scenario", "give"),
    *("begin", "toml"),
)
"""Fields that an error can stand beside."""

SAMPLE = """title = "The Nordic allies give 0.5 % of GDP; Spain and Italy replace Canada"
pace = 12

[[give]]
donors = ["NORDIC"]
share = 0.5
since = "2027-01"
reference = "where this comes from"

[[replace]]
donor = "CAN"
donors = ["ESP", "ITA"]
key = "gdp"
since = "2027-07"
reference = "where this comes from"
"""
"""A scenario to begin with."""

router = APIRouter(include_in_schema=False)


@router.get("/support")
async def support(request: Request) -> Response:
    """The form, and what it asks for."""
    state, asked = state_of(request), None
    try:
        asked = support_asked_in(request.query_params)
        if faults.wants_json(request):
            return Response(await _run(state, work.shaped, asked), media_type="application/json")
        html = (await _kept(state, ("page", asked), work.laid_out, asked)).decode()
    except (InputError, NotHeldError) as fault:
        if faults.wants_json(request):
            raise
        return await _page(request, asked, fault=fault)
    return await _page(request, asked, told=html)


@router.post("/support")
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
    return RedirectResponse(f"/support?{SupportAsked(scenario=PASTED, toml=code).query()}", HTTPStatus.SEE_OTHER)


@router.get("/support/download")
async def download(request: Request) -> Response:
    """The view as a file."""
    asked, form = support_asked_in(request.query_params), request.query_params.get("form", "")
    return attached(await _run(state_of(request), work.file_of, asked, form))


@cache
def scenarios() -> tuple[tuple[str, str], ...]:
    """The shipped scenarios: name and title, in the order a reader wants them."""
    return tuple((name, load_scenario(name).title) for name in SHIPPED)


async def _page(
    request: Request,
    asked: SupportAsked | None,
    *,
    fault: BurdenshareError | None = None,
    told: str = "",
    text: str = "",
) -> Response:
    """The form with the result, or with what is wrong beside its field."""
    typed: Mapping[str, str] = {} if request.method == "POST" else request.query_params
    fields = {name: str(typed.get(name, ""))[:3000] for name in FIELDS}
    if asked is not None:
        fields = dict.fromkeys(FIELDS, "") | asked.fields()
    words: dict[str, Any] = {
        "typed": fields | {"give": fields["give"] or f"{USUAL_GIVE:g}", "begin": fields["begin"] or USUAL_FROM},
        "kinds": KINDS,
        "definitions": DEFINITIONS,
        "releases": RELEASES,
        "scenarios": scenarios(),
        "own": OWN,
        "faults": {} if fault is None else {_field(fault): _told(fault)},
        "opened": any(fields[name] for name in ("release", "span", "against")),
        "names": json.loads(await _kept(state_of(request), ("names",), work.offered)),
        "query": asked.query() if asked is not None else "",
        "base": str(request.base_url),
        "told": trusted(told) if told else "",
        "forms": [(form, NAMES[form]) for form in work.MEDIA],
        "sample": SAMPLE,
        "text": text or _pasted(fields["toml"]),
        "longest": LONGEST_TEXT,
    }
    status = 200 if fault is None else 404 if isinstance(fault, NotHeldError) else 422
    return page(request, "support.html", TITLE, words, status=status)


def _field(fault: BurdenshareError) -> str:
    """The field that an error belongs to; empty for the form as a whole."""
    where = fault.where.partition(" ")[0]
    return where if where in FIELDS else ""


def _told(fault: BurdenshareError) -> str:
    """The error as one line, without the name of the field it stands beside."""
    place = fault.where.partition(" ")[2] if _field(fault) else fault.where
    return fault_told(InputError(fault.what, where=place, remedy=fault.remedy))


def _pasted(code: str) -> str:
    try:
        return unpacked_toml(code) if code else ""
    except InputError:
        return ""


async def _kept(state: State, part: tuple[object, ...], job: Callable[..., bytes], *args: object) -> bytes:
    """What a worker makes, kept by the record, the program and what is asked."""
    key = ("support", sha256(repr((version(), __version__, part)).encode()).hexdigest())
    made = state.kept.get(key)
    return made if made is not None else state.kept.put(key, await _run(state, job, *args))


async def _run(state: State, job: Callable[..., T], *args: object) -> T:
    """What the worker of short roads does: support is reckoned beside them."""
    return await state.roads.run(state.settings.limits.seconds, job, *args)
