"""Requirements as a long table: one row a requirement and year, with its gap and how likely it is met by then."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import TYPE_CHECKING, Any

from burdenshare.report.industry.csv import settled
from burdenshare.road.industry.model import NotFed

if TYPE_CHECKING:
    from burdenshare.report.industry.door import RequirementsReport

COLUMNS = ("requirement", "title", "kind", "unit", "gap_low", "gap", "gap_high", "by_end_of", "chance", "not_fed")
"""Columns in order; of a requirement that nothing feeds there is one row without a year, which says why."""


def rows(one: RequirementsReport) -> Iterator[dict[str, Any]]:
    """Every requirement, year by year."""
    for gap, met in zip(one.gaps, one.met, strict=True):
        ends = (settled(end) for end in (gap.units.low, gap.units.central, gap.units.high))
        head = dict(zip(COLUMNS, (met.requirement, met.title, gap.required.kind.value, gap.unit, *ends), strict=False))
        if isinstance(met, NotFed):
            yield head | {"not_fed": met.reason}
            continue
        for year in range(one.on.year, int(round(met.horizon, 6))):
            yield head | {"by_end_of": year, "chance": settled(met.chance(year + 1.0))}


def csv_text(one: RequirementsReport) -> str:
    """The table as CSV text."""
    stream = StringIO()
    writer = csv.DictWriter(stream, COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows(one))
    return stream.getvalue()
