"""The back-test that the record allows: 155 mm shells of the United States, foreseen from what was known, against what
came.

Two beginnings. In September 2023 an output and a plan were known; the model stretches the plan by what other makers'
plans took, never by these shells' own. In February 2022 there was an output and no plan: there orders without end pull
capacity, as fast as other makers' outputs rose. What was measured later than the day is so told; and the low end of
the assumption `build` was set with these shells in mind, so that the second beginning tests it no more.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import median

import numpy as np

from burdenshare.record.model import Observation
from burdenshare.record.record import Record
from burdenshare.road.industry.assumptions import assumed, spread_of
from burdenshare.road.industry.chances import Chances
from burdenshare.road.industry.facts import facts, level_of, production
from burdenshare.road.industry.flow import Pull, built, pulled
from burdenshare.road.industry.items import items, of_maker
from burdenshare.road.industry.lines import Drawn, planned
from burdenshare.road.industry.measured import UNKNOWN, growths, slips
from burdenshare.road.industry.model import Array, Level, Line
from burdenshare.road.industry.months import YEAR, Months, middle, stated
from burdenshare.road.industry.rates import kind_of, rate_of
from burdenshare.road.model import Spread

ITEM, MAKER = "155mm", "USA"
WITH_PLAN = date(2023, 9, 30)
"""By then an output of September 2023 and the plan of 100,000 a month had been told."""
BEFORE_PLAN = date(2022, 2, 28)
"""The output of that month was told in 2025; the Army knew its own."""
DRAWS = 10_000
SEED = 1
ENDLESS = 1e9
"""Units ordered a month where orders are no limit."""
METHODS = {
    "model": "the model: the plan at a pace stretched as other makers' plans were; without a plan what orders pull",
    "plan": "the plan as stated, in even steps",
    "pace": "the rise between the last two outputs known goes on",
    "same": "what was made goes on",
}


@dataclass(frozen=True, slots=True)
class Foreseen:
    """One forecast of one month: units a month, of the model the middle of its draws and the ends of 80 % of them (the
    central run without draws), and what came."""

    origin: date
    method: str
    month: str
    central: float
    low: float | None
    high: float | None
    came: Observation
    truth: float

    @property
    def error(self) -> float:
        """What was foreseen over what came, in per cent."""
        return 100 * (self.central / self.truth - 1)

    @property
    def covered(self) -> bool | None:
        """Whether what came lies within 80 % of the draws."""
        return None if self.low is None or self.high is None else self.low <= self.truth <= self.high


@dataclass(frozen=True, slots=True)
class Origin:
    """A day from which is foreseen: the rows known of the line, and the stretch and growth measured of others."""

    on: date
    known: tuple[Observation, ...]
    stretch: Spread
    growth: Spread


@dataclass(frozen=True, slots=True)
class Backtest:
    """All forecasts from both beginnings."""

    origins: tuple[Origin, ...]
    foreseen: tuple[Foreseen, ...]
    draws: int
    seed: int


def backtest(record: Record, *, draws: int = DRAWS, seed: int = SEED) -> Backtest:
    """Foresee and compare. Raises InputError for a number of draws out of bounds."""
    chances = Chances.of(draws, seed)
    rows = production(record, record.edition)
    stretch, growth = of_others(rows)
    made: list[Foreseen] = []
    origins = []
    for on in (WITH_PLAN, BEFORE_PLAN):
        known = _known(record, rows, on)
        origins.append(Origin(on, tuple(known), stretch, growth))
        made += _foreseen(on, known, rows, stretch, growth, chances)
    return Backtest(tuple(origins), tuple(made), draws, seed)


def of_others(rows: Sequence[Observation]) -> tuple[Spread, Spread]:
    """Stretch and growth by all lines but this one; a plan may also be kept."""
    times = [one.times for one in slips(rows) if (one.item, one.maker) != (ITEM, MAKER)]
    rises = [one.value for one in growths(rows) if (one.item, one.maker) != (ITEM, MAKER)]
    return Spread(1.0, median(times), max(times)), Spread(min(rises), median(rises), max(rises))


def _known(record: Record, rows: Sequence[Observation], on: date) -> list[Observation]:
    maker = next(one for one in items()[ITEM].makers if one.id == MAKER)
    own = [one for one in production(record, on) if of_maker(one, maker) and (said := stated(one)) and said <= on]
    if own:
        return own
    told_later = [one for one in rows if of_maker(one, maker) and kind_of(one) == "output"]
    first = min((when, one) for one in told_later if (when := middle(one)) is not None and when >= on.year)
    return [first[1]]


def _foreseen(
    on: date,
    known: Sequence[Observation],
    rows: Sequence[Observation],
    stretch: Spread,
    growth: Spread,
    chances: Chances,
) -> Iterator[Foreseen]:
    item = items()[ITEM]
    line = _line(known)
    level = line.level
    assert level is not None
    truths = [(when, one, rate.central) for when, one, rate in _outputs(rows, item.unit) if when > level.since]
    months = Months.after(on, max(int(when) for when, _, _ in truths))
    model = _model(line, months, stretch, growth, chances)
    for when, came, truth in sorted(truths, key=lambda one: one[0]):
        at = min(max(int((when - months.begin()) * YEAR), 0), months.count - 1)
        month = months.named()[at]
        if chances.count:
            low, half, high = (float(one) for one in np.quantile(model[at], (0.1, 0.5, 0.9)))
            yield Foreseen(on, "model", month, half, low, high, came, truth)
        else:
            yield Foreseen(on, "model", month, float(model[at, 0]), None, None, came, truth)
        for method, value in _plain(line, known, when):
            yield Foreseen(on, method, month, value, None, None, came, truth)


def _line(known: Sequence[Observation]) -> Line:
    line = next(one for one in facts(items()[ITEM], known, UNKNOWN).lines if one.maker.id == MAKER)
    return line if line.plan is not None else replace(line, plan=None)


def _outputs(rows: Sequence[Observation], unit: str) -> Iterator[tuple[float, Observation, Spread]]:
    maker = next(one for one in items()[ITEM].makers if one.id == MAKER)
    for one in rows:
        when, rate = middle(one), rate_of(one, unit)
        if of_maker(one, maker) and kind_of(one) == "output" and when is not None and rate is not None:
            yield when, one, rate


def _model(line: Line, months: Months, stretch: Spread, growth: Spread, chances: Chances) -> Array:
    if line.plan is not None:
        held = Drawn({"stretch": chances.value("stretch", stretch)})
        return planned(ITEM, line, months, held, chances)
    assert line.level is not None
    shipped = assumed(())
    first = chances.value(f"{ITEM}/{MAKER}/level", line.level.rate)
    drawn = [chances.value(key, spread_of(shipped, key)) for key in ("contract", "build", "ramp")]
    pull = Pull(drawn[0], chances.value("growth", growth), drawn[1], drawn[2])
    orders = np.full((months.count, len(first)), ENDLESS)
    return built(pulled(orders, orders[0], first, pull), first, pull)


def _plain(line: Line, known: Sequence[Observation], when: float) -> Iterator[tuple[str, float]]:
    """What one would have said without a model."""
    level, plan = line.level, line.plan
    assert level is not None
    if plan is not None:
        yield "plan", min(plan.level.central, level.rate.central + plan.pace.central * (when - level.since) * YEAR)
    before = _before(known, level)
    if before is not None:
        pace = (level.rate.central - before.rate.central) / (level.since - before.since)
        yield "pace", level.rate.central + pace * (when - level.since)
    yield "same", level.rate.central


def _before(known: Sequence[Observation], level: Level) -> Level | None:
    older = [one for one in known if one not in level.rows and (when := middle(one)) is not None and when < level.since]
    return level_of(older, items()[ITEM].unit)
