"""What the record declares of each of its tables, and what is wrong with a text that does not fit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from burdenshare.record import tables
from burdenshare.record.days import days_meant
from burdenshare.record.typed import value_of

_WORDS = {
    "integer": "a whole number",
    "number": "a number",
    "boolean": "true or false",
    "date": "a day (2024-06-17)",
}


@dataclass(frozen=True, slots=True)
class Field:
    """One column: `kind` is a Frictionless type; `low` and `high` are inclusive bounds."""

    name: str
    kind: str
    required: bool = False
    low: float | None = None
    high: float | None = None
    allowed: tuple[str, ...] = ()
    pattern: str = ""

    def fault(self, text: str) -> str:
        """What is wrong with a text, empty where it fits: `column 'year' holds '24.5', which is no whole number`."""
        wrong = self._wrong(text)
        return f"column '{self.name}' {wrong}" if wrong else ""

    def _wrong(self, text: str) -> str:
        if not text:
            return "is empty" if self.required else ""
        shown = f"'{text[:60]}'"
        if self.pattern and not _is_moment(self.pattern, text):
            return f"holds {shown}, which is no year, month, day or span of them (2024, 2024-06, 2024-06-17)"
        if self.allowed and text not in self.allowed:
            return f"holds {shown}; allowed: {', '.join(self.allowed)}"
        try:
            value = value_of(text, self.kind)
        except ValueError:
            return f"holds {shown}, which is not {_WORDS.get(self.kind, self.kind)}"
        if isinstance(value, int | float) and not self._within(value):
            return f"holds {shown}, which is outside {self.low:g} to {self.high:g}"
        return ""

    def _within(self, value: float) -> bool:
        return self.low is None or self.high is None or self.low <= value <= self.high


def _is_moment(pattern: str, text: str) -> bool:
    """Whether a text has the form of a moment, and the calendar has it; a span of years may be `2021-2024`."""
    if not re.fullmatch(pattern, text, re.ASCII):
        return False
    return days_meant(text) is not None or re.fullmatch(r"\d{4}-\d{4}", text, re.ASCII) is not None


@dataclass(frozen=True, slots=True)
class Declared:
    """One table of the record."""

    path: str
    title: str
    fields: tuple[Field, ...]
    key: tuple[str, ...]

    @property
    def columns(self) -> tuple[str, ...]:
        """The names of its columns, in their order."""
        return tuple(one.name for one in self.fields)

    def field(self, name: str) -> Field:
        """The column of that name. Raises KeyError."""
        return {one.name: one for one in self.fields}[name]

    def fault(self, row: Mapping[str, str]) -> str:
        """What is wrong with the first column of a row that does not fit; empty where all do."""
        return next((found for one in self.fields if (found := one.fault(row[one.name]))), "")

    def key_of(self, row: Mapping[str, str]) -> tuple[str, ...]:
        """The values that name the row."""
        return tuple(row[name] for name in self.key)


@cache
def declared() -> Mapping[str, Declared]:
    """Every table of the record by its path, in the descriptor's order."""
    return {str(one["path"]): _declared(one) for one in tables.resources()}


def _declared(resource: Mapping[str, object]) -> Declared:
    schema = resource["schema"]
    assert isinstance(schema, dict)  # the packaged descriptor, whose form a test pins
    fields = tuple(_field(one) for one in schema["fields"])
    return Declared(str(resource["path"]), str(resource["title"]), fields, _names(schema["primaryKey"]))


def _names(listed: Sequence[object]) -> tuple[str, ...]:
    return tuple(str(one) for one in listed)


def _field(told: Mapping[str, object]) -> Field:
    limits = told.get("constraints") or {}
    assert isinstance(limits, dict)
    return Field(
        str(told["name"]),
        str(told["type"]),
        bool(limits.get("required")),
        limits.get("minimum"),
        limits.get("maximum"),
        tuple(limits.get("enum", ())),
        str(limits.get("pattern", "")),
    )
