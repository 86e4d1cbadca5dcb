"""A chain as JSON: one documented shape (`chain.schema.json`), every step, and one tree down to the cells."""

from __future__ import annotations

import json
from collections.abc import Sequence
from importlib.resources import files
from typing import Any

from burdenshare._version import __version__
from burdenshare.record import Record
from burdenshare.report.article import held_record
from burdenshare.report.chain.derived import derivation
from burdenshare.report.chain.telling import APART, settled
from burdenshare.report.clock.shape import met_shape as curve_met_shape
from burdenshare.report.clock.shape import scenario_shape as clock_scenario_shape
from burdenshare.report.clock.telling import NOT_SAID, TITLES
from burdenshare.report.industry.requirements_shape import met_shape
from burdenshare.report.industry.shape import fan_shape, plant_shape, row_shape, spread_shape, sum_shape, when_shape
from burdenshare.report.road.shape import scenario_shape
from burdenshare.report.shape import Cells, derivation_shape
from burdenshare.road.chain.model import Table
from burdenshare.road.chain.result import Chain, Delivery, Filling, Purchase
from burdenshare.road.clock.result import Curve
from burdenshare.road.fans import Fan
from burdenshare.road.industry.model import MetDraws, NotFed

Json = dict[str, Any]

FORMAT = 1
"""Version of the shape. It rises when a program that knows the old one would misread the new one."""
DIGITS = 6
"""Decimals of a share or a chance."""


def shape(made: Chain, *, record: Record | None = None) -> Json:
    """A computed chain."""
    held = held_record(record)
    cells = Cells()
    tree = derivation_shape(derivation(held, made, "chain"), cells)
    return {
        "kind": "chain",
        "format": FORMAT,
        "versions": {"code": __version__, "record": held.version},
        "edition": held.edition.isoformat(),
        "on": made.on.isoformat(),
        "base": made.base,
        "months": list(made.months.named()),
        "scenario": {
            "name": made.asked.name,
            "title": made.asked.title,
            "reference": made.asked.reference,
            "tables": [_table(one) for one in made.asked.tables.values()],
        },
        "target": _target(made),
        "money": None if made.purse is None else _money(made.purse),
        "no_money": made.no_money or None,
        "industry": plant_shape(made.asked.plant),
        "items": [_item(made, one) for one in made.deliveries],
        "lacking": []
        if made.industry is None
        else [{"item": i, "reason": why} for i, why in made.industry.lacking.items()],
        "requirements": [_requirement(made, one) for one in made.fillings],
        "together": None if made.together is None else curve_met_shape(made.together),
        "clock": _clock(made),
        "assumptions": _assumptions(made),
        "draws": made.draws,
        "seed": made.seed,
        "notes": list(made.notes),
        "tree": tree,
        "cells": cells.shapes(),
    }


def schema_text() -> str:
    """The JSON Schema (draft 2020-12) of `burdenshare chain --json`, as shipped."""
    return files("burdenshare.report.chain").joinpath("chain.schema.json").read_text(encoding="utf-8")


def chain_schema() -> Json:
    """The same, read."""
    loaded: Json = json.loads(schema_text())
    return loaded


def _table(one: Table) -> Json:
    return {
        "part": one.part.value,
        "file": one.file,
        "rows": one.rows,
        "sources": list(one.sources),
        "release": one.release or None,
    }


def _target(made: Chain) -> Json:
    return {
        "scenario": scenario_shape(made.asked.road),
        "years": list(made.road.years),
        "allies": [
            {
                "id": ally,
                "share": [round(value, DIGITS) for value in one.fans["share"].central],
                "extra": fan_shape(one.fans["extra"]),
            }
            for ally, one in made.road.allies.items()
        ],
    }


def _money(one: Purchase) -> Json:
    return {
        "years": list(one.years),
        "given": one.given or None,
        "equipment": fan_shape(one.equipment),
        "out_of": None if one.out_of is None else fan_shape(one.out_of),
        "whole": sum_shape(one.whole),
        "allies": [{"id": ally, "equipment_share": round(part, DIGITS)} for ally, part in one.allies.items()],
        "without": list(one.without),
    }


def _item(made: Chain, one: Delivery) -> Json:
    run = one.run
    cost = None if made.purse is None else made.purse.costs.get(one.item)
    return {
        "item": one.item,
        "title": one.title,
        "unit": one.unit,
        "own": None if one.own is None else list(one.own.sources),
        "ordered": None if run is None or run.ordered is None else sum_shape(run.ordered),
        "orders": None if run is None else fan_shape(run.fans["ordered"]),
        "cost": None if cost is None else sum_shape(cost),
        "unit_cost": None if run is None or run.price is None else spread_shape(run.price),
        "delivered": fan_shape(one.fan),
        "when": [] if run is None else [when_shape(each, run.months) for each in run.delivered],
        "rows": [row_shape(row) for row in one.rows()],
    }


def _requirement(made: Chain, one: Filling) -> Json:
    required, met = one.gap.required, one.met
    return {
        "id": required.id,
        "title": required.title,
        "kind": required.kind.value,
        "gap": spread_shape(one.gap.units),
        "unit": one.gap.unit,
        "reason": required.reason,
        "rows": [row_shape(row) for row in one.gap.rows],
        "lacking": None if one.lacking is None else _settled(one.lacking),
        "met": met_shape(met, made.on.year) if isinstance(met, MetDraws) else None,
        "not_fed": met.reason if isinstance(met, NotFed) else None,
        "weak": list(one.weak),
        "verdict": isinstance(met, MetDraws) and not one.weak,
    }


def _settled(fan: Fan) -> Json:
    return fan_shape(settled(fan))


def _clock(made: Chain) -> Json:
    stated = made.clock
    return {
        "told": NOT_SAID,
        "apart": APART,
        "scenario": clock_scenario_shape(stated.scenario),
        "years": list(stated.years),
        "curves": [_curve(one) for one in stated.curves],
        "requirements": [curve_met_shape(one) for one in stated.requirements],
    }


def _curve(one: Curve) -> Json:
    def ends(values: Sequence[float] | None) -> list[float] | None:
        return None if values is None else [round(value, DIGITS) for value in values]

    return {
        "feared": one.feared.value,
        "title": TITLES[one.feared],
        "share": [round(value, DIGITS) for value in one.share],
        "low": ends(one.low),
        "high": ends(one.high),
        "statements": [each.statement.key for each in one.drawn],
        "counts": one.counts,
    }


def _assumptions(made: Chain) -> list[Json]:
    held = [("road", one) for one in made.road.assumptions.values()]
    held += [] if made.industry is None else [("industry", one) for one in made.industry.assumptions.values()]
    return [
        {
            "of": of,
            "key": one.key,
            "unit": one.unit,
            **spread_shape(one.at(made.base)),
            "reference": one.reference,
            "reason": one.reason,
        }
        for of, one in held
    ]
