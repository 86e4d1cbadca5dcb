"""What a mapping file says, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal

From = Literal["column", "always", "text", "wide"]
"""Where a value comes from: a column of the file, a constant, a text with columns in braces, a wide cell."""

NAME, CELL = "name", "cell"
"""What of a wide cell is meant: the name of its column, or what stands in it."""


@dataclass(frozen=True, slots=True)
class Rule:
    """How one column of the record is filled.

    `told` is the column, the constant, the text with braces, or `NAME` or `CELL`. `times` multiplies a number; `days`
    are the forms of a date as `strptime` takes them; `words` replaces words; `empty` stands for an empty cell.
    """

    origin: From
    told: str
    times: Decimal | None = None
    days: tuple[str, ...] = ()
    words: Mapping[str, str] = field(default_factory=dict)
    empty: str = ""


@dataclass(frozen=True, slots=True)
class FileForm:
    """How the file is read. Lines and rows count from 1; 0 and "" leave it to the reader."""

    form: str = ""
    encoding: str = "utf-8"
    separator: str = ""
    sheet: str = ""
    header: int = 1
    first: int = 0
    last: int = 0
    records: str = ""


@dataclass(frozen=True, slots=True)
class Numbers:
    """How numbers are written in the file, and what stands for none."""

    decimal: str = "."
    thousands: str = ""
    missing: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Wide:
    """Columns that are laid below each other: those of a list, or whose names are years from `low` to `high`."""

    names: tuple[str, ...] = ()
    low: int = 0
    high: int = 0

    def holds(self, name: str) -> bool:
        """Whether a column of that name is one of them."""
        if self.names:
            return name in self.names
        return name.isdecimal() and len(name) == 4 and self.low <= int(name) <= self.high


@dataclass(frozen=True, slots=True)
class Filter:
    """Rows whose `column` holds one of `words` are kept, or left where `keeps` is False."""

    column: str
    words: tuple[str, ...]
    keeps: bool


@dataclass(frozen=True, slots=True)
class Told:
    """What the mapping says of the source; the columns of `sources.csv` of the same names."""

    publisher: str
    title: str
    address: str = ""
    grade: str = "secondary"
    precision: str = "printed"
    licence: str = "not stated"
    redistribution: str = "unclear"


@dataclass(frozen=True, slots=True)
class Mapped:
    """A whole mapping file. `releases` are rows of `nato/releases.csv`."""

    table: str
    columns: Mapping[str, Rule]
    source: Told
    file: FileForm = field(default_factory=FileForm)
    numbers: Numbers = field(default_factory=Numbers)
    wide: Wide | None = None
    filters: tuple[Filter, ...] = ()
    entities: Mapping[str, str] = field(default_factory=dict)
    releases: tuple[Mapping[str, str], ...] = ()
