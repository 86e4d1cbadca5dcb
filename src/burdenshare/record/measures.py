"""The declared measures: one table, read once, for reading, checking and report alike."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import lru_cache
from pathlib import Path
from typing import Any

from burdenshare.errors import RecordError, UnknownNameError

DECLARED = Path(__file__).with_name("measures.toml")
KINDS = ("cell", "derived", "entry")
MONEY = ("USD", "EUR", "NCU")


@dataclass(frozen=True, slots=True)
class Measure:
    """One declared measure; the meaning of each field heads `measures.toml`."""

    id: str
    title: str
    unit: str
    kind: str
    formula: str
    tables: tuple[str, ...]
    publishers: tuple[str, ...] = ()
    basis: str = ""
    total: bool = False
    variants: tuple[str, ...] = ()
    words: tuple[str, ...] = ()

    @property
    def priced(self) -> bool:
        """Whether a price basis (or variant) is part of the question."""
        return self.basis != ""


@dataclass(frozen=True, slots=True)
class Measures:
    """All declared measures, in the order of the table."""

    by_id: Mapping[str, Measure]

    def find(self, name: str) -> Measure:
        """The measure of that id. Raises UnknownNameError with the nearest ids."""
        if name not in self.by_id:
            raise UnknownNameError("measure", name, self.by_id)
        return self.by_id[name]


@lru_cache(maxsize=1)
def declared() -> Measures:
    """The packaged declaration. Raises RecordError for an unknown key, a missing one or a doubled id."""
    return parse(DECLARED.read_text(encoding="utf-8"))


def parse(text: str) -> Measures:
    """Measures from the text of a declaration."""
    table = tomllib.loads(text)
    _refuse(set(table) - {"measure"}, "the top level")
    held = [_measure(entry) for entry in table["measure"]]
    by_id = {one.id: one for one in held}
    if len(by_id) != len(held):
        raise RecordError("a measure is declared twice", where=DECLARED.name, remedy="keep one declaration of each")
    return Measures(by_id)


def _measure(entry: dict[str, Any]) -> Measure:
    name = str(entry.get("id", "?"))
    _refuse(set(entry) - {field.name for field in fields(Measure)}, name)
    given: dict[str, Any] = {key: tuple(value) if isinstance(value, list) else value for key, value in entry.items()}
    try:
        made = Measure(**given)
    except TypeError as fault:
        raise RecordError(f"measure '{name}': {fault}", where=DECLARED.name, remedy="declare every field") from None
    if made.kind not in KINDS:
        raise RecordError(
            f"measure '{name}': kind '{made.kind}'", where=DECLARED.name, remedy="use " + ", ".join(KINDS)
        )
    return made


def _refuse(unknown: set[str], place: str) -> None:
    if unknown:
        names = ", ".join(sorted(unknown))
        raise RecordError(f"unknown key {names} at {place}", where=DECLARED.name, remedy="drop it or declare it")
