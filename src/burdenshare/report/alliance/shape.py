"""The alliance on a day as JSON: one documented shape (`alliance.schema.json`), values in base units."""

from __future__ import annotations

import json
from collections.abc import Collection
from importlib.resources import files
from typing import Any

from burdenshare._version import __version__
from burdenshare.checking.alliance.model import Change, Compared, Entry, Origin, Section, View
from burdenshare.checking.model import Price
from burdenshare.report.citations import citation
from burdenshare.report.shape import finite

Json = dict[str, Any]
SIGNIFICANT = 12
"""Digits of a value: what is beyond them is binary rounding, and no table prints it."""


def view_shape(view: View, compared: Compared | None = None, parts: Collection[str] = ()) -> Json:
    """A view, and what changed against another day; with `parts` those sections alone."""
    return {
        "day": view.day.isoformat(),
        "edition": view.edition.isoformat(),
        "versions": {"code": __version__, "record": view.record_version},
        "remarks": list(view.remarks),
        "sections": [_section(one) for one in view.sections if not parts or one.id in parts],
        "compared": None if compared is None else _compared(compared, parts),
    }


def alliance_schema() -> Json:
    """The JSON Schema (draft 2020-12) of `burdenshare alliance --json`."""
    loaded: Json = json.loads(schema_text())
    return loaded


def schema_text() -> str:
    """The same, as shipped."""
    return files("burdenshare.report.alliance").joinpath("alliance.schema.json").read_text(encoding="utf-8")


def _section(one: Section) -> Json:
    return {
        "id": one.id,
        "title": one.title,
        "told": list(one.told),
        "not_held": list(one.lacks),
        "guideline": finite(one.guideline),
        "release": one.release,
        "entries": [_entry(entry) for entry in one.entries],
    }


def _entry(one: Entry) -> Json:
    return {
        "key": one.key,
        "label": one.label,
        "words": one.words,
        "kind": one.kind,
        "value": _plain(one.value),
        "low": _plain(one.low),
        "high": _plain(one.high),
        "unit": one.unit,
        "period": one.period,
        "change": _plain(one.change),
        "estimate": one.estimate,
        "mark": one.mark.value,
        "on": one.on,
        "due": one.due,
        "actors": list(one.actors),
        "notes": list(one.notes),
        "price": None if one.price is None else _price(one.price),
        "sources": [_origin(origin) for origin in one.origins],
    }


def _plain(value: float | None) -> float | None:
    known = finite(value)
    return None if known is None else float(f"{known:.{SIGNIFICANT}g}")


def _origin(one: Origin) -> Json:
    cited = citation(one.source)
    return {
        "source": one.source,
        "title": cited.title,
        "publisher": cited.publisher,
        "address": cited.address,
        "table": one.table,
        "release": one.release,
        "released_on": None if one.released_on is None else one.released_on.isoformat(),
    }


def _price(one: Price) -> Json:
    return {
        "currency": "USD",
        "target": {"low": finite(one.target_low), "high": finite(one.target_high)},
        "total": {"low": _plain(one.total_low), "high": _plain(one.total_high)},
        "pooled": {"low": _plain(one.pooled_low), "high": _plain(one.pooled_high)},
        "definition": one.definition,
        "allies": [
            {
                "ally": line.ally,
                "share": _plain(line.share),
                "share_year": line.share_year,
                "release": line.release,
                "cost": {"low": _plain(line.cost_low), "high": _plain(line.cost_high)},
            }
            for line in one.lines
        ],
        "without_data": list(one.without_data),
        "why": one.why,
    }


def _compared(one: Compared, parts: Collection[str]) -> Json:
    return {
        "first": one.first.day.isoformat(),
        "second": one.second.day.isoformat(),
        "remarks": list(one.remarks),
        "changes": [_change(change) for change in one.changes if not parts or change.section in parts],
    }


def _change(one: Change) -> Json:
    return {
        "section": one.section,
        "what": one.what,
        "label": one.label,
        "told": one.told,
        "before": None if one.before is None else _entry(one.before),
        "after": None if one.after is None else _entry(one.after),
    }
