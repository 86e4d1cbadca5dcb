"""The tool of support: who gave what to Ukraine, and what a scenario costs. Short answers, each with its sources."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.mcp import support_shapes, telling
from burdenshare.mcp.articles import day_of
from burdenshare.mcp.tools import Limit, Skip
from burdenshare.record import Observation
from burdenshare.record.donors import donor_name
from burdenshare.report.citations import citation
from burdenshare.report.support import scenario_telling
from burdenshare.report.support.door import SupportReport
from burdenshare.report.support.door import support as computed
from burdenshare.report.support.scenario_tables import cost_lines
from burdenshare.report.support.telling import (
    bare,
    caveat,
    counted,
    course_words,
    ground_lines,
    headline,
    lacks,
    per_cent,
    released,
    title,
    told_money,
)
from burdenshare.road.support.given import Given
from burdenshare.road.support.model import SupportScenario
from burdenshare.road.support.priced import PricedSupport
from burdenshare.road.support.scenario import SHIPPED, load_scenario, read_scenario
from burdenshare.road.support.standing import Standing

MOST_TOML = 20_000
MOST_DONORS = 40
MOVES = 4
"""Donors told at each end of who rose and who fell."""


def support(
    donors: Annotated[
        list[str],
        Field(max_length=MOST_DONORS, description="Donors and groups: Germany, NORDIC, EUROPE, EU_INST; all if none."),
    ] = [],  # noqa: B006 (never changed; a schema with a plain default is what assistants read best)
    since: Annotated[str, Field(description="From this month or year on (2025-01); with `give` when it begins.")] = "",
    until: Annotated[str, Field(description="Up to this month or year.")] = "",
    kind: Annotated[Literal["total", "military", "financial", "humanitarian"], Field(description="Of aid.")] = "total",
    definition: Annotated[
        Literal["allocation", "commitment", "disbursement"], Field(description="How far a promise has come.")
    ] = "allocation",
    scenario: Annotated[str, Field(description=f"Or what a scenario costs: {', '.join(SHIPPED)}.")] = "",
    give: Annotated[float | None, Field(ge=0, le=10, description="Or every ally gives this % of GDP a year.")] = None,
    toml: Annotated[str, Field(max_length=MOST_TOML, description="Or a scenario file's own text.")] = "",
    on: Annotated[str, Field(description="As known on this day, YYYY-MM-DD; empty for the newest edition.")] = "",
    skip: Skip = 0,
    limit: Limit = 10,
) -> support_shapes.Supported:
    """Tell who gave what to Ukraine by the Ukraine Support Tracker: totals, shares of GDP, places, Europe and the
    United States, who rose and who fell; or what a scenario costs each donor against its present pace (a donor stops,
    every ally gives a share of GDP, Europe replaces the United States). One release and one definition at a time:
    always quote which, and never add a member's part of EU aid to its own."""
    order = _scenario(scenario, toml)
    report = computed(
        order,
        donors=donors,
        since=since.strip() or None,
        until=until.strip() or None,
        kind=None if kind == "total" else kind,
        definition=None if definition == "allocation" else definition,
        give=give,
        on=day_of(on, "on"),
    )
    if report.priced is not None:
        return _priced(report, report.priced, skip, limit)
    assert report.standing is not None
    return _standing(report, report.standing, skip, limit)


def _scenario(scenario: str, toml: str) -> SupportScenario | None:
    """The scenario asked for, if one is. Raises InputError."""
    if scenario.strip() and toml.strip():
        raise InputError("two scenarios were asked", remedy="give `scenario` or `toml`")
    if toml.strip():
        return read_scenario(toml, "toml")
    if scenario.strip() and scenario.strip() not in SHIPPED:  # a path of this machine is never opened
        raise UnknownNameError("scenario", scenario.strip()[:80], SHIPPED, where="scenario")
    return load_scenario(scenario.strip()) if scenario.strip() else None


def _standing(report: SupportReport, held: Standing, skip: int, limit: int) -> support_shapes.Supported:
    record = report.record
    groups = [one for one in held.groups.values() if not held.shown or one.donor in held.shown]
    every = [*groups, *(one for one in held.donors if held.asks(one.donor))]
    page, more = telling.paged(every, skip, limit)
    rows = [row for one in page for row in one.rows] or list(held.pages)
    told = held.told
    return support_shapes.Supported(
        title=title(held),
        day=held.on.isoformat(),
        headline=headline(record, held),
        told_by="dated pages" if told is None else f"{released(told.book.release)}, {counted(told)}",
        caveat=caveat(held),
        donors=[_donated(report, one) for one in page],
        prices=[],
        more=more,
        rose_and_fell=_moves(report, held),
        not_known=list(lacks(record, held)),
        rests_on=list(ground_lines(record, held)),
        sources=telling.sources(citation(key) for key in _keys(rows, held.ground.source if told is not None else "")),
    )


def _donated(report: SupportReport, one: Given) -> support_shapes.Donated:
    return support_shapes.Donated(
        name=donor_name(report.record, one.donor),
        given=f"EUR {told_money(one)}",
        place="" if one.place is None else str(one.place),
        share="" if one.share is None else f"{per_cent(one.share.value)} % ({one.share.over})",
    )


def _moves(report: SupportReport, held: Standing) -> list[str]:
    if held.moves is None:
        return []
    every = [one for one in held.moves.donors if held.asks(one.donor) and (one.before or one.after)]
    shown = every if len(every) <= 2 * MOVES else [*every[:MOVES], *every[-MOVES:]]
    lines = [
        f"{donor_name(report.record, one.donor)}: {course_words(one)}, EUR {bare(one.before)} to {bare(one.after)}"
        for one in shown
    ]
    return [f"{held.moves.after} against {held.moves.before}, release {held.moves.told.book.release.id}", *lines]


def _priced(report: SupportReport, held: PricedSupport, skip: int, limit: int) -> support_shapes.Supported:
    record = report.record
    page, more = telling.paged(cost_lines(record, held), skip, limit)
    rows = [row for one in held.costs.values() for row in one.rows]
    return support_shapes.Supported(
        title=scenario_telling.title(held),
        day=held.on.isoformat(),
        headline=scenario_telling.headline(record, held),
        told_by=scenario_telling.held_words(held),
        caveat="",
        donors=[],
        prices=[
            support_shapes.Asked(
                name=one[0], now=one[1], more=f"{one[3]} in {held.year} ({one[4] or 'at any pace'})", share=one[6]
            )
            for one in page
        ],
        more=more,
        rose_and_fell=[],
        not_known=list(scenario_telling.not_known(record, held)),
        rests_on=[*scenario_telling.asked_words(record, held.scenario), *scenario_telling.ground_lines(record, held)],
        sources=telling.sources(citation(key) for key in _keys(rows, held.ground.source)),
    )


def _keys(rows: list[Observation], outlook: str) -> list[str]:
    """The sources of rows and of the Outlook, each once."""
    return list(dict.fromkeys([*(one.source for one in rows), *([outlook] if outlook else [])]))
