"""The tools of the industry: what money buys and when, and what is required. Short answers, each with its rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Annotated

from pydantic import Field

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.mcp import industry_shapes, telling
from burdenshare.mcp.articles import day_of
from burdenshare.mcp.shapes import Source
from burdenshare.mcp.tools import Limit, Skip
from burdenshare.record import Observation
from burdenshare.report import wording
from burdenshare.report.article import packaged_record
from burdenshare.report.citations import citation
from burdenshare.report.days import past
from burdenshare.report.industry import backtest_page, requirements_telling
from burdenshare.report.industry.door import IndustryReport, industry_backtest
from burdenshare.report.industry.door import industry as computed
from burdenshare.report.industry.door import requirements as required
from burdenshare.report.industry.listing import known
from burdenshare.report.industry.telling import (
    draws_words,
    head_rows,
    headline,
    line_words,
    ordered_words,
    purse_words,
    row_words,
    told_words,
)
from burdenshare.report.road.telling import assumption_words
from burdenshare.road.industry.backtest import ITEM as TESTED
from burdenshare.road.industry.items import items as table
from burdenshare.road.industry.model import Facts, MetDraws, NotFed, Plant
from burdenshare.road.industry.result import Industry, ItemRun
from burdenshare.road.industry.scenario import SHIPPED, load_plant, read_pasted
from burdenshare.road.requirements.gaps import Gap

MOST_DRAWS = 10_000
"""Draws of one answer: an assistant waits for it."""
MOST_TOML = 20_000
MOST_ITEMS = 20
MOST_ROWS = 6
"""Rows of a maker: those that its numbers are of are seldom more."""
WORDS = 200
"""Letters of a source or a reason."""

Scenario = Annotated[str, Field(max_length=80, description=f"A scenario: {', '.join(SHIPPED)}.")]
Toml = Annotated[str, Field(max_length=MOST_TOML, description="Or a scenario file's own text.")]
On = Annotated[str, Field(description="As known on this day, YYYY-MM-DD; empty for the newest edition.")]
Until = Annotated[int | None, Field(ge=2000, le=2100, description="The last year shown.")]
Draws = Annotated[int, Field(ge=0, le=MOST_DRAWS, description="Draws of chance; 0 for no interval.")]
Seed = Annotated[int, Field(ge=0, le=2**32 - 1)]
Sum = Annotated[str, Field(max_length=80)]
Year = Annotated[int | None, Field(ge=2000, le=2100, description="Of the order.")]


def industry(
    items: Annotated[list[str], Field(max_length=MOST_ITEMS, description="155mm, caesar, f-35…; see `offered`.")] = [],  # noqa: B006 (never changed; a schema with a plain default is what assistants read best)
    scenario: Scenario = "",
    toml: Toml = "",
    units: Annotated[Sum, Field(description="Or order so many of one item: 1,000,000, or 500-700.")] = "",
    money: Annotated[Sum, Field(description="Or order for so much: EUR 5bn.")] = "",
    price: Annotated[Sum, Field(description="What one costs, where you know: EUR 4000-8000.")] = "",
    first_year: Year = None,
    last_year: Year = None,
    on: On = "",
    until: Until = None,
    draws: Draws = 2000,
    seed: Seed = 1,
    skip: Skip = 0,
    limit: Limit = 3,
) -> industry_shapes.Industry:
    """Tell what the defence industry makes of an item, how long its queue is, and when an order (units, or money at a
    price) would be delivered; or what a scenario buys. With nothing asked it lists the items. It rests on dated rows of
    the record: capacity is not output, a plan is neither. Always quote the interval and the day; what the record cannot
    feed stays unknown."""
    day = _day(on)
    plant = _scenario(scenario, toml)
    if not items and plant is None:
        return _offered(day)
    report = computed(
        items or None,
        scenario=plant,
        units=units or None,
        money=money or None,
        price=price or None,
        first=first_year,
        last=last_year,
        on=day,
        until=until,
        draws=draws,
        seed=seed,
    )
    return _told(report, skip, limit)


def requirements(
    scenario: Scenario = "",
    toml: Toml = "",
    on: On = "",
    until: Until = None,
    draws: Draws = 2000,
    seed: Seed = 1,
    skip: Skip = 0,
    limit: Limit = 8,
) -> industry_shapes.Requirements:
    """Tell what Europe's forces are said to lack (shells, guns, vehicles, aircraft, brigades), as gaps in units, and
    when a scenario of the industry would have filled each; without one, all of it ordered at once. Of most the record
    cannot tell: say so, never fill it in."""
    plant = _scenario(scenario, toml)
    report = required(scenario=plant, on=_day(on), until=until, draws=draws, seed=seed)
    pairs = sorted(zip(report.gaps, report.met, strict=True), key=lambda one: isinstance(one[1], NotFed))
    page, more = telling.paged(pairs, skip, limit)
    return industry_shapes.Requirements(
        title=wording.clean(report.plant.title),
        day=report.on.isoformat(),
        drawn=draws_words(report.draws, report.seed),
        headline=requirements_telling.headline(report),
        requirements=[_required(gap, met) for gap, met in page],
        more=more,
    )


def _scenario(scenario: str, toml: str) -> Plant | None:
    """The scenario asked for, if one is. Raises InputError."""
    name = scenario.strip()
    if name and toml.strip():
        raise InputError("two scenarios were asked", remedy="give `scenario` or `toml`")
    if toml.strip():
        return read_pasted(toml, "toml")
    if name and name not in SHIPPED:  # a path of this machine is never opened
        raise UnknownNameError("scenario of the industry", name[:80], SHIPPED, where="scenario")
    return load_plant(name) if name else None


def _day(on: str) -> date | None:
    day = day_of(on, "on")
    return None if day is None else past(day, "on", "give a day that has been")


def _offered(day: date | None) -> industry_shapes.Industry:
    every = known(day)
    return industry_shapes.Industry(
        title="The items there are",
        day=(day or packaged_record().edition).isoformat(),
        span="",
        money=[],
        items=[],
        more=0,
        not_enough=[],
        assumed=[],
        tested="",
        offered=[_item(one) for one in every],
    )


def _item(one: Facts) -> industry_shapes.Offered:
    return industry_shapes.Offered(
        item=one.item.id, title=one.item.title, rows=len(one.rows()), lacks=wording.clean(one.lacks())
    )


def _told(report: IndustryReport, skip: int, limit: int) -> industry_shapes.Industry:
    made = report.industry
    page, more = telling.paged(list(made.items.values()), skip, limit)
    names = made.months.named()
    return industry_shapes.Industry(
        title=wording.clean(made.plant.title),
        day=made.on.isoformat(),
        span=f"{names[0]} to {names[-1]}, {draws_words(made.draws, made.seed)}",
        money=[] if made.purse is None else [wording.clean(one) for one in purse_words(made.purse)],
        items=[_made(one, made) for one in page],
        more=more,
        not_enough=[wording.clean(f"{table()[item].title}: {why}") for item, why in made.lacking.items()],
        assumed=[
            *(wording.clean(note) for note in made.notes),
            *(
                wording.shortened(f"{one.key}: {assumption_words(one, 0)}; {one.reference}", WORDS)
                for one in made.assumptions.values()
            ),
        ],
        tested=_tested(report) if TESTED in made.items else "",
        offered=[],
    )


def _tested(report: IndustryReport) -> str:
    """The back-test in a sentence or two: it is of one item."""
    found = industry_backtest(record=report.record).found
    return f"155 mm shells of the United States. {backtest_page.headline(found)}"


def _made(one: ItemRun, made: Industry) -> industry_shapes.Made:
    item = one.facts.item
    price = one.buy.price or item.price
    makers = [
        industry_shapes.Maker(
            name=line.maker.title,
            told=wording.clean("; ".join(line_words(line, item.unit, WORDS))),
            rows=[wording.clean(row_words(row)) for row in line.rows if row.use != "shown"][:MOST_ROWS],
        )
        for line in one.facts.lines
        if line.maker.id in one.lines
    ]
    return industry_shapes.Made(
        item=item.id,
        title=item.title,
        headline=headline(one, made),
        ordered=wording.clean(ordered_words(one, made.purse)),
        told=[f"{name}: {words}" for name, words in head_rows(one)],
        makers=makers,
        price="" if price is None else wording.shortened(told_words(price), WORDS),
        sources=_sources(one.facts.rows()),
    )


def _required(gap: Gap, met: MetDraws | NotFed) -> industry_shapes.Required:
    rows = met.rows if isinstance(met, MetDraws) else gap.rows
    return industry_shapes.Required(
        requirement=gap.required.id,
        title=gap.required.title,
        gap=requirements_telling.units_words(gap),
        met=wording.clean(requirements_telling.filled_words(met)) if isinstance(met, MetDraws) else "",
        filled_by=[
            wording.clean(f"{table()[feed.item].title}: {feed.reason}")
            for feed in gap.required.feeds
            if isinstance(met, MetDraws) and feed.item in met.items
        ],
        not_told="" if isinstance(met, MetDraws) else wording.clean(met.reason),
        grades=sorted({row.grade.value for row in rows}),
        sources=_sources(rows),
    )


def _sources(rows: Iterable[Observation]) -> list[Source]:
    return telling.sources(citation(key) for key in dict.fromkeys(row.source for row in rows))
