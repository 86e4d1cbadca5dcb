"""A sheet as lines: which rows are words, which are years, which are figures, wherever they stand."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from burdenshare.intake.grid import Sheet, Value
from burdenshare.intake.nato.figures import UnreadableError, cell_figure
from burdenshare.intake.nato.lines import Cell, Figures, Line, Part, Words, Years
from burdenshare.intake.nato.years import Year, fault_of, told_estimates, year_of

FEWEST = 2
"""Years that make a row one of years; a single one may stand in a title."""

ERROR = "holds the error of a formula"
MERGED = "is merged with other cells, so whose figure it is cannot be told"


@dataclass(frozen=True, slots=True)
class _Columns:
    """The columns in force: those of years, and those that other words head."""

    years: Mapping[int, Year]
    headed: Mapping[int, Words]


def part_of(sheet: Sheet, knows: Callable[[str], bool]) -> Part:
    """The lines of a sheet. `knows`: whether words are a name that can stand beside figures."""
    told = told_estimates(value for row in sheet.rows for value in row if isinstance(value, str))
    return Part(sheet.name, tuple(_lines(sheet, knows, told)))


def _lines(sheet: Sheet, knows: Callable[[str], bool], told: frozenset[int]) -> Iterator[Line]:
    columns = _Columns({}, {})
    merged = _merged(sheet)
    wrong: dict[int, set[int]] = {}
    for at, column in sheet.errors:
        wrong.setdefault(at, set()).add(column)
    for number, row in enumerate(sheet.rows):
        filled = {column: value for column, value in enumerate(row) if value is not None}
        errors = wrong.get(number, set()) - filled.keys()
        if not filled and not errors:
            continue
        texts = {column: value for column, value in filled.items() if isinstance(value, str)}
        named = any(map(knows, texts.values()))
        years = {} if named else _years(sheet, number, filled)
        if years:
            headed = {at: Words(sheet.place(number, at), text) for at, text in texts.items() if at not in years}
            columns = _Columns(years, headed)
            yield from _words(sheet, number, {at: text for at, text in texts.items() if at < min(years)})
            yield _row_of_years(sheet, number, years, told)
        elif named or _has_figures(filled, texts, errors, columns):
            yield _row_of_figures(sheet, number, filled, errors, columns, merged, told)
        else:
            yield from _words(sheet, number, texts)


def _words(sheet: Sheet, row: int, texts: Mapping[int, str]) -> Iterator[Words]:
    return (Words(sheet.place(row, column), text) for column, text in sorted(texts.items()))


def _years(sheet: Sheet, row: int, filled: Mapping[int, Value]) -> dict[int, Year]:
    """The years of a row by column, empty where it is no row of years."""
    found = {column: year_of(value, sheet.place(row, column)) for column, value in filled.items()}
    years = {column: year for column, year in found.items() if year is not None}
    others = [at for at, value in filled.items() if not isinstance(value, str) and at not in years]
    return years if len(years) >= FEWEST and len(years) > len(others) else {}


def _row_of_years(sheet: Sheet, row: int, years: Mapping[int, Year], told: frozenset[int]) -> Years:
    ordered = tuple(years[column] for column in sorted(years))
    fault, place = fault_of(ordered, told)
    return Years(sheet.place(row, min(years)), ordered, fault, place)


def _has_figures(filled: Mapping[int, Value], texts: Mapping[int, str], errors: set[int], columns: _Columns) -> bool:
    """Whether a row without a known name is one of figures: numbers, errors, or text that reads as a figure."""
    under = {column for column in texts if column in columns.years}
    return len(filled) > len(texts) or bool(errors) or (bool(under) and all(_is_figure(texts[at]) for at in under))


def _is_figure(text: str) -> bool:
    try:
        cell_figure(text)
    except UnreadableError:
        return False
    return True


def _row_of_figures(
    sheet: Sheet,
    row: int,
    filled: Mapping[int, Value],
    errors: set[int],
    columns: _Columns,
    merged: frozenset[tuple[int, int]],
    told: frozenset[int],
) -> Figures:
    cells = tuple(
        Cell(
            sheet.place(row, column),
            year.year,
            year.estimate or year.year in told,
            filled.get(column),
            ERROR if column in errors else MERGED if (row, column) in merged else "",
        )
        for column, year in sorted(columns.years.items())
    )
    beside = {at: value for at, value in filled.items() if at not in columns.years}
    texts = {at: value for at, value in beside.items() if isinstance(value, str)}
    under_none = (beside.keys() - texts.keys()) | (errors - columns.years.keys())
    strays = sorted(under_none - columns.headed.keys())
    return Figures(
        sheet.place(row, min([*filled, *errors])),
        tuple(_words(sheet, row, texts)),
        cells,
        tuple(sheet.place(row, at) for at in strays),
        tuple(columns.headed[at] for at in sorted(under_none & columns.headed.keys())),
    )


def _merged(sheet: Sheet) -> frozenset[tuple[int, int]]:
    """Every cell that is merged with another."""
    return frozenset(
        (row, column)
        for top, left, bottom, right in sheet.spans
        if (top, left) != (bottom, right)
        for row in range(top, min(bottom, len(sheet.rows)) + 1)
        for column in range(left, min(right, left + _WIDEST) + 1)
    )


_WIDEST = 500
"""Columns of a merged range that are looked at; a whole row may be merged."""
