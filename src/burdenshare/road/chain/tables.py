"""The tables that may stand in place of a part of the chain: what each must hold, and what is made of it."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.road.chain.model import OwnMoney, Part, Yearly
from burdenshare.road.chain.rows import Row, one_unit, rows_of, sources
from burdenshare.road.clock.model import Factor, StatedHorizon
from burdenshare.road.clock.own import KEYS, NEEDED, NUMBERS, statement_faults, statement_of
from burdenshare.road.clock.scenario import row_keys
from burdenshare.road.clock.weights import HEAVIEST
from burdenshare.road.faults import Faults
from burdenshare.road.industry.items import item_of, unknown_item
from burdenshare.road.industry.model import Item
from burdenshare.road.industry.prices import OF
from burdenshare.road.model import Measure, Shape, Spread, Target
from burdenshare.road.requirements.crosswalk import Feed, Kind, Required
from burdenshare.road.requirements.gaps import Gap

ALWAYS = ("unit", "source")
"""Columns of every table of numbers: none without its unit, none without where it is from."""
COLUMNS: Mapping[Part, tuple[tuple[str, ...], tuple[str, ...]]] = {
    Part.SHARES: (("ally", "year", "value", *ALWAYS), ()),
    Part.MONEY: (("year", "value", *ALWAYS), ()),
    Part.ORDERS: (("item", "year", "value", *ALWAYS), ()),
    Part.DELIVERIES: (("item", "year", "value", *ALWAYS), ()),
    Part.REQUIREMENTS: (("id", "title", "items", "value", *ALWAYS), ("kind", "before")),
    Part.HORIZONS: (NEEDED, (*(one for one in KEYS if one not in NEEDED), "weight")),
}
"""Columns that each table must have, and those that it may have beside `release` and `note`. A `value` may be told
as `low`, `central` and `high` instead."""
SHARE = "% of GDP"
LEAST_MONEY = 1e6
"""Equipment money of a year below it is a slip of the pen: it was meant in millions or billions."""
HIGHEST = 30.0
"""A share beyond it is a slip of the pen: nobody spends 30 % of GDP on defence in peace."""
LONGEST_ID = 40
_ID = re.compile(rf"[a-z0-9][a-z0-9-]{{0,{LONGEST_ID - 1}}}")
_MONEY = re.compile(r"(?P<currency>[A-Z]{3}) of (?P<year>20\d\d)")
BETWEEN = ";"
"""What stands between the items of one requirement."""


def table_rows(part: Part, text: str, name: str, faults: Faults) -> list[Row]:
    """The rows of a table that can be read; others are kept as faults. Raises InputError and UnknownNameError."""
    needed, more = COLUMNS[part]
    return rows_of(text, name, needed, more, faults)


def shares(rows: Sequence[Row]) -> tuple[Target, ...]:
    """The path of each ally as a target through its years, which is followed also where it falls."""
    faults = Faults()
    faults.of("", one_unit, rows, (SHARE,))
    made = []
    for ally, held in _by(rows, "ally", faults):
        points = tuple((year, faults.of(0.0, _share, row)) for year, row in _years(held, faults))
        if not points:
            continue
        (last, value) = points[-1]
        told = "; ".join(faults.of((), sources, held))
        made.append(
            Target(
                Measure.SHARE,
                value,
                "%",
                last,
                (ally,),
                Shape.CUSTOM if len(points) > 1 else Shape.LINEAR,
                points[:-1],
                exact=True,
                reference=told,
            )
        )
    faults.refuse()
    return tuple(made)


def _share(row: Row) -> float:
    found = row.spread(HIGHEST)
    if found.low != found.high:
        raise InputError("a path is decided, not drawn", where=row.where, remedy="give one value")
    return found.central


def money(rows: Sequence[Row]) -> OwnMoney:
    """Equipment money by year, all in one currency at prices of one year."""
    faults = Faults()
    unit = faults.of("", one_unit, rows)
    found = _MONEY.fullmatch(unit)
    if unit and (found is None or found["currency"] not in OF):
        told = " or ".join(f"'{one} of 2026'" for one in OF)
        what = f"unit '{unit[:40]}' is no money of a year"
        faults.found.append(InputError(what, where=rows[0].where, remedy=f"write {told}"))
    years = _spreads(rows, faults)
    for row, (_, one) in zip(rows, years, strict=False) if not faults.found else ():
        if 0 < one.high < LEAST_MONEY:
            what = f"{one.high:g} {unit[:3]} is no equipment money of a year"
            faults.found.append(InputError(what, where=row.where, remedy="write all of it: 5000000000, not 5 for 5 bn"))
    if not faults.found and not any(one.high for _, one in years):
        raise InputError(
            "no money in any year: a distribution without mass",
            where=rows[0].where,
            remedy="give more than 0 in a year",
        )
    faults.refuse()
    assert found is not None
    return OwnMoney(found["currency"], int(found["year"]), years, sources(rows))


def yearly(rows: Sequence[Row], part: Part = Part.ORDERS, own: Sequence[str] = ()) -> dict[str, Yearly]:
    """Numbers of items by year, each in the item's own unit. `own` are items that a table of requirements names: what
    is delivered may be of one that the table of items has not, in the one unit of its rows; an order needs a maker.

    Raises every fault: UnknownNameError for an item that is neither.
    """
    faults = Faults()
    made: dict[str, Yearly] = {}
    for item, held in _by(rows, "item", faults):
        years = _spreads(held, faults)
        told_by = faults.of((), sources, held)
        known = _item(item)
        if known is None and (part is not Part.DELIVERIES or item not in own):
            faults.found.append(_unknown(item, part, own, held[0].where))
            continue
        unit = faults.of("", one_unit, held, () if known is None else (known.unit,))
        id_ = item if known is None else known.id
        if id_ in made:
            where = held[0].where
            faults.found.append(InputError(f"{id_} stands under two names", where=where, remedy="write one of them"))
        made[id_] = Yearly(id_, unit, years, told_by)
    faults.refuse()
    return made


def _item(name: str) -> Item | None:
    try:
        return item_of(name)
    except UnknownNameError:
        return None


def _unknown(name: str, part: Part, own: Sequence[str], where: str) -> InputError:
    """That no item is called so, and what is done about one that the table of items has not."""
    if part is Part.ORDERS and name in own:
        remedy = "the table of items has no maker of it: tell what is delivered in a table of deliveries"
        return InputError(f"'{name[:40]}' cannot be ordered", where=where, remedy=remedy)
    fault = unknown_item(name[:40], own, where=where)
    beside = {
        Part.DELIVERIES: "an item of your own is taken where a table of requirements names it",
        Part.REQUIREMENTS: "an item of your own is taken where a table of deliveries tells it",
    }
    if part in beside:
        fault.remedy = f"{fault.remedy}; {beside[part]}"
        fault.args = (fault.line(),)
    return fault


def requirements(rows: Sequence[Row], delivered: Mapping[str, str]) -> tuple[Gap, ...]:
    """What is required, each a gap in units. `delivered` are the items of a table of deliveries with their units: they
    may feed one that the table of items has not."""
    faults = Faults()
    taken = [row.values.get("id", "") for row in rows]
    made = [faults.of(None, _gap, row, taken[:at], delivered) for at, row in enumerate(rows)]
    faults.refuse()
    return tuple(filter(None, made))


def _gap(row: Row, taken: Sequence[str], delivered: Mapping[str, str]) -> Gap:
    faults = Faults()
    id_, title, source = (faults.of("", row.text, one) for one in ("id", "title", "source"))
    if id_ and (not _ID.fullmatch(id_) or id_ in taken):
        told = "is taken" if id_ in taken else "is no id"
        remedy = f"use up to {LONGEST_ID} small letters, digits and hyphens, once"
        faults.found.append(InputError(f"'{id_[:LONGEST_ID]}' {told}", where=row.where, remedy=remedy))
    kind = faults.of(Kind.ADDITIONAL, _kind, row)
    unit = faults.of("", row.text, "unit")
    named = [one.strip() for one in faults.of("", row.text, "items").split(BETWEEN)]
    if any(named) != all(named) or (row.values.get("items") and not any(named)):
        remedy = f"name an item, or several with {BETWEEN} between them"
        faults.found.append(InputError("items name nothing", where=row.where, remedy=remedy))
    feeds = [faults.of(None, _feed, one, unit, row, delivered) for one in named if one]
    twice = next((one.item for one in feeds if one is not None and feeds.count(one) > 1), None)
    if twice is not None:
        faults.found.append(
            InputError(f"{twice} is named twice", where=row.where, remedy="keep one, or it counts twice")
        )
    units = faults.of(Spread(0.0, 0.0, 0.0), _needed, row, kind)
    faults.refuse()
    required = Required(id_, title, kind, "", "", "", source, tuple(filter(None, feeds)), "")
    return Gap(required, units, unit, ())


def _kind(row: Row) -> Kind:
    told = row.values.get("kind") or Kind.ADDITIONAL.value
    if told not in (Kind.ADDITIONAL, Kind.TOTAL):
        raise UnknownNameError(f"kind ({row.where})", told[:40], (Kind.ADDITIONAL.value, Kind.TOTAL.value))
    return Kind(told)


def _feed(name: str, unit: str, row: Row, delivered: Mapping[str, str]) -> Feed:
    known = _item(name)
    if known is None and name not in delivered:
        raise _unknown(name, Part.REQUIREMENTS, tuple(delivered), row.where)
    item, counted = (name, delivered[name]) if known is None else (known.id, known.unit)
    if unit and counted and unit != counted:
        raise InputError(
            f"unit '{unit[:40]}' where {item} is counted in {counted}", where=row.where, remedy=f"give it in {counted}"
        )
    return Feed(item, (), row.text("source"))


def _needed(row: Row, kind: Kind) -> Spread:
    whole = row.spread()
    if (kind is Kind.TOTAL) != bool(row.values.get("before")):
        told = "a total without what there was before" if kind is Kind.TOTAL else "before is of a total"
        raise InputError(told, where=row.where, remedy='write kind "total" with a number in before, or neither')
    before = row.number("before") if kind is Kind.TOTAL else 0.0
    units = Spread(whole.low - before, whole.central - before, whole.high - before)
    if units.low <= 0:
        raise InputError(
            "nothing may be lacking at all: a distribution without mass",
            where=row.where,
            remedy="require more than there is",
        )
    return units


def horizons(rows: Sequence[Row]) -> tuple[tuple[StatedHorizon, Factor], ...]:
    """Dated statements, each with what it counts (1 unless said)."""
    made: list[tuple[StatedHorizon, Factor]] = []
    faults, taken = Faults(), list(row_keys())
    for row in rows:
        before = len(faults.found)
        told = faults.of({}, _statement, row)
        weight = faults.of(1.0, row.number, "weight", HEAVIEST) if row.values.get("weight") else 1.0
        if told:
            faults.found += statement_faults(told, row.where, taken)
            taken.append(str(told.get("key", "")))
        if len(faults.found) == before:
            made.append((statement_of(told), Factor(weight, f"the table's own: {told['source']}")))
    faults.refuse()
    if not any(weight.value for _, weight in made):
        raise InputError(
            "no statement has a weight: a distribution without mass",
            where=rows[0].where,
            remedy="give at least one a weight above 0",
        )
    return tuple(made)


def _statement(row: Row) -> dict[str, object]:
    """The row as a `[[clock.statement]]` would give it."""
    made: dict[str, object] = {key: row.values[key] for key in KEYS if row.values.get(key)}
    faults = Faults()
    for key in NUMBERS:
        if key in made:
            value = faults.of(0.0, row.number, key)
            made[key] = int(value) if key.endswith("_year") and value == int(value) else value
    faults.refuse()
    return made


def _by(rows: Sequence[Row], column: str, faults: Faults) -> list[tuple[str, list[Row]]]:
    """The rows of each name, in the order in which the names come; a row without one is a fault."""
    held: dict[str, list[Row]] = {}
    for row in rows:
        name = faults.of("", row.text, column)
        if name:
            held.setdefault(name, []).append(row)
    return list(held.items())


def _spreads(rows: Sequence[Row], faults: Faults) -> tuple[tuple[int, Spread], ...]:
    """The number of each year."""
    return tuple((year, faults.of(Spread(0.0, 0.0, 0.0), row.spread)) for year, row in _years(rows, faults))


def _years(rows: Sequence[Row], faults: Faults) -> list[tuple[int, Row]]:
    """The rows by year, earliest first; a year that stands twice is a fault."""
    found: dict[int, Row] = {}
    for row in rows:
        year = faults.of(0, row.year)
        if not year:
            faults.of(None, row.spread)  # its number may be a fault as well
        elif year in found:
            told = f"{year} stands twice (row {found[year].number_of()})"
            faults.found.append(InputError(told, where=row.where, remedy="keep one"))
        else:
            found[year] = row
    return sorted(found.items())
