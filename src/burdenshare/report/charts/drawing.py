"""Specifications drawn to SVG and PNG: offline, from inline values alone, the same bytes for the same specification."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

from burdenshare.errors import InputError
from burdenshare.report.charts.inline import sanitised
from burdenshare.report.charts.needs import needed

VEGA_LITE = "6.4"
"""The version of Vega-Lite that draws, and that altair writes for: a chart must not change with the newest release."""

KEPT = 256
"""Drawn charts kept: a page of the alliance and its visitors ask for the same few again and again."""

MOST_PIXELS = 4.0
"""The largest scale of a picture: four times is print, more is a way to fill the memory of a machine."""

LOADING = frozenset({"url", "href", "usermeta"})
"""Keys of a specification that could load something, lead somewhere, or steer what shows it."""


def svg(spec: dict[str, Any]) -> str:
    """The chart as SVG that can stand in a page: with title and description, without script, link or style of its own.

    Raises InputError for a specification that would load anything or that Vega-Lite refuses, and where the extra `web`
    is not installed.
    """
    return _svg(_settled(spec))


def png(spec: dict[str, Any], scale: float = 2.0) -> bytes:
    """The chart as a PNG, `scale` pixels for one of the specification (above 0, at most 4).

    Raises InputError as `svg` does.
    """
    if not 0 < scale <= MOST_PIXELS:
        raise InputError(f"a scale of {scale:g}", where="scale", remedy=f"give one above 0 and at most {MOST_PIXELS:g}")
    return _png(_settled(spec), scale)


def _settled(spec: dict[str, Any]) -> str:
    """The specification as one text, by which drawings are kept. Raises InputError where it would load anything."""
    for key in _keys(spec):
        if key in LOADING:
            raise InputError(f"the specification has a `{key}`", where="chart", remedy="give the values inline")
    try:
        return json.dumps(spec, sort_keys=True, allow_nan=False)
    except (TypeError, ValueError) as fault:
        raise InputError(f"the specification is not JSON ({fault})", where="chart", remedy="use `spec_of`") from None


def _keys(part: Any) -> Iterator[str]:
    """Every key of a specification but those of its rows of values, which nothing interprets."""
    if isinstance(part, dict):
        for key, value in part.items():
            yield key
            if key not in ("values", "datasets"):
                yield from _keys(value)
    elif isinstance(part, list):
        for one in part:
            yield from _keys(one)


@lru_cache(KEPT)
def _svg(spec: str) -> str:
    held = json.loads(spec)
    return sanitised(_drawn("vegalite_to_svg", held), title=_title(held), description=held.get("description", ""))


@lru_cache(KEPT)
def _png(spec: str, scale: float) -> bytes:
    made: bytes = _drawn("vegalite_to_png", json.loads(spec), scale=scale)
    return made


def _drawn(how: str, spec: dict[str, Any], **more: Any) -> Any:
    converter = needed("vl_convert")
    try:
        return getattr(converter, how)(spec, vl_version=VEGA_LITE, allowed_base_urls=[], **more)
    except ValueError as fault:
        reason = next((line for line in str(fault).splitlines() if "rror:" in line), str(fault).splitlines()[0])
        raise InputError(f"cannot be drawn ({reason.strip()})", where="chart", remedy="use `spec_of`") from None


def _title(spec: dict[str, Any]) -> str:
    told = spec.get("title", "")
    text = told.get("text", "") if isinstance(told, dict) else told
    return (" ".join(text) if isinstance(text, list) else str(text)).replace("\N{NO-BREAK SPACE}", " ")
