"""Which column of a table says what: found by the header, whatever its order, and refused where it is in doubt."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from burdenshare.intake.grid import Value
from burdenshare.intake.model import Given, refused

Place = Callable[[int], str]
"""The place of a column in the header's row."""

_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_DIGITS = re.compile(r"\d\d")


@dataclass(frozen=True, slots=True)
class Layout:
    """The names of a form's columns by what they say, in order of preference: the first that the header holds counts.

    `marks` are the roles by which a header is known, `needed` those that it must have besides; other columns are
    passed over. `wide` tables have a column a year.
    """

    name: str
    called: Mapping[str, tuple[str, ...]]
    marks: tuple[str, ...]
    needed: tuple[str, ...] = ()
    wide: bool = True


@dataclass(frozen=True, slots=True)
class Columns:
    """Places of the columns in a row: `named` by role, `years` in the file's order, and how many cells a row has."""

    named: Mapping[str, int]
    width: int
    years: tuple[tuple[int, int], ...] = field(default=())

    def text(self, row: Sequence[Value], role: str) -> str:
        """What a row says under a role, empty where the table has no such column."""
        spot = self.named.get(role)
        return text(row[spot]) if spot is not None and spot < len(row) else ""


def text(value: Value) -> str:
    """A cell as text: whole numbers without a point."""
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return "" if value is None else str(value).strip()


def is_header(names: Sequence[Value], layout: Layout) -> bool:
    """Whether a row is the header of that form: it holds every column by which the form is known."""
    held = {text(name) for name in names}
    return all(held & set(layout.called[role]) for role in layout.marks)


def columns(given: Given, names: Sequence[Value], layout: Layout, place: Place) -> Columns:
    """The columns of a header. Raises DeliveryError: one is missing or doubled, or the years are out of order."""
    header = [text(name) for name in names]
    named = _named(given, header, layout, place)
    years = _years(given, header, place) if layout.wide else ()
    return Columns(named, len(header), years)


def _named(given: Given, header: list[str], layout: Layout, place: Place) -> dict[str, int]:
    counts = Counter(header)
    found: dict[str, int] = {}
    for role, called in layout.called.items():
        name = next((one for one in called if one in counts), None)
        if name is None:
            if role in (*layout.marks, *layout.needed):
                what = f"has no column '{called[0]}', which {layout.name} has"
                raise refused(given, what, place=place(0), remedy="give the publisher's own file")
            continue
        if counts[name] > 1:
            twice = len(header) - 1 - header[::-1].index(name)
            raise refused(given, f"the column '{name}' stands twice", place=place(twice), remedy="drop one")
        found[role] = header.index(name)
    return found


def _years(given: Given, header: list[str], place: Place) -> tuple[tuple[int, int], ...]:
    """Columns of years: each one follows the one before it, up or down, and nothing else is nearly a year."""
    for spot, name in enumerate(header):
        if _DIGITS.search(name) and not _YEAR.fullmatch(name):
            what = f"the column '{name[:40]}' is no year"
            raise refused(given, what, place=place(spot), remedy="check the header against the publisher's")
    years = tuple((int(name), spot) for spot, name in enumerate(header) if _YEAR.fullmatch(name))
    if not years:
        raise refused(given, "the header has no column of a year", place=place(0), remedy="fetch it again")
    step = years[-1][0] > years[0][0]
    for (year, _), (after, spot) in pairwise(years):
        if after - year != (1 if step else -1):
            what = f"the column of {after} stands behind that of {year}"
            raise refused(given, what, place=place(spot), remedy="check the header against the publisher's")
    return years
