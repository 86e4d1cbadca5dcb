"""The industry and the requirements from Python: computed as one day knew them, and their forms."""

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
from burdenshare.report.industry.asked import plant_of
from burdenshare.report.names import entity_of
from burdenshare.report.road.door import named as named_road
from burdenshare.road.faults import Faults
from burdenshare.road.industry import backtest as tests
from burdenshare.road.industry.industry import hindsight
from burdenshare.road.industry.industry import industry as computed
from burdenshare.road.industry.items import item_of, items
from burdenshare.road.industry.model import MetDraws, NotFed, Plant
from burdenshare.road.industry.result import Industry
from burdenshare.road.industry.scenario import load_plant
from burdenshare.road.requirements.gaps import Gap, gaps
from burdenshare.road.requirements.met import met_draws

if TYPE_CHECKING:
    import polars as pl

DRAWS = 2000
"""Draws unless said otherwise: months at the ends of the intervals then move by about one."""


@dataclass(frozen=True, slots=True, repr=False)
class IndustryReport:
    """Items computed, ready to be shown: `industry` holds every value."""

    industry: Industry
    record: Record = field(compare=False)

    def __repr__(self) -> str:
        """What it is, on one line."""
        one = self.industry
        return f"IndustryReport({one.plant.title!r}, on={one.on}, items={list(one.items)}, draws={one.draws})"

    def to_dict(self) -> dict[str, Any]:
        """The documented shape (`burdenshare industry item --schema`)."""
        from burdenshare.report.industry.shape import shape

        return shape(self.industry, record=self.record)

    def to_json(self, *, indent: int | None = 2) -> str:
        """`to_dict()` as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent, allow_nan=False)

    def to_csv(self) -> str:
        """The long table as CSV: one row an item, quantity and month."""
        from burdenshare.report.industry.csv import csv_text

        return csv_text(self.industry)

    def to_polars(self) -> pl.DataFrame:
        """The same as a polars frame."""
        from burdenshare.report.industry.csv import frame

        return frame(self.industry)

    def to_text(self, *, width: int = 100, assumptions: bool = False) -> str:
        """The terminal report as plain text; `assumptions` tells each with all its sources."""
        from burdenshare.report.industry.terminal import plain_text

        return plain_text(self.industry, width=width, assumptions=assumptions)

    def to_html(self) -> str:
        """One self-contained page without script, with pictures."""
        from burdenshare.report.industry.page import page

        return page(self.industry, record=self.record)

    def to_svg(self) -> str:
        """The pictures of every item below each other: one picture that stands alone."""
        from burdenshare.report.industry.month_plot import picture

        return picture(self.industry)


@dataclass(frozen=True, slots=True, repr=False)
class RequirementsReport:
    """Every requirement as a gap, and when a scenario fills it: `met` in the order of `gaps`."""

    plant: Plant
    on: date
    gaps: tuple[Gap, ...]
    met: tuple[MetDraws | NotFed, ...]
    draws: int
    seed: int
    record: Record = field(compare=False)

    def __repr__(self) -> str:
        """What it is, on one line."""
        fed = sum(isinstance(one, MetDraws) for one in self.met)
        return f"RequirementsReport({self.plant.title!r}, on={self.on}, requirements={len(self.met)}, fed={fed})"

    @property
    def notes(self) -> tuple[str, ...]:
        """What a reader must know of the assumptions: that those of today stood in for a past day's."""
        fed = {item for one in self.met if isinstance(one, MetDraws) for item in one.items}
        buys = [one for one in self.plant.buys if one.item in fed]
        return tuple(hindsight(self.plant, buys, self.on, self.record.edition)) if buys else ()

    def to_dict(self) -> dict[str, Any]:
        """The documented shape (`burdenshare industry requirements --schema`)."""
        from burdenshare.report.industry.requirements_shape import shape

        return shape(self)

    def to_json(self, *, indent: int | None = 2) -> str:
        """`to_dict()` as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent, allow_nan=False)

    def to_text(self, *, width: int = 100) -> str:
        """The terminal report as plain text."""
        from burdenshare.report.industry.requirements_terminal import plain_text

        return plain_text(self, width=width)

    def to_csv(self) -> str:
        """A long table as CSV: one row a requirement and year, with how likely it is met by then."""
        from burdenshare.report.industry.requirements_csv import csv_text

        return csv_text(self)

    def to_html(self) -> str:
        """One self-contained page without script, with a picture."""
        from burdenshare.report.industry.page import requirements_page

        return requirements_page(self)

    def to_svg(self) -> str:
        """When each requirement is met: one picture that stands alone."""
        from burdenshare.report.industry.met_plot import met_picture

        return met_picture(self)


@dataclass(frozen=True, slots=True, repr=False)
class IndustryBacktest:
    """Past outputs foreseen from what was known, against what came."""

    found: tests.Backtest
    record: Record = field(compare=False)

    def __repr__(self) -> str:
        """What it is, on one line."""
        return f"IndustryBacktest(forecasts={len(self.found.foreseen)}, draws={self.found.draws})"

    def to_dict(self) -> dict[str, Any]:
        """The documented shape (`burdenshare industry backtest --schema`)."""
        from burdenshare.report.industry.backtest_forms import shape

        return shape(self.found, self.record)

    def to_text(self, *, width: int = 100) -> str:
        """The terminal view as plain text."""
        from burdenshare.report.industry.backtest_forms import plain_text

        return plain_text(self.found, width=width)

    def to_json(self, *, indent: int | None = 2) -> str:
        """`to_dict()` as JSON text."""
        return json.dumps(self.to_dict(), ensure_ascii=False, indent=indent, allow_nan=False)

    def to_html(self) -> str:
        """One self-contained page without script, with pictures."""
        from burdenshare.report.industry.page import tested_page

        return tested_page(self.found, self.record)


def industry(
    item: str | Sequence[str] | None = None,
    *,
    scenario: str | Path | Plant | None = None,
    units: float | str | None = None,
    money: str | None = None,
    price: str | None = None,
    first: int | None = None,
    last: int | None = None,
    reach: Sequence[float] = (),
    on: date | None = None,
    until: int | None = None,
    draws: int = DRAWS,
    seed: int = 1,
    record: Record | None = None,
    step: Callable[[int, int], None] | None = None,
) -> IndustryReport:
    """What is ordered of an item, when it is delivered, and how much is made, as known on `on` (the record's edition).

    `item` is a name or several (`burdenshare industry list`), without it all that the scenario buys. `scenario` is a
    shipped name, a file or a `Plant`; without it `units` or `money` ("EUR 5bn", with a `price` of one where you know
    better) are ordered from `first` to `last`, else nothing: the makers as they stand. `reach` are outputs a year of
    which it is told when they are reached. `draws` 0 gives the central run alone. Raises InputError for what cannot be
    asked, NotHeldError where the record lacks what it takes.
    """
    held = held_record(record)
    day = held.edition if on is None else past(on, "on", "give a day that has been")
    names = [item] if isinstance(item, str) else list(item or ())
    one = names[0] if len(names) == 1 else None
    plant = with_names(held, plant_of(one, scenario, units=units, money=money, price=price, first=first, last=last))
    wanted = [item_of(each).id for each in names] or [each.item for each in plant.buys] or list(items())
    _refuse(draws, reach)
    made = computed(held, plant, day, only=wanted, until=until, draws=draws, seed=seed, reach=reach, step=step)
    return IndustryReport(made, held)


def _refuse(draws: int, reach: Sequence[float]) -> None:
    if draws < 0:
        raise InputError(f"{draws} draws", where="draws", remedy="give 0 for the central run alone, or more")
    if any(not 0 < one < 1e12 for one in reach):
        raise InputError("an output a year is a number above 0", where="reach", remedy="give one such as 2000000")


def with_names(record: Record, plant: Plant) -> Plant:
    """The scenario with ids for the names of its allies. Raises UnknownNameError with the nearest."""
    if plant.source is None:
        return plant
    faults, source = Faults(), plant.source
    allies = tuple(faults.of("", entity_of, record, one) for one in source.allies)
    road = faults.of(source.road, named_road, record, source.road)
    faults.refuse()
    return replace(plant, source=replace(source, road=road, allies=allies))


LACKED = "without-the-us"
"""The scenario that orders what is required, where none is named."""


def requirements(
    *,
    scenario: str | Path | Plant | None = None,
    on: date | None = None,
    until: int | None = None,
    draws: int = DRAWS,
    seed: int = 1,
    record: Record | None = None,
) -> RequirementsReport:
    """Every requirement stated by `on` as a gap in units, and when a `scenario` of the industry fills it.

    Without one what Europe lacks is ordered at once (`without-the-us`). Raises InputError for what cannot be asked.
    """
    held = held_record(record)
    day = held.edition if on is None else past(on, "on", "give a day that has been")
    _refuse(draws, ())
    plant = scenario if isinstance(scenario, Plant) else load_plant(str(scenario or LACKED))
    plant = with_names(held, plant)
    found = met_draws(held, plant, day, draws=draws, seed=seed, until=until)
    return RequirementsReport(plant, day, gaps(held, day), found, draws, seed, held)


def industry_backtest(
    *, draws: int = tests.DRAWS, seed: int = tests.SEED, record: Record | None = None
) -> IndustryBacktest:
    """155 mm shells of the United States from 2022 and 2023, foreseen from what was known, against what came."""
    held = held_record(record)
    return IndustryBacktest(tests.backtest(held, draws=draws, seed=seed), held)
