"""From a road to its charts: which of its fans, parts and levers are drawn, under the names of the record."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from burdenshare.errors import NotHeldError, UnknownNameError
from burdenshare.record import Record
from burdenshare.report.charts.model import Asked, Level
from burdenshare.report.charts.road_model import Bar, Ran, RoadFan, RoadLevers, RoadParts, Series
from burdenshare.report.road.names import name_of
from burdenshare.report.road.prices import settled
from burdenshare.road.fans import Fan
from burdenshare.road.model import Measure
from burdenshare.road.result import Road
from burdenshare.road.sensitivity import Lever

TITLES = {
    "extra": "extra spending a year",
    "spending": "defence spending",
    "share": "defence spending as a share of GDP",
    "debt_added": "government debt added",
}
"""The quantities that are drawn, and what an axis calls them."""

ANSWERS = {"extra": "extra spending over all years", "debt": "government debt added in the last year"}
"""What levers move."""

STILL = 1e-9
"""A swing below this part of the largest one is arithmetic, not an answer."""


THIN = 5e-3
"""A band thinner than this part of its middle is no wider than the line through it, and its ends read the same."""


def fan_of(record: Record, road: Road, entity: str, quantity: str, against: Road | None = None) -> RoadFan:
    """One quantity of an ally or group. Raises UnknownNameError for what is not drawn, NotHeldError for what the road
    does not tell of it."""
    if quantity not in TITLES:
        raise UnknownNameError("quantity", quantity, TITLES, where="quantity")
    fans = _fans(road, entity)
    if quantity not in fans:
        raise NotHeldError("its debt is not known on the day", where=name_of(record, entity), remedy="ask another ally")
    other = _fans(against, entity) if against is not None else {}
    return RoadFan(
        asked=_asked(record, road, entity, quantity),
        ran=_ran(road, against),
        quantity=quantity,
        years=road.years,
        one=_series("", fans[quantity], len(road.years)),
        other=_series("", other[quantity], len(road.years)) if quantity in other else None,
        without=fans["baseline"].central if quantity == "spending" else None,
        levels=_levels(road, entity) if quantity == "share" else (),
    )


def parts_of(record: Record, road: Road, against: Road | None = None) -> RoadParts:
    """The burden of each part of the alliance. Raises NotHeldError where not all of the alliance is in the road."""
    if not road.burden:
        raise NotHeldError("shares of the burden need all allies", where="ally", remedy="ask NATO")
    parts = tuple(_series(name_of(record, part), fan, len(road.years)) for part, fan in road.burden.items())
    asked = Asked("NATO", "NATO", "burden", "who carries what part of all spending", "%", "", road.on)
    return RoadParts(asked, _ran(road, None), road.years, parts)


def levers_of(record: Record, road: Road, levers: Sequence[Lever], of: str) -> RoadLevers:
    """What moves the extra spending or the debt. Raises UnknownNameError, and NotHeldError where nothing was tried."""
    if of not in ANSWERS:
        raise UnknownNameError("answer", of, ANSWERS, where="quantity")
    entity = next(iter(road.groups or road.allies))
    bars = [_bar(one, of) for one in levers if of == "extra" or one.central.debt is not None]
    if not bars:
        raise NotHeldError("no assumption was moved", where="scenario", remedy="ask a scenario with a target")
    bars.sort(key=lambda one: -one.swing)
    most = bars[0].swing * STILL
    middle = levers[0].central
    return RoadLevers(
        asked=_asked(record, road, entity, "extra" if of == "extra" else "debt_added", ANSWERS[of]),
        ran=_ran(road, None),
        central=middle.extra if of == "extra" else middle.debt or 0.0,
        bars=tuple(one for one in bars if one.swing > most),
        still=tuple(one.name for one in bars if one.swing <= most),
    )


def _fans(road: Road, entity: str) -> Mapping[str, Fan]:
    if entity in road.groups:
        return road.groups[entity].fans
    if entity not in road.allies:
        raise UnknownNameError("ally or group of this road", entity, (*road.groups, *road.allies), where="show")
    return road.allies[entity].fans


def _asked(record: Record, road: Road, entity: str, quantity: str, title: str = "") -> Asked:
    """The unit of the axis: dollars of the base year, or per cent of GDP."""
    words = title or TITLES[quantity]
    if quantity in ("extra", "spending"):
        basis = f"constant_{road.base}"
        return Asked(entity, name_of(record, entity), quantity, words, "USD", basis, road.on)
    return Asked(entity, name_of(record, entity), "share_of_gdp", words, "%", "", road.on)


def _ran(road: Road, against: Road | None) -> Ran:
    vintages = sorted({one.economy.vintage for one in road.allies.values()})
    return Ran(road.scenario.title, "" if against is None else against.scenario.title, road.draws, ", ".join(vintages))


def _series(name: str, fan: Fan, years: int) -> Series:
    """A fan as it is drawn; without bands where every draw is the same, which a share that is asked for always is."""
    rows = fan.quantiles
    if rows is not None and all(row[-1] - row[0] <= THIN * max(abs(row[3]), 1.0) for row in rows):
        rows = None
    central = tuple(settled(one, fan.unit) for one in fan.central[:years])
    return Series(name, central, None if rows is None else rows[:years])


def _levels(road: Road, entity: str) -> tuple[Level, ...]:
    """The shares that are asked for, each named once."""
    members = road.groups[entity].members if entity in road.groups else (entity,)
    asked = {
        (one.value, one.by)
        for ally in members
        for one in road.allies[ally].course.targets
        if one.measure is Measure.SHARE and one.by <= road.years[-1]
    }
    if len(asked) > 2:  # plans of their own: no line is that of the group
        return ()
    return tuple(Level(value, f"target {value:g} % by {by}", meant=True) for value, by in sorted(asked))


def _bar(one: Lever, of: str) -> Bar:
    name = one.key.replace("_", " ")
    if of == "extra":
        return Bar(name, one.low_value, one.high_value, one.low.extra, one.high.extra)
    return Bar(name, one.low_value, one.high_value, one.low.debt or 0.0, one.high.debt or 0.0)
