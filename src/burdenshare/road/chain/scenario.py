"""Scenario files of the whole chain: a scenario of the road with `[industry]`, `[clock]` and `[tables]` in it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from importlib.resources import files
from pathlib import Path
from typing import Any

from burdenshare.errors import BurdenshareError, InputError, UnknownNameError
from burdenshare.road import fields
from burdenshare.road.chain import tables
from burdenshare.road.chain.model import Linked, OwnMoney, Part, Table, Yearly
from burdenshare.road.chain.rows import Row, one_release, sources
from burdenshare.road.clock.model import ClockScenario, Factor, StatedHorizon
from burdenshare.road.clock.scenario import clock_of, row_keys
from burdenshare.road.clock.scenario import faults_in as clock_faults
from burdenshare.road.clock.weights import shipped
from burdenshare.road.course import SPENDING
from burdenshare.road.industry.model import Buy, Plant, Source
from burdenshare.road.industry.scenario import SECTION as INDUSTRY
from burdenshare.road.industry.scenario import faults_of as plant_faults
from burdenshare.road.industry.scenario import read_plant
from burdenshare.road.model import Scenario, Target
from burdenshare.road.requirements.gaps import Gap
from burdenshare.road.scenario import faults_of as road_faults
from burdenshare.road.scenario import read_scenario
from burdenshare.road.toml_files import table_of, text_of

SHIPPED = ("hague-chain", "lacks-ordered", "own-tables")
"""The shipped scenarios, in the order a reader wants them."""
SECTION = "tables"
REPLACED = "a table of the user's own stands in place of the record's statements"

Opened = Callable[[str], str]
"""The text of a table by the name that a scenario gives it."""


@dataclass(slots=True)
class _Own:
    """What the tables of a scenario tell, as far as they are read."""

    read: dict[Part, Table] = field(default_factory=dict)
    shares: tuple[Target, ...] = ()
    money: OwnMoney | None = None
    orders: dict[str, Yearly] = field(default_factory=dict)
    deliveries: dict[str, Yearly] = field(default_factory=dict)
    requirements: tuple[Gap, ...] | None = None
    horizons: tuple[tuple[StatedHorizon, Factor], ...] = ()


def load_chain(name: str) -> Linked:
    """A shipped scenario by its name, or a file by its path, tables beside it. Raises InputError and UnknownNameError
    with the place."""
    if name in SHIPPED:
        return read_chain(shipped_text(name), name, shipped_table)
    path = Path(name)
    if not path.suffix and not path.exists():
        raise UnknownNameError("scenario of the chain", name, SHIPPED)
    return read_chain(text_of(path, name), name, beside(path))


def shipped_text(name: str) -> str:
    """The file of a shipped scenario. Raises UnknownNameError."""
    if name not in SHIPPED:
        raise UnknownNameError("scenario of the chain", name, SHIPPED)
    return files("burdenshare.road.chain").joinpath("scenarios", f"{name}.toml").read_text(encoding="utf-8")


def shipped_table(name: str) -> str:
    """The text of a table of a shipped scenario."""
    return files("burdenshare.road.chain").joinpath("scenarios", name).read_text(encoding="utf-8")


def beside(path: Path) -> Opened:
    """What opens the tables that stand beside a scenario file."""
    return lambda name: text_of(path.parent / name, name)


def tables_of(name: str) -> tuple[str, ...]:
    """The names of the tables of a shipped scenario."""
    return tuple(table_of(shipped_text(name), name).get(SECTION, {}).values())


def read_chain(text: str, name: str, opened: Opened) -> Linked:
    """A scenario from the text of a file; `name` is what messages call it. Raises the first of its faults."""
    table = table_of(text, name)
    if "buy" in table:
        raise InputError(
            "a scenario of the industry alone", where=name, remedy="put what it buys under [industry], below a target"
        )
    road = read_scenario(text, name)
    plant = _plant(table, text, name, road)
    clock = clock_of(table, name)
    own = _Own()
    for fault in _read_tables(table, name, opened, own):
        raise fault
    return _linked(road, plant, clock, own, name)


def faults_of(text: str, name: str, opened: Opened) -> list[BurdenshareError]:
    """Every fault of a file and of its tables, one at a time."""
    try:
        table = table_of(text, name)
    except InputError as fault:
        return [fault]
    found: list[BurdenshareError] = [*(plant_faults(text, name) if INDUSTRY in table else road_faults(text, name))]
    lines = [one.line() for one in found]
    found += [one for one in clock_faults(table, name) if one.line() not in lines]
    found += _read_tables(table, name, opened, _Own())
    if found:
        return found
    try:
        read_chain(text, name, opened)
    except BurdenshareError as fault:
        return [fault]
    return []


def _plant(table: Mapping[str, Any], text: str, name: str, road: Scenario) -> Plant:
    if INDUSTRY in table:
        return read_plant(text, name)
    return Plant(road.name, road.title, (), Source(road, ("NATO",), "extra"), file=name)


def _read_tables(table: Mapping[str, Any], name: str, opened: Opened, own: _Own) -> list[BurdenshareError]:
    """Read every table that the file names into `own`; the first fault of each."""
    section = table.get(SECTION, {})
    if not isinstance(section, Mapping):
        return [
            InputError("'tables' is no table", where=name, remedy='write [tables] and money = "money.csv" below it')
        ]
    where = f"{name}, tables"
    known = tuple(one.value for one in Part)
    found: list[BurdenshareError] = [*fields.unknown(section, known, where)]
    for part in (*(one for one in Part if one is not Part.REQUIREMENTS), Part.REQUIREMENTS):
        told = own.deliveries or Part.DELIVERIES.value not in section
        if part.value not in section or (part is Part.REQUIREMENTS and not told):
            continue  # what it may name is not known where deliveries have a fault of their own
        try:
            file = fields.text(section, part.value, where, "")
            if not file:
                raise InputError(f"{part} names no file", where=where, remedy=f'write {part} = "{part}.csv"')
            rows = tables.table_rows(part, opened(file), file)
            own.read[part] = Table(part, file, len(rows), sources(rows), one_release(rows))
            _take(part, rows, own, _named(section, opened))
        except BurdenshareError as fault:
            found.append(fault)
    return found


def _named(section: Mapping[str, Any], opened: Opened) -> tuple[str, ...]:
    """The items that the table of requirements names: they may be ones that no table of the package has."""
    file = section.get(Part.REQUIREMENTS.value)
    if not isinstance(file, str):
        return ()
    try:
        rows = tables.table_rows(Part.REQUIREMENTS, opened(file), file)
    except BurdenshareError:
        return ()  # told when that table is read itself
    return tuple(one.strip() for row in rows for one in row.values["items"].split(tables.BETWEEN))


def _take(part: Part, rows: list[Row], own: _Own, named: tuple[str, ...]) -> None:
    match part:
        case Part.SHARES:
            own.shares = tables.shares(rows)
        case Part.MONEY:
            own.money = tables.money(rows)
        case Part.ORDERS:
            own.orders = tables.yearly(rows)
        case Part.DELIVERIES:
            own.deliveries = tables.yearly(rows, named)
        case Part.REQUIREMENTS:
            own.requirements = tables.requirements(rows, {key: one.unit for key, one in own.deliveries.items()})
        case Part.HORIZONS:
            own.horizons = tables.horizons(rows)


def _linked(road: Scenario, plant: Plant, clock: ClockScenario, own: _Own, name: str) -> Linked:
    """The scenario with what its tables replace."""
    if own.shares:
        kept = tuple(one for one in road.targets if one.measure not in SPENDING)
        road = replace(road, targets=(*own.shares, *kept), follow_plans=False)
    source = plant.source or Source(road, ("NATO",), "extra")
    plant = replace(plant, source=replace(source, road=road), buys=_buys(plant.buys, own.orders))
    if not any(one.orders() for one in plant.buys) and not own.deliveries:
        raise InputError(
            "it orders nothing",
            where=name,
            remedy="add [industry] with [[industry.buy]], or [tables] with orders or deliveries",
        )
    return Linked(
        name=Path(name).stem,
        title=road.title,
        reference=road.reference,
        road=road,
        plant=plant,
        clock=_clock(clock, own.horizons),
        tables=dict(sorted(own.read.items(), key=lambda held: list(Part).index(held[0]))),
        money=own.money,
        deliveries=own.deliveries,
        requirements=own.requirements,
        file=name,
    )


def _buys(held: tuple[Buy, ...], own: Mapping[str, Yearly]) -> tuple[Buy, ...]:
    """What is bought, an item of the table as the table says; what else is said of it (makers, price, stock) stays."""
    by_item = {one.item: one for one in held}
    for item, one in own.items():
        kept = replace(by_item.get(item, Buy(item)), units=None, money=None, share=None, first=None, last=None)
        by_item[item] = replace(kept, yearly=one.years, reference="; ".join(one.sources))
    return tuple(by_item.values())


def _clock(clock: ClockScenario, own: tuple[tuple[StatedHorizon, Factor], ...]) -> ClockScenario:
    """The clock with the table's statements alone: those of the record stay in sight and count nothing."""
    if not own:
        return clock
    weights = clock.weights or shipped()
    counted = {
        **dict.fromkeys((*row_keys(), *(one.key for one in clock.statements)), Factor(0.0, REPLACED)),
        **{one.key: factor for one, factor in own},
    }
    return replace(
        clock,
        weights=replace(weights, statement={**weights.statement, **counted}),
        statements=(*clock.statements, *(one for one, _ in own)),
    )
