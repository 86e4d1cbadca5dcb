"""One item run over all draws, block by block: its lines added up, and what a reader wants to know of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from burdenshare.road.fans import Bands, Fan, bands, fan
from burdenshare.road.industry.chances import Chances
from burdenshare.road.industry.flow import Flow, flow
from burdenshare.road.industry.lines import assumptions, given, planned
from burdenshare.road.industry.model import Array, Buy, Facts, Line, Told
from burdenshare.road.industry.money import Equipment
from burdenshare.road.industry.months import YEAR, Months
from burdenshare.road.industry.orders import ordered
from burdenshare.road.industry.prices import Money, in_dollars, price
from burdenshare.road.industry.reached import levels, milestones, sum_of
from burdenshare.road.industry.result import QUANTITIES, ItemRun, Ledger, Sum
from burdenshare.road.industry.stock import stock
from burdenshare.road.model import Spread

BLOCK = 500
"""Draws computed at once: the arrays of twelve years then fit the processor's own memory."""
WAITS = "ours_waits"
"""Beside the quantities told: what waits of what is bought alone."""
Stored: TypeAlias = NDArray[np.float32]
"""Draws that wait to be ranked: seven digits of each are kept, for half the memory."""
LEAST = 1e-9
"""Output below which a queue has no length in months."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a run needs: months, the base year of dollars, assumptions, money shared out, what currencies are worth."""

    months: Months
    base: int
    spreads: Mapping[str, Spread]
    money: Equipment | None
    worth: Mapping[tuple[str, int], Money]


@dataclass(frozen=True, slots=True)
class Block:
    """A block of draws of one item: the quantities told and what waits of what is bought, and the books."""

    quantities: dict[str, Array]
    units: Array
    cost: Array | None
    waited: Array
    orders: Array
    output: Array
    waits: Array
    withdrawn: Array


def run(facts: Facts, buy: Buy, setting: Setting, chances: Chances, reach: Sequence[float] = ()) -> ItemRun:
    """Run an item. `reach` are yearly outputs of which it is told when they are reached."""
    lines = _chosen(facts, buy)
    middle = _block(facts, lines, buy, setting, chances.central())
    many, blocks = _all(facts, lines, buy, setting, chances) if chances.count else ({}, [])
    told = _fans(middle, many, _units(facts.item.unit))
    return ItemRun(
        facts=facts,
        buy=buy,
        lines=tuple(one.maker.id for one in lines),
        months=setting.months,
        fans=told,
        ordered=sum_of(facts.item.unit, middle.units, [one.units for one in blocks]) if buy.orders() else None,
        cost=_cost(middle, blocks, setting.base) if buy.orders() else None,
        price=_price(buy.price or facts.item.price, setting),
        delivered=milestones(middle.quantities, many, setting.months) if buy.orders() else (),
        reached=levels(_levels(lines, reach), middle.quantities, many, setting.months),
        ledger=_ledger(middle, blocks),
        stock=many["held"] if blocks else middle.quantities["held"],
    )


def _fans(middle: Block, many: Mapping[str, Stored], units: Mapping[str, str]) -> dict[str, Fan]:
    """A fan a quantity; two that are the same draws are summed up once."""
    spread: dict[int, Bands] = {}
    told = {}
    for name in QUANTITIES:
        drawn = many.get(name)
        if drawn is not None and id(drawn) not in spread:
            spread[id(drawn)] = bands(list(drawn))
        central = [float(one[0]) for one in middle.quantities[name]]
        told[name] = fan(units[name], central, None if drawn is None else spread[id(drawn)])
    return told


def _chosen(facts: Facts, buy: Buy) -> tuple[Line, ...]:
    if buy.makers:
        return tuple(one for one in facts.lines if one.maker.id in buy.makers)
    return facts.whole()


def _all(
    facts: Facts, lines: Sequence[Line], buy: Buy, setting: Setting, chances: Chances
) -> tuple[dict[str, Stored], list[Block]]:
    """All draws: the quantities in whole arrays, and the blocks' books without theirs."""
    same = not buy.held and not buy.consumption and not buy.attrition
    names = [name for name in (*QUANTITIES, WAITS) if not (same and name == "held")]
    many = {name: np.empty((setting.months.count, chances.count), np.float32) for name in names}
    books = []
    for first in range(0, chances.count, BLOCK):
        last = min(first + BLOCK, chances.count)
        one = _block(facts, lines, buy, setting, chances.part(first, last))
        for name, values in many.items():
            values[:, first:last] = one.quantities[name]
        books.append(replace(one, quantities={}))
    if same:
        many["held"] = many["delivered"]
    return many, books


def _block(facts: Facts, lines: Sequence[Line], buy: Buy, setting: Setting, chances: Chances) -> Block:
    item, months = facts.item.id, setting.months
    held = assumptions(dict(setting.spreads), chances)
    told = buy.price or facts.item.price
    each = None
    if told is not None and (money := setting.worth.get((told.unit, told.year))) is not None:
        each = price(told, money, item, held["price_rise"], months, chances)
    worth = setting.worth[buy.currency, 0].factor if buy.money is not None else 1.0
    order = ordered(buy, months, each, worth, setting.money, chances)
    paths = [planned(item, line, months, held, chances) for line in lines]
    whole = sum(path[0] for path in paths)
    added: dict[str, Array] = {}
    waited: Array = np.zeros(chances.wide)
    others: Array = np.zeros(chances.wide)
    for line, path in zip(lines, paths, strict=True):
        one = given(item, line, path, order.units * (path[0] / whole), held, chances)
        waited, others = waited + one.waiting, others + one.others.sum(axis=0)
        _add(added, flow(one))
    return _told(added, order.units, order.cost, waited, others, buy)


def _add(whole: dict[str, Array], one: Flow) -> None:
    for field in fields(Flow):
        values: Array = getattr(one, field.name)
        whole[field.name] = whole[field.name] + values if field.name in whole else values


def _told(
    flows: Mapping[str, Array], units: Array, cost: Array | None, waited: Array, others: Array, buy: Buy
) -> Block:
    output = flows["output"]
    attrition = 1 - (1 - buy.attrition) ** (1 / YEAR)
    there = stock(flows["ours"], buy.held, buy.consumption / YEAR, attrition)
    quantities = {
        "capacity": flows["capacity"],
        "output": output,
        "waiting": flows["waits"],
        "queue": flows["waits"] / np.maximum(output, LEAST),
        "ordered": np.cumsum(units, axis=0),
        "delivered": np.cumsum(flows["ours"], axis=0),
        "held": there.held,
        WAITS: flows["ours_waits"],
    }
    return Block(
        quantities=quantities,
        units=units.sum(axis=0),
        cost=None if cost is None else cost.sum(axis=0),
        waited=waited,
        orders=others + units.sum(axis=0),
        output=output.sum(axis=0),
        waits=flows["waits"][-1],
        withdrawn=flows["withdrawn"].sum(axis=0),
    )


def _units(unit: str) -> dict[str, str]:
    monthly = f"{unit}/month"
    return dict(zip(QUANTITIES, (monthly, monthly, unit, "months", unit, unit, unit), strict=True))


def _levels(lines: Sequence[Line], reach: Sequence[float]) -> tuple[float, ...]:
    """Yearly outputs to tell of: those asked for, else what the makers plan for together."""
    if reach or not any(one.plan for one in lines):
        return tuple(reach)
    rates = [one.plan.level.central if one.plan else one.level.rate.central for one in lines if one.level]
    return (YEAR * sum(rates),)


def _cost(middle: Block, blocks: Sequence[Block], base: int) -> Sum | None:
    """What is ordered costs in all, in dollars of the base year; None without a price."""
    if middle.cost is None:
        return None
    return sum_of(f"USD of {base}", middle.cost, [one.cost for one in blocks if one.cost is not None])


def _price(told: Told | None, setting: Setting) -> Spread | None:
    """What one costs; None where no price is told, or none that the day can bring to dollars of the base year."""
    money = None if told is None else setting.worth.get((told.unit, told.year))
    return None if told is None or money is None else in_dollars(told, money)


def _ledger(middle: Block, blocks: Sequence[Block]) -> Ledger:
    gaps = [np.abs(one.waited + one.orders - one.output - one.waits - one.withdrawn).max() for one in (middle, *blocks)]
    ends: list[NDArray[np.float64]] = [middle.waited, middle.orders, middle.output, middle.waits, middle.withdrawn]
    waited, orders, output, waits, withdrawn = (float(one[0]) for one in ends)
    return Ledger(waited, orders, output, waits, withdrawn, float(max(gaps)))
