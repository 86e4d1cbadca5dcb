"""The road from Python: a scenario computed as one day knew it, and its forms."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from burdenshare.errors import InputError
from burdenshare.record import Record
from burdenshare.report.article import held_record
from burdenshare.report.days import past
from burdenshare.report.names import entity_at, entity_of
from burdenshare.report.road.asked import scenario_of
from burdenshare.road.faults import Faults
from burdenshare.road.model import Scenario
from burdenshare.road.result import Road
from burdenshare.road.road import road as computed
from burdenshare.road.sensitivity import Lever, tornado

if TYPE_CHECKING:
    import polars as pl

    from burdenshare.record.model import Derivation
    from burdenshare.report.explaining import Step
    from burdenshare.report.road.comparing import Comparison

DRAWS = 2000
"""Draws unless said otherwise: the ends of the intervals of 80 % then move by about one part in a hundred."""


@dataclass(frozen=True, slots=True, repr=False)
class RoadReport:
    """A scenario's price, ready to be shown: `road` holds every value; `levers` tell which assumption moves it most,
    empty unless asked for."""

    road: Road
    record: Record = field(compare=False)
    levers: tuple[Lever, ...] = ()

    def __repr__(self) -> str:
        """What it is, on one line: all its figures would fill a screen."""
        road = self.road
        return f"RoadReport({road.scenario.title!r}, on={road.on}, allies={len(road.allies)}, draws={road.draws})"

    def to_dict(self) -> dict[str, Any]:
        """The documented shape (`burdenshare road --schema`): money in base units, every price with its derivation."""
        from burdenshare.report.road.shape import shape

        return shape(self.road, self.levers, record=self.record)

    def to_json(self, *, indent: int | None = 2) -> str:
        """`to_dict()` as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent, allow_nan=False)

    def to_csv(self) -> str:
        """The long table as CSV: one row an entity, quantity and year."""
        from burdenshare.report.road.csv import csv_text

        return csv_text(self.road)

    def to_polars(self) -> pl.DataFrame:
        """The same as a polars frame; `pandas.DataFrame(report.to_polars().to_dicts())` makes one of pandas."""
        from burdenshare.report.road.frames import frame

        return frame(self.road)

    def to_text(self, *, width: int = 100, assumptions: bool = False) -> str:
        """The terminal report as plain text; `assumptions` tells each with all its sources."""
        from burdenshare.report.road.terminal import plain_text

        return plain_text(self.record, self.road, self.levers, width=width, assumptions=assumptions)

    def to_html(self) -> str:
        """One self-contained page without script, with pictures."""
        from burdenshare.report.road.page import page

        return page(self.road, self.levers, record=self.record)

    def to_svg(self, entity: str, quantity: str = "extra") -> str:
        """The fan of a quantity of an ally or group as a picture. Raises InputError for what the road does not hold."""
        from burdenshare.report.road.fan_plot import picture

        return picture(self.record, self.road, self.entity(entity), quantity)

    def derivation(self, entity: str) -> Derivation:
        """Why the price of an ally or group is what it is, down to the cells."""
        from burdenshare.report.road.derived import derivation

        return derivation(self.record, self.road, self.entity(entity))

    def explain(self, entity: str) -> Step:
        """The same as a tree of lines with its sources, as `burdenshare road --explain` prints it."""
        from burdenshare.report.road.explained import explained

        return explained(self.record, self.road, self.entity(entity))

    def compared(self, other: RoadReport) -> Comparison:
        """This road beside another one of the same day, years and draws. Raises InputError where they differ."""
        from burdenshare.report.road.comparing import compared

        return compared(self.road, other.road)

    def entity(self, name: str) -> str:
        """The id of an ally or group of this road. Raises InputError where the road does not hold it."""
        found = name if name in (*self.road.groups, *self.road.allies) else entity_of(self.record, name)
        if found not in (*self.road.groups, *self.road.allies):
            raise InputError(
                f"{self.record.name(found)} is not on this road",
                remedy=f"it holds {', '.join((*self.road.groups, *self.road.allies))}",
            )
        return found


def road(
    scenario: str | Path | Scenario | None = None,
    *,
    target: float | str | None = None,
    by: int | None = None,
    measure: str | None = None,
    unit: str | None = None,
    shape: str | None = None,
    baseline: str | None = None,
    on: date | None = None,
    allies: Sequence[str] = ("NATO",),
    until: int | None = None,
    draws: int = DRAWS,
    seed: int = 1,
    without_shock: bool = False,
    sensitivity: bool = False,
    record: Record | None = None,
    step: Callable[[int, int], None] | None = None,
) -> RoadReport:
    """What a scenario costs, as known on `on` (the record's edition without it).

    `scenario` is a shipped name, a file, or a `Scenario`; without it a `target` is asked `by` a year (3.5, or money as
    "800bn", in `unit`), in even steps or another `shape`. `baseline` is what is spent without it: the `share` of GDP
    held, `real` spending held, or each ally's `plans`. `allies` are names, codes and groups; `until` is the last year
    shown; `draws` how often the economy and the assumptions are drawn (0: the central run alone); `without_shock`
    leaves the errors about 2020 and 2021 out; `sensitivity` also tells which assumption moves the answer most; `step`
    is called with how many allies are done, of how many. Raises InputError for what cannot be asked, DateError for a
    day before the first releases, NotHeldError where none of the allies has data.
    """
    held = held_record(record)
    day = held.edition if on is None else past(on, "on", "give a day that has been")
    if draws < 0:
        raise InputError(f"{draws} draws", where="draws", remedy="give 0 for the central run alone, or more")
    wanted = tuple(entity_of(held, one) for one in allies)
    given = scenario_of(
        scenario, target=target, by=by, measure=measure, unit=unit, shape=shape, baseline=baseline, allies=wanted
    )
    asked = named(held, given)
    made = computed(
        held,
        asked,
        day,
        allies=wanted,
        until=until,
        draws=draws,
        seed=seed,
        without_shock=without_shock,
        step=step,
    )
    levers = tornado(held, asked, day, allies=wanted, until=until) if sensitivity else ()
    return RoadReport(made, held, levers)


def named(record: Record, scenario: Scenario, table: str = "") -> Scenario:
    """The scenario with ids for the names of its allies; `table` is the table of shares that its exact targets stand
    in. Raises UnknownNameError with the nearest."""

    faults = Faults()

    def id_(name: str, where: str) -> str:
        return faults.of("", entity_at, record, name, where)

    def ids(names: Sequence[str], where: str) -> tuple[str, ...]:
        return tuple(id_(one, where) for one in names)

    place = scenario.source

    made = replace(
        scenario,
        targets=tuple(
            replace(one, allies=ids(one.allies, _place(place, f"target {at}", table if one.exact else "")))
            for at, one in enumerate(scenario.targets, 1)
        ),
        backfills=tuple(
            replace(one, ally=id_(one.ally, where), allies=ids(one.allies, where))
            for at, one in enumerate(scenario.backfills, 1)
            for where in [_place(place, f"backfill {at}", "")]
        ),
    )
    faults.refuse()
    return made


def _place(file: str, entry: str, table: str) -> str:
    """Where an entry of a scenario stands; nowhere where it was asked for without a file."""
    return table or (f"{file}, {entry}" if file else "")
