"""Units, bounds and keys of macroeconomic cells, and what a vintage says of its day and years."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.macro.limits import IMPLIED_RATE, declared
from burdenshare.intake.rules.macro.vintage import Vintages
from burdenshare.record.macro import KEY
from burdenshare.record.schema import MACRO
from burdenshare.record.tables import PLACE

if TYPE_CHECKING:
    from polars import DataFrame

FURTHEST = 6
"""Years beyond its own that an Outlook projects: five, six in those of autumn up to 2012."""


def faults(vintages: Vintages) -> Iterator[Fault]:
    """Cells of the judged vintages that cannot be, whatever the others say."""
    import polars as pl

    macro = vintages.macro
    if vintages.only is not None:
        macro = macro.filter(pl.col("vintage").is_in(list(vintages.only)))
    for row in macro.filter(macro.select(KEY).is_duplicated()).iter_rows(named=True):
        yield _fault("twice", row, "the key stands twice")
    yield from _bounds(macro)
    yield from _days(macro)


def _bounds(macro: DataFrame) -> Iterator[Fault]:
    import polars as pl

    limits = declared()
    for (indicator,), part in macro.partition_by("indicator", as_dict=True, maintain_order=True).items():
        limit = limits.get(str(indicator)) if indicator != IMPLIED_RATE else None
        if limit is None:
            yield Fault("form", MACRO, (str(indicator),), "not an indicator of the record", str(part[PLACE][0] or ""))
            continue
        wrong = (pl.col("unit") != limit.unit) | ~pl.col("value").is_between(limit.low, limit.high)
        for row in part.filter(wrong).iter_rows(named=True):
            what = f"{row['value']:g} {row['unit']}, expected {limit.low:g} to {limit.high:g} {limit.unit}"
            yield _fault("ranges", row, what)


def _days(macro: DataFrame) -> Iterator[Fault]:
    """One day a vintage, in the month of its id, and no year that was beyond all projections."""
    import polars as pl

    found = macro.group_by("vintage").agg(
        pl.col("published_on").unique().sort(), pl.col("year").max(), pl.col(PLACE).first()
    )
    for vintage, days, newest, place in found.sort("vintage").iter_rows():
        month = re.search(r"\d{4}-\d{2}$", vintage)
        if len(days) > 1:
            yield Fault("release", MACRO, (vintage, "day"), f"published on {' and on '.join(days)}", place or "")
        elif month and not days[0].startswith(month[0]):
            what = f"published on {days[0]}, not in the month of its id"
            yield Fault("release", MACRO, (vintage, "day"), what, place or "")
        if newest > int(days[-1][:4]) + FURTHEST:
            what = f"published on {days[-1]}, its cells go to {newest}"
            yield Fault("release", MACRO, (vintage, "years"), what, place or "")


def _fault(rule: str, row: dict[str, object], what: str) -> Fault:
    place = str(row.get(PLACE) or "")
    return Fault(rule, MACRO, tuple(str(row[name]) for name in KEY), what, place)
