"""Which numbers of a text are cells of a table or list: one pass over its lines, before any sentence is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from burdenshare.reading.context import Calendar
from burdenshare.reading.gleaning.tabled.columns import OWN, Column, currencies
from burdenshare.reading.gleaning.tabled.heads import Head, head_before_colon, head_of, measure_behind, title_of_defence
from burdenshare.reading.gleaning.tabled.rows import Row, bare_numbers, bare_owner, rows_of, years_of
from burdenshare.reading.parse import Parsed
from burdenshare.reading.quantities import Quantity

_NEAR = 1
"""Blocks between a heading and its rows, or between rows: one line of something else may stand between."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One number of a table: whose it is and what its column holds."""

    owner: str
    column: Column
    alone: bool


Cells = Mapping[int, Mapping[int, Cell]]
"""Cells by the number of the sentence and by the token at which the figure starts."""


@dataclass
class _Walk:
    """The state of the pass: the heading in force, the last line of its table, an owner that waits for its numbers."""

    bearers: frozenset[str]
    allies: frozenset[str]
    found: dict[int, dict[int, Cell]] = field(default_factory=dict)
    head: Head | None = None
    at: int = -99
    waiting: str = ""
    served: int = 0
    titled: int = -99
    orphans: list[tuple[int, Row]] = field(default_factory=list)

    def line(self, number: int, parsed: Parsed) -> None:
        """One sentence of the text."""
        block = parsed.sentence.block
        if block - self.at > _NEAR + 1:
            self.head, self.waiting, self.orphans = None, "", []
        if self._list(number, parsed):
            return
        if self.head is not None and self._below(number, parsed, block):
            return
        head = head_of(parsed, self.head, self.allies, titled=block - self.titled <= _NEAR)
        if title_of_defence(parsed):
            self.titled = block
        if head is None:
            return
        if self.orphans and head.columns[0] is not None and head.columns[0].measure:
            self._caption(head.columns[0])
        self.head, self.at, self.waiting = head, block, ""

    def _list(self, number: int, parsed: Parsed) -> bool:
        """A list within the sentence, with its heading in front of a colon or its measure behind."""
        head, start = head_before_colon(parsed, self.allies)
        if head is not None:
            rows = rows_of(parsed, start, head.owner)
            self.head, self.at, self.waiting = head, parsed.sentence.block, ""
            for row in rows:
                self._take(number, row, head)
            return bool(rows)
        behind = measure_behind(parsed)
        rows = rows_of(parsed) if behind is not None else ()
        if behind is None or not any(row.years for row in rows):
            return False
        for row in rows:
            self._take(number, row, Head((behind,)))
        return True

    def _below(self, number: int, parsed: Parsed, block: int) -> bool:
        assert self.head is not None
        if parsed.lows[1:2] == [":"] and len(told := years_of(parsed, 0, 1)) == 1:
            columns = [replace(one, year=told[0]) if one is not None else None for one in self.head.columns]
            self.head = replace(self.head, columns=tuple(columns))  # "2014: Poland 1.88, Estonia 1.93": below 2024's
        rows = rows_of(parsed, 0, self.head.owner)
        for row in rows:
            self._take(number, row, self.head)
        if rows:
            self.at, self.waiting = block, ""
            return True
        owner = bare_owner(parsed)
        if owner:
            self.at, self.waiting, self.served = block, owner, 0
            return True
        return self._cell_a_line(number, parsed, block)

    def _cell_a_line(self, number: int, parsed: Parsed, block: int) -> bool:
        numbers = bare_numbers(parsed)
        if not numbers or self.head is None:
            return bool(parsed.tokens) and all(t.kind == "mark" for t in parsed.tokens) and self._stay(block)
        if self.waiting and len(self.head.columns) > self.served and len(numbers) == 1:
            column = self.head.columns[self.served]
            self._put(number, numbers[0], self.waiting, column, alone=len(self.head.columns) == 1)
            self.served += 1
        return self._stay(block)

    def _stay(self, block: int) -> bool:
        self.at = block
        return True

    def _caption(self, column: Column) -> None:
        """Rows under a header of years alone get the measure of the line below them."""
        for number, row in self.orphans:
            assert self.head is not None
            given = tuple(replace(column, year=c.year) if c is not None else None for c in self.head.columns)
            self._take(number, row, Head(given))
        self.orphans = []

    def _take(self, number: int, row: Row, head: Head) -> None:
        first = head.columns[0]
        numbers = [q for q in row.cells if q is not None]
        if row.owner not in self.bearers and len(row.owner) != 3:
            return
        if any(c is not None and not c.measure for c in head.columns):
            self.orphans.append((number, row))
            return
        if row.years and len(row.years) == len(numbers) and first is not None:
            for q, year in zip(numbers, row.years, strict=True):
                self._put(number, q, row.owner, replace(first, year=year), alone=len(numbers) == 1)
        elif len(row.cells) == len(head.columns) and not row.years:
            for cell, column in zip(row.cells, head.columns, strict=True):
                if cell is not None:
                    self._put(number, cell, row.owner, column, alone=len(row.cells) == 1)

    def _put(self, number: int, q: Quantity, owner: str, column: Column | None, *, alone: bool) -> None:
        if column is not None and owner not in self.bearers:
            column = _of_a_stranger(column)
        if column is None or q.number.kind not in ("cardinal", "range") or not _of_unit(q, column):
            return
        scaled = 1.0 if q.number.scale > 1 else column.scale
        if column.low <= q.number.value * scaled <= column.high:
            self.found.setdefault(number, {})[q.core[0]] = Cell(owner, column, alone)


def _of_unit(q: Quantity, column: Column) -> bool:
    """No unit of its own, or the column's; sums may bring their own currency."""
    money = column.unit == OWN or column.unit in currencies()
    if money and q.unit:
        return q.unit == column.unit if column.unit != OWN else len(q.unit) == 3
    return column.unit != OWN and (not q.unit or q.unit == column.unit)


def _of_a_stranger(column: Column) -> Column | None:
    """`Russia 6.7` in a table of shares or sums: its military, no ally's defence."""
    told = column.measure in ("expenditure", "share_of_gdp")
    return replace(column, measure="military_expenditure", high=max(column.high, 40.0)) if told else None


def cells_of(parsed: Sequence[Parsed], calendar: Calendar) -> Cells:
    """Every number of the text that a heading explains."""
    walk = _Walk(calendar.bearers, calendar.allies)
    for number, parse in enumerate(parsed):
        walk.line(number, parse)
    return walk.found
