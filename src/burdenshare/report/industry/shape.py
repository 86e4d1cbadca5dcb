"""Items as JSON: one documented shape (`industry.schema.json`), every figure with the rows it rests on."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from typing import Any

from burdenshare._version import __version__
from burdenshare.record import Record
from burdenshare.record.model import Observation
from burdenshare.report.article import held_record
from burdenshare.report.citations import opened
from burdenshare.report.industry.csv import settled
from burdenshare.report.road.shape import QUANTILES
from burdenshare.road.fans import Fan
from burdenshare.road.industry.bought import Bought
from burdenshare.road.industry.items import items
from burdenshare.road.industry.model import Buy, Facts, Item, Line, Plant, Told
from burdenshare.road.industry.months import Months, named
from burdenshare.road.industry.result import Industry, ItemRun, Ledger, Purse, Sum, When
from burdenshare.road.model import Assumption, Spread

Json = dict[str, Any]

FORMAT = 1
"""Version of the shape. It rises when a program that knows the old one would misread the new one."""


def shape(made: Industry, *, record: Record | None = None) -> Json:
    """A computed scenario of the industry."""
    held = held_record(record)
    return {
        "kind": "industry",
        "format": FORMAT,
        "versions": {"code": __version__, "record": held.version},
        "edition": held.edition.isoformat(),
        "on": made.on.isoformat(),
        "base": made.base,
        "months": list(made.months.named()),
        "scenario": plant_shape(made.plant),
        "items": [_item(one) for one in made.items.values()],
        "lacking": [{"item": item, "title": items()[item].title, "reason": why} for item, why in made.lacking.items()],
        "money": None if made.purse is None else _purse(made.purse),
        "bought_in_europe": [_bought(one) for one in made.bought],
        "assumptions": [_assumption(one) for one in made.assumptions.values()],
        "draws": made.draws,
        "seed": made.seed,
        "notes": list(made.notes),
    }


def schema_text(name: str = "industry") -> str:
    """The JSON Schema (draft 2020-12) of a shape as shipped: `industry`, `requirements`, `backtest` or `items`."""
    return files("burdenshare.report.industry").joinpath(f"{name}.schema.json").read_text(encoding="utf-8")


def schema(name: str = "industry") -> Json:
    """The same, read."""
    loaded: Json = json.loads(schema_text(name))
    return loaded


def plant_shape(one: Plant) -> Json:
    """A scenario: what it buys, and with which money."""
    source = one.source
    return {
        "name": one.name,
        "title": one.title,
        "reference": one.reference,
        "road": None if source is None else source.road.name,
        "allies": [] if source is None else list(source.allies),
        "of": None if source is None else source.of,
        "equipment": None if source is None or source.equipment is None else spread_shape(source.equipment),
        "buys": [_buy(each) for each in one.buys],
        "own_assumptions": [each.key for each in one.assumptions],
    }


def _buy(one: Buy) -> Json:
    return {
        "item": one.item,
        "makers": list(one.makers),
        "units": None if one.units is None else spread_shape(one.units),
        "money": None if one.money is None else spread_shape(one.money),
        "currency": one.currency,
        "share": None if one.share is None else spread_shape(one.share),
        "first": one.first,
        "last": one.last,
        "held": one.held,
        "consumption": one.consumption,
        "attrition": one.attrition,
        "reference": one.reference,
    }


def _item(one: ItemRun) -> Json:
    return {
        **facts_shape(one.facts),
        "buy": _buy(one.buy),
        "from": list(one.lines),
        "ordered": None if one.ordered is None else sum_shape(one.ordered),
        "cost": None if one.cost is None else sum_shape(one.cost),
        "unit_cost": None if one.price is None else spread_shape(one.price),
        "delivered": [when_shape(each, one.months) for each in one.delivered],
        "reached": [when_shape(each, one.months) for each in one.reached],
        "ledger": _ledger(one.ledger),
        "fans": {name: fan_shape(fan) for name, fan in one.fans.items()},
    }


def facts_shape(one: Facts) -> Json:
    """What a day knew of an item: its makers, each with its rows."""
    return {**item_shape(one.item), "makers": [_line(line, one.item.unit) for line in one.lines]}


def item_shape(one: Item) -> Json:
    """An item of the table."""
    return {
        "id": one.id,
        "title": one.title,
        "unit": one.unit,
        "price": None if one.price is None else _told(one.price),
    }


def _line(one: Line, unit: str) -> Json:
    level, plan = one.level, one.plan
    return {
        "id": one.maker.id,
        "title": one.maker.title,
        "within": one.maker.within,
        "reason": one.maker.reason,
        "lacks": one.lacks,
        "level": None
        if level is None
        else {
            "rate": spread_shape(level.rate),
            "unit": f"{unit}/month",
            "month": named(level.since),
            "of_capacity": level.of_capacity,
        },
        "plan": None
        if plan is None
        else {"rate": spread_shape(plan.level), "unit": f"{unit}/month", "due": named(plan.due)},
        "queue": {
            "spread": spread_shape(one.queue.spread),
            "unit": one.queue.unit,
            "reference": one.queue.reference,
        },
        "rows": [{"use": each.use, "reason": each.reason, **row_shape(each.row)} for each in one.rows],
    }


def row_shape(one: Observation) -> Json:
    """A row of the record with its source and grade."""
    kind, _, item = one.basis.partition("/")
    return {
        "who": one.entity,
        "kind": kind if item else "",
        "item": item or one.basis,
        "period": str(one.period),
        "value": one.value,
        "low": one.low,
        "high": one.high,
        "unit": one.unit,
        "printed": one.printed,
        "stated_by": one.release,
        "stated_on": None if one.released_on is None else one.released_on.isoformat(),
        "grade": one.grade.value,
        "source": one.source,
        "address": opened(one.source),
        "table": one.table,
    }


def spread_shape(one: Spread) -> Json:
    """An interval."""
    return {"low": settled(one.low), "central": settled(one.central), "high": settled(one.high)}


def _told(one: Told) -> Json:
    return {
        **spread_shape(one.spread),
        "unit": one.unit,
        "year": one.year or None,
        "reference": one.reference,
        "reason": one.reason,
    }


def sum_shape(one: Sum) -> Json:
    """A figure with its interval."""
    return {
        "unit": one.unit,
        "central": _plain(one.central),
        "middle": _plain(one.middle),
        "low": _plain(one.low),
        "high": _plain(one.high),
    }


def when_shape(one: When, months: Months) -> Json:
    """A moment with its spread, as months."""
    moments = {"central": one.central, "early": one.early, "middle": one.middle, "late": one.late}
    return {
        "what": one.what,
        "value": settled(one.value),
        "chance": _plain(one.chance),
        **{name: None if moment is None else named(moment) for name, moment in moments.items()},
        "horizon": months.named()[-1],
    }


def _ledger(one: Ledger) -> Json:
    return {
        "waited": settled(one.waited),
        "ordered": settled(one.ordered),
        "delivered": settled(one.delivered),
        "waits": settled(one.waits),
        "withdrawn": settled(one.withdrawn),
    }


def fan_shape(one: Fan) -> Json:
    """A fan: the central run, and mean and quantiles where there are draws."""
    drawn: Mapping[str, Sequence[float] | None] = dict.fromkeys(QUANTILES)
    if one.quantiles is not None:
        drawn = dict(zip(QUANTILES, zip(*one.quantiles, strict=True), strict=True))
    return {
        "unit": one.unit,
        "central": [settled(value) for value in one.central],
        "mean": None if one.mean is None else [settled(value) for value in one.mean],
        **{name: None if values is None else [settled(value) for value in values] for name, values in drawn.items()},
    }


def _purse(one: Purse) -> Json:
    return {
        "road": one.road,
        "allies": list(one.allies),
        "of": one.of,
        "base": one.base,
        "years": [{"year": year, "money": settled(sum_)} for year, sum_ in one.money.items()],
        "without": list(one.without),
    }


def _bought(one: Bought) -> Json:
    return {"goal": one.goal, **row_shape(one.row)}


def _assumption(one: Assumption) -> Json:
    spread = one.at(0)
    return {
        "key": one.key,
        "unit": one.unit,
        **spread_shape(spread),
        "reference": one.reference,
        "reason": one.reason,
    }


def _plain(value: float | None) -> float | None:
    return None if value is None else settled(value)
