"""What clients send to ask for a clock: the fields of the page's form, weights by statement, and a scenario as text."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.road.clock.scenario import SHIPPED, USUAL, ceasefire_of
from burdenshare.road.clock.weights import HEAVIEST
from burdenshare.web.api.bodies import Body, Day, Query, day_of
from burdenshare.web.views.clock_asked import (
    LONGEST_HALF_LIFE,
    MOST_REQUIREMENTS,
    MOST_WEIGHTS,
    PASTED,
    ClockAsked,
    requirements_in,
)
from burdenshare.web.views.road_asked import LONGEST_NAME
from burdenshare.web.views.road_toml import LONGEST_TEXT, packed_toml

Shipped = Annotated[str, Field(max_length=40, json_schema_extra={"enum": list(SHIPPED)}, examples=["services"])]
Ceasefire = Annotated[str, Field(max_length=40, description="Supposed: a day, a month, a year, or two with a slash.")]
Requirements = Annotated[
    str,
    Field(
        max_length=MOST_REQUIREMENTS * (LONGEST_NAME + 1),
        description="Requirements to stand beside the curves, with commas between; `/api/industry/requirements` "
        "lists them.",
        examples=["shells"],
    ),
]
Weight = Annotated[str, Field(max_length=80, examples=["bild-2025-07=0"])]


class ClockQuery(Query):
    """Stated horizons as known on a day."""

    scenario: Shipped | None = Field(None, description="A shipped scenario of the clock.")
    on: Day | None = Field(None, description="As known on this day; without it the record's edition.")
    ceasefire: Ceasefire = ""
    until: int | None = Field(None, ge=2023, le=2080, description="The last year shown.")
    open_end: Literal["", "even", "late"] = Field("", description="How “within” and “by” are spread.")
    half_life: float | None = Field(
        None,
        ge=0,
        le=LONGEST_HALF_LIFE,
        allow_inf_nan=False,
        description="Years in which a statement counts half; 0 for never.",
    )
    weight: list[Weight] = Field(
        default=[], max_length=MOST_WEIGHTS, description="KEY=WEIGHT of a statement (may be repeated); 0 leaves it out."
    )
    requirement: Requirements = ""


class ClockBody(Body):
    """A scenario as TOML with a `[clock]`: in `toml`, or as a `file` of a form."""

    toml: str = Field(
        "", max_length=LONGEST_TEXT, description="The scenario's text.", examples=['title = "Mine"\n[clock]\n']
    )
    on: Day | None = Field(None, description="As known on this day; without it the record's edition.")
    until: int | None = Field(None, ge=2023, le=2080, description="The last year shown.")
    requirement: Requirements = ""


def asked_by_query(asked: ClockQuery) -> ClockAsked:
    """The clock of a query. Raises InputError."""
    if asked.scenario and asked.scenario not in SHIPPED:
        raise UnknownNameError("scenario", asked.scenario, SHIPPED, where="scenario")
    if asked.ceasefire:
        ceasefire_of(asked.ceasefire, "ceasefire")
    return ClockAsked(
        scenario=asked.scenario or USUAL,
        on=_day(asked.on),
        ceasefire=asked.ceasefire,
        until=asked.until,
        open_end=asked.open_end,
        half_life=asked.half_life,
        weights=tuple(sorted(_weight(one) for one in asked.weight)),
        requirements=requirements_in([asked.requirement]),
    )


def asked_by_body(body: ClockBody, text: str) -> ClockAsked:
    """The clock of a body. Raises InputError."""
    code = packed_toml(text, most=2 * LONGEST_TEXT)
    return ClockAsked(
        scenario=PASTED,
        toml=code,
        on=_day(body.on),
        until=body.until,
        requirements=requirements_in([body.requirement]),
    )


def _day(day: str | None) -> date | None:
    return day_of(day, "on")


def _weight(told: str) -> tuple[str, float]:
    key, _, number = told.partition("=")
    try:
        value = float(number)
    except ValueError:
        value = -1.0
    if not key or not 0 <= value <= HEAVIEST:
        raise InputError(f"'{told[:40]}' is no weight", where="weight", remedy="write it as bild-2025-07=0")
    return key, value
