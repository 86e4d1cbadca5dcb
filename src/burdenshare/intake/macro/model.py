"""The values between a macroeconomic file and the rows of the record."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from burdenshare.intake.grid import Value
from burdenshare.intake.model import LeftOut

MOST_NAMED = 6
"""Names that an entry on what was left out tells one by one."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a file is read: the subjects of the record, and of each the countries that `takes` says.

    `takes` is asked with a country's code, its number (either may be empty) and the subject.
    """

    subjects: frozenset[str]
    takes: Callable[[str, str, str], bool]


@dataclass(frozen=True, slots=True)
class Cell:
    """One value as the file gives it, with its year and its place."""

    year: int
    value: Value
    place: str


@dataclass(frozen=True, slots=True)
class Series:
    """One country's values of one subject; all texts as the file has them, empty where it says nothing.

    `number` is the IMF's number of the country, `actual` the mark of the last year that is no projection. A series
    of a country that is not taken has no cells.
    """

    code: str
    number: str
    subject: str
    unit: str
    scale: str
    actual: str
    place: str
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """What a place of the file says of its edition: year and month, and the very day where it says that."""

    year: int
    month: int
    day: date | None
    place: str


@dataclass(frozen=True, slots=True)
class Reading:
    """All of a file: its series of the record's subjects, what it says of its edition, what in it is no such series.

    `in_units` is True where values stand in base units whatever scale is named (it then says how to show them).
    """

    series: tuple[Series, ...]
    editions: tuple[Edition, ...]
    in_units: bool
    left_out: tuple[LeftOut, ...] = ()


@dataclass(slots=True)
class Tally:
    """Counts what is left out by its reason, so that a thousand rows become one entry; `of` says what is counted."""

    of: str
    _held: dict[str, tuple[str, dict[str, int]]] = field(default_factory=dict)

    def add(self, reason: str, name: str, place: str) -> None:
        """One more row with that name was left out for that reason."""
        _, names = self._held.setdefault(reason, (place, {}))
        names[name] = names.get(name, 0) + 1

    def left_out(self) -> tuple[LeftOut, ...]:
        """An entry a reason: the place of the first row, how many there are, under which names."""
        return tuple(LeftOut(place, self._told(names), reason) for reason, (place, names) in self._held.items())

    def _told(self, names: dict[str, int]) -> str:
        rest = len(names) - MOST_NAMED
        listed = ", ".join(list(names)[:MOST_NAMED]) + (f" and {rest} more" if rest > 0 else "")
        return f"{sum(names.values()):,} {self.of}: {listed}"
