"""The clock computed: who had said what by a day, how it counts, and what share of it falls before each year's end."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from math import ceil, prod

from burdenshare.errors import InputError, NotHeldError
from burdenshare.record.days import days_meant
from burdenshare.record.record import Record
from burdenshare.road.clock.met import MetDraws, met_curves
from burdenshare.road.clock.model import ClockScenario, CountsFrom, Factor, Feared, Standing, StatedHorizon, Weights
from burdenshare.road.clock.result import Curve, Part, Place, Placed, ReadinessClock
from burdenshare.road.clock.spans import span_of
from burdenshare.road.clock.table import classified
from burdenshare.road.clock.weights import factors_of, shipped

FEWEST, MOST = 5, 16
"""Years shown after that of the day: at least so many, and no more, whatever a single span reaches."""
FARTHEST = 50
"""Years that may be asked for."""

UNDRAWN = {Standing.NO_SIGN: Place.NO_SIGN, Standing.REPEATS: Place.REPEATS, Standing.ASIDE: Place.ASIDE}


def clock(record: Record, scenario: ClockScenario, on: date, requirements: Sequence[MetDraws] = ()) -> ReadinessClock:
    """Stated horizons as known on `on`, under a scenario, with the years in which `requirements` are met beside them.

    Raises NotHeldError where nothing had been said by the day, InputError where nothing has a weight.
    """
    weights = scenario.weights or shipped()
    known = (*classified(record.horizons(on)), *(one for one in scenario.statements if _known(one, on)))
    if not known:
        first = min(record.horizons(), key=lambda one: days_meant(one.stated_on) or (date.max, date.max))
        raise NotHeldError(
            "nobody had stated a horizon that the record holds",
            where=on.isoformat(),
            remedy=f"the first is of {first.stated_on}",
        )
    placed = weighed([_placed(one, scenario, weights, on) for one in known])
    years = _years(placed, scenario, on)
    curves = tuple(
        curve_of(feared, drawn, years)
        for feared in Feared
        if (drawn := [one for one in placed if one.place is Place.DRAWN and one.statement.feared is feared])
    )
    if not curves:
        later = [one.said.stated_on for one in scenario.statements if not _known(one, on)]
        raise InputError(
            f"no stated horizon that was known on {on.isoformat()} has a weight: a distribution without mass",
            where=scenario.name,
            remedy=f"the scenario's own are of {min(later)} and later: give a later day"
            if later
            else "give at least one statement a weight, or suppose a cease-fire",
        )
    return ReadinessClock(
        scenario=scenario,
        on=on,
        years=years,
        curves=curves,
        parts=tuple(part for one in curves for part in _parts(one, years)),
        statements=tuple(placed),
        weights=weights,
        requirements=met_curves(requirements, years),
    )


def _known(one: StatedHorizon, on: date) -> bool:
    meant = days_meant(one.said.stated_on)
    return meant is not None and meant[1] <= on


def _placed(one: StatedHorizon, scenario: ClockScenario, weights: Weights, on: date) -> Placed:
    """A statement before its weight is shared."""
    factors = factors_of(one, weights, on)
    weight = whole_weight(factors)
    if one.standing is not Standing.HORIZON:
        return Placed(one, UNDRAWN[one.standing], None, factors, 1, 0.0)
    span = span_of(one, scenario.ceasefire, scenario.open_end)
    if span is None:
        place = Place.NO_CEASE_FIRE if one.counts_from is CountsFrom.CEASE_FIRE else Place.ASIDE
        return Placed(one, place, None, factors, 1, 0.0)
    return Placed(one, Place.DRAWN if weight else Place.NO_WEIGHT, span, factors, 1, weight)


def weighed(placed: Sequence[Placed]) -> list[Placed]:
    """The same with each weight divided among the drawn statements of one thing feared that tell one count."""
    told = Counter((one.statement.feared, one.statement.count) for one in placed if one.place is Place.DRAWN)
    return [_shared(one, told[one.statement.feared, one.statement.count]) for one in placed]


def _shared(one: Placed, sharing: int) -> Placed:
    if one.place is not Place.DRAWN:
        return one
    return replace(one, sharing=sharing, weight=whole_weight(one.factors) / sharing)


def whole_weight(factors: Mapping[str, Factor]) -> float:
    """A statement's weight before it is shared: the product of its factors."""
    return prod(factor.value for factor in factors.values())


def _years(placed: Sequence[Placed], scenario: ClockScenario, on: date) -> tuple[int, ...]:
    if scenario.until is not None and not on.year <= scenario.until <= on.year + FARTHEST:
        remedy = f"give a year from {on.year} to {on.year + FARTHEST}"
        raise InputError(f"until {scenario.until}", where="until", remedy=remedy)
    reached = max((ceil(one.span.end) - 1 for one in placed if one.span is not None), default=on.year)
    last = scenario.until or min(max(reached, on.year + FEWEST), on.year + MOST)
    return tuple(range(on.year, last + 1))


def shares(drawn: Sequence[Placed], years: Sequence[int]) -> tuple[float, ...]:
    """The weighted part of the spans that lies before the end of each year, 0 to 1."""
    whole = sum(one.weight for one in drawn)
    return tuple(
        sum(one.weight * one.span.before(year + 1) for one in drawn if one.span is not None) / whole for year in years
    )


def curve_of(feared: Feared, drawn: Sequence[Placed], years: Sequence[int]) -> Curve:
    """The curve of one thing feared, with how far any one statement moves it."""
    counts = len({one.statement.count for one in drawn})
    others = [weighed([one for one in drawn if one is not left]) for left in drawn] if len(drawn) > 1 else []
    bent = [shares(one, years) for one in others]
    low = tuple(min(one) for one in zip(*bent, strict=True)) if bent else None
    high = tuple(max(one) for one in zip(*bent, strict=True)) if bent else None
    return Curve(feared, shares(drawn, years), low, high, tuple(drawn), counts)


CUTS: Mapping[str, Callable[[StatedHorizon], bool]] = {
    "from the day said": lambda one: one.counts_from is CountsFrom.DAY_SAID,
    "from the cease-fire": lambda one: one.counts_from is CountsFrom.CEASE_FIRE,
    "on no condition": lambda one: not one.condition,
    "on a condition": lambda one: bool(one.condition),
}
"""How a curve is taken apart."""


def _parts(one: Curve, years: Sequence[int]) -> list[Part]:
    """The curve taken apart by from when its statements count and by condition, where it holds both kinds."""
    found = []
    for name, holds in CUTS.items():
        held = [each for each in one.drawn if holds(each.statement)]
        if held and len(held) < len(one.drawn):
            keys = tuple(each.statement.key for each in held)
            found.append(Part(one.feared, name, shares(held, years), keys))
    return found
