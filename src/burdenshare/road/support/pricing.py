"""From a scenario and a day to what it costs each donor against its present pace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from burdenshare.errors import InputError
from burdenshare.record.aid_books import Book, Definition, Kind
from burdenshare.record.donors import ALL, EUROPE, donor_name
from burdenshare.record.months import YEAR, Span
from burdenshare.record.record import Record
from burdenshare.road.support.answering import Asked
from burdenshare.road.support.costs import Rows, Setting, cost_of, cost_together
from burdenshare.road.support.course import parts_of, yearly
from burdenshare.road.support.ground import Ground, ground
from burdenshare.road.support.model import Key, SupportScenario
from burdenshare.road.support.moves import newest_months
from burdenshare.road.support.orders import Orders, orders
from burdenshare.road.support.paces import Pace, Paces, paces
from burdenshare.road.support.priced import PricedSupport
from burdenshare.road.support.who import all_meant, is_group, meant, who

GROUPS = (ALL, EUROPE, "NATO", "EUR")
"""Groups always told of a scenario."""


def priced(
    record: Record, scenario: SupportScenario, on: date, *, entities: Sequence[str] = (), release: str | None = None
) -> PricedSupport:
    """What a scenario costs as known on `on`. `entities` are ids of donors and groups to show, `release` the only one
    to ask.

    Raises InputError for what cannot be asked, UnknownNameError for a name, NotHeldError where no release out by the
    day holds months.
    """
    asked = named(record, scenario)
    setting, wider = _setting(record, asked, on, entities, release)
    donors = tuple(setting.paces.declared)
    costs = {donor: cost_of(setting, donor) for donor in wider}
    sums = dict.fromkeys((*GROUPS, *(one for one in entities if is_group(record, one))))
    groups = {one: cost_together(setting, one, meant(record, one, donors, on), costs) for one in sums}
    return PricedSupport(
        on=on,
        scenario=asked,
        book=setting.held,
        pace=setting.paces.span,
        windows=len(setting.paces.windows),
        years=setting.years,
        orders=setting.orders,
        replaced={one.donor: YEAR * one.part * _gone(setting.paces, one.pace, one.donor)
                  for one in setting.orders.takeovers},
        costs=costs,
        groups=groups,
        shown=tuple(dict.fromkeys(entities)),
        ground=setting.ground,
        unknown=tuple(one.donor for one in costs.values() if one.pace is None and one.moves),
        lacking=tuple(one.donor for one in costs.values() if one.lacking),
    )  # fmt: skip


def named(record: Record, scenario: SupportScenario) -> SupportScenario:
    """The scenario with ids for the names of its donors. Raises UnknownNameError with the nearest."""

    def ids(names: Sequence[str]) -> tuple[str, ...]:
        return tuple(who(record, one) for one in names)

    return replace(
        scenario,
        stops=tuple(replace(one, donors=ids(one.donors)) for one in scenario.stops),
        gives=tuple(replace(one, donors=ids(one.donors)) for one in scenario.gives),
        replaces=tuple(replace(one, donor=who(record, one.donor), donors=ids(one.donors)) for one in scenario.replaces),
    )


def _setting(
    record: Record, scenario: SupportScenario, on: date, entities: Sequence[str], release: str | None
) -> tuple[Setting, tuple[str, ...]]:
    """The setting of a run, and every donor that it tells of."""
    held, span = _months(record, scenario, on, release)
    every = paces(held, span, scenario.union)
    donors = tuple(every.declared)
    told = orders(record, scenario, donors, on)
    wider = tuple(dict.fromkeys((*donors, *told.of, *told.payers(), *all_meant(record, entities, donors, on))))
    base = ground(record, wider, on)
    years = _years(scenario, held, base)
    _refuse(record, told, base, years, every)
    starts = scenario.starts()

    def run(pace: Pace, window: Span | None) -> Rows:
        gone = {one.donor: _over(every, one.pace or window) for one in told.takeovers}
        return yearly(wider, years, told, starts, pace, gone, base.of_year)

    others = tuple(run(pace, window) for window, pace in every.windows)
    return Setting(held, every, base, years, told, run(every.declared, every.span), others), wider


def _months(record: Record, scenario: SupportScenario, on: date, release: str | None) -> tuple[Book, Span]:
    """The newest release that holds months, and the span of the pace."""
    asked = Asked(Definition.ALLOCATION, Kind(scenario.kind), release=release)
    count = scenario.pace if isinstance(scenario.pace, int) else len(scenario.pace)
    newest = newest_months(record, asked, on, count)
    every = (record.aid_book(one, asked.definition, asked.kind) for one in record.aid_releases(on))
    held = next(one for one in every if one.has_months() and release in (None, one.release.id))
    return held, newest if isinstance(scenario.pace, int) else scenario.pace


def _years(scenario: SupportScenario, held: Book, base: Ground) -> tuple[int, ...]:
    """The years told: from the first in which something is asked to the last."""
    starts = scenario.starts()
    early = next((one for one in starts if one <= held.span.last), None)
    if early is not None:
        raise InputError(
            f"{early}, and the months to {held.span.last} are booked already",
            where="since",
            remedy="give a later month",
        )
    first = int((starts[0] if starts else held.span.last)[:4]) + (not starts)
    last = scenario.until or base.horizon
    if not first <= last <= base.horizon or (starts and int(starts[-1][:4]) > last):
        raise InputError(
            f"the years {first} to {last}",
            where="until",
            remedy=f"give months and a year up to {base.horizon}: {base.vintage or 'no Outlook'} ends there",
        )
    return tuple(range(first, last + 1))


def _refuse(record: Record, told: Orders, base: Ground, years: Sequence[int], every: Paces) -> None:
    """Refuse a sum that nobody could take over: the parts of those who do would be of nothing."""
    for one in told.takeovers:
        if one.pace is not None:
            _holds(every, one.pace)
        if not list(parts_of(one, years[-1], every.declared, base.of_year)):
            lack = "GDP on record" if one.key is Key.GDP else "aid at the present pace"
            raise InputError(
                f"none of those who are to replace {donor_name(record, one.donor)} has {lack}",
                where="donors",
                remedy="name others, or another key",
            )


def _holds(every: Paces, span: Span) -> None:
    """Refuse a span whose months the release of the paces does not hold. Raises InputError."""
    first, last = every.windows[0][0].first, every.windows[-1][0].last
    if span.first < first or span.last > last:
        raise InputError(f"{span} is not within {first}/{last}", where="pace", remedy="give months that are booked")


def _over(every: Paces, span: Span | None) -> Pace:
    return every.over(every.span if span is None else span)


def _gone(every: Paces, span: Span | None, donor: str) -> float:
    """What is replaced, euro a month."""
    return _over(every, span).get(donor, 0.0)
