"""One ally, year after year: spending, what it costs over the baseline, output and debt.

Every quantity of a year is one number, or an array of one number a draw: the same few lines serve the single central
run and the ensemble. Money is in US dollars at prices and exchange rates of the base year unless a name says else;
debt is told as a ratio to the GDP of its year.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

from burdenshare.road.model import Baseline, Measure

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

Number: TypeAlias = "float | NDArray[np.float64]"
"""numpy takes a tenth of a second to import: whoever runs without draws, as every check does, never needs it."""


@dataclass(frozen=True, slots=True)
class Levers:
    """The assumptions of one year. `output` is the multiplier times the part not imported: dollars of GDP for a dollar
    of extra spending; `offset` the part of extra spending met by cuts and taxes elsewhere; `interest_growth` the
    interest rate less the growth rate, and `wedge` the rise of defence prices over the deflator, as fractions a year.
    """

    output: Number
    offset: Number
    interest_growth: Number
    wedge: Number


@dataclass(frozen=True, slots=True)
class Ask:
    """What is asked of an ally, year by year from the base year: levels in the unit of `measure`.

    `kind` tells what the levels are: per cent of GDP, dollars of the base year, dollars of the year, national
    currency of the year, or per cent of real growth. None: what was spent the year before grows with GDP.
    """

    kind: str
    levels: tuple[float | None, ...]
    exact: bool = False


SHARE, CONSTANT, DOLLARS, NATIONAL, GROWTH = Measure.SHARE.value, "constant USD", "USD", "NCU", "growth"


@dataclass(frozen=True, slots=True)
class Ground:
    """What an ally's years rest on, base year first: `gdp` without the target, `dollars` and `national` the money of
    a year for one dollar of the base year; `revenue` per cent of GDP; `share` the base year's share in per cent."""

    gdp: Sequence[Number]
    dollars: Sequence[Number]
    national: Sequence[Number]
    revenue: Sequence[float] | None
    share: float


@dataclass(frozen=True, slots=True)
class Years:
    """An ally's years, base year first, one entry a year.

    `baseline` and `spending` in dollars of the base year, `extra` their difference; `gdp` with the target; `share` of
    that GDP in per cent; `debt` what the extra spending adds to the debt, as a ratio to the GDP without the target.
    """

    baseline: list[Number]
    spending: list[Number]
    extra: list[Number]
    gdp: list[Number]
    share: list[Number]
    debt: list[Number]


def roll(
    ground: Ground,
    ask: Ask | None,
    baseline: Baseline,
    plan: Sequence[float] | None,
    levers: Sequence[Levers],
    added: Sequence[Number] | None = None,
) -> Years:
    """Go from the base year on. `plan`: shares of the baseline of plans; `added`: dollars of the base year put on top
    of what the target asks (or taken off), year by year."""
    start = ground.share / 100 * ground.gdp[0]
    years = Years([start], [start], [0.0 * start], [ground.gdp[0]], [ground.share], [0.0 * start])
    volume: Number = 1.0
    for at in range(1, len(ground.gdp)):
        lever, gdp = levers[at], ground.gdp[at]
        volume = volume * (1 + lever.wedge)
        without = _without(ground, baseline, plan, at, start, volume)
        extra_asked = 0.0 if added is None else added[at]
        spending, output = _asked(ground, ask, at, without, lever.output, years, extra_asked)
        extra = spending - without
        years.baseline.append(without)
        years.spending.append(spending)
        years.extra.append(extra)
        years.gdp.append(output)
        years.share.append(100 * spending / output)
        years.debt.append(_debt(years.debt[-1], extra, output - gdp, gdp, lever, ground, at))
    return years


def _without(
    ground: Ground, baseline: Baseline, plan: Sequence[float] | None, at: int, start: Number, volume: Number
) -> Number:
    """Spending without the target. Holding real spending buys the same volume at defence prices."""
    if baseline is Baseline.REAL:
        return start * volume
    share = plan[at] if baseline is Baseline.PLANS and plan is not None else ground.share
    return share / 100 * ground.gdp[at]


def _asked(
    ground: Ground, ask: Ask | None, at: int, without: Number, k: Number, years: Years, added: Number
) -> tuple[Number, Number]:
    """Spending of a year and the GDP with it: extra spending raises GDP by `k`, and a share is of the raised GDP."""
    gdp = ground.gdp[at]
    if ask is None:
        spending = without + added
        return spending, gdp + k * added
    level = ask.levels[at]
    if ask.kind == SHARE and level is not None:
        part = level / 100
        output = (gdp - k * (without - added)) / (1 - k * part)  # gdp' = gdp + k (part gdp' + added - without)
        spending = part * output
    else:
        spending = _money(ground, ask, level, at, years)
    if not ask.exact:
        spending = _higher(spending, without)
    spending = spending + added
    return spending, gdp + k * (spending - without)


def _higher(one: Number, other: Number) -> Number:
    if isinstance(one, float) and isinstance(other, float):
        return max(one, other)
    import numpy as np

    return np.maximum(one, other)


def _money(ground: Ground, ask: Ask, level: float | None, at: int, years: Years) -> Number:
    if level is None:
        return years.spending[-1] * (ground.gdp[at] / ground.gdp[at - 1])
    if ask.kind == GROWTH:
        return years.spending[-1] * (1 + level / 100)
    if ask.kind == DOLLARS:
        return level / ground.dollars[at]
    return level / ground.national[at] if ask.kind == NATIONAL else level


def _debt(before: Number, extra: Number, raised: Number, gdp: Number, lever: Levers, ground: Ground, at: int) -> Number:
    """The added debt of a year as a ratio to GDP: last year's carried at interest over growth, and the year's own
    extra spending that nothing offsets, less what the state takes of the output it adds."""
    taken = 0.0 if ground.revenue is None else ground.revenue[at] / 100 * raised
    return before * (1 + lever.interest_growth) + (extra * (1 - lever.offset) - taken) / gdp
