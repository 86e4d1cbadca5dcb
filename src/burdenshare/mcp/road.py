"""The tools of the road: what a promise costs, and which scenarios there are. Short answers, each with its sources."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.mcp import road_shapes, telling
from burdenshare.mcp.articles import day_of
from burdenshare.mcp.tools import Limit, Skip
from burdenshare.record import Record
from burdenshare.report import wording
from burdenshare.report.article import packaged_record
from burdenshare.report.citations import citation
from burdenshare.report.days import past
from burdenshare.report.names import entity_of
from burdenshare.report.road.asked import scenario_of
from burdenshare.report.road.door import DRAWS, named
from burdenshare.report.road.names import name_of
from burdenshare.report.road.prices import Price, prices
from burdenshare.report.road.telling import (
    asked_words,
    figure_words,
    ground_lines,
    headline,
    met_lines,
    missing,
    past_words,
    points_words,
)
from burdenshare.road.model import Scenario
from burdenshare.road.result import Road
from burdenshare.road.road import road as computed
from burdenshare.road.scenario import SHIPPED, load_scenario, read_scenario
from burdenshare.road.sensitivity import Lever, tornado

MOST_DRAWS = 20_000
"""Draws of one answer: an assistant waits for it, and more move no interval it would tell."""
MOST_TOML = 20_000
MOST_ALLIES = 40
MOST_LEVERS = 4
NO_DRAWS = "no draws were asked for, so there are no intervals"


def road(
    scenario: Annotated[str, Field(description="A shipped scenario by its name; `scenarios` lists them.")] = "",
    target: Annotated[float | None, Field(ge=0, le=30, description="Or a target, in % of GDP, with `by`.")] = None,
    by: Annotated[int | None, Field(ge=2015, le=2060, description="The year of the target.")] = None,
    toml: Annotated[str, Field(max_length=MOST_TOML, description="Or a scenario file's own text.")] = "",
    allies: Annotated[list[str], Field(max_length=MOST_ALLIES, description="Allies and groups; NATO if none.")] = [],  # noqa: B006 (never changed; a schema with a plain default is what assistants read best)
    on: Annotated[str, Field(description="As known on this day, YYYY-MM-DD; empty for the newest edition.")] = "",
    draws: Annotated[int, Field(ge=0, le=MOST_DRAWS, description="Draws of chance; 0 for no interval.")] = DRAWS,
    seed: Annotated[int, Field(ge=0, le=2**32 - 1)] = 1,
    skip: Skip = 0,
    limit: Limit = 8,
) -> road_shapes.Priced:
    """Tell what a promise about defence spending costs ("3.5 % of GDP by 2035"): extra spending a year and in all,
    debt, how likely it is met, ally by ally, with the interval that past forecast errors give. Give one of `scenario`,
    `target` with `by`, and `toml`. Always quote the interval and the base year beside a price."""
    record = packaged_record()
    asked = named(record, _scenario(scenario, target, by, toml))
    day = day_of(on, "on")
    known = record.edition if day is None else past(day, "on", "give a day that has been")
    whom = tuple(entity_of(record, one) for one in allies or ["NATO"])
    made = computed(record, asked, known, allies=whom, draws=draws, seed=seed)
    levers = tornado(record, asked, known, allies=whom) if asked.targets or asked.backfills else ()
    page, more = telling.paged(prices(made), skip, limit)
    return road_shapes.Priced(
        title=wording.clean(asked.title),
        asked=[wording.clean(one) for one in asked_words(record, asked)],
        day=known.isoformat(),
        base_year=made.base,
        headline=headline(record, made),
        chance=[line for one in made.met for line in met_lines(record, one)],
        prices=[_price(record, one) for one in page],
        more=more,
        moved_by=[_lever(one) for one in levers[:MOST_LEVERS] if one.swing > 0],
        not_known=[
            *missing(record, made),
            *(past_words(made.past) if made.past is not None else ["no draws, no interval"]),
        ],
        rests_on=ground_lines(made),
        sources=telling.sources(citation(key) for key in _keys(made)),
    )


def scenarios() -> road_shapes.Scenarios:
    """List the scenarios that `road` knows by name: holding the share, national plans as stated, 3 % by 2030, the 3.5 %
    and the 3.5 + 1.5 % of The Hague, the United States halving its European part."""
    record = packaged_record()
    held = [load_scenario(name) for name in SHIPPED]
    return road_shapes.Scenarios(
        scenarios=[road_shapes.Offered(name=one.name, title=one.title, asked=asked_words(record, one)) for one in held]
    )


def _scenario(scenario: str, target: float | None, by: int | None, toml: str) -> Scenario:
    """Exactly one of the three. Raises InputError."""
    if (bool(scenario.strip()) + (target is not None or by is not None) + bool(toml.strip())) != 1:
        raise InputError("not exactly one thing was asked", remedy="give `scenario`, or `target` with `by`, or `toml`")
    if toml.strip():
        return read_scenario(toml, "toml")
    if scenario.strip() and scenario.strip() not in SHIPPED:  # a path of this machine is never opened
        raise UnknownNameError("scenario", scenario.strip()[:80], SHIPPED, where="scenario")
    return scenario_of(scenario.strip() or None, target=target, by=by)


def _price(record: Record, price: Price) -> road_shapes.Price:
    return road_shapes.Price(
        name=name_of(record, price.entity),
        share_now=f"{wording.number(price.start)} % in {price.start_year}",
        extra=figure_words(price.extra, f"in {price.year}"),
        total=figure_words(price.total),
        debt="" if price.debt_added is None else points_words(price.debt_added),
    )


def _lever(one: Lever) -> str:
    low, high = (wording.money(each.extra, "USD") for each in (one.low, one.high))
    return f"{one.key.replace('_', ' ')}: {low} in all ({one.low_value}) to {high} ({one.high_value})"


def _keys(made: Road) -> list[str]:
    """The sources of the shares and of the economies, each once."""
    cells = [cell for one in made.allies.values() for cell in one.course.start.finding.observations]
    return list(
        dict.fromkeys([*(cell.source for cell in cells), *(one.economy.source for one in made.allies.values())])
    )
