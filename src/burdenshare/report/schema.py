"""The JSON Schema of a report, as shipped in the package."""

from __future__ import annotations

import json
from importlib.resources import files
from typing import Any


def schema() -> dict[str, Any]:
    """The schema (draft 2020-12) that one report, and an array of reports, satisfies."""
    loaded: dict[str, Any] = json.loads(schema_text())
    return loaded


def schema_text() -> str:
    """The same, as the text of `schema.json`."""
    return files("burdenshare.report").joinpath("schema.json").read_text(encoding="utf-8")
