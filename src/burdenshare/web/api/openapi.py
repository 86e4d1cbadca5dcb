"""The OpenAPI 3.1 description: the shipped schemas as components, the envelope, and on every route every error."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from fastapi import FastAPI
from pydantic.json_schema import models_json_schema

from burdenshare.web.api import bodies, clock_bodies, industry_bodies, road_bodies, shapes, support_bodies
from burdenshare.web.api.envelope import JSON
from burdenshare.web.api.schemas import HOME, ref, shipped

Json = dict[str, Any]

BODIES = (
    bodies.ReadBody,
    bodies.CheckBody,
    bodies.ExplainBody,
    bodies.ExportBody,
    bodies.SaveBody,
    bodies.StoryBody,
    bodies.ReviewBody,
    road_bodies.RoadBody,
    clock_bodies.ClockBody,
    industry_bodies.IndustryBody,
    industry_bodies.RequirementsBody,
    support_bodies.SupportBody,
)

ANYWHERE = {
    405: "The address knows no such method; `Allow` names those it knows.",
    421: "The server does not answer to the name in the Host header.",
    422: "What was sent cannot be used; the line says which field and what to do.",
    429: "Too many requests from this address; `Retry-After` says when to try again.",
    503: "The server has as much work as it takes, or its store cannot be used.",
}
WITH_BODY = {
    400: "The body is no form that can be read.",
    403: "A page of another site sent the request: no site but this one may.",
    408: "The body did not arrive in time.",
    413: "The body is larger than allowed.",
    415: "The body is neither JSON nor a form.",
}
WITH_TOKEN = {401: "The server asks for its token, as `Authorization: Bearer …`."}
WITH_PLACE = {404: "There is no such report or review, or the record holds no such value."}
"""Every error by status and where it can be met; all have the one shape."""
PLACED = ("/api/record", "/api/road", "/api/clock", "/api/industry", "/api/support")
"""What addresses begin with that ask for values of the record."""


def answers(data: Json, status: int = 200, what: str = "The result.", *, tagged: bool = False) -> dict[int | str, Any]:
    """How a route's success is described: `data` in its envelope; `tagged` where a tag can spare the answer."""
    envelope = {
        "type": "object",
        "required": ["data", "meta"],
        "additionalProperties": False,
        "properties": {"data": data, "meta": ref("Meta")},
    }
    told: dict[int | str, Any] = {status: {"description": what, "content": {JSON: {"schema": envelope}}}}
    return told | (NOT_MODIFIED if tagged else {})


NOT_MODIFIED: dict[int | str, Any] = {304: {"description": "What the tag in If-None-Match names is still the answer."}}


def array(data: Json) -> Json:
    """A list of such."""
    return {"type": "array", "items": data}


def described(app: FastAPI) -> None:
    """Let `app` describe itself so. It is done once, when somebody first asks."""
    plain = app.openapi

    def openapi() -> Json:
        if app.openapi_schema is None:
            app.openapi_schema = _finished(plain())
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]


def _finished(told: Json) -> Json:
    components = told.setdefault("components", {})
    _, sent = models_json_schema([(one, "validation") for one in BODIES], ref_template=f"{HOME}{{model}}")
    held = components.get("schemas", {})
    for unused in ("HTTPValidationError", "ValidationError"):
        held.pop(unused, None)
    components["schemas"] = {**held, **shipped(), **shapes.described(), **sent["$defs"]}
    for place, methods in told["paths"].items():
        for method, operation in methods.items():
            _with_errors(operation, place, method)
    return told


def _with_errors(operation: Json, place: str, method: str) -> None:
    errors = dict(ANYWHERE)
    if method != "get":
        errors |= WITH_BODY
    if operation.get("security"):
        errors |= WITH_TOKEN
    if "{" in place or place.startswith(PLACED):
        errors |= WITH_PLACE
    shown = {JSON: {"schema": ref("Error")}}
    for status, what in sorted(errors.items()):
        operation["responses"][str(status)] = {"description": f"{HTTPStatus(status).phrase}. {what}", "content": shown}
