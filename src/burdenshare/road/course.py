"""What is asked of each ally, year by year: targets of a scenario made into paths from where each ally starts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from burdenshare.errors import InputError
from burdenshare.record.record import Record
from burdenshare.road.model import Baseline, Measure, Scenario, Target
from burdenshare.road.outlook import Economy
from burdenshare.road.paths import path, steps_of
from burdenshare.road.plans import plan_of
from burdenshare.road.roll import GROWTH, SHARE, Ask
from burdenshare.road.starts import Start, Starts

SPENDING = frozenset({Measure.SHARE, Measure.MONEY, Measure.GROWTH})
"""Targets that say how much is spent; the others say what it is spent on, or speak of other money."""


@dataclass(frozen=True, slots=True)
class Course:
    """One ally's way: what is asked, what it plans, what is asked of its equipment share, and remarks for the reader.

    `reached` is the first year the target is met by the central run, None where nothing is asked or it never is.
    """

    ally: str
    start: Start
    ask: Ask | None
    plan: tuple[float, ...] | None
    equipment: tuple[float, ...] | None
    targets: tuple[Target, ...]
    steep: tuple[int, ...]
    reached: int | None
    notes: tuple[str, ...]


def members_of(record: Record, names: tuple[str, ...], on: date) -> tuple[str, ...]:
    """Allies meant by codes, names and groups, in the order given, each once. Raises UnknownNameError."""
    found: dict[str, None] = {}
    for name in names:
        entity = record.entity(name)
        inside = record.members(entity, on) if entity in record.groups() else (entity,)
        found |= dict.fromkeys(one for one in inside if record.allied(one, on))
        if entity not in record.groups() and entity not in found:
            raise InputError(f"{record.name(entity)} was no ally on {on.isoformat()}", where="allies")
    return tuple(found)


def courses(
    record: Record, scenario: Scenario, begun: Starts, grounds: Mapping[str, Economy], limit: float, on: date
) -> dict[str, Course]:
    """The course of every ally that has a start and an economy. `limit`: real growth in per cent that can be absorbed.

    Raises InputError where two targets ask an ally for different things.
    """
    until = next(iter(grounds.values())).years[-1] if grounds else begun.base
    asked = [(one, members_of(record, one.allies, on)) for one in scenario.targets]
    weights = {ally: start.share / 100 * grounds[ally].gdp_usd for ally, start in begun.held.items() if ally in grounds}
    return {
        ally: _course(record, scenario, begun, start, grounds[ally], asked, weights, until, limit, on)
        for ally, start in begun.held.items()
        if ally in grounds
    }


def _course(
    record: Record,
    scenario: Scenario,
    begun: Starts,
    start: Start,
    ground: Economy,
    asked: list[tuple[Target, tuple[str, ...]]],
    weights: Mapping[str, float],
    until: int,
    limit: float,
    on: date,
) -> Course:
    ally, notes = start.ally, list(start.notes)
    mine = [_part(one, inside, ally, weights) for one, inside in asked if ally in inside]
    stated = [one for one in plan_of(record, ally, begun.base, on) if one.value > start.share]
    if scenario.follow_plans:
        mine += stated
    spending = [one for one in mine if one.measure in SPENDING]
    kinds = {(one.measure, one.unit, one.exact) for one in spending}
    if len(kinds) > 1:
        told = ", ".join(sorted({f"{one.measure} in {one.unit}" for one in spending}))
        raise InputError(f"{record.name(ally)} has targets that contradict each other: {told}", remedy="keep one kind")
    ask = _ask(spending, start, ground, begun.base, until) if spending else None
    steep: tuple[int, ...] = ()
    if ask is not None and ask.kind == SHARE:
        levels, steep = _absorbed(ask.levels, ground, limit, delay=scenario.delay)
        ask = replace(ask, levels=levels)
    plan = None
    if scenario.baseline is Baseline.PLANS:
        plan = path(start.share, begun.base, until, steps_of(stated))
    if (plan is not None or scenario.follow_plans) and not stated:
        notes.append("no plan of its own beyond what it spends was known on the day: the share is held")
    equipment = _equipment(record, [one for one in mine if one.measure is Measure.EQUIPMENT], start, begun.base, until)
    return Course(
        ally, start, ask, plan, equipment, tuple(mine), steep, _reached(spending, ask, start, begun.base), tuple(notes)
    )


def _part(target: Target, inside: tuple[str, ...], ally: str, weights: Mapping[str, float]) -> Target:
    """A sum asked of several allies together is divided as they spend today."""
    if target.measure is not Measure.MONEY or len(inside) < 2:
        return target
    whole = sum(weights.get(one, 0.0) for one in inside)
    part = weights.get(ally, 0.0) / whole if whole else 0.0
    return replace(target, value=target.value * part, points=tuple((at, value * part) for at, value in target.points))


def _ask(targets: list[Target], start: Start, ground: Economy, base: int, until: int) -> Ask:
    first = targets[0]
    steps = steps_of(targets)
    if first.measure is Measure.SHARE:
        return Ask(SHARE, path(start.share, base, until, steps), first.exact)
    if first.measure is Measure.GROWTH:
        return Ask(GROWTH, _growth(targets, base, until), first.exact)
    dollars = start.share / 100 * ground.gdp_usd
    level = dollars * ground.rate[0] if first.unit == "NCU" else dollars
    levels = path(level, base, until, steps)
    last = steps[-1].by
    return Ask(
        first.unit,
        tuple(one if base + at <= last else None for at, one in enumerate(levels)),
        first.exact,
    )


def _growth(targets: list[Target], base: int, until: int) -> tuple[float | None, ...]:
    """The rate of each year; None outside the years of a target, where spending grows with GDP."""
    levels: list[float | None] = [None] * (until - base + 1)
    before = base
    for one in sorted(targets, key=lambda held: held.by):
        for year in range(max(one.since or before + 1, base + 1), min(one.by, until) + 1):
            levels[year - base] = one.value
        before = one.by
    return tuple(levels)


def _absorbed(
    levels: tuple[float | None, ...], ground: Economy, limit: float, *, delay: bool
) -> tuple[tuple[float | None, ...], tuple[int, ...]]:
    """The path, and the years in which spending would rise faster than can be absorbed; delayed where asked."""
    made: list[float | None] = [levels[0]]
    steep = []
    for at in range(1, len(levels)):
        before, level = made[-1] or 0.0, levels[at] or 0.0
        most = before * ground.real[at - 1] / ground.real[at] * (1 + limit / 100)
        if level > most:
            steep.append(ground.years[at])
            level = most if delay else level
        made.append(level)
    return tuple(made), tuple(steep)


def _equipment(record: Record, targets: list[Target], start: Start, base: int, until: int) -> tuple[float, ...] | None:
    if not targets or start.equipment is None:
        return None
    levels = path(start.equipment, base, until, steps_of(targets))
    return tuple(max(start.equipment, one) for one in levels)


def _reached(targets: list[Target], ask: Ask | None, start: Start, base: int) -> int | None:
    if ask is None or ask.kind != SHARE:
        return None
    goal = targets[-1].value
    for at, level in enumerate(ask.levels):
        if level is not None and max(level, 0.0 if ask.exact else start.share) >= goal - 1e-9:
            return base + at
    return None
