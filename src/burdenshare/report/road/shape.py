"""A road as JSON: one documented shape (`road.schema.json`), money in base units, every price with its derivation."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from burdenshare._version import __version__
from burdenshare.record import Record
from burdenshare.report.article import held_record
from burdenshare.report.road.derived import derivation
from burdenshare.report.road.names import name_of
from burdenshare.report.road.prices import Figure, Price, price_of, settled, target_year
from burdenshare.report.shape import Cells, derivation_shape, finite
from burdenshare.road.fans import Fan
from burdenshare.road.model import Assumption, Backfill, Scenario, Target
from burdenshare.road.result import AllyRoad, GroupRoad, Met, Past, Related, Road
from burdenshare.road.sensitivity import Answer, Lever

Json = dict[str, Any]

FORMAT = 1
"""Version of the shape. It rises when a program that knows the old one would misread the new one."""

SIGNIFICANT = 12
"""Digits of a value: what is beyond them is binary rounding."""

QUANTILES = ("p2_5", "p10", "p25", "p50", "p75", "p90", "p97_5")
"""Names of the columns of a fan's quantiles, in the order of `fans.RANKS`."""


def shape(road: Road, levers: Sequence[Lever] = (), *, record: Record | None = None) -> Json:
    """A road, and which assumption moves it most; `record` tells names and cells, the packaged one without it."""
    held = held_record(record)
    cells = Cells()
    return {
        "kind": "road",
        "format": FORMAT,
        "versions": {"code": __version__, "record": held.version},
        "edition": held.edition.isoformat(),
        "on": road.on.isoformat(),
        "base": road.base,
        "years": list(road.years),
        "target_year": target_year(road),
        "release": {"id": road.starts.release, "definition": road.starts.definition},
        "scenario": scenario_shape(road.scenario),
        "groups": [_group(held, road, one, cells) for one in road.groups.values()],
        "allies": [_ally(held, road, one, cells) for one in road.allies.values()],
        "burden": [
            {"id": part, "name": name_of(held, part), "fan": _fan(fan, road.years)} for part, fan in road.burden.items()
        ],
        "related": None if road.related is None else _related(road.related),
        "met": [_met(one) for one in road.met],
        "assumptions": [_assumption(one) for one in road.assumptions.values()],
        "past": None if road.past is None else _past(road.past),
        "levers": [_lever(one) for one in levers],
        "without": [{"id": one, "name": held.name(one)} for one in road.without],
        "draws": road.draws,
        "seed": road.seed,
        "notes": list(road.notes),
        "cells": cells.shapes(),
    }


def road_schema() -> Json:
    """The JSON Schema (draft 2020-12) of `burdenshare road --json`."""
    loaded: Json = json.loads(schema_text())
    return loaded


def schema_text() -> str:
    """The same, as shipped."""
    return files("burdenshare.report.road").joinpath("road.schema.json").read_text(encoding="utf-8")


def scenario_shape(one: Scenario) -> Json:
    """A scenario: what it holds against what, and what it asks."""
    return {
        "name": one.name,
        "title": one.title,
        "baseline": one.baseline.value,
        "follow_plans": one.follow_plans,
        "delay": one.delay,
        "reference": one.reference,
        "targets": [target_shape(each) for each in one.targets],
        "backfills": [_backfill(each) for each in one.backfills],
        "own_assumptions": [each.key for each in one.assumptions],
    }


def target_shape(one: Target) -> Json:
    """One target."""
    return {
        "measure": one.measure.value,
        "value": one.value,
        "unit": one.unit,
        "by": one.by,
        "since": one.since,
        "allies": list(one.allies),
        "shape": one.shape.value,
        "points": [{"year": year, "value": value} for year, value in one.points],
        "exact": one.exact,
        "reference": one.reference,
    }


def _backfill(one: Backfill) -> Json:
    return {
        "ally": one.ally,
        "fraction": one.fraction,
        "part": one.part,
        "by": one.by,
        "since": one.since,
        "allies": list(one.allies),
        "key": one.key,
        "reference": one.reference,
    }


def _group(record: Record, road: Road, one: GroupRoad, cells: Cells) -> Json:
    return {
        "id": one.group,
        "name": name_of(record, one.group),
        "members": list(one.members),
        "price": _price(price_of(road, one.group)),
        "fans": _fans(one.fans, road),
        "pooled": None if one.pooled is None else [_plain(value) for value in one.pooled],
        "derivation": derivation_shape(derivation(record, road, one.group, deep=False), cells),
    }


def _ally(record: Record, road: Road, one: AllyRoad, cells: Cells) -> Json:
    economy, start = one.economy, one.course.start
    return {
        "id": one.ally,
        "name": record.name(one.ally),
        "currency": economy.currency,
        "price": _price(price_of(road, one.ally)),
        "start": {
            "share": _plain(start.share),
            "year": start.year,
            "release": start.release,
            "definition": start.definition,
            "equipment_share": _plain(start.equipment),
        },
        "targets": [target_shape(each) for each in one.course.targets],
        "path": None if one.course.ask is None else _path(one),
        "plan": None if one.course.plan is None else [_plain(value) for value in one.course.plan],
        "steep": list(one.course.steep),
        "fans": _fans(one.fans, road),
        "per_head": None if one.per_head is None else [_plain(value) for value in one.per_head],
        "equipment": None if one.equipment is None else [_plain(value) for value in one.equipment],
        "economy": {
            "vintage": economy.vintage,
            "published": economy.published.isoformat(),
            "horizon": economy.horizon,
            "gdp_usd": _plain(economy.gdp_usd),
            "gdp_from": economy.gdp_source,
            "real": [_plain(value) for value in economy.real],
            "prices": [_plain(value) for value in economy.prices],
            "rate": [_plain(value) for value in economy.rate],
            "source": economy.source,
        },
        "notes": list(one.notes),
        "derivation": derivation_shape(derivation(record, road, one.ally), cells),
    }


def _path(one: AllyRoad) -> Json:
    ask = one.course.ask
    assert ask is not None
    return {"kind": ask.kind, "levels": [_plain(value) for value in ask.levels], "exact": ask.exact}


def _price(one: Price) -> Json:
    return {
        "year": one.year,
        "start": _plain(one.start),
        "start_year": one.start_year,
        "asked": _plain(one.asked),
        "reached": one.reached,
        "share": figure_shape(one.share),
        "extra": figure_shape(one.extra),
        "extra_usd": figure_shape(one.extra_usd),
        "extra_ncu": None if one.extra_ncu is None else figure_shape(one.extra_ncu),
        "total": figure_shape(one.total),
        "per_head": _plain(one.per_head),
        "debt_added": None if one.debt_added is None else figure_shape(one.debt_added),
        "pooled": _plain(one.pooled),
        "equipment": _plain(one.equipment),
    }


def figure_shape(one: Figure) -> Json:
    """A figure with the ends of its interval of 80 %."""
    return {"unit": one.unit, "central": _plain(one.central), "low": _plain(one.low), "high": _plain(one.high)}


def _fans(fans: Mapping[str, Fan], road: Road) -> Json:
    return {name: _fan(one, road.years) for name, one in fans.items()}


def _fan(one: Fan, years: Sequence[int]) -> Json:
    """A fan with the years of its values: all of them, or of a sum over the years the last alone."""
    drawn: Json = dict.fromkeys(QUANTILES)
    if one.quantiles is not None:
        columns = zip(*one.quantiles, strict=True)
        drawn = {name: _settled(column, one) for name, column in zip(QUANTILES, columns, strict=True)}
    return {
        "unit": one.unit,
        "years": list(years[-len(one.central) :]),
        "central": _settled(one.central, one),
        "mean": None if one.mean is None else _settled(one.mean, one),
        **drawn,
    }


def _settled(values: Sequence[float], fan: Fan) -> list[float | None]:
    return [_plain(settled(value, fan.unit)) for value in values]


def _related(one: Related) -> Json:
    return {
        "share": one.share,
        "by": one.by,
        "allies": [{"id": ally, "money": _plain(money)} for ally, money in one.money.items()],
        "money": _plain(sum(one.money.values())),
    }


def _met(one: Met) -> Json:
    fewest, most = one.between()
    return {
        "value": one.value,
        "by": one.by,
        "allies": [{"id": ally, "chance": _plain(chance)} for ally, chance in one.chance.items()],
        "how_many": [_plain(part) for part in one.how_many],
        "expected": _plain(one.expected()),
        "fewest": fewest,
        "most": most,
        "futures": one.futures,
    }


def _assumption(one: Assumption) -> Json:
    return {
        "key": one.key,
        "unit": one.unit,
        "values": [
            {"from": since or None, "low": spread.low, "central": spread.central, "high": spread.high}
            for since, spread in one.values
        ],
        "reference": one.reference,
        "reason": one.reason,
    }


def _past(one: Past) -> Json:
    return {
        "vintages": list(one.vintages),
        "counts": list(one.counts),
        "mean_growth": [_plain(value) for value in one.mean_growth],
        "mean_prices": [_plain(value) for value in one.mean_prices],
        "without": list(one.without),
        "centred": one.centred,
    }


def _lever(one: Lever) -> Json:
    return {
        "key": one.key,
        "label": one.label,
        "low_value": one.low_value,
        "high_value": one.high_value,
        "low": _answer(one.low),
        "central": _answer(one.central),
        "high": _answer(one.high),
    }


def _answer(one: Answer) -> Json:
    return {"extra": _plain(one.extra), "debt": _plain(one.debt)}


def _plain(value: float | None) -> float | None:
    known = finite(value)
    return None if known is None else float(f"{known:.{SIGNIFICANT}g}")
