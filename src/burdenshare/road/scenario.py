"""Scenario files: TOML to a `Scenario`, refusing every key and value that is not known, with the nearest that is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.road.assumptions import BOUNDS, packaged
from burdenshare.road.model import UNITS, Assumption, Backfill, Baseline, Measure, Scenario, Shape, Spread, Target
from burdenshare.road.toml_files import table_of, text_of

T = TypeVar("T", Baseline, Measure, Shape)

SHIPPED = ("hold", "plans", "three-by-2030", "core-by-2035", "hague-by-2035", "us-halves-europe")
"""The shipped scenarios, in the order a reader wants them."""
TOP = ("title", "baseline", "follow_plans", "delay", "reference", "target", "assumption", "backfill", "clock")
"""What stands at the top; the section of the clock is read by `clock.scenario`."""
TARGET = ("measure", "value", "unit", "by", "allies", "shape", "points", "since", "exact", "reference")
ASSUMPTION = ("key", "from", "low", "central", "high", "value", "unit", "reference", "reason")
BACKFILL = ("ally", "fraction", "part", "by", "since", "allies", "key", "reference")
KEYS = ("gdp", "expenditure")
"""What a backfill is divided by."""


def load_scenario(name: str) -> Scenario:
    """A shipped scenario by its name, or a file by its path. Raises InputError and UnknownNameError with the place."""
    if name in SHIPPED:
        text = files("burdenshare.road").joinpath("scenarios", f"{name}.toml").read_text(encoding="utf-8")
        return read_scenario(text, name)
    path = Path(name)
    if not path.suffix and not path.exists():
        raise UnknownNameError("scenario", name, SHIPPED)
    return read_scenario(text_of(path, name), name)


def read_scenario(text: str, name: str) -> Scenario:
    """A scenario from the text of a file; `name` is what messages call it."""
    return _scenario(table_of(text, name), name)


def faults_of(text: str, name: str) -> list[InputError]:
    """Every fault of a file's text: of each key at the top, of each unknown key, and the first other of each entry."""
    try:
        table = table_of(text, name)
    except InputError as fault:
        return [fault]
    found = _unknown(table, TOP, name)
    for key in TOP:
        if key in table and key not in ENTRIES:
            found += _refused({"title": "a title", key: table[key]}, name)
    found += _refused({}, name) if "title" not in table else []
    for key, known in ENTRIES.items():
        try:
            rows = list(_rows(table, key, name))
        except InputError as fault:
            found.append(fault)
            continue
        for at, row in rows:
            where = f"{name}, {key} {at}"
            found += _unknown(row, known, where)
            try:
                READERS[key](at, {one: value for one, value in row.items() if one in known}, name)
            except InputError as fault:
                found.append(fault)
    if not found:
        found = _refused(table, name)  # what entries say of each other: two values of one assumption from one year on
    return found


def _refused(table: Mapping[str, Any], name: str) -> list[InputError]:
    try:
        _scenario(table, name)
    except InputError as fault:
        return [fault]
    return []


def _unknown(table: Mapping[str, Any], keys: tuple[str, ...], where: str) -> list[InputError]:
    return [UnknownNameError(f"key ({where})", key, keys) for key in table if key not in keys]


def _scenario(table: Mapping[str, Any], name: str) -> Scenario:
    _known(table, TOP, name)
    title = _text(table, "title", name, "")
    if not title:
        raise InputError("it has no title", where=name, remedy='begin with title = "..."')
    targets = tuple(_target(row, f"{name}, target {at}") for at, row in _rows(table, "target", name))
    return Scenario(
        name=Path(name).stem,
        title=title,
        baseline=_choice(Baseline, table.get("baseline", "share"), f"{name}, baseline"),
        targets=targets,
        backfills=tuple(_backfill(row, f"{name}, backfill {at}") for at, row in _rows(table, "backfill", name)),
        assumptions=_assumptions(_rows(table, "assumption", name), name),
        follow_plans=_flag(table, "follow_plans", name),
        delay=_flag(table, "delay", name),
        reference=_text(table, "reference", name, ""),
        source=name,
    )


def _rows(table: Mapping[str, Any], key: str, name: str) -> Iterable[tuple[int, Mapping[str, Any]]]:
    rows = table.get(key, [])
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise InputError(f"'{key}' is not a list of tables", where=name, remedy=f"write each as [[{key}]]")
    return enumerate(rows, 1)


def _target(row: Mapping[str, Any], where: str) -> Target:
    _known(row, TARGET, where)
    measure = _choice(Measure, row.get("measure", "share_of_gdp"), f"{where}, measure")
    unit = _text(row, "unit", where, UNITS[measure][0])
    if unit not in UNITS[measure]:
        raise UnknownNameError(f"unit of {measure} ({where})", unit, UNITS[measure])
    shape = _choice(Shape, row.get("shape", "linear"), f"{where}, shape")
    points = row.get("points", {})
    if (shape is Shape.CUSTOM) != bool(points):
        raise InputError(
            'points without shape = "custom"' if points else "a custom shape without points",
            where=where,
            remedy='give both: shape = "custom" and points = { "2028" = 2.5 }',
        )
    return Target(
        measure=measure,
        value=_number(row, "value", where),
        unit=unit,
        by=_year(row, "by", where),
        allies=_names(row, "allies", where, ("NATO",)),
        shape=shape,
        points=_points(points, where),
        since=_year(row, "since", where) if "since" in row else None,
        exact=_flag(row, "exact", where),
        reference=_text(row, "reference", where, ""),
    )


def _points(points: Any, where: str) -> tuple[tuple[int, float], ...]:
    if not isinstance(points, dict) or not all(year.isdecimal() and len(year) <= len("2035") for year in points):
        raise InputError("points are not years with values", where=where, remedy='write { "2028" = 2.5, "2030" = 3 }')
    return tuple(sorted((int(year), _number(points, year, where)) for year in points))


def _backfill(row: Mapping[str, Any], where: str) -> Backfill:
    _known(row, BACKFILL, where)
    key = _text(row, "key", where, "gdp")
    if key not in KEYS:
        raise UnknownNameError(f"key of a backfill ({where})", key, KEYS)
    return Backfill(
        ally=_text(row, "ally", where, "USA"),
        fraction=_number(row, "fraction", where),
        part=_number(row, "part", where) if "part" in row else 1.0,
        by=_year(row, "by", where),
        allies=_names(row, "allies", where, ("EUR_CAN",)),
        key=key,
        reference=_text(row, "reference", where, ""),
        since=_year(row, "since", where) if "since" in row else None,
    )


def _assumptions(rows: Iterable[tuple[int, Mapping[str, Any]]], name: str) -> tuple[Assumption, ...]:
    """Assumptions by key; rows of one key are its dated values."""
    held: dict[str, Assumption] = {}
    for at, row in rows:
        where = f"{name}, assumption {at}"
        _known(row, ASSUMPTION, where)
        key = _text(row, "key", where, "")
        if key not in BOUNDS:
            raise UnknownNameError(f"assumption ({where})", key, BOUNDS)
        reference, unit = _text(row, "reference", where, ""), _text(row, "unit", where, "")
        if not reference or not unit:
            missing = "reference" if not reference else "unit"
            raise InputError(f"{key} has no {missing}", where=where, remedy=f'say it: {missing} = "..."')
        since = _year(row, "from", where) if "from" in row else 0
        values = (*(held[key].values if key in held else ()), (since, _spread(row, key, where)))
        if len({year for year, _ in values}) != len(values):
            raise InputError(f"{key} has two values from one year on", where=where, remedy="give each another from")
        held[key] = Assumption(key, unit, tuple(sorted(values, key=lambda one: one[0])), reference, "")
    return tuple(held.values())


def _spread(row: Mapping[str, Any], key: str, where: str) -> Spread:
    if "value" in row:
        value = _number(row, "value", where)
        spread = Spread(value, value, value)
    else:
        spread = Spread(*(_number(row, name, where) for name in ("low", "central", "high")))
    low, high = BOUNDS[key]
    if not low <= spread.low <= spread.central <= spread.high <= high:
        raise InputError(
            f"{key} from {spread.low:g} over {spread.central:g} to {spread.high:g}",
            where=where,
            remedy=f"give low, central and high in this order, from {low:g} to {high:g} ({packaged()[key].unit})",
        )
    return spread


def _known(table: Mapping[str, Any], keys: tuple[str, ...], where: str) -> None:
    for key in table:
        if key not in keys:
            raise UnknownNameError(f"key ({where})", key, keys)


def _choice(kind: type[T], value: Any, where: str) -> T:
    held = [str(one.value) for one in kind]
    if value not in held:
        raise UnknownNameError(where, str(value), held)
    return kind(value)


def _number(row: Mapping[str, Any], key: str, where: str) -> float:
    value = row.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float) or value != value or abs(value) > 1e300:
        told = "is missing" if key not in row else f"is no number: {value!r}"
        raise InputError(f"{key} {told}", where=where, remedy=f"write {key} = 3.5")
    return float(value)


def _year(row: Mapping[str, Any], key: str, where: str) -> int:
    value = row.get(key)
    if isinstance(value, bool) or not isinstance(value, int):
        told = "is missing" if key not in row else f"is no year: {value!r}"
        raise InputError(f"{key} {told}", where=where, remedy=f"write {key} = 2035")
    return value


def _flag(row: Mapping[str, Any], key: str, where: str) -> bool:
    value = row.get(key, False)
    if not isinstance(value, bool):
        raise InputError(f"{key} is neither true nor false: {value!r}", where=where, remedy=f"write {key} = true")
    return value


def _text(row: Mapping[str, Any], key: str, where: str, default: str) -> str:
    value = row.get(key, default)
    if not isinstance(value, str):
        raise InputError(f"{key} is no text: {value!r}", where=where, remedy=f'write {key} = "..."')
    return value


def _names(row: Mapping[str, Any], key: str, where: str, default: tuple[str, ...]) -> tuple[str, ...]:
    value = row.get(key, list(default))
    if not isinstance(value, list) or not value or not all(isinstance(one, str) for one in value):
        raise InputError(f"{key} is no list of names: {value!r}", where=where, remedy=f'write {key} = ["DEU", "FRA"]')
    return tuple(value)


ENTRIES = {"target": TARGET, "backfill": BACKFILL, "assumption": ASSUMPTION}
"""Lists of entries, and the keys that each knows."""
READERS: Mapping[str, Callable[[int, Mapping[str, Any], str], object]] = {
    "target": lambda at, row, name: _target(row, f"{name}, target {at}"),
    "backfill": lambda at, row, name: _backfill(row, f"{name}, backfill {at}"),
    "assumption": lambda at, row, name: _assumptions([(at, row)], name),
}
"""What reads one entry, alone."""
