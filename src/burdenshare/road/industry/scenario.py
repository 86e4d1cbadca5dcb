"""Scenario files of the industry: TOML to a `Plant`, refusing every key and value that is not known."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from importlib.resources import files
from pathlib import Path
from typing import Any, Protocol

from burdenshare.errors import BurdenshareError, InputError, UnknownNameError
from burdenshare.road import fields
from burdenshare.road.faults import Faults, of_entry, refuse
from burdenshare.road.industry.assumptions import BOUNDS, packaged
from burdenshare.road.industry.items import item_of, unknown_item
from burdenshare.road.industry.model import Buy, Plant, Source, Told
from burdenshare.road.industry.prices import OF
from burdenshare.road.model import Assumption, Scenario, Spread
from burdenshare.road.scenario import SHIPPED as ROADS
from burdenshare.road.scenario import faults_of as road_faults
from burdenshare.road.scenario import load_scenario, read_scenario
from burdenshare.road.toml_files import table_of
from burdenshare.road.toml_files import text_of as given_text

SHIPPED = ("as-it-stands", "without-the-us", "hague-equipment")
"""The shipped scenarios, in the order a reader wants them."""
TOP = ("title", "road", "allies", "money", "equipment", "until", "reference", "buy", "assumption")
SECTION = "industry"
INSIDE = ("allies", "money", "equipment", "until", "buy", "assumption")
"""What stands in the section of a file that is a scenario of the road as well."""
AMOUNTS = ("units", "money", "share")
BUY = (
    *("item", "makers", *AMOUNTS, "currency", "from", "to", "price", "rate", "queue"),
    *("held", "consumption", "attrition", "reference"),
)
SPREAD = ("low", "central", "high")
PRICE = (*SPREAD, "currency", "year", "reference", "reason")
GIVEN = (*SPREAD, "reference", "reason")
ASSUMPTION = ("key", *SPREAD, "value", "unit", "reference", "reason")
READ_BY_THE_CHAIN = ("shares", "money", "orders", "deliveries", "requirements")
"""Tables under `[tables]` that tell what the money is and what is ordered, delivered and required."""
OF_WHAT = ("extra", "spending")
"""What of a road's money is meant: that beyond the baseline, or all."""
MOST = 1e15
"""A number beyond it is a slip of the pen."""


def load_plant(name: str) -> Plant:
    """A shipped scenario by its name, or a file by its path. Raises InputError and UnknownNameError with the place."""
    if name in SHIPPED:
        return read_plant(text_of(name), name)
    path = Path(name)
    if not path.suffix and not path.exists():
        raise UnknownNameError("scenario of the industry", name, SHIPPED)
    return read_plant(given_text(path, name), name)


def text_of(name: str) -> str:
    """The file of a shipped scenario. Raises UnknownNameError."""
    if name not in SHIPPED:
        raise UnknownNameError("scenario of the industry", name, SHIPPED)
    return files("burdenshare.road.industry").joinpath("scenarios", f"{name}.toml").read_text(encoding="utf-8")


def read_plant(text: str, name: str, *, with_tables: bool = False) -> Plant:
    """A scenario from the text of a file; `name` is what messages call it. Raises every fault of it; that it names
    tables is one, unless the caller reads them (`with_tables`).

    A file with a section `[industry]` is a scenario of the road as well: its money comes from the road above it.
    """
    refuse(faults_of(text, name, with_tables=with_tables))
    table = table_of(text, name)
    if SECTION not in table:
        return _plant(table, name)
    return _plant(_inside(table, name), name, read_scenario(text, name, with_tables=True))


def read_pasted(text: str, name: str) -> Plant:
    """A scenario from a stranger's text: its road is a shipped one or its own, never a file of this machine.

    Raises what `read_plant` does.
    """
    road = table_of(text, name).get("road", "")
    if isinstance(road, str) and road and road not in ROADS:
        raise UnknownNameError(f"road ({name})", road[:80], ROADS)
    return read_plant(text, name)


def _inside(table: Mapping[str, Any], name: str) -> dict[str, Any]:
    """The section of a scenario of the road, with the file's title and reference. Raises InputError."""
    section = table[SECTION]
    if not isinstance(section, Mapping):
        raise InputError("'industry' is no table", where=name, remedy="write [industry] and its keys below it")
    refuse(fields.unknown(section, INSIDE, f"{name}, industry"))
    return {**{key: table[key] for key in ("title", "reference") if key in table}, **section}


def faults_of(text: str, name: str, *, with_tables: bool = False) -> list[BurdenshareError]:
    """Every fault of a file's text: of the keys at the top, and of each key of each entry."""
    try:
        table = table_of(text, name)
    except InputError as fault:
        return [fault]
    if SECTION not in table:
        return [*fields.of_another_kind(table, name, "the industry")] or _faults(table, name, None)
    above = road_faults(text, name, with_tables=True)
    above += [] if with_tables else fields.beside(table, name, READ_BY_THE_CHAIN)
    road = Scenario(name, name)
    faults = Faults(above)
    inside = faults.of({}, _inside, table, name)
    return faults.found + (_faults(inside, name, road) if inside else [])


def _faults(table: Mapping[str, Any], name: str, road: Scenario | None) -> list[BurdenshareError]:
    found: list[BurdenshareError] = [UnknownNameError(f"key ({name})", key, TOP) for key in table if key not in TOP]
    for key, known in ENTRIES.items():
        try:
            rows = list(fields.rows(table, key, name))
        except InputError as fault:
            found.append(fault)
            continue
        for at, row in rows:
            where = f"{name}, {key} {at}"
            found += [UnknownNameError(f"key ({where})", one, known) for one in row if one not in known]
            told = {one: value for one, value in row.items() if one in known}
            found += of_entry(partial(READERS[key], where=where), told, SOUND[key], TOGETHER[key])
    alone = {key: value for key, value in table.items() if key in TOP and key not in ENTRIES}
    found += of_entry(partial(_plant, name=name, own=road), alone, {"title": "..."}, (OF_THE_MONEY,))
    if not found:  # what entries say of each other: an item bought twice
        found += of_entry(partial(_plant, name=name, own=road), table, {"title": "..."}, (tuple(table),))
    return found


def _plant(table: Mapping[str, Any], name: str, own: Scenario | None = None) -> Plant:
    fields.known(table, TOP, name)
    title = fields.text(table, "title", name, "")
    if not title:
        raise InputError("it has no title", where=name, remedy='begin with title = "..."')
    buys = tuple(_buy(row, f"{name}, buy {at}") for at, row in fields.rows(table, "buy", name))
    bought = [one.item for one in buys]
    if twice := next((one for one in bought if bought.count(one) > 1), None):
        raise InputError(f"{twice} is bought twice", where=name, remedy="keep one [[buy]] an item")
    if sum(one.share.low for one in buys if one.share is not None) > 100:
        raise InputError("the shares are more than all the money", where=name, remedy="give shares of 100 % in all")
    return Plant(
        name=Path(name).stem,
        title=title,
        buys=buys,
        source=_source(table, name, own),
        assumptions=_assumptions(fields.rows(table, "assumption", name), name),
        until=fields.year(table, "until", name) if "until" in table else None,
        reference=fields.text(table, "reference", name, ""),
        file=name,
    )


def _source(table: Mapping[str, Any], name: str, own: Scenario | None = None) -> Source | None:
    """The money: a road by its name, or the one of the file itself."""
    if "road" not in table and own is None:
        lost = next((key for key in ("allies", "money", "equipment") if key in table), None)
        if lost is not None:
            raise InputError(f"{lost} without a road", where=name, remedy='name one: road = "core-by-2035"')
        return None
    of = fields.text(table, "money", name, "extra")
    if of not in OF_WHAT:
        raise UnknownNameError(f"money ({name})", of, OF_WHAT)
    road = fields.text(table, "road", name, "")
    if own is None and road not in ROADS and not Path(road).suffix:
        raise UnknownNameError(f"road ({name})", road, ROADS)
    equipment = _spread(table, "equipment", name, 0.0, 100.0) if "equipment" in table else None
    return Source(own or load_scenario(road), fields.names(table, "allies", name, ("NATO",)), of, equipment)


def _buy(row: Mapping[str, Any], where: str) -> Buy:
    fields.known(row, BUY, where)
    asked = [one for one in AMOUNTS if one in row]
    if len(asked) > 1:
        raise InputError(f"{' and '.join(asked)} are given at once", where=where, remedy="keep one of them")
    first = fields.year(row, "from", where) if "from" in row else None
    last = fields.year(row, "to", where) if "to" in row else None
    if last is not None and last < (first or last):
        raise InputError(f"from {first} to {last}", where=where, remedy="give the earlier year first")
    currency = fields.text(row, "currency", where, "USD")
    if currency not in OF:
        raise UnknownNameError(f"currency ({where})", currency, OF)
    return Buy(
        item=_item(fields.text(row, "item", where, ""), where) if "item" in row else _missing(where),
        makers=fields.names(row, "makers", where, ()) if "makers" in row else (),
        units=_something(row, "units", where) if "units" in row else None,
        money=_something(row, "money", where) if "money" in row else None,
        currency=currency,
        share=_spread(row, "share", where, 0.0, 100.0) if "share" in row else None,
        first=first,
        last=last,
        price=_price(row["price"], f"{where}, price") if "price" in row else None,
        rate=_given(row["rate"], f"{where}, rate", "units/month") if "rate" in row else None,
        queue=_given(row["queue"], f"{where}, queue", "months") if "queue" in row else None,
        held=_amount(row, "held", where, MOST),
        consumption=_amount(row, "consumption", where, MOST),
        attrition=_amount(row, "attrition", where, 1.0),
        reference=fields.text(row, "reference", where, ""),
    )


def _item(name: str, where: str) -> str:
    try:
        return item_of(name).id
    except UnknownNameError:
        raise unknown_item(name[:40], where=where) from None


def _missing(where: str) -> str:
    raise InputError("it names no item", where=where, remedy='write item = "155mm"')


def _amount(row: Mapping[str, Any], key: str, where: str, most: float) -> float:
    value = fields.number(row, key, where) if key in row else 0.0
    if not 0 <= value <= most:
        raise InputError(f"{key} of {value:g}", where=where, remedy=f"give 0 to {most:g}")
    return value


def _spread(row: Mapping[str, Any], key: str, where: str, low: float, high: float) -> Spread:
    """A number, or an interval as `{ low = 1, central = 2, high = 4 }`."""
    held = row[key]
    if isinstance(held, Mapping):
        fields.known(held, SPREAD, f"{where}, {key}")
        return _ordered(held, f"{where}, {key}", low, high)
    value = fields.number(row, key, where)
    if not low <= value <= high:
        raise InputError(f"{key} of {value:g}", where=where, remedy=f"give {low:g} to {high:g}")
    return Spread(value, value, value)


def _something(row: Mapping[str, Any], key: str, where: str) -> Spread:
    """The same of what is ordered, which is never nothing at all."""
    made = _spread(row, key, where, 0.0, MOST)
    if not made.high > 0:
        what = f"{key} of nothing: a distribution without mass"
        raise InputError(what, where=where, remedy=f"give more than 0, or leave {key} out: the makers as they stand")
    return made


def _ordered(row: Mapping[str, Any], where: str, low: float, high: float) -> Spread:
    made = Spread(*(fields.number(row, one, where) for one in SPREAD))
    if not low <= made.low <= made.central <= made.high <= high:
        raise InputError(
            f"from {made.low:g} over {made.central:g} to {made.high:g}",
            where=where,
            remedy=f"give low, central and high in this order, from {low:g} to {high:g}",
        )
    return made


def _price(row: Any, where: str) -> Told:
    held = _table(row, where, PRICE)
    currency = fields.text(held, "currency", where, "USD")
    if currency not in OF:
        raise UnknownNameError(f"currency ({where})", currency, OF)
    year = fields.year(held, "year", where) if "year" in held else 0
    return Told(_above_nothing(held, where), currency, _reference(held, where), _reason(held, where), year)


def _given(row: Any, where: str, unit: str) -> Told:
    held = _table(row, where, GIVEN)
    spread = _above_nothing(held, where) if unit != "months" else _ordered(held, where, 0.0, 600.0)
    return Told(spread, unit, _reference(held, where), _reason(held, where))


def _above_nothing(row: Mapping[str, Any], where: str) -> Spread:
    made = _ordered(row, where, 0.0, MOST)
    if not made.low > 0:
        raise InputError("it may be nothing", where=where, remedy="give a low above 0")
    return made


def _table(row: Any, where: str, keys: tuple[str, ...]) -> Mapping[str, Any]:
    if not isinstance(row, Mapping):
        raise InputError("it is no interval", where=where, remedy="write { low = 1, central = 2, high = 3, ... }")
    fields.known(row, keys, where)
    return row


def _reference(row: Mapping[str, Any], where: str) -> str:
    found = fields.text(row, "reference", where, "")
    if not found:
        raise InputError("it has no reference", where=where, remedy='say it: reference = "..."')
    return found


def _reason(row: Mapping[str, Any], where: str) -> str:
    return fields.text(row, "reason", where, "")


def _assumptions(rows: Iterable[tuple[int, Mapping[str, Any]]], name: str) -> tuple[Assumption, ...]:
    made: dict[str, Assumption] = {}
    for at, row in rows:
        one = _assumption(row, f"{name}, assumption {at}")
        if one.key in made:
            raise InputError(f"{one.key} is assumed twice", where=f"{name}, assumption {at}", remedy="keep one")
        made[one.key] = one
    return tuple(made.values())


def _assumption(row: Mapping[str, Any], where: str) -> Assumption:
    fields.known(row, ASSUMPTION, where)
    key = fields.text(row, "key", where, "")
    if key not in BOUNDS:
        raise UnknownNameError(f"assumption ({where})", key, BOUNDS)
    low, high = BOUNDS[key]
    if "value" in row:
        spread = _spread(row, "value", where, low, high)
    else:
        spread = _ordered(row, f"{where} ({packaged()[key].unit})", low, high)
    unit = fields.text(row, "unit", where, packaged()[key].unit)
    return Assumption(key, unit, ((0, spread),), _reference(row, where), _reason(row, where))


class Reader(Protocol):
    """What reads an entry by its keys and its place."""

    def __call__(self, row: Mapping[str, Any], where: str) -> object: ...


ENTRIES = {"buy": BUY, "assumption": ASSUMPTION}
"""Lists of entries, and the keys that each knows."""
READERS: Mapping[str, Reader] = {"buy": _buy, "assumption": _assumption}
"""What reads one entry, alone."""
SOUND: Mapping[str, Mapping[str, Any]] = {
    "buy": {"item": "155mm"},
    "assumption": {"key": "build", "value": 20, "reference": "..."},
}
"""A sound entry of each: beside it every key is tried alone, so that one fault does not hide the next."""
TOGETHER: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "buy": (AMOUNTS, ("from", "to")),
    "assumption": (("key", *SPREAD, "value"),),
}
"""Keys of an entry that mean something only together."""
OF_THE_MONEY = ("road", "allies", "money", "equipment")
