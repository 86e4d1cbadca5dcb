"""Tables of observations: a row a value, as the IMF's data portal and its interface give them (SDMX-CSV).

The value stands in base units there; SCALE only says how the publisher shows it. Rows without a value may still tell
the last actual year of their series.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from burdenshare.intake.macro.columns import Columns, columns, is_header
from burdenshare.intake.macro.delimited import place
from burdenshare.intake.macro.layouts import OBSERVATIONS
from burdenshare.intake.macro.model import Cell, Series, Tally, Wanted
from burdenshare.intake.macro.wide import AGAIN, NOT_ANNUAL, OTHER_SUBJECT, Table, identity
from burdenshare.intake.model import Given, refused

Lines = Iterable[tuple[int, list[str]]]

_YEAR = re.compile(r"(?:19|20)\d\d", re.ASCII)
_FLOW = re.compile(r"IMF[\w.]*:WEO\w*(?:\([\d.+]*\))?", re.ASCII)
TELLING = ("unit", "scale", "actual")
"""What the rows of a series say of all of it: none may say another."""


@dataclass(slots=True)
class _Growing:
    """A series while its rows are read."""

    head: Series
    cells: list[Cell] = field(default_factory=list)


def read(given: Given, lines: Lines, wanted: Wanted, inside: str = "") -> Table | None:
    """The observations of the wanted subjects as series, None where the first row is no such header."""
    rest = iter(lines)
    number, header = next(rest, (0, []))
    if not is_header(header, OBSERVATIONS):
        return None
    held = columns(given, header, OBSERVATIONS, lambda spot: place(inside, number, header[spot]))
    grown: dict[tuple[str, str], _Growing] = {}
    published: dict[str, str] = {}
    tally = Tally("rows")
    for line, cells in rest:
        if not any(cells):
            continue
        where = place(inside, line)
        if len(cells) != len(header):
            what = f"has {len(cells)} columns, the header {len(header)}"
            raise refused(given, what, place=where, remedy=AGAIN)
        key = _key(given, held, cells, where, wanted, tally)
        if key is None:
            continue
        taken = wanted.takes(key[0], "", key[1])
        if not taken and key in grown:
            continue
        one = _observation(held, cells, key, where)
        series = grown.setdefault(key, _Growing(one))
        if taken:
            series.head = _agreed(given, series.head, one)
            _refuse_other_flow(given, held, cells, where)
            series.cells += _cell(given, held, cells, line, inside)
            if day := held.text(cells, "published"):
                published.setdefault(day, where)
    found = tuple(replace(one.head, cells=tuple(one.cells)) for one in grown.values())
    return Table(found, (), tally.left_out(), tuple(published.items()), {})


def _key(
    given: Given, held: Columns, cells: list[str], where: str, wanted: Wanted, tally: Tally
) -> tuple[str, str] | None:
    """Country and subject of a row, None where it is of none that is wanted."""
    code, subject = identity(given, held, cells, where)
    if not code or not subject:
        raise refused(given, "names no country or no subject", place=where, remedy=AGAIN)
    if subject not in wanted.subjects:
        tally.add(OTHER_SUBJECT, subject, where)
        return None
    if held.text(cells, "frequency") not in ("", "A", "Annual"):
        tally.add(NOT_ANNUAL, f"{code}.{subject}", where)
        return None
    return code, subject


def _observation(held: Columns, cells: list[str], key: tuple[str, str], where: str) -> Series:
    unit, scale, actual = (held.text(cells, role) for role in TELLING)
    return Series(key[0], "", key[1], unit, scale, actual, where)


def _agreed(given: Given, head: Series, one: Series) -> Series:
    for role in TELLING:
        first, again = getattr(head, role), getattr(one, role)
        if first and again and first != again:
            what = f"{one.subject} of {one.code} says '{again[:40]}' here and '{first[:40]}' at {head.place}"
            raise refused(given, what, place=one.place, remedy=AGAIN)
        if again and not first:
            head = replace(head, **{role: again})
    return head


def _refuse_other_flow(given: Given, held: Columns, cells: list[str], where: str) -> None:
    flow = held.text(cells, "flow")
    if not _FLOW.fullmatch(flow):
        what = f"'{flow[:40]}' is not the Outlook"
        raise refused(given, what, place=where, remedy="fetch the Outlook alone")


def _cell(given: Given, held: Columns, cells: list[str], line: int, inside: str) -> list[Cell]:
    year, value = held.text(cells, "year"), held.text(cells, "value")
    if not value:
        return []
    if not _YEAR.fullmatch(year):
        what = f"'{year[:40]}' is no year"
        raise refused(given, what, place=place(inside, line, "TIME_PERIOD"), remedy=AGAIN)
    return [Cell(int(year), value, place(inside, line, "OBS_VALUE"))]
