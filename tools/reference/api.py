"""The page of the API, from its own description."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from burdenshare.web.app import create_app
from burdenshare.web.settings import Settings
from tools.markdown import table
from tools.reference.shapes import typed

Json = dict[str, Any]

HEAD = """Made from what `burdenshare serve` tells at `/api/openapi.json` (OpenAPI 3.1). [How to use the
API](../how-to-api.md) has a worked example, the envelope of results, tags and tokens. A body is sent as JSON, or as a
form with a `file` where the table names one; unknown fields are refused."""


def page() -> str:
    """Every address with what it takes, and what each status means."""
    told = create_app(Settings()).openapi()
    every = [(method.upper(), place, one) for place, ways in told["paths"].items() for method, one in ways.items()]
    overview = [
        (f"[`{method} {place}`](#{_anchor(method, place)})", one["description"]) for method, place, one in every
    ]
    parts = ["# API", HEAD, table(("address", "what it does"), overview)]
    for method, place, one in every:
        parts += _address(method, place, one, told["components"]["schemas"])
    parts += ["## What each status means", table(("status", "meaning"), _statuses(every))]
    parts.append("Each error bears a code for programs: [the errors](errors.md#over-http).")
    return "\n\n".join(parts) + "\n"


def _anchor(method: str, place: str) -> str:
    return re.sub(r"[^\w -]", "", f"{method} {place}").lower().replace(" ", "-")


def _address(method: str, place: str, one: Json, schemas: Json) -> Iterator[str]:
    yield f"## `{method} {place}`"
    yield one["description"]
    rows = [(f"`{part['name']}`", part["in"], *_part(part["schema"], part)) for part in one.get("parameters", ())]
    rows += list(_body(one, schemas))
    if rows:
        yield table(("name", "in", "type", "meaning"), rows)
    yield "Answers " + ", ".join(sorted(status for status in one["responses"])) + "."


def _part(schema: Json, told: Json) -> tuple[str, str]:
    meaning = told.get("description", "")
    if not told.get("required", True) and schema.get("default") not in (None, ""):
        meaning = f"{meaning} Without it `{json.dumps(schema['default'])}`.".strip()
    return _typed(schema) + ("" if told.get("required", True) else ", optional"), meaning


def _typed(schema: Json) -> str:
    if "enum" in schema:
        return " or ".join(f"`{one}`" for one in schema["enum"])
    if schema.get("format") == "date":
        return "day"
    kinds = [_typed(one) for one in schema["anyOf"] if one.get("type") != "null"] if "anyOf" in schema else []
    return " or ".join(kinds) if kinds else typed(schema)


def _body(one: Json, schemas: Json) -> Iterator[tuple[str, str, str, str]]:
    """The fields of a body, and `file` where a form may bring one."""
    content = one.get("requestBody", {}).get("content", {})
    shape = content.get("application/json", {}).get("schema", {})
    held = schemas[shape["$ref"].rsplit("/", 1)[1]] if "$ref" in shape else shape
    for name, part in held.get("properties", {}).items():
        asked = {"description": part.get("description", ""), "required": name in held.get("required", ())}
        yield f"`{name}`", "body", *_part(part, asked)
    form = content.get("multipart/form-data", {}).get("schema", {}).get("properties", {})
    if "file" in form:
        yield "`file`", "form", "bytes, optional", "The article as a file, in place of its words."


def _statuses(every: list[tuple[str, str, Json]]) -> Iterator[tuple[str, str]]:
    found: dict[str, str] = {}
    for _, _, one in every:
        for status, told in one["responses"].items():
            found.setdefault(status, told["description"])
    yield from sorted(found.items())
