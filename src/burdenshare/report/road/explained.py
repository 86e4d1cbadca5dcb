"""A price opened: the derivation of an ally's or a group's price as a tree of lines, down to the printed cells."""

from __future__ import annotations

from collections.abc import Callable

from burdenshare.record import Record
from burdenshare.record.model import Derivation, Observation
from burdenshare.report import wording
from burdenshare.report.citations import citation, opened
from burdenshare.report.explaining import Step, cell_step, cells_of, sources
from burdenshare.report.road.derived import derivation
from burdenshare.report.road.names import name_of
from burdenshare.report.road.prices import price_of
from burdenshare.report.road.telling import figure_words, value_words
from burdenshare.road.result import Road

DIGITS = 4
"""Decimals of a factor, such as growth since the base year."""


def explained(record: Record, road: Road, entity: str) -> Step:
    """The tree of a price of the road, its sources at the end."""
    price = price_of(road, entity)
    tree = derivation(record, road, entity)
    where = f"{name_of(record, entity)}, {price.year}, as known on {road.on.isoformat()}"
    return Step(
        "price",
        f"{where}: {figure_words(price.extra, 'a year')} more, prices of {road.base}",
        "priced",
        below=(*(step_of(one) for one in tree.inputs), *sources(cells_of(tree), (), citation)),
    )


def step_of(node: Derivation, leaf: Callable[[Observation, str], Step] = cell_step) -> Step:
    """A derivation as lines; `leaf` tells a cell with its note."""
    if node.observation is not None:
        return leaf(node.observation, node.note)
    name = node.name if node.period in node.name else f"{node.name} {node.period}"
    value = "" if node.value is None else f" = {_value(node.value, node.unit)}"
    formula = f"   [{node.formula}]" if node.formula else ""
    note = f"; {node.note}" if node.note else ""
    below = [step_of(one, leaf) for one in node.inputs]
    if node.source and not citation(node.source).title:  # what the record cites is listed at the end
        below.append(Step("rests on", wording.clean(node.source), address=opened(node.source)))
    return Step("from", f"{wording.clean(name)}{value}{formula}{note}", below=tuple(below))


def _value(value: float, unit: str) -> str:
    return value_words(value, unit) if unit else wording.number(value, DIGITS)
