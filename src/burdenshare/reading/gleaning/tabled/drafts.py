"""The statement of one cell."""

from __future__ import annotations

from dataclasses import replace

from burdenshare.reading.context import Context
from burdenshare.reading.drafts import Draft
from burdenshare.reading.gleaning.tabled.cells import Cell
from burdenshare.reading.model import Interval, Kind, Modality
from burdenshare.reading.widths import interval

_SUMMED = frozenset({"aid"})
"""Measures told up to now, of no single year."""
_OTHER_PURSES = frozenset({"aid", "military_expenditure"})
_FIRM = frozenset({"share_of_gdp", "guideline"})
"""Measures whose definition a heading settles; sums of money have price bases, forces their own counts."""


def cell_draft(context: Context, cell: Cell) -> Draft:
    """`Poland 4.12`, `| Hungary | 48.4 |`, `Türkiye 445`, below their heading."""
    q, column = context.quantity, cell.column
    on, newest = context.calendar.on, context.calendar.newest_year
    ahead = bool(column.year) and on is not None and int(column.year) > on.year
    promise = column.measure == "guideline" or ahead
    measure = "guideline" if promise and column.measure == "share_of_gdp" else column.measure
    undated = "" if promise or column.measure in _SUMMED else str(newest or "")
    return Draft(
        0 if cell.alone else q.first,
        q.last,
        (q.first, q.last),
        Kind.PROMISE if promise else Kind.FACT,
        measure,
        "cell of a table",
        subject=(cell.owner,),
        comparator=q.comparator,
        value=_value(context, cell),
        unit=q.unit or column.unit,
        period=column.year or undated,
        period_from="explicit" if column.year else "now" if undated else "",
        modality=Modality.PLEDGE if promise else Modality.FACT,
        note="% of GDP" if column.measure in _OTHER_PURSES and column.unit == "%" else "",
        holes=context.holes_of_source(),
        likely=not (cell.alone and column.measure in _FIRM),
    )


def _value(context: Context, cell: Cell) -> Interval:
    q = context.quantity
    if cell.column.scale == 1.0 or q.number.scale > 1:
        return q.value
    by = cell.column.scale
    number = q.number
    return interval(replace(number, value=number.value * by, step=number.step * by, scale=by), q.rule)
