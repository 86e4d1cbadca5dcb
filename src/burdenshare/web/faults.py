"""Every error as an answer: one shape for programs, one page for people, never a trace."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Match

from burdenshare.errors import (
    BurdenshareError,
    InputError,
    NotHeldError,
    NotSavedError,
    StoreError,
    UnknownNameError,
)
from burdenshare.report.wording import without_options
from burdenshare.web.guard.refusals import Refusal, not_found
from burdenshare.web.layout import in_a_browser, page

LOG = logging.getLogger("burdenshare.web")

KINDS: tuple[tuple[type[BurdenshareError], HTTPStatus, str], ...] = (
    (NotSavedError, HTTPStatus.NOT_FOUND, "not_saved"),
    (NotHeldError, HTTPStatus.NOT_FOUND, "not_held"),
    (UnknownNameError, HTTPStatus.UNPROCESSABLE_ENTITY, "unknown_name"),
    (InputError, HTTPStatus.UNPROCESSABLE_ENTITY, "bad_input"),
    (StoreError, HTTPStatus.SERVICE_UNAVAILABLE, "no_store"),
)
"""Which status and which word for programs each family of errors has, the narrower first."""

HEADINGS: Mapping[int, str] = {
    404: "Not found",
    401: "Not signed in",
    403: "Not allowed",
    413: "Too large",
    429: "Too many requests",
    503: "Busy",
}


def handled(app: FastAPI) -> None:
    """Answer every error of `app` in the one shape."""
    app.add_exception_handler(BurdenshareError, _ours)
    app.add_exception_handler(HTTPException, _http)
    app.add_exception_handler(RequestValidationError, _unfit)


def answer(request: Request, fault: BurdenshareError, *, back: str = "") -> Response:
    """The answer that tells `fault`; `back` is where its page leads, empty for where the request came from."""
    if isinstance(fault, Refusal):
        status, code = fault.status, fault.code
    else:
        found = next(((status, code) for kind, status, code in KINDS if isinstance(fault, kind)), None)
        if found is None:
            LOG.error("%s", fault.line())
        status, code = found or (HTTPStatus.INTERNAL_SERVER_ERROR, "failed")
    headers = {"Retry-After": str(fault.wait)} if isinstance(fault, Refusal) and fault.wait else {}
    if status == HTTPStatus.UNAUTHORIZED:
        headers["WWW-Authenticate"] = "Bearer"
    told = (fault.what, fault.where, fault.remedy)
    if isinstance(fault, StoreError):
        LOG.error("%s", fault.line())  # where the database lies is the owner's to know
        told = ("the store of saved reports cannot be used", "", "try again later, or tell the owner of this server")
    what, where, remedy = told if isinstance(fault, Refusal) else map(without_options, told)
    made = _told(request, status, code, what, where, remedy, back)
    made.headers.update(headers)
    return made


def shape(code: str, what: str, where: str = "", remedy: str = "") -> dict[str, Any]:
    """The one shape of an error for programs."""
    return {"error": {"code": code, "message": what, "where": where, "remedy": remedy}}


def _told(request: Request, status: int, code: str, what: str, where: str, remedy: str, back: str = "") -> Response:
    if wants_json(request):
        return JSONResponse(shape(code, what, where, remedy), status)
    line = f"{where}: {what}" if where else what
    heading = HEADINGS.get(status, "That did not work")
    words = {
        "heading": heading,
        "what": in_a_browser(f"{line[:1].upper()}{line[1:]}."),
        "remedy": in_a_browser(remedy),
        "back": back or _back(request),
    }
    return page(request, "error.html", heading, words, status=status)


def wants_json(request: Request) -> bool:
    """Whether a program asks: everything under `/api`, and whoever accepts JSON and no page."""
    accepted = request.headers.get("accept", "")
    if request.url.path == "/api" or request.url.path.startswith("/api/"):
        return True
    return "json" in accepted and "html" not in accepted


def _back(request: Request) -> str:
    return "/" + request.url.path.split("/")[1] if request.method == "GET" else "/"


async def _ours(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, BurdenshareError)
    return answer(request, fault)


async def _http(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, HTTPException)
    if fault.status_code == HTTPStatus.NOT_FOUND:
        if not wants_json(request):
            return answer(request, not_found())
        return _told(request, HTTPStatus.NOT_FOUND, "not_found", "there is nothing at this address", "", "see /api")
    code, remedy = HTTPStatus(fault.status_code).phrase.casefold().replace(" ", "_"), ""
    headers = dict(fault.headers or {})
    if fault.status_code == HTTPStatus.METHOD_NOT_ALLOWED:
        headers["Allow"] = ", ".join(allowed(request))
        remedy = f"use {headers['Allow'].replace(', ', ' or ')}"
    made = _told(request, fault.status_code, code, str(fault.detail), "", remedy)
    made.headers.update(headers)
    return made


def allowed(request: Request) -> list[str]:
    """Every method that the address knows: the router names those of one route, and an address may have several."""
    routes = request.app.router.routes
    return [
        method
        for method in ("GET", "POST", "DELETE")
        if any(one.matches({**request.scope, "method": method})[0] is Match.FULL for one in routes)
    ]


async def _unfit(request: Request, fault: Exception) -> Response:
    assert isinstance(fault, RequestValidationError)
    first = fault.errors()[0]
    where = ".".join(str(part) for part in first.get("loc", ()) if part not in ("body", "query", "path"))
    return _told(request, HTTPStatus.UNPROCESSABLE_ENTITY, "bad_input", str(first.get("msg", "unfit")), where, "")


def unforeseen(request: Request, fault: Exception) -> Response:
    """The answer to what nobody foresaw: its trace is for the owner alone."""
    LOG.error("unforeseen: %s %s", request.method, request.url.path, exc_info=fault)
    status = HTTPStatus.INTERNAL_SERVER_ERROR
    return _told(request, status, "failed", "something went wrong on this server", "", "try again, or tell its owner")
