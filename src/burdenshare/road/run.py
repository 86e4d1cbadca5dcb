"""One run over all allies: the central one, or as many draws at once as are given."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from math import exp

from burdenshare.errors import InputError
from burdenshare.record.record import Record
from burdenshare.road.course import Course, members_of
from burdenshare.road.model import Assumption, Backfill, Baseline, Scenario, Spread
from burdenshare.road.outlook import Economy
from burdenshare.road.paths import Step, path
from burdenshare.road.roll import Ground, Levers, Number, Years, roll

FRACTION = 0.01
"""Assumptions in percentage points become fractions."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Everything a run needs but its chances: scenario, economies, courses, assumptions, and who pays for whom."""

    scenario: Scenario
    years: tuple[int, ...]
    grounds: Mapping[str, Economy]
    courses: Mapping[str, Course]
    assumptions: Mapping[str, Assumption]
    fills: tuple[Fill, ...]


@dataclass(frozen=True, slots=True)
class Fill:
    """A backfill made ready: the part of the payer's spending taken away each year, and who adds which part of it."""

    ally: str
    taken: tuple[float, ...]
    parts: Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Chances:
    """What a run is given of the unknown: the assumptions of each year, and accumulated errors of growth and prices of
    an ally by year, in logarithms; `dollar` are those of prices in the United States. The central run has central
    values and no errors."""

    levers: Sequence[Levers]
    drift: Callable[[str], tuple[Sequence[Number], Sequence[Number]]]
    dollar: Sequence[Number]
    exp: Callable[[Number], Number]


def central(setting: Setting) -> Chances:
    """The run to plan with: every assumption at its central value, the economy as the Outlook has it."""
    calm: Sequence[Number] = (0.0,) * len(setting.years)
    levers = levers_of(setting.years, setting.assumptions, lambda key, spread: spread.central)
    return Chances(levers, lambda ally: (calm, calm), calm, _one)


def _one(error: Number) -> Number:
    return exp(error)  # a single number here: arrays bring their own


def levers_of(
    years: Sequence[int], assumptions: Mapping[str, Assumption], value: Callable[[str, Spread], Number]
) -> list[Levers]:
    """The assumptions of each year, with `value` telling where in its spread each lies."""
    held: list[Levers] = []
    spreads_before: dict[str, Spread] = {}
    for year in years:
        spreads = {key: one.at(year) for key, one in assumptions.items()}
        if held and spreads == spreads_before:
            held.append(held[-1])
            continue
        at = {key: value(key, spread) for key, spread in spreads.items()}
        held.append(
            Levers(
                output=at["multiplier"] * (1 - at["import_share"]),
                offset=at["offset"],
                interest_growth=at["interest_growth"] * FRACTION,
                wedge=at["defence_wedge"] * FRACTION,
            )
        )
        spreads_before = spreads
    return held


def fills_of(
    record: Record, scenario: Scenario, grounds: Mapping[str, Economy], courses: Mapping[str, Course], on: date
) -> tuple[Fill, ...]:
    """The scenario's backfills, with the parts of those who pay."""
    return tuple(_fill(record, one, grounds, courses, on) for one in scenario.backfills)


def _fill(
    record: Record, one: Backfill, grounds: Mapping[str, Economy], courses: Mapping[str, Course], on: date
) -> Fill:
    found = members_of(record, (one.ally,), on)
    if len(found) != 1:
        raise InputError(f"{one.ally} is a group", where="ally", remedy="name one ally that lowers its spending")
    (ally,) = found
    payers = [who for who in members_of(record, one.allies, on) if who in courses and who != ally]
    if ally not in courses or not payers:
        what = f"{record.name(ally)} has no defence expenditure to lower" if payers else "nobody makes up for it"
        raise InputError(what, where="backfill", remedy="name an ally with data, and others that pay for it")
    weights = {
        who: grounds[who].gdp_usd * (courses[who].start.share / 100 if one.key == "expenditure" else 1.0)
        for who in payers
    }
    whole = sum(weights.values())
    years = grounds[ally].years
    taken = path(0.0, years[0], years[-1], (Step(one.by, one.fraction * one.part, since=one.since),))
    return Fill(ally, taken, {who: weight / whole for who, weight in weights.items()})


def saved(setting: Setting, chances: Chances) -> tuple[list[Number], ...]:
    """What each backfill takes from its ally year by year, in dollars of the base year."""
    return tuple(
        [part * one for part, one in zip(fill.taken, _rolled(setting, chances, fill.ally, None).baseline, strict=True)]
        for fill in setting.fills
    )


def years_of(setting: Setting, chances: Chances, ally: str, moved: Sequence[Sequence[Number]]) -> tuple[Years, Ground]:
    """The years of one ally, and the economy they stand on. `moved`: what `saved` tells of the backfills."""
    added: list[Number] | None = None
    for fill, sums in zip(setting.fills, moved, strict=True):
        part = -1.0 if fill.ally == ally else fill.parts.get(ally, 0.0)
        if part:
            own = [part * one for one in sums]
            added = own if added is None else [one + other for one, other in zip(added, own, strict=True)]
    ground = ground_of(setting, chances, ally)
    return _on(setting, chances, ally, ground, added), ground


def ground_of(setting: Setting, chances: Chances, ally: str) -> Ground:
    """An ally's economy under the chances given."""
    economy, start = setting.grounds[ally], setting.courses[ally].start
    volume, prices = chances.drift(ally)
    up = chances.exp
    return Ground(
        gdp=[economy.gdp_usd * one * up(error) for one, error in zip(economy.real, volume, strict=True)],
        dollars=[one * up(error) for one, error in zip(economy.dollars(), chances.dollar, strict=True)],
        national=[one * economy.rate[0] * up(error) for one, error in zip(economy.prices, prices, strict=True)],
        revenue=economy.revenue,
        share=start.share,
    )


def _rolled(setting: Setting, chances: Chances, ally: str, added: Sequence[Number] | None) -> Years:
    return _on(setting, chances, ally, ground_of(setting, chances, ally), added)


def _on(setting: Setting, chances: Chances, ally: str, ground: Ground, added: Sequence[Number] | None) -> Years:
    course = setting.courses[ally]
    baseline = setting.scenario.baseline
    if baseline is Baseline.PLANS and course.plan is None:
        baseline = Baseline.SHARE
    return roll(ground, course.ask, baseline, course.plan, chances.levers, added)
