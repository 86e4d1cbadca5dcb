"""Scenario files: TOML to a `Scenario`, refusing every key and value that is not known, with the nearest that is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import partial
from pathlib import Path
from typing import Any, Protocol

from burdenshare.errors import BurdenshareError, InputError, UnknownNameError
from burdenshare.road import fields
from burdenshare.road.assumptions import BOUNDS, packaged
from burdenshare.road.faults import of_entry, refuse
from burdenshare.road.model import UNITS, Assumption, Backfill, Baseline, Measure, Scenario, Shape, Spread, Target
from burdenshare.road.toml_files import table_of

SHIPPED = ("hold", "plans", "three-by-2030", "core-by-2035", "hague-by-2035", "us-halves-europe")
"""The shipped scenarios, in the order a reader wants them."""
TOP = (
    "title",
    "baseline",
    "follow_plans",
    "delay",
    "reference",
    "target",
    "assumption",
    "backfill",
    "clock",
    "industry",
    "tables",
)
"""What stands at the top; the sections of the clock, of the industry and of own tables (`chain`) are read by
`scenario.py` in their rooms."""
TARGET = ("measure", "value", "unit", "by", "allies", "shape", "points", "since", "exact", "reference")
ASSUMPTION = ("key", "from", "low", "central", "high", "value", "unit", "reference", "reason")
BACKFILL = ("ally", "fraction", "part", "by", "since", "allies", "key", "reference")
READ_BY_THE_CHAIN = ("shares",)
"""Tables under `[tables]` that tell what is asked of spending: a road read without them would be another one."""
KEYS = ("gdp", "expenditure")
"""What a backfill is divided by."""


def load_scenario(name: str) -> Scenario:
    """A shipped scenario by its name, or a file by its path. Raises InputError and UnknownNameError with the place."""
    return read_scenario(fields.text_of_file(name, SHIPPED, "burdenshare.road"), name)


def read_scenario(text: str, name: str, *, with_tables: bool = False) -> Scenario:
    """A scenario from the text of a file; `name` is what messages call it. Raises every fault of it; that it names
    tables which tell of shares is one, unless the caller reads them (`with_tables`)."""
    refuse(faults_of(text, name, with_tables=with_tables))
    return _scenario(table_of(text, name), name)


def faults_of(text: str, name: str, *, with_tables: bool = False) -> list[BurdenshareError]:
    """Every fault of a file's text: of each key at the top, and of each key of each entry."""
    try:
        table = table_of(text, name)
    except InputError as fault:
        return [fault]
    if "industry" not in table and (other := fields.of_another_kind(table, name, "spending")):
        return [*other]
    found: list[BurdenshareError] = [*fields.unknown(table, TOP, name)]
    found += [] if with_tables else fields.beside(table, name, READ_BY_THE_CHAIN)
    for key in TOP:
        if key in table and key not in ENTRIES:
            found += _refused({"title": "a title", key: table[key]}, name)
    found += _refused({}, name) if "title" not in table else []
    for key, known in ENTRIES.items():
        try:
            rows = list(fields.rows(table, key, name))
        except InputError as fault:
            found.append(fault)
            continue
        for at, row in rows:
            where = f"{name}, {key} {at}"
            found += fields.unknown(row, known, where)
            told = {one: value for one, value in row.items() if one in known}
            found += of_entry(partial(READERS[key], at, name=name), told, SOUND[key], TOGETHER[key])
    if not found:
        found += _refused(table, name)  # what entries say of each other: two values of one assumption from one year on
    return found


def _refused(table: Mapping[str, Any], name: str) -> list[InputError]:
    try:
        _scenario(table, name)
    except InputError as fault:
        return [fault]
    return []


def _scenario(table: Mapping[str, Any], name: str) -> Scenario:
    fields.known(table, TOP, name)
    title = fields.text(table, "title", name, "")
    if not title:
        raise InputError("it has no title", where=name, remedy='begin with title = "..."')
    targets = tuple(_target(row, f"{name}, target {at}") for at, row in fields.rows(table, "target", name))
    return Scenario(
        name=Path(name).stem,
        title=title,
        baseline=fields.choice(Baseline, table.get("baseline", "share"), f"{name}, baseline"),
        targets=targets,
        backfills=tuple(_backfill(row, f"{name}, backfill {at}") for at, row in fields.rows(table, "backfill", name)),
        assumptions=_assumptions(fields.rows(table, "assumption", name), name),
        follow_plans=fields.flag(table, "follow_plans", name),
        delay=fields.flag(table, "delay", name),
        reference=fields.text(table, "reference", name, ""),
        source=name,
    )


def _target(row: Mapping[str, Any], where: str) -> Target:
    fields.known(row, TARGET, where)
    measure = fields.choice(Measure, row.get("measure", "share_of_gdp"), f"{where}, measure")
    unit = fields.text(row, "unit", where, UNITS[measure][0])
    if unit not in UNITS[measure]:
        raise UnknownNameError(f"unit of {measure} ({where})", unit, UNITS[measure])
    shape = fields.choice(Shape, row.get("shape", "linear"), f"{where}, shape")
    points = row.get("points", {})
    if (shape is Shape.CUSTOM) != bool(points):
        raise InputError(
            'points without shape = "custom"' if points else "a custom shape without points",
            where=where,
            remedy='give both: shape = "custom" and points = { "2028" = 2.5 }',
        )
    return Target(
        measure=measure,
        value=fields.number(row, "value", where),
        unit=unit,
        by=fields.year(row, "by", where),
        allies=fields.names(row, "allies", where, ("NATO",)),
        shape=shape,
        points=_points(points, where),
        since=fields.year(row, "since", where) if "since" in row else None,
        exact=fields.flag(row, "exact", where),
        reference=fields.text(row, "reference", where, ""),
    )


def _points(points: Any, where: str) -> tuple[tuple[int, float], ...]:
    if not isinstance(points, dict) or not all(year.isdecimal() and len(year) <= len("2035") for year in points):
        raise InputError("points are not years with values", where=where, remedy='write { "2028" = 2.5, "2030" = 3 }')
    return tuple(sorted((int(year), fields.number(points, year, where)) for year in points))


def _backfill(row: Mapping[str, Any], where: str) -> Backfill:
    fields.known(row, BACKFILL, where)
    key = fields.text(row, "key", where, "gdp")
    if key not in KEYS:
        raise UnknownNameError(f"key of a backfill ({where})", key, KEYS)
    return Backfill(
        ally=fields.text(row, "ally", where, "USA"),
        fraction=fields.number(row, "fraction", where),
        part=fields.number(row, "part", where) if "part" in row else 1.0,
        by=fields.year(row, "by", where),
        allies=fields.names(row, "allies", where, ("EUR_CAN",)),
        key=key,
        reference=fields.text(row, "reference", where, ""),
        since=fields.year(row, "since", where) if "since" in row else None,
    )


def _assumptions(rows: Iterable[tuple[int, Mapping[str, Any]]], name: str) -> tuple[Assumption, ...]:
    """Assumptions by key; rows of one key are its dated values."""
    held: dict[str, Assumption] = {}
    for at, row in rows:
        where = f"{name}, assumption {at}"
        fields.known(row, ASSUMPTION, where)
        key = fields.text(row, "key", where, "")
        if key not in BOUNDS:
            raise UnknownNameError(f"assumption ({where})", key, BOUNDS)
        reference, unit = fields.text(row, "reference", where, ""), fields.text(row, "unit", where, "")
        if not reference or not unit:
            missing = "reference" if not reference else "unit"
            raise InputError(f"it has no {missing}", where=where, remedy=f'say it: {missing} = "..."')
        since = fields.year(row, "from", where) if "from" in row else 0
        values = (*(held[key].values if key in held else ()), (since, _spread(row, key, where)))
        if len({year for year, _ in values}) != len(values):
            raise InputError(f"{key} has two values from one year on", where=where, remedy="give each another from")
        held[key] = Assumption(key, unit, tuple(sorted(values, key=lambda one: one[0])), reference, "")
    return tuple(held.values())


def _spread(row: Mapping[str, Any], key: str, where: str) -> Spread:
    if "value" in row:
        value = fields.number(row, "value", where)
        spread = Spread(value, value, value)
    else:
        spread = Spread(*(fields.number(row, name, where) for name in ("low", "central", "high")))
    low, high = BOUNDS[key]
    if not low <= spread.low <= spread.central <= spread.high <= high:
        raise InputError(
            f"{key} from {spread.low:g} over {spread.central:g} to {spread.high:g}",
            where=where,
            remedy=f"give low, central and high in this order, from {low:g} to {high:g} ({packaged()[key].unit})",
        )
    return spread


class Reader(Protocol):
    """What reads an entry by its place, its keys and the name of its file."""

    def __call__(self, at: int, row: Mapping[str, Any], name: str) -> object: ...


ENTRIES = {"target": TARGET, "backfill": BACKFILL, "assumption": ASSUMPTION}
"""Lists of entries, and the keys that each knows."""
READERS: Mapping[str, Reader] = {
    "target": lambda at, row, name: _target(row, f"{name}, target {at}"),
    "backfill": lambda at, row, name: _backfill(row, f"{name}, backfill {at}"),
    "assumption": lambda at, row, name: _assumptions([(at, row)], name),
}
"""What reads one entry, alone."""
SOUND: Mapping[str, Mapping[str, Any]] = {
    "target": {"value": 2.0, "by": 2035},
    "backfill": {"fraction": 0.5, "by": 2035},
    "assumption": {"key": "offset", "value": 0.5, "unit": "part", "reference": "..."},
}
"""A sound entry of each: beside it every key is tried alone, so that one fault does not hide the next."""
TOGETHER: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "target": (("measure", "unit"), ("shape", "points")),
    "backfill": (),
    "assumption": (("key", "low", "central", "high", "value"),),
}
"""Keys of an entry that mean something only together."""
