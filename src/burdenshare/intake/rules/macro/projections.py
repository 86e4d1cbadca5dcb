"""Projections of one vintage run smoothly: a slip in one stands off the line of its neighbours."""

from __future__ import annotations

import math
from collections.abc import Iterator

from burdenshare.intake.rules.faults import Fault
from burdenshare.intake.rules.macro.limits import Limit, declared
from burdenshare.intake.rules.macro.vintage import At, Series, Vintage, Vintages, by_series, moved, with_rates

DRAWN = 3
"""Years after a vintage's own from which on its projections are drawn smoothly: what is under way is over by then."""


def faults(vintages: Vintages) -> Iterator[Fault]:
    """Projections of the judged vintages that stand off the line of their neighbours."""
    for one in vintages.judged() if vintages.only is not None else ():
        for (indicator, entity), series in by_series(with_rates(one)).items():
            limit = declared().get(indicator)
            for year in sorted(series) if limit is not None and limit.bend < math.inf else ():
                if limit is not None and year >= one.year + DRAWN and bend(limit, series, year) > limit.bend:
                    yield _fault(one, At(indicator, entity, year), series)


def bend(limit: Limit, series: Series, year: int) -> float:
    """How far a year stands off the line of those beside it; the last one off that of the two before, by half."""
    before, after = series.get(year - 1), series.get(year + 1)
    if before is None:
        return 0.0
    if after is not None:
        return abs(limit.moved(before, series[year]) - limit.moved(series[year], after)) / 2
    earlier = series.get(year - 2)
    if earlier is None:
        return 0.0
    return abs(limit.moved(before, series[year]) - limit.moved(earlier, before)) / 2


def _fault(one: Vintage, at: At, series: Series) -> Fault:
    beside = " and ".join(f"{series[year]:g} in {year}" for year in (at.year - 1, at.year + 1) if year in series)
    return moved(one, at, f"{series[at.year]:g}, beside {beside}", "projections")
