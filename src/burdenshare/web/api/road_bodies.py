"""What clients send to ask for a road: the fields of the page's form, and a scenario as text."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.road.scenario import SHIPPED
from burdenshare.web.api.bodies import Body, Day, Query, day_of
from burdenshare.web.views.road_asked import (
    BASELINES,
    BY,
    LONGEST_NAME,
    MOST_ALLIES,
    MOST_SEED,
    MOST_TARGET,
    OWN,
    PASTED,
    SHAPES,
    SHORT_DRAWS,
    TARGET,
    USUAL,
    RoadAsked,
    allies_in,
)
from burdenshare.web.views.road_toml import LONGEST_TEXT, packed_toml

Shipped = Annotated[str, Field(max_length=40, json_schema_extra={"enum": list(SHIPPED)}, examples=["hold"])]
Shape = Annotated[str, Field(max_length=10, json_schema_extra={"enum": list(SHAPES)})]
Baseline = Annotated[str, Field(max_length=10, json_schema_extra={"enum": ["", *BASELINES]})]
Allies = Annotated[
    str, Field(max_length=MOST_ALLIES * (LONGEST_NAME + 1), description="Allies and groups, with commas between.")
]
MOST_DRAWS = 10_000
"""Draws of one request, which a program waits for: more are for the page, which tells how far they are, and for the
command line."""
Draws = Annotated[int, Field(ge=0, le=MOST_DRAWS, description="Draws of chance; 0 for the central run alone.")]
Seed = Annotated[int, Field(ge=0, le=MOST_SEED)]


class RoadQuery(Query):
    """A shipped scenario, or a target of one's own by a year."""

    scenario: Shipped | None = Field(None, description="A shipped scenario; `/api/scenarios` lists them.")
    target: float | None = Field(None, ge=0, le=MOST_TARGET, allow_inf_nan=False, description="A share of GDP in %.")
    by: int | None = Field(None, ge=1000, le=9999, description="The year of the target.")
    shape: Shape = Field("linear", description="How the path goes to the target.")
    baseline: Baseline = Field("", description="What it is held against; the scenario's own where empty.")
    ally: Allies = Field("NATO", examples=["DEU, Poland"])
    on: Day | None = Field(None, description="As known on this day; without it the record's edition.")
    draws: Draws = SHORT_DRAWS
    seed: Seed = 1
    shock: Literal["with", "without"] = Field("with", description="Whether the errors about 2020 and 2021 count.")
    centred: Literal["yes", "no"] = Field("yes", description="Whether draws lie around the Outlook's own path.")
    against: Shipped | None = Field(None, description="A shipped scenario to hold it against.")


class RoadBody(Body):
    """A scenario as TOML: in `toml`, or as a `file` of a form."""

    toml: str = Field("", max_length=LONGEST_TEXT, description="The scenario's text.", examples=['title = "Nothing"'])
    baseline: Baseline = Field("", description="What it is held against; the scenario's own where empty.")
    ally: Allies = Field("NATO", examples=["DEU, Poland"])
    on: Day | None = Field(None, description="As known on this day; without it the record's edition.")
    draws: Draws = SHORT_DRAWS
    seed: Seed = 1
    against: Shipped | None = Field(None, description="A shipped scenario to hold it against.")


def asked_by_query(asked: RoadQuery) -> RoadAsked:
    """The road of a query. Raises InputError where a scenario and a target are asked for, and for what is no name."""
    scenario = _one_of(asked.scenario, "scenario", SHIPPED)
    if scenario and (asked.target is not None or asked.by is not None):
        raise InputError("a scenario and a target are asked for", where="target", remedy="give one of the two")
    own = asked.target is not None or asked.by is not None
    return RoadAsked(
        scenario=OWN if own else scenario or USUAL,
        target=round(TARGET if asked.target is None else asked.target, 2) if own else TARGET,
        by=asked.by or BY,
        shape=(_one_of(asked.shape, "shape", SHAPES) or SHAPES[0]) if own else SHAPES[0],
        baseline=_one_of(asked.baseline, "baseline", BASELINES),
        allies=allies_in([asked.ally]),
        on=_day(asked.on),
        draws=asked.draws,
        seed=asked.seed,
        without_shock=asked.shock == "without",
        centred=asked.centred == "yes",
        against=_one_of(asked.against, "against", SHIPPED),
    )


def asked_by_body(body: RoadBody, text: str) -> RoadAsked:
    """The road of a body. Raises InputError."""
    return RoadAsked(
        scenario=PASTED,
        toml=packed_toml(text, most=2 * LONGEST_TEXT),
        baseline=_one_of(body.baseline, "baseline", BASELINES),
        allies=allies_in([body.ally]),
        on=_day(body.on),
        draws=body.draws,
        seed=body.seed,
        against=_one_of(body.against, "against", SHIPPED),
    )


def _day(day: str | None) -> date | None:
    return day_of(day, "on")


def _one_of(told: str | None, where: str, known: tuple[str, ...]) -> str:
    if told and told not in known:
        raise UnknownNameError(where, told, known, where=where)
    return told or ""
