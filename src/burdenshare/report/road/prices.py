"""The price of a scenario in its target year, for an ally or a group: the figures that every form of a road shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from burdenshare.road.fans import Fan
from burdenshare.road.result import AllyRoad, GroupRoad, Road
from burdenshare.road.roll import SHARE

LIKELY = 80
"""Per cent of the draws that the interval beside a central figure holds."""

CENT = 0.5
"""Dollars below which a sum is nothing: what members give and take cancels out but for the last binary digits."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure: the central run's, and the ends of the interval of 80 %, None without draws."""

    unit: str
    central: float
    low: float | None = None
    high: float | None = None


@dataclass(frozen=True, slots=True)
class Price:
    """What a scenario costs an ally or a group in its target year.

    `start` is the share of GDP it begins with, known of `start_year`; `asked` the share its target asks of it in
    `year`; `per_head` dollars of the base year for each inhabitant; `equipment` what a target of the equipment share
    moves to equipment within spending, in the same. A group reaches a target when its last member does.
    """

    entity: str
    year: int
    start: float
    start_year: int
    asked: float | None
    share: Figure
    reached: int | None
    extra: Figure
    extra_usd: Figure
    extra_ncu: Figure | None
    total: Figure
    per_head: float | None
    debt_added: Figure | None
    pooled: float | None
    equipment: float | None


def target_year(road: Road) -> int:
    """The last year that the scenario asks anything for; of one that names none the last year shown."""
    return min(road.scenario.last_year() or road.years[-1], road.years[-1])


def price_of(road: Road, entity: str, year: int | None = None) -> Price:
    """The price for an ally or group of the road, in its target year or in another one shown."""
    at = road.years.index(target_year(road) if year is None else year)
    if entity in road.groups:
        return _of_group(road, road.groups[entity], at)
    return _of_ally(road, road.allies[entity], at)


def prices(road: Road) -> tuple[Price, ...]:
    """Of every group, then of every ally, in the order of the road."""
    return tuple(price_of(road, one) for one in (*road.groups, *road.allies))


def settled(value: float, unit: str) -> float:
    """`value`, or nothing where it is a sum of money that is only binary rounding."""
    return 0.0 if "%" not in unit and abs(value) < CENT else value


def _of_ally(road: Road, one: AllyRoad, at: int) -> Price:
    return _price(
        road,
        at,
        one.ally,
        one.fans,
        start=one.course.start.share,
        start_year=one.course.start.year,
        asked=_asked_share(one, at),
        reached=one.reached,
        per_head=None if one.per_head is None else settled(one.per_head[at], "USD"),
        pooled=None,
        equipment=None if one.equipment is None else one.equipment[at],
    )


def _of_group(road: Road, one: GroupRoad, at: int) -> Price:
    members = [road.allies[ally] for ally in one.members]
    asks = {_asked_share(member, at) for member in members}
    reached = [member.reached for member in members]
    people = [member.economy.population for member in members]
    known = [heads[at] for heads in people if heads is not None]
    moved = [member.equipment[at] for member in members if member.equipment is not None]
    extra = settled(one.fans["extra"].central[at], "USD")
    return _price(
        road,
        at,
        one.group,
        one.fans,
        start=one.fans["share"].central[0],
        start_year=road.base,
        asked=asks.pop() if len(asks) == 1 else None,
        reached=max(year or 0 for year in reached) if all(reached) else None,
        per_head=extra / sum(known) if len(known) == len(people) else None,
        pooled=None if one.pooled is None else one.pooled[at],
        equipment=sum(moved) if moved else None,
    )


def _asked_share(one: AllyRoad, at: int) -> float | None:
    ask = one.course.ask
    return ask.levels[at] if ask is not None and ask.kind == SHARE else None


def _price(
    road: Road,
    at: int,
    entity: str,
    fans: Mapping[str, Fan],
    *,
    start: float,
    start_year: int,
    asked: float | None,
    reached: int | None,
    per_head: float | None,
    pooled: float | None,
    equipment: float | None,
) -> Price:
    def figure(name: str) -> Figure | None:
        return figure_of(fans[name], -1 if name == "total" else at) if name in fans else None

    share, extra, dollars, total = (figure(name) for name in ("share", "extra", "extra_usd", "total"))
    assert share is not None and extra is not None and dollars is not None and total is not None  # told of all
    return Price(
        entity=entity,
        year=road.years[at],
        start=start,
        start_year=start_year,
        asked=asked,
        share=share,
        reached=reached,
        extra=extra,
        extra_usd=dollars,
        extra_ncu=figure("extra_ncu"),
        total=total,
        per_head=per_head,
        debt_added=figure("debt_added"),
        pooled=pooled,
        equipment=equipment,
    )


def figure_of(fan: Fan, at: int) -> Figure:
    """One year of a fan as a figure."""
    low, high = fan.interval(LIKELY, at) or (None, None)
    return Figure(
        fan.unit,
        settled(fan.central[at], fan.unit),
        None if low is None else settled(low, fan.unit),
        None if high is None else settled(high, fan.unit),
    )
