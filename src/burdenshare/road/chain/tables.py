"""The tables that may stand in place of a part of the chain: what each must hold, and what is made of it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.road.chain.model import OwnMoney, Part, Yearly
from burdenshare.road.chain.rows import Row, one_unit, rows_of, sources
from burdenshare.road.clock.model import Factor, StatedHorizon
from burdenshare.road.clock.own import KEYS, NEEDED, NUMBERS, statement_faults, statement_of
from burdenshare.road.clock.weights import HEAVIEST
from burdenshare.road.industry.items import item_of, items
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
HIGHEST = 30.0
"""A share beyond it is a slip of the pen: nobody spends 30 % of GDP on defence in peace."""
_ID = re.compile(r"[a-z0-9][a-z0-9-]{0,39}")
_MONEY = re.compile(r"(?P<currency>[A-Z]{3}) of (?P<year>20\d\d)")
BETWEEN = ";"
"""What stands between the items of one requirement."""


def table_rows(part: Part, text: str, name: str) -> list[Row]:
    """The rows of a table. Raises InputError and UnknownNameError."""
    needed, more = COLUMNS[part]
    return rows_of(text, name, needed, more)


def shares(rows: Sequence[Row]) -> tuple[Target, ...]:
    """The path of each ally as a target through its years, which is followed also where it falls."""
    one_unit(rows, (SHARE,))
    made = []
    for ally, held in _by(rows, "ally"):
        points = tuple((year, _share(row)) for year, row in _years(held))
        (last, value) = points[-1]
        told = "; ".join(sources(held))
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
    return tuple(made)


def _share(row: Row) -> float:
    found = row.spread(HIGHEST)
    if found.low != found.high:
        raise InputError("a path is decided, not drawn", where=row.where, remedy="give one value")
    return found.central


def money(rows: Sequence[Row]) -> OwnMoney:
    """Equipment money by year, all in one currency at prices of one year."""
    unit = one_unit(rows)
    found = _MONEY.fullmatch(unit)
    if found is None or found["currency"] not in OF:
        told = " or ".join(f"'{one} of 2026'" for one in OF)
        raise InputError(f"unit '{unit}' is no money of a year", where=rows[0].where, remedy=f"write {told}")
    years = tuple((year, row.spread()) for year, row in _years(rows))
    if not any(one.high for _, one in years):
        raise InputError(
            "no money in any year: a distribution without mass",
            where=rows[0].where,
            remedy="give more than 0 in a year",
        )
    return OwnMoney(found["currency"], int(found["year"]), years, sources(rows))


def yearly(rows: Sequence[Row], own: Sequence[str] = ()) -> dict[str, Yearly]:
    """Numbers of items by year, each in the item's own unit. `own` are ids of items that the table of items has not,
    each in the one unit of its rows. Raises UnknownNameError for an item that is neither."""
    made = {}
    for item, held in _by(rows, "item"):
        if item in own and item not in items():
            id_, unit = item, one_unit(held)
        else:
            try:
                known = item_of(item)
            except UnknownNameError as fault:
                fault.where = held[0].where
                fault.args = (fault.line(),)
                raise
            id_, unit = known.id, one_unit(held, (known.unit,))
        if id_ in made:
            raise InputError(f"{id_} stands under two names", where=held[0].where, remedy="write one of them")
        years = tuple((year, row.spread()) for year, row in _years(held))
        made[id_] = Yearly(id_, unit, years, sources(held))
    return made


def requirements(rows: Sequence[Row], delivered: Mapping[str, str]) -> tuple[Gap, ...]:
    """What is required, each a gap in units. `delivered` are the items of a table of deliveries with their units: they
    may feed one that the table of items has not."""
    taken = [row.text("id") for row in rows]
    return tuple(_gap(row, taken[:at], delivered) for at, row in enumerate(rows))


def _gap(row: Row, taken: Sequence[str], delivered: Mapping[str, str]) -> Gap:
    id_ = row.text("id")
    if not _ID.fullmatch(id_) or id_ in taken:
        told = "is taken" if id_ in taken else "is no id"
        raise InputError(f"'{id_[:40]}' {told}", where=row.where, remedy="use small letters, digits and hyphens, once")
    kind = row.values.get("kind") or Kind.ADDITIONAL.value
    if kind not in (Kind.ADDITIONAL, Kind.TOTAL):
        raise UnknownNameError(f"kind ({row.where})", kind, (Kind.ADDITIONAL.value, Kind.TOTAL.value))
    unit = row.text("unit")
    feeds = tuple(_feed(one.strip(), unit, row, delivered) for one in row.text("items").split(BETWEEN))
    units = _needed(row, Kind(kind))
    required = Required(id_, row.text("title"), Kind(kind), "", "", "", row.text("source"), feeds, "")
    return Gap(required, units, unit, ())


def _feed(name: str, unit: str, row: Row, delivered: Mapping[str, str]) -> Feed:
    if name in delivered:
        item, counted = name, delivered[name]
    else:
        try:
            known = item_of(name)
        except UnknownNameError as fault:
            raise UnknownNameError(f"item ({row.where})", name, (*items(), *delivered)) from fault
        item, counted = known.id, known.unit
    if unit != counted:
        raise InputError(
            f"unit '{unit}' where {item} is counted in {counted}", where=row.where, remedy=f"give it in {counted}"
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
    for row in rows:
        told = _statement(row)
        for fault in statement_faults(told, row.where, [one.key for one, _ in made]):
            raise fault
        weight = row.number("weight", HEAVIEST) if row.values.get("weight") else 1.0
        made.append((statement_of(told), Factor(weight, f"the table's own: {row.text('source')}")))
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
    for key in NUMBERS:
        if key in made:
            value = row.number(key)
            made[key] = int(value) if key.endswith("_year") and value == int(value) else value
    return made


def _by(rows: Sequence[Row], column: str) -> Iterator[tuple[str, list[Row]]]:
    """The rows of each name, in the order in which the names come."""
    order = list(dict.fromkeys(row.text(column) for row in rows))
    held = sorted(rows, key=lambda row: order.index(row.text(column)))
    yield from ((name, list(group)) for name, group in groupby(held, key=lambda row: row.text(column)))


def _years(rows: Sequence[Row]) -> list[tuple[int, Row]]:
    """The rows by year, earliest first. Raises InputError for a year that stands twice."""
    found: dict[int, Row] = {}
    for row in rows:
        year = row.year()
        if year in found:
            raise InputError(
                f"{year} stands twice (row {found[year].where.rpartition(' ')[2]})", where=row.where, remedy="keep one"
            )
        found[year] = row
    return sorted(found.items())
