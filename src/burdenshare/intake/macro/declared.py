"""The tables of judgement: which subjects the record keeps, by which codes countries go, what a scale is."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from burdenshare.errors import RecordError

FOLDER = Path(__file__).parent
NEEDED = ("example", "reason")


@dataclass(frozen=True, slots=True)
class Subject:
    """One subject of a publisher and the indicator of the record that it is; the fields head the tables."""

    code: str
    indicator: str
    unit: str
    scaled: bool
    example: str
    reason: str
    units: tuple[str, ...] = ()
    zero_is_missing: bool = False


@dataclass(frozen=True, slots=True)
class Subjects:
    """What the record keeps of one publisher: subjects by code, years from `first` to `last`, projections or none."""

    by_code: Mapping[str, Subject]
    first: int
    last: int
    projections: bool


@dataclass(frozen=True, slots=True)
class Areas:
    """Countries of the record by other codes and by the IMF's number."""

    others: Mapping[str, str]
    numbers: Mapping[str, str]  # entity to number
    by_number: Mapping[str, str]

    def entity(self, code: str, number: str) -> str:
        """The record's code of a country, or the file's own where the tables do not know it."""
        return self.others.get(code, code) or self.by_number.get(number, number)


@lru_cache(maxsize=4)
def subjects(publisher: str) -> Subjects:
    """The subjects of `weo` or `wdi`."""
    name = f"subjects_{publisher}.toml"
    return parse_subjects((FOLDER / name).read_text(encoding="utf-8"), name)


@lru_cache(maxsize=1)
def areas() -> Areas:
    """The codes of countries."""
    return parse_areas((FOLDER / "areas.toml").read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def scales() -> Mapping[str, int]:
    """The power of ten by the name of a scale, case-folded."""
    return parse_scales((FOLDER / "scales.toml").read_text(encoding="utf-8"))


def parse_subjects(text: str, name: str = "subjects.toml") -> Subjects:
    """Subjects from the text of a table. Raises RecordError for an unknown key, a missing one or a doubled code."""
    table = tomllib.loads(text)
    _refuse_unknown(name, table, {"years", "subject"})
    found = tuple(Subject(**_row(name, one)) for one in table["subject"])
    for held in ({one.code for one in found}, {one.indicator for one in found}):
        if len(held) != len(found):
            raise RecordError("a subject stands twice", where=name, remedy="drop one")
    years = table["years"]
    _refuse_unknown(name, years, {"first", "last", "projections", "reason"})
    by_code = {one.code: one for one in found}
    return Subjects(by_code, int(years["first"]), int(years["last"]), bool(years["projections"]))


def parse_areas(text: str, name: str = "areas.toml") -> Areas:
    """Codes of countries from the text of a table. Raises RecordError for an unknown key or a doubled code."""
    table = tomllib.loads(text)
    _refuse_unknown(name, table, {"imf", "other"})
    numbers = {str(entity): str(number) for entity, number in table["imf"].items()}
    others: dict[str, str] = {}
    for one in table["other"]:
        _refuse_unknown(name, one, {"code", "entity", *NEEDED})
        _refuse_silent(name, one)
        others[one["code"]] = one["entity"]
    by_number = {number: entity for entity, number in numbers.items()}
    if len(by_number) != len(numbers) or len(others) != len(table["other"]) or others.keys() & numbers.keys():
        raise RecordError("a code stands twice", where=name, remedy="drop one")
    return Areas(others, numbers, by_number)


def parse_scales(text: str, name: str = "scales.toml") -> Mapping[str, int]:
    """Scales from the text of a table. Raises RecordError for an unknown key or a doubled name."""
    table = tomllib.loads(text)
    _refuse_unknown(name, table, {"scale"})
    found: dict[str, int] = {}
    for one in table["scale"]:
        _refuse_unknown(name, one, {"names", "power", *NEEDED})
        _refuse_silent(name, one)
        for called in one["names"]:
            if found.setdefault(called.casefold(), int(one["power"])) != int(one["power"]):
                raise RecordError(f"'{called}' stands twice", where=name, remedy="drop one")
    return found


def _row(name: str, one: Mapping[str, Any]) -> dict[str, Any]:
    known = {field.name for field in fields(Subject)}
    _refuse_unknown(name, one, known)
    _refuse_silent(name, one)
    missing = {"code", "indicator", "unit", "scaled"} - one.keys()
    if missing:
        raise RecordError(f"a subject lacks {', '.join(sorted(missing))}", where=name, remedy="say it")
    return {**one, "units": tuple(one.get("units", ()))}


def _refuse_unknown(name: str, held: Iterable[str], known: set[str]) -> None:
    unknown = sorted(set(held) - known)
    if unknown:
        raise RecordError(f"unknown key {', '.join(unknown)}", where=name, remedy="drop it")


def _refuse_silent(name: str, one: Mapping[str, Any]) -> None:
    if any(not one.get(key) for key in NEEDED):
        raise RecordError("a row lacks its example or its reason", where=name, remedy="give both")
