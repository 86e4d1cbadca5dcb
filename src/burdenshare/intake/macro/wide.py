"""Wide tables: a row a series, a column a year."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from burdenshare.intake.grid import Value
from burdenshare.intake.macro.columns import Columns, Layout, columns, is_header, text
from burdenshare.intake.macro.model import Cell, Series, Tally, Wanted
from burdenshare.intake.model import Given, LeftOut, refused

HEADER_WITHIN = 20
"""Rows in which the header must stand."""

MOST_NOTED = 2
"""Cells that a note around the table fills at most."""

AGAIN = "the row is damaged: fetch the file again"
OTHER_SUBJECT = "not a subject of the record"
NOT_ANNUAL = "not a yearly value"


@dataclass(frozen=True, slots=True)
class Ruled:
    """A row of a table with its address. `broken` are the columns that hold a formula's error."""

    cells: Sequence[Value]
    place: str
    at: Callable[[str, int], str]  # from the name of a column and its index to the place of the cell
    broken: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Table:
    """A table up to its end: the series of wanted subjects, the notes around them, what was passed over.

    `published` is what its rows say of the day of publication, each with the place of the first that says so;
    `counts` how many rows it has of every subject.
    """

    series: tuple[Series, ...]
    notes: tuple[LeftOut, ...]
    left_out: tuple[LeftOut, ...]
    published: tuple[tuple[str, str], ...]
    counts: Mapping[str, int]


def read(given: Given, rows: Iterable[Ruled], layout: Layout, wanted: Wanted) -> Table | None:
    """The table of that form in `rows`, None where no header of it stands among the first. Raises DeliveryError."""
    rest = iter(rows)
    notes: list[LeftOut] = []
    header = _header(rest, layout, notes)
    if header is None:
        return None
    names = tuple(map(text, header.cells))
    held = columns(given, header.cells, layout, lambda spot: header.at(names[spot], spot))
    series: list[Series] = []
    published: dict[str, str] = {}
    job = _Job(given, held, names, wanted, Tally("rows"), Counter())
    for row in _full(given, rest, held, notes):
        one = _series(job, row)
        if one is not None:
            series.append(one)
            day = held.text(row.cells, "published") if one.cells else ""
            if day:
                published.setdefault(day, row.place)
    return Table(tuple(series), tuple(notes), job.tally.left_out(), tuple(published.items()), job.counts)


def filled(row: Ruled) -> tuple[str, ...]:
    """The texts of the cells that hold something."""
    return tuple(told for told in map(text, row.cells) if told)


def identity(given: Given, held: Columns, cells: Sequence[Value], place: str) -> tuple[str, str]:
    """Country and subject of a row; the key of a series (`DEU.NGDPD.A`) must say the same as its columns."""
    key = held.text(cells, "key")
    if not key:
        return held.text(cells, "code"), held.text(cells, "subject")
    parts = key.split(".")
    if len(parts) != 3:
        raise refused(given, f"'{key[:40]}' is no key of a series", place=place, remedy=AGAIN)
    for role, said in zip(("code", "subject"), parts, strict=False):
        other = held.text(cells, role)
        if held.named[role] != held.named["key"] and other != said:
            what = f"the key '{key[:40]}' and the column '{other[:40]}' name two series"
            raise refused(given, what, place=place, remedy=AGAIN)
    return parts[0], parts[1]


def _header(rows: Iterator[Ruled], layout: Layout, notes: list[LeftOut]) -> Ruled | None:
    for _, row in zip(range(HEADER_WITHIN), rows, strict=False):
        if is_header(row.cells, layout):
            return row
        if told := filled(row):
            notes.append(LeftOut(row.place, "; ".join(told)[:200], "stands above the table"))
    return None


def _full(given: Given, rows: Iterator[Ruled], held: Columns, notes: list[LeftOut]) -> Iterator[Ruled]:
    """Rows with every column; empty rows are passed over, notes are kept aside."""
    for row in rows:
        count = len(row.cells)
        if count == held.width and held.text(row.cells, "subject"):
            yield row
            continue
        told = filled(row)
        if not told:
            continue
        if len(told) <= MOST_NOTED and not held.text(row.cells, "subject"):
            notes.append(LeftOut(row.place, "; ".join(told)[:200], "a note around the table"))
            continue
        if count != held.width:  # one more that is empty is no excuse: the others may have moved
            raise refused(given, f"has {count} columns, the header {held.width}", place=row.place, remedy=AGAIN)
        yield row


@dataclass(frozen=True, slots=True)
class _Job:
    """What the rows of a table share while they are read."""

    given: Given
    held: Columns
    names: tuple[str, ...]
    wanted: Wanted
    tally: Tally
    counts: Counter[str]


def _series(job: _Job, row: Ruled) -> Series | None:
    given, held, cells = job.given, job.held, row.cells
    code, subject = identity(given, held, cells, row.place)
    if not subject:
        raise refused(given, "names no subject", place=row.place, remedy=AGAIN)
    job.counts[subject] += 1
    if subject not in job.wanted.subjects:
        job.tally.add(OTHER_SUBJECT, subject, row.place)
        return None
    number = held.text(cells, "number")
    if not code and not number:
        raise refused(given, "names no country", place=row.place, remedy=AGAIN)
    if held.text(cells, "frequency") not in ("", "A", "Annual"):
        job.tally.add(NOT_ANNUAL, f"{code}.{subject}", row.place)
        return None
    taken = job.wanted.takes(code, number, subject)
    unit, scale, actual = (held.text(cells, role) for role in ("unit", "scale", "actual"))
    return Series(code, number, subject, unit, scale, actual, row.place, tuple(_cells(job, row)) if taken else ())


def _cells(job: _Job, row: Ruled) -> Iterator[Cell]:
    for year, spot in job.held.years:
        where = row.at(job.names[spot], spot)
        if spot in row.broken:
            what = "holds a formula's error"
            raise refused(job.given, what, place=where, remedy="check the cell against the publisher's own file")
        yield Cell(year, row.cells[spot], where)
