"""The road: a scenario computed for the allies as one day knew them. Everything a report shows comes from here."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from burdenshare.record.record import Record
from burdenshare.road import told
from burdenshare.road.course import members_of
from burdenshare.road.fans import Bands
from burdenshare.road.met import met
from burdenshare.road.model import Measure, Scenario
from burdenshare.road.plans import HAGUE_CORE
from burdenshare.road.prepare import prepare
from burdenshare.road.result import AllyRoad, Past, Related, Road
from burdenshare.road.roll import Years
from burdenshare.road.run import Setting, central, saved, years_of
from burdenshare.road.sums import Totals, burden, group_roads, groups_of
from burdenshare.road.told import Series

if TYPE_CHECKING:
    from burdenshare.road.ensemble import AllyDraws, Drawn


def road(
    record: Record,
    scenario: Scenario,
    on: date,
    *,
    allies: Sequence[str] = ("NATO",),
    until: int | None = None,
    draws: int = 0,
    seed: int = 1,
    without_shock: bool = False,
    centred: bool = True,
    growth: float = 0.0,
    step: Callable[[int, int], None] | None = None,
) -> Road:
    """Compute a scenario for `allies` (codes, names or groups) with what was known on `on`.

    `draws` 0 gives the central run alone; `without_shock` leaves the errors about 2020 and 2021 out; `centred` draws
    around the Outlook's own path; `growth` bends its real growth by so many points every year. `step` is called with
    how many allies are done, of how many.
    Raises InputError for what cannot be asked, DateError for a day before the first releases, NotHeldError where none
    of the allies has data or too few Outlooks had met their outcome by the day.
    """
    setting, begun, wanted = prepare(record, scenario, on, allies, until, growth)
    ready, past = _chance(record, setting, on, draws, seed, without_shock=without_shock, centred=centred)
    inside = groups_of(record, setting, wanted, on)
    middle = central(setting)
    moved = saved(setting, middle)
    shown: dict[str, AllyRoad] = {}
    totals = Totals()
    for ally, drawn in _drawn(ready, wanted, grouped=bool(inside)):
        years, ground = years_of(setting, middle, ally, moved)
        own = told.of_ally(years, ground, setting.grounds[ally])
        shown[ally] = _ally(setting, ally, years, own, {} if drawn is None else drawn.bands)
        if inside:
            part = told.parts(own, years, ground, setting.grounds[ally])
            totals.add(ally, part, None if drawn is None else drawn.values)
        if step is not None:
            step(len(shown), len(wanted))
    return Road(
        scenario=scenario,
        on=on,
        years=setting.years,
        starts=begun,
        allies=shown,
        groups=group_roads(setting, inside, totals),
        burden=burden(inside, totals),
        related=_related(record, setting, wanted, on),
        assumptions=setting.assumptions,
        without=tuple(one for one in members_of(record, tuple(allies), on) if one not in wanted),
        draws=draws,
        seed=seed,
        past=past,
        notes=_notes(setting, begun.definition),
        met=met(record, scenario, on, wanted, draws=draws, seed=seed),
    )


def _chance(
    record: Record, setting: Setting, on: date, draws: int, seed: int, *, without_shock: bool, centred: bool
) -> tuple[Drawn | None, Past | None]:
    if not draws:
        return None, None
    import numpy as np  # only who draws needs it

    from burdenshare.road.ensemble import Chance, drawn
    from burdenshare.road.slips import slips

    errs = slips(record, tuple(setting.grounds), on, without_shock=without_shock)
    ready = drawn(setting, Chance(draws, seed, errs, centred))
    told_of = Past(
        errs.vintages,
        errs.counts(),
        tuple(float(one) for one in 100 * np.nanmean(errs.volume[:, :, : errs.reach()], axis=(0, 1))),
        tuple(float(one) for one in 100 * np.nanmean(errs.prices[:, :, : errs.reach()], axis=(0, 1))),
        errs.without,
        centred,
    )
    return ready, told_of


def _drawn(ready: Drawn | None, wanted: Sequence[str], *, grouped: bool) -> Iterator[tuple[str, AllyDraws | None]]:
    """The draws of every ally, in order; None without draws."""
    if ready is None:
        yield from ((ally, None) for ally in wanted)
        return
    from burdenshare.road.ensemble import each

    yield from ((one.ally, one) for one in each(ready, wanted, grouped=grouped))


def _ally(setting: Setting, ally: str, years: Years, own: Mapping[str, Series], drawn: Mapping[str, Bands]) -> AllyRoad:
    course, economy = setting.courses[ally], setting.grounds[ally]
    base = setting.years[0]
    people = economy.population
    equipment = None
    if course.equipment is not None and course.start.equipment is not None:
        first = course.start.equipment
        equipment = tuple(
            float((level - first) / 100 * money) for level, money in zip(course.equipment, own["baseline"], strict=True)
        )
    return AllyRoad(
        ally=ally,
        course=course,
        economy=economy,
        fans=told.fans(own, drawn, told.units(base, economy.currency)),
        per_head=None if people is None else tuple(float(a / b) for a, b in zip(years.extra, people, strict=True)),
        equipment=equipment,
        reached=course.reached,
        notes=told.notes_of(course),
    )


def _related(record: Record, setting: Setting, wanted: Sequence[str], on: date) -> Related | None:
    """The wider part of The Hague, where the scenario names it: what it is in all, never what of it is new."""
    asked = next((one for one in setting.scenario.targets if one.measure is Measure.RELATED), None)
    if asked is None:
        return None
    at = setting.years.index(asked.by)
    meant = members_of(record, asked.allies, on)
    return Related(
        asked.value,
        asked.by,
        {
            ally: asked.value / 100 * setting.grounds[ally].gdp_usd * setting.grounds[ally].real[at]
            for ally in wanted
            if ally in meant
        },
    )


def _notes(setting: Setting, definition: str) -> tuple[str, ...]:
    vintages = sorted({one.vintage for one in setting.grounds.values()})
    horizon = min(one.horizon for one in setting.grounds.values())
    notes = [f"economy: {', '.join(vintages)}, to {horizon}"]
    if setting.years[-1] > horizon:
        notes.append(f"after {horizon} growth, prices and population go on as in that year; debt and revenue stay")
    asks_core = any(one.measure is Measure.SHARE and one.value == HAGUE_CORE for one in setting.scenario.targets)
    if definition != "core" and asks_core:
        notes.append("the shares count whole defence expenditure; the 3.5 % agreed in 2025 is of core expenditure")
    if any(one.measure is Measure.RELATED for one in setting.scenario.targets):
        notes.append(
            "what is spent today on the wider 1.5 % is in no statistic of the record: how much is new is unknown"
        )
    return tuple(notes)
