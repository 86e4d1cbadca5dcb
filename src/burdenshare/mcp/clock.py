"""The tool of the clock: what was said on when the adversary could be ready, with everything that stands behind it."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from burdenshare.errors import UnknownNameError
from burdenshare.mcp import clock_shapes, telling
from burdenshare.mcp.articles import day_of
from burdenshare.mcp.tools import Limit, Skip
from burdenshare.report import wording
from burdenshare.report.citations import citation
from burdenshare.report.clock.door import ClockReport
from burdenshare.report.clock.door import clock as clock_of
from burdenshare.report.clock.requirements import KNOWN
from burdenshare.report.clock.telling import (
    NOT_SAID,
    TITLES,
    ceasefire_words,
    curve_words,
    ends_words,
    known_words,
    lever_words,
    met_words,
    number_words,
    per_cent,
    said_words,
    speaker_words,
    weight_words,
    when,
)
from burdenshare.road.clock.met import MetCurve
from burdenshare.road.clock.result import Curve, Placed
from burdenshare.road.clock.scenario import SHIPPED, USUAL, read_clock

MOST_LEVERS = 4
MOST_TOML = 20_000
MOST_WITHOUT = 60
MOST_REQUIREMENTS = 8


def clock(
    scenario: Annotated[str, Field(description=f"One of {', '.join(SHIPPED)}; as stated where empty.")] = "",
    toml: Annotated[
        str, Field(max_length=MOST_TOML, description="Or a scenario file's own text, with a [clock].")
    ] = "",
    on: Annotated[str, Field(description="What had been said by this day, YYYY-MM-DD; empty for the newest.")] = "",
    ceasefire: Annotated[str, Field(max_length=40, description="Suppose one: 2026-12-31, 2027, 2026-12/2027-06.")] = "",
    without: Annotated[list[str], Field(max_length=MOST_WITHOUT, description="Keys of statements to leave out.")] = [],  # noqa: B006 (never changed; a schema with a plain default is what assistants read best)
    requirements: Annotated[
        list[str],
        Field(max_length=MOST_REQUIREMENTS, description=f"Requirements to put beside it: {', '.join(KNOWN)}."),
    ] = [],  # noqa: B006 (as above)
    skip: Skip = 0,
    limit: Limit = 30,
) -> clock_shapes.Clock:
    """Tell what was said on when the adversary could be ready to attack: curves of stated horizons by what is feared,
    and every statement behind them with its weight and page. These are stated horizons, never the likelihood of an
    attack: always quote `not_said`, the number of statements, and who said what when. With `requirements` also when
    industry would meet each: two kinds of curves, never added up."""
    name = scenario.strip()
    if name and name not in SHIPPED:  # a path of this machine is never opened
        raise UnknownNameError("scenario of the clock", name[:80], SHIPPED, where="scenario")
    given = read_clock(toml, "toml") if toml.strip() else name or USUAL
    made = clock_of(given, on=day_of(on, "on"), ceasefire=ceasefire or None, without=without, requirements=requirements)
    page, more = telling.paged(made.clock.statements, skip, limit)
    return clock_shapes.Clock(
        not_said=NOT_SAID,
        title=wording.clean(made.clock.scenario.title),
        day=made.clock.on.isoformat(),
        known=known_words(made.clock),
        ceasefire=ceasefire_words(made.clock.scenario.ceasefire),
        beside=[_beside(made, one) for one in made.clock.requirements],
        curves=[_curve(made, one) for one in made.clock.curves],
        statements=[_statement(one) for one in page],
        more=more,
    )


def _curve(made: ClockReport, one: Curve) -> clock_shapes.Curve:
    share = []
    for at, year in enumerate(made.clock.years):
        ends = ends_words(one, at)
        share.append(f"{year}: {per_cent(one.share[at])} %{f' ({ends})' if ends else ''}")
    moved = [lever_words(made.clock, each) for each in made.levers if each.feared is one.feared]
    return clock_shapes.Curve(
        feared=TITLES[one.feared],
        rests_on=number_words(one),
        told=curve_words(one, made.clock.years),
        share=share,
        moved_by=moved[:MOST_LEVERS],
    )


def _beside(made: ClockReport, one: MetCurve) -> clock_shapes.Beside:
    known = [(year, part) for year, part in zip(made.clock.years, one.chance, strict=True) if part is not None]
    return clock_shapes.Beside(
        requirement=one.requirement,
        told=wording.clean(met_words(one, made.clock.years)),
        chance=[f"{year}: {per_cent(part)} %" for year, part in known],
    )


def _statement(one: Placed) -> clock_shapes.Stated:
    held = one.statement
    return clock_shapes.Stated(
        key=held.key,
        said_by=speaker_words(held),
        day=when(held.said.stated_on),
        said=said_words(held),
        about=wording.clean(held.said.about),
        feared="" if held.feared is None else TITLES[held.feared],
        condition=held.condition,
        place=one.place.value.replace("_", " "),
        weight=weight_words(one),
        page=telling.sources([citation(held.said.source)])[0],
    )
