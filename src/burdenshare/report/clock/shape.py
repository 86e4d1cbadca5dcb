"""The clock as JSON: one documented shape (`clock.schema.json`), every share with what it is made of."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from burdenshare._version import __version__
from burdenshare.record import Record
from burdenshare.report.article import held_record
from burdenshare.report.citations import opened
from burdenshare.report.clock.telling import NOT_SAID, TITLES, said_words
from burdenshare.road.clock.met import MetCurve
from burdenshare.road.clock.model import ClockScenario, Factor, Weights
from burdenshare.road.clock.result import Curve, Part, Placed, ReadinessClock
from burdenshare.road.clock.sensitivity import Lever
from burdenshare.road.clock.table import rules

Json = dict[str, Any]

FORMAT = 1
"""Version of the shape. It rises when a program that knows the old one would misread the new one."""
DIGITS = 6
"""Decimals of a share: what is beyond them is binary rounding."""


def shape(made: ReadinessClock, levers: Sequence[Lever] = (), *, record: Record | None = None) -> Json:
    """A clock, and what moves its curves; `record` tells versions, the packaged one without it."""
    held = held_record(record)
    return {
        "kind": "clock",
        "format": FORMAT,
        "told": NOT_SAID,
        "versions": {"code": __version__, "record": held.version},
        "edition": held.edition.isoformat(),
        "on": made.on.isoformat(),
        "scenario": scenario_shape(made.scenario),
        "years": list(made.years),
        "curves": [_curve(one) for one in made.curves],
        "parts": [_part(one) for one in made.parts],
        "statements": [statement_shape(one, made.years) for one in made.statements],
        "requirements": [met_shape(one) for one in made.requirements],
        "levers": [_lever(one) for one in levers],
        "weights": _weights(made.weights),
        "rules": [{"id": key, **row} for key, row in rules().items()],
    }


def clock_schema() -> Json:
    """The JSON Schema (draft 2020-12) of `burdenshare clock --json`."""
    loaded: Json = json.loads(schema_text())
    return loaded


def schema_text() -> str:
    """The same, as shipped."""
    return files("burdenshare.report.clock").joinpath("clock.schema.json").read_text(encoding="utf-8")


def scenario_shape(one: ClockScenario) -> Json:
    """What is asked of the clock."""
    held = one.ceasefire
    return {
        "name": one.name,
        "title": one.title,
        "reference": one.reference,
        "ceasefire": None if held is None else {"first": held.first.isoformat(), "last": held.last.isoformat()},
        "open_end": one.open_end.value,
        "own_statements": [each.key for each in one.statements],
    }


def _curve(one: Curve) -> Json:
    return {
        "feared": one.feared.value,
        "title": TITLES[one.feared],
        "share": [_plain(each) for each in one.share],
        "low": None if one.low is None else [_plain(each) for each in one.low],
        "high": None if one.high is None else [_plain(each) for each in one.high],
        "statements": [each.statement.key for each in one.drawn],
        "counts": one.counts,
    }


def _part(one: Part) -> Json:
    return {
        "feared": one.feared.value,
        "of": one.of,
        "share": [_plain(each) for each in one.share],
        "statements": list(one.keys),
    }


def statement_shape(one: Placed, years: Sequence[int]) -> Json:
    """One statement: who, when, what, what becomes of it, and the part of its span before the end of each year."""
    held, said, span = one.statement, one.statement.said, one.span
    return {
        "key": held.key,
        "stated_by": said.stated_by,
        "role": said.role,
        "country": said.country,
        "stated_on": said.stated_on,
        "told": said_words(held),
        "about": said.about,
        "low_years": said.low_years,
        "high_years": said.high_years,
        "low_year": said.low_year,
        "high_year": said.high_year,
        "feared": None if held.feared is None else held.feared.value,
        "counts_from": held.counts_from.value,
        "condition": held.condition,
        "speaker": held.speaker.value,
        "count": held.count,
        "standing": held.standing.value,
        "place": one.place.value,
        "reason": held.reason,
        "own": held.own,
        "weight": _plain(one.weight),
        "sharing": one.sharing,
        "factors": {name: _factor(factor) for name, factor in one.factors.items()},
        "span": None
        if span is None
        else {"low": _plain(span.low), "high": _plain(span.high), "loose": _plain(span.loose), "rule": span.told},
        "before": None if span is None else [_plain(span.before(year + 1)) for year in years],
        "grade": said.grade.value,
        "source": said.source,
        "address": opened(said.source),
    }


def met_shape(one: MetCurve) -> Json:
    """A requirement: how likely it is met by the end of each year, null beyond the horizon of its draws."""
    return {
        "requirement": one.requirement,
        "title": one.title,
        "chance": [None if each is None else _plain(each) for each in one.chance],
        "never": _plain(one.never),
        "horizon": _plain(one.horizon),
        "draws": one.draws,
        "weak": list(one.weak),
        "verdict": not one.weak,
        "orders": one.orders or None,
    }


def _lever(one: Lever) -> Json:
    return {
        "feared": one.feared.value,
        "key": one.key,
        "label": one.label,
        "statement": one.statement or None,
        "year": one.year,
        "share": _plain(one.share),
        "values": [{"name": name, "share": _plain(share)} for name, share in one.values.items()],
        "swing": _plain(one.swing),
    }


def _weights(one: Weights) -> Json:
    return {
        "grade": _factors(one.grade),
        "speaker": _factors(one.speaker),
        "condition": _factors(one.condition),
        "statement": _factors(one.statement),
        "half_life_years": one.half_life,
        "half_life_reason": one.half_life_reason,
    }


def _factors(held: Mapping[str, Factor]) -> Json:
    return {name: _factor(one) for name, one in held.items()}


def _factor(one: Factor) -> Json:
    return {"value": one.value, "reason": one.reason}


def _plain(value: float) -> float:
    return round(float(value), DIGITS) + 0.0
