"""Fields of a scenario file: each read as what it must be, refused in one line that names its place."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import StrEnum
from importlib.resources import files
from math import inf
from pathlib import Path
from typing import Any, TypeVar

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.road.toml_files import text_of

T = TypeVar("T", bound=StrEnum)
HIGHEST = 1e300
"""Beyond it no sum is a number any more."""
FIRST_YEAR, LAST_YEAR = 1900, 2200
"""A number beyond them is no year at all; each use has narrower bounds of its own."""
SHOWN = 60
"""Letters of a value that a fault shows."""


def shown(value: object) -> str:
    """A value as a fault shows it, however long it is."""
    text = repr(value)
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"


def text_of_file(name: str, shipped: tuple[str, ...], home: str) -> str:
    """The text of a shipped scenario by its name (of the package `home`), or of a file by its path.

    Raises InputError, UnknownNameError.
    """
    if name in shipped:
        return files(home).joinpath("scenarios", f"{name}.toml").read_text(encoding="utf-8")
    path = Path(name)
    if not path.suffix and not path.exists():
        raise UnknownNameError("scenario", name, shipped)
    return text_of(path, name)


def beside(table: Mapping[str, Any], name: str, parts: tuple[str, ...]) -> list[InputError]:
    """That a file names tables under `[tables]` which tell what is asked here: only the chain reads them."""
    section = table.get("tables", {})
    if not isinstance(section, Mapping):
        remedy = 'write [tables] and money = "money.csv" below it'
        return [InputError("'tables' is no table", where=name, remedy=remedy)]
    told = [f"{part} = {section[part]!r}"[:60] for part in parts if part in section]
    if not told:
        return []
    what = f"{' and '.join(told)} would not be read here"
    remedy = f"run burdenshare chain {name}, which reads tables, or leave [tables] out"
    return [InputError(what, where=f"{name}, tables", remedy=remedy)]


OF_A_KIND = {
    "spending": (("target", "backfill", "baseline", "follow_plans", "delay"), "burdenshare road {name}"),
    "the industry": (("buy", "road", "money", "equipment"), "burdenshare industry --scenario {name}"),
    "support to Ukraine": (("stop", "give", "replace", "pace"), "burdenshare support --scenario {name}"),
}
"""Kinds of scenario files: the keys at the top that only such files have, and what reads them."""


def of_another_kind(table: Mapping[str, Any], name: str, kind: str) -> list[InputError]:
    """That a file is a scenario of something else, where its keys say so: better than each of them unknown."""
    if any(key in table for key in OF_A_KIND[kind][0]):
        return []
    for other, (keys, command) in OF_A_KIND.items():
        told = [key for key in keys if key in table]
        if told and other != kind:
            what = f"a scenario of {other} (it has {', '.join(told)}), not of {kind}"
            return [InputError(what, where=name, remedy=f"{command.format(name=name)} reads it")]
    return []


def unknown(table: Mapping[str, Any], keys: tuple[str, ...], where: str) -> list[InputError]:
    """Every key that is not known, as a fault with the nearest that is."""
    return [UnknownNameError(f"key ({where})", key, keys) for key in table if key not in keys]


def rows(table: Mapping[str, Any], key: str, name: str) -> Iterable[tuple[int, Mapping[str, Any]]]:
    """The entries of a list of tables with their places, from 1. Raises InputError."""
    held = table.get(key, [])
    if not isinstance(held, list) or not all(isinstance(row, dict) for row in held):
        raise InputError(f"'{key}' is not a list of tables", where=name, remedy=f"write each as [[{key}]]")
    return enumerate(held, 1)


def known(table: Mapping[str, Any], keys: tuple[str, ...], where: str) -> None:
    """Refuse a key that is not known. Raises UnknownNameError with the nearest."""
    for key in table:
        if key not in keys:
            raise UnknownNameError(f"key ({where})", key, keys)


def choice(kind: type[T], value: Any, where: str) -> T:
    """One of a set of words. Raises UnknownNameError with the nearest."""
    held = [str(one.value) for one in kind]
    if value not in held:
        place, _, key = where.rpartition(", ")
        raise UnknownNameError(f"{key} ({place})" if place else key, str(value)[:SHOWN], held)
    return kind(value)


def number(row: Mapping[str, Any], key: str, where: str) -> float:
    """A finite number that must be there. Raises InputError."""
    value = row.get(key)
    if isinstance(value, bool) or not isinstance(value, int | float) or not -inf < value < inf:
        told = "is missing" if key not in row else f"is no number: {shown(value)}"
        raise InputError(f"{key} {told}", where=where, remedy=f"write {key} = 3.5")
    if abs(value) > HIGHEST:
        raise InputError(f"{key} is {value:.3g}", where=where, remedy=f"give at most {HIGHEST:g}")
    return float(value)


def year(row: Mapping[str, Any], key: str, where: str) -> int:
    """A whole number that must be there. Raises InputError."""
    value = row.get(key)
    if isinstance(value, bool) or not isinstance(value, int) or not FIRST_YEAR <= value <= LAST_YEAR:
        told = "is missing" if key not in row else f"is no year: {shown(value)}"
        raise InputError(f"{key} {told}", where=where, remedy=f"write {key} = 2035")
    return value


def flag(row: Mapping[str, Any], key: str, where: str) -> bool:
    """True or false; false where it is left out. Raises InputError."""
    value = row.get(key, False)
    if not isinstance(value, bool):
        raise InputError(f"{key} is neither true nor false: {shown(value)}", where=where, remedy=f"write {key} = true")
    return value


def text(row: Mapping[str, Any], key: str, where: str, default: str) -> str:
    """Words; `default` where they are left out. Raises InputError."""
    value = row.get(key, default)
    if not isinstance(value, str):
        raise InputError(f"{key} is no text: {shown(value)}", where=where, remedy=f'write {key} = "..."')
    return value


def names(row: Mapping[str, Any], key: str, where: str, default: tuple[str, ...]) -> tuple[str, ...]:
    """A list of names that is not empty; `default` where it is left out. Raises InputError."""
    value = row.get(key, list(default))
    if not isinstance(value, list) or not value or not all(isinstance(one, str) for one in value):
        raise InputError(
            f"{key} is no list of names: {shown(value)}", where=where, remedy=f'write {key} = ["DEU", "FRA"]'
        )
    return tuple(value)
