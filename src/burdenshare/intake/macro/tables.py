"""Tables in their files: wide ones in texts and in workbooks, observations in texts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import IO

from burdenshare.intake.grid import Sheet, sheets
from burdenshare.intake.macro import delimited, observations, wide
from burdenshare.intake.macro.columns import Layout
from burdenshare.intake.macro.delimited import Head
from burdenshare.intake.macro.model import Series, Wanted
from burdenshare.intake.model import Given, LeftOut, refused

OWN_FILE = "give the publisher's own file"


def of_text(given: Given, stream: IO[bytes], head: Head, layout: Layout, wanted: Wanted, inside: str) -> wide.Table:
    """The table of that form in a text that begins with `head`; `inside` names the part of an archive that it is.

    Raises DeliveryError, also where there is no such table.
    """
    header = delimited.header(head.text, (name for role in layout.marks for name in layout.called[role]))
    parted_by = delimited.delimiter(header)
    lines = delimited.lines(given, delimited.opened(stream, head.encoding), parted_by, inside)
    if layout.wide:
        table = wide.read(given, _ruled(lines, inside), layout, wanted)
    else:
        table = observations.read(given, lines, wanted, inside)
    if table is None:
        what = f"has no header of {layout.name} in its first lines"
        raise refused(given, what, place=inside, remedy=OWN_FILE)
    if not inside:  # the parts of an archive have a checksum
        _refuse_open_end(given, table.series, delimited.open_end(given.content, header, parted_by))
    return table


def of_workbook(
    given: Given, layouts: Sequence[Layout], wanted: Wanted
) -> tuple[list[tuple[Sheet, wide.Table]], list[LeftOut]]:
    """The tables of those forms in the sheets of a workbook, and the sheets that hold none. Raises DeliveryError."""
    found: list[tuple[Sheet, wide.Table]] = []
    others: list[LeftOut] = []
    for sheet in sheets(given):
        tables = (wide.read(given, _rows(sheet), layout, wanted) for layout in layouts)
        table = next((one for one in tables if one is not None), None)
        if table is None:
            others.append(LeftOut(sheet.name, f"{len(sheet.rows):,} rows", "a sheet without such a table"))
        else:
            found.append((sheet, table))
    return found, others


def _ruled(lines: Iterable[tuple[int, list[str]]], inside: str) -> Iterator[wide.Ruled]:
    for number, cells in lines:
        yield wide.Ruled(cells, delimited.place(inside, number), _in_line(inside, number))


def _in_line(inside: str, number: int) -> Callable[[str, int], str]:
    return lambda name, spot: delimited.place(inside, number, name or str(spot + 1))


def _rows(sheet: Sheet) -> Iterator[wide.Ruled]:
    broken: dict[int, set[int]] = {}
    for row, column in sheet.errors:
        broken.setdefault(row, set()).add(column)
    for number, cells in enumerate(sheet.rows):
        at = frozenset(broken.get(number, ()))
        yield wide.Ruled(cells, sheet.place(number, 0), _in_row(sheet, number), at)


def _in_row(sheet: Sheet, row: int) -> Callable[[str, int], str]:
    return lambda _, spot: sheet.place(row, spot)


def _refuse_open_end(given: Given, series: Iterable[Series], last: int | None) -> None:
    """The last value of a text without an end of its last line may be cut off: it is not taken on trust."""
    if last is None:
        return
    for one in series:
        for cell in one.cells[-1:]:
            if cell.place.startswith(f"{delimited.place('', last)},") and cell.value:
                what = "ends inside this line, which may be cut off"
                raise refused(given, what, place=cell.place, remedy="fetch it again, or end the last line")
