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
from burdenshare.road.chain.rows import Row, cells_of, one_release, sources
from burdenshare.road.clock.model import ClockScenario, Factor, StatedHorizon
from burdenshare.road.clock.scenario import clock_of, row_keys
from burdenshare.road.clock.scenario import faults_in as clock_faults
from burdenshare.road.clock.weights import shipped
from burdenshare.road.course import SPENDING
from burdenshare.road.faults import Faults, merged, refuse
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
    """What opens the tables that stand beside a scenario file, or below it: a stranger's file opens no other."""

    def read(name: str) -> str:
        if Path(name).is_absolute() or ".." in Path(name).parts:
            what, remedy = "stands outside of the scenario's folder", "put the table beside the scenario file"
            raise InputError(what, where=name, remedy=remedy)
        return text_of(path.parent / name, name)

    return read


def tables_of(name: str) -> tuple[str, ...]:
    """The names of the tables of a shipped scenario."""
    return tuple(table_of(shipped_text(name), name).get(SECTION, {}).values())


def read_chain(text: str, name: str, opened: Opened) -> Linked:
    """A scenario from the text of a file; `name` is what messages call it. Raises all its faults and its tables'."""
    table = table_of(text, name)
    if "buy" in table:
        raise InputError(
            "a scenario of the industry alone", where=name, remedy="put what it buys under [industry], below a target"
        )
    own = _Own()
    above = plant_faults if INDUSTRY in table else road_faults
    found = above(text, name, with_tables=True)
    lines = [one.line() for one in found]
    found += [one for one in clock_faults(table, name) if one.line() not in lines]
    found += _read_tables(table, name, opened, own)
    refuse(found)
    road = read_scenario(text, name, with_tables=True)
    return _linked(road, _plant(table, text, name, road), clock_of(table, name), own, name)


def faults_of(text: str, name: str, opened: Opened) -> list[BurdenshareError]:
    """Every fault of a file and of its tables."""
    try:
        read_chain(text, name, opened)
    except BurdenshareError as fault:
        return list(fault.each)
    return []


def _plant(table: Mapping[str, Any], text: str, name: str, road: Scenario) -> Plant:
    if INDUSTRY in table:
        return read_plant(text, name, with_tables=True)
    return Plant(road.name, road.title, (), Source(road, ("NATO",), "extra"), file=name)


def _read_tables(table: Mapping[str, Any], name: str, opened: Opened, own: _Own) -> list[BurdenshareError]:
    """Read every table that the file names into `own`; every fault of each."""
    section = table.get(SECTION, {})
    if not isinstance(section, Mapping):
        return [
            InputError("'tables' is no table", where=name, remedy='write [tables] and money = "money.csv" below it')
        ]
    where = f"{name}, tables"
    known = tuple(one.value for one in Part)
    found: list[BurdenshareError] = [*fields.unknown(section, known, where)]
    for part in Part:
        if part.value not in section:
            continue
        faults = Faults()
        try:
            file = fields.text(section, part.value, where, "")
            if not file:
                raise InputError(f"{part} names no file", where=where, remedy=f'write {part} = "{part}.csv"')
            rows = tables.table_rows(part, opened(file), file, faults)
        except BurdenshareError as fault:
            found += fault.each
            continue
        told, release = faults.of((), sources, rows), faults.of("", one_release, rows)
        own.read[part] = Table(part, file, len(rows), told, release)
        faults.of(None, _take, part, rows, own, section, opened)
        found += merged(faults.found)
    return found


def _cells(part: Part, column: str, section: Mapping[str, Any], opened: Opened) -> list[dict[str, str]]:
    """The rows of a table as they stand, to see what it names: its faults are told when it is read itself."""
    file = section.get(part.value)
    try:
        text = opened(file) if isinstance(file, str) and file else ""
    except BurdenshareError:
        return []
    return [one for one in cells_of(text) if one.get(column)]


def _named(section: Mapping[str, Any], opened: Opened) -> tuple[str, ...]:
    """The items that the table of requirements names: they may be ones that no table of the package has."""
    rows = _cells(Part.REQUIREMENTS, "items", section, opened)
    return tuple(one.strip() for row in rows for one in row["items"].split(tables.BETWEEN))


def _delivered(section: Mapping[str, Any], opened: Opened) -> dict[str, str]:
    """The items that the table of deliveries names, each with the unit of its first row."""
    held: dict[str, str] = {}
    for row in _cells(Part.DELIVERIES, "item", section, opened):
        held.setdefault(row["item"], row.get("unit", ""))
    return held


def _take(part: Part, rows: list[Row], own: _Own, section: Mapping[str, Any], opened: Opened) -> None:
    if not rows:
        return  # each has a fault of its own
    match part:
        case Part.SHARES:
            own.shares = tables.shares(rows)
        case Part.MONEY:
            own.money = tables.money(rows)
        case Part.ORDERS:
            own.orders = tables.yearly(rows, part, _named(section, opened))
        case Part.DELIVERIES:
            own.deliveries = tables.yearly(rows, part, _named(section, opened))
        case Part.REQUIREMENTS:
            own.requirements = tables.requirements(rows, _delivered(section, opened))
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
        clock=_clock(clock, own.horizons, own.read[Part.HORIZONS].file if own.horizons else ""),
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


def _clock(clock: ClockScenario, own: tuple[tuple[StatedHorizon, Factor], ...], file: str) -> ClockScenario:
    """The clock with the table's statements alone: those of the record stay in sight and count nothing."""
    if not own:
        return clock
    held = [one.key for one in clock.statements]
    twice = [one.key for one, _ in own if one.key in held]
    refuse(
        InputError(f"the key '{key}' is taken by a [[clock.statement]]", where=file, remedy="give another one")
        for key in twice
    )
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
