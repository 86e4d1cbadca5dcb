"""A promise on the road, as each clock knows it: what reaching the target by its year costs over holding the share.

The plain price (`prices.py`) is today's gap at today's GDP. The road goes there year by year with the economy that the
day's Outlook expects: in dollars of the day's base year, in the promised year and in all. A promise without a year has
no road; its gap is told again by the newest figures.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from burdenshare.checking.model import Clock, Price, PricedRoad, RoadLine
from burdenshare.checking.prices import price_of
from burdenshare.errors import BurdenshareError
from burdenshare.reading.model import Statement
from burdenshare.record.kept import kept
from burdenshare.record.model import Derivation
from burdenshare.record.record import Record
from burdenshare.road.model import Measure, Scenario, Target
from burdenshare.road.prepare import LAST_YEAR
from burdenshare.road.result import AllyRoad, Road
from burdenshare.road.road import road


def with_roads(price: Price | None, statement: Statement, record: Record, on: date | None, now: date) -> Price | None:
    """The price with what its target costs on the road, then and now."""
    if price is None:
        return None
    by = _year(statement)
    asked = price.target_low, price.target_high, tuple(line.ally for line in price.lines)
    found = [_priced(record, asked, Clock.THEN, on, by)] if on is not None and by is not None else []
    latest = _priced(record, asked, Clock.NOW, now, by) if by is not None else None
    if latest is None and now != price.on:
        latest = _at_once(price_of(statement, record, now))
    return replace(price, roads=tuple(one for one in (*found, latest) if one is not None))


def _year(statement: Statement) -> int | None:
    text = str(statement.period or "")[:4]
    return int(text) if text.isdecimal() and int(text) <= LAST_YEAR else None


_Asked = tuple[float, float | None, tuple[str, ...]]
"""What is promised at least and at most, in per cent of GDP, and by whom."""


def _priced(record: Record, asked: _Asked, clock: Clock, on: date, by: int) -> PricedRoad | None:
    found = _at_turn(record, asked, record.turn(on), by)
    return None if found is None else replace(found, clock=clock, on=on)


@kept(512)  # one promise is told again and again in the texts of a time
def _at_turn(record: Record, asked: _Asked, on: date, by: int) -> PricedRoad | None:
    least, most, allies = asked
    low = _reached(record, least, by, allies, on)
    if low is None:
        return None
    high = low if most == least else None if most is None else _reached(record, most, by, allies, on)
    return PricedRoad(
        clock=Clock.THEN,
        on=on,
        by=by,
        base=low.base,
        extra_low=_sum(low, "extra"),
        extra_high=None if high is None else _sum(high, "extra"),
        total_low=_sum(low, "total"),
        total_high=None if high is None else _sum(high, "total"),
        release=low.starts.release,
        outlook=max(one.economy.vintage for one in low.allies.values()),
        lines=tuple(_line(low, high, ally) for ally in low.allies),
        derivation=_tree(record, low, least, by),
    )


def _reached(record: Record, value: float, by: int, allies: tuple[str, ...], on: date) -> Road | None:
    """The target's road; None where the day's figures are of that year already, or the record cannot tell it."""
    target = Target(Measure.SHARE, value, "%", by, allies)
    try:
        made = road(record, Scenario("promise", "a promise", targets=(target,)), on, allies=allies)
    except BurdenshareError:
        return None
    return made if len(made.allies) == len(allies) else None


def _line(low: Road, high: Road | None, ally: str) -> RoadLine:
    ends = [None if one is None else one.allies[ally].fans for one in (low, high)]
    extra, total = ([None if one is None else one[name].central[-1] for one in ends] for name in ("extra", "total"))
    return RoadLine(ally, extra[0] or 0.0, extra[1], total[0], total[1])


def _sum(made: Road, quantity: str) -> float:
    return sum(one.fans[quantity].central[-1] for one in made.allies.values())


def _at_once(newest: Price | None) -> PricedRoad | None:
    """The plain gap by the newest figures, for a promise without a year to come."""
    if newest is None or not newest.lines:
        return None
    base = max(line.share_year or 0 for line in newest.lines)
    release = max(line.release for line in newest.lines)
    return PricedRoad(
        clock=Clock.NOW,
        on=newest.on,
        by=None,
        base=base,
        extra_low=newest.total_low,
        extra_high=newest.total_high,
        total_low=None,
        total_high=None,
        release=release,
        outlook="",
        lines=tuple(RoadLine(one.ally, one.cost_low or 0.0, one.cost_high, None, None) for one in newest.lines),
        derivation=newest.derivation,
    )


def _tree(record: Record, made: Road, target: float, by: int) -> Derivation:
    parts = tuple(_of_ally(record, made, one, target, by) for one in made.allies.values())
    unit = f"USD of {made.base}"
    return Derivation(
        f"extra spending in {by} over holding the share", _sum(made, "extra"), unit, str(by), "sum over allies", parts
    )


def _of_ally(record: Record, made: Road, one: AllyRoad, target: float, by: int) -> Derivation:
    unit = f"USD of {made.base}"
    gdp = record.gdp(one.ally, made.base, as_of=made.on)
    economy = one.economy
    growth = Derivation(
        f"real GDP of {by} over that of {made.base}",
        economy.real[-1],
        "",
        str(by),
        "growth of the Outlook, after its last year as in that year",
        source=economy.source,
        note=f"{economy.vintage}, to {economy.horizon}",
    )
    return Derivation(
        f"extra spending of {one.ally}",
        one.fans["extra"].central[-1],
        unit,
        str(by),
        f"max({target:g} / 100 * GDP with the extra spending - share / 100 * GDP, 0)",
        (one.course.start.finding.derivation, *(() if gdp is None else (gdp.derivation,)), growth),
    )
