"""A back-test as JSON (described by `backtest.schema.json`) and as CSV, a row a score."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from io import StringIO
from typing import Any

from burdenshare._version import __version__
from burdenshare.record import Record
from burdenshare.record.record import CORE
from burdenshare.report.road.backtest_telling import findings
from burdenshare.road.backtest import AIM, METHOD_CHANGES, Backtest, Cell, Pooled, pooled
from burdenshare.road.share_limits import LIMITS
from burdenshare.road.share_models import TOLD, Model

Json = dict[str, Any]

SIGNIFICANT = 6
"""Digits of a score: more would differ between machines."""

COLUMNS = (
    *("definition", "model", "origin", "horizon", "cells", "crps", "error", "bias"),
    *("covered_50", "covered_80", "covered_95"),
)


def backtest_shape(found: Backtest, record: Record) -> Json:
    """The whole back-test but its single cells."""
    return {
        "edition": found.edition.isoformat(),
        "versions": {"code": __version__, "record": found.record_version},
        "truth": {"whole": found.truth, "core": found.core},
        "draws": found.draws,
        "seed": found.seed,
        "origins": list(found.origins),
        "shipped": found.shipped.value,
        "beats_plain": found.beats_plain(),
        "aim": {"low": AIM[0], "high": AIM[1]},
        "off_aim": list(found.off_aim()),
        "told": list(findings(found, record)),
        "models": [{"model": one.value, "told": TOLD[one]} for one in Model],
        "scores": list(scores(found)),
        "chosen": [
            {"origin": one.origin, "model": one.model.value, "crps": _plain(one.crps)} for one in found.chosen()
        ],
        "method_changes": [
            {"ally": one.ally, "year": one.year, "release": one.release, "told": one.told} for one in METHOD_CHANGES
        ],
        "limits": [{"name": one.name, "value": one.value, "unit": one.unit, "reason": one.reason} for one in LIMITS],
    }


def scores(found: Backtest) -> Iterator[Json]:
    """Every score: over all, by years ahead, by origin, and by both; for each model and each definition."""
    groups: dict[tuple[str, str, str | None, int | None], list[Cell]] = {}
    for one in found.cells:
        for origin in (None, one.origin):
            for horizon in (None, one.horizon):
                groups.setdefault((one.definition, one.model.value, origin, horizon), []).append(one)
    for (definition, model, origin, horizon), cells in sorted(groups.items(), key=_order):
        got = pooled(cells)
        if got is not None:
            yield {"definition": definition, "model": model, "origin": origin, "horizon": horizon} | _score(got)


def csv_text(found: Backtest) -> str:
    """The scores as CSV; an empty origin or horizon means all of them."""
    stream = StringIO()
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    for one in scores(found):
        covered = one.pop("covered")
        writer.writerow(one | {f"covered_{name}": value for name, value in covered.items()})
    return stream.getvalue()


@cache
def schema_text() -> str:
    """The JSON Schema of the shape, as text."""
    return files("burdenshare.report.road").joinpath("backtest.schema.json").read_text(encoding="utf-8")


def backtest_schema() -> Json:
    """The JSON Schema of the shape."""
    found: Json = json.loads(schema_text())
    return found


def _order(one: tuple[tuple[str, str, str | None, int | None], object]) -> tuple[bool, int, str, int]:
    """The whole definition first, models as declared, sums before their parts."""
    definition, model, origin, horizon = one[0]
    return definition == CORE, list(Model).index(Model(model)), origin or "", horizon or 0


def _score(one: Pooled) -> Json:
    return {
        "cells": one.cells,
        "crps": _plain(one.crps),
        "error": _plain(one.error),
        "bias": _plain(one.bias),
        "covered": {name: _plain(value) for name, value in zip(("50", "80", "95"), one.covered, strict=True)},
    }


def _plain(value: float) -> float:
    return float(f"{value:.{SIGNIFICANT}g}")
