"""The page of the JSON of a report, and where the schemas of the other verbs are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from typing import Any

import burdenshare as bs
from tools.markdown import table

OTHERS = (
    ("a report", "`burdenshare check --json`, `read --json`", "`burdenshare schema`", "`/api/schema?of=report`"),
    (
        "stories",
        "`burdenshare story --json`",
        "shipped: `burdenshare/report/stories/schema.json`",
        "`/api/schema?of=stories`",
    ),
    ("the alliance", "`burdenshare alliance --json`", "`burdenshare alliance --schema`", "`/api/schema?of=alliance`"),
    ("a road", "`burdenshare road --json`", "`burdenshare road --schema`", "`/api/schema?of=road`"),
    ("the whole chain", "`burdenshare chain --json`", "`burdenshare chain --schema`", "–"),
    ("the back-test", "`burdenshare backtest --json`", "`burdenshare backtest --schema`", "–"),
)


HEAD = """One file gives an object, several an array in the order given. Values are in base units (dollars, persons,
allies; per cent as 2.0, fractions as 0.667), offsets point into the text as given, and days are ISO text. The schemas
are JSON Schema, draft 2020-12, without additional fields."""

BELOW = """What follows is the shape of a report, beginning with [`report`](#report); `read` prints
[`read_report`](#read_report), the same without the fields of judgement."""


def page() -> str:
    """Every part of the shape of a report, field by field."""
    definitions = bs.schema()["$defs"]
    parts = [
        "# JSON",
        HEAD,
        table(("shape", "printed by", "its schema", "over HTTP"), OTHERS),
        BELOW,
    ]
    for name, one in definitions.items():
        parts += [f"## `{name}`", one["description"], table(("field", "type", "meaning"), _rows(one, definitions))]
    return "\n\n".join(parts) + "\n"


def _rows(one: dict[str, Any], definitions: dict[str, Any]) -> Iterator[tuple[str, str, str]]:
    """The fields of a definition; one that is declared in another definition is told as it stands there."""
    for field, part in one["properties"].items():
        home = re.fullmatch(r"#/\$defs/(\w+)/properties/(\w+)", part.get("$ref", ""))
        told = definitions[home[1]]["properties"][home[2]] if home else part
        yield f"`{field}`", typed(told, definitions), told.get("description", "")


def typed(part: dict[str, Any], told: Collection[str] = ()) -> str:
    """The type of a field in words; those that the page tells are links."""
    if "$ref" in part:
        name = str(part["$ref"]).rsplit("/", 1)[1]
        return f"[{name}](#{name})" if name in told else name
    if "anyOf" in part:
        return " or ".join(typed(one, told) for one in part["anyOf"])
    kind = part.get("type", "any")
    if kind == "array":
        return f"array of {typed(part['items'], told)}"
    return " or ".join(kind) if isinstance(kind, list) else str(kind)
