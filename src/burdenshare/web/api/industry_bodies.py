"""What clients send to ask for the industry: the fields of the page's form, and a scenario as text."""

from __future__ import annotations

from typing import Annotated

from pydantic import ConfigDict, Field
from starlette.datastructures import QueryParams

from burdenshare.errors import InputError
from burdenshare.road.industry.scenario import SHIPPED
from burdenshare.web.api.bodies import Body, Day, Query, day_of
from burdenshare.web.views.industry_asked import (
    ITEMS,
    MOST_SEED,
    ORDER,
    PASTED,
    REQUIREMENTS,
    SHORT_DRAWS,
    IndustryAsked,
    industry_asked_in,
    items_in,
)
from burdenshare.web.views.road_asked import LONGEST_NAME
from burdenshare.web.views.road_toml import LONGEST_TEXT, packed_toml

Shipped = Annotated[str, Field(max_length=40, json_schema_extra={"enum": list(SHIPPED)}, examples=["hague-equipment"])]
Items = Annotated[str, Field(max_length=400, description="Items by their names, with commas between.")]
Sum = Annotated[str, Field(max_length=LONGEST_NAME)]
Year = Annotated[int, Field(ge=2000, le=2100)]
MOST_DRAWS = 10_000
"""Draws of one request, which a program waits for: more are for the page, which tells how far they are, and for the
command line."""
Draws = Annotated[int, Field(ge=0, le=MOST_DRAWS, description="Draws of chance; 0 for the central run alone.")]
Seed = Annotated[int, Field(ge=0, le=MOST_SEED)]


class IndustryQuery(Query):
    """Items as they stand, under a shipped scenario, or with an order of one's own."""

    model_config = ConfigDict(extra="forbid", populate_by_name=True)

    item: Items = Field("", examples=["155mm, caesar"])
    scenario: Shipped | None = Field(None, description="A shipped scenario; `/api/industry/scenarios` lists them.")
    units: Sum = Field("", description="Order so many of one item: 1,000,000, or a range.", examples=["1,000,000"])
    money: Sum = Field("", description="Or order for so much: EUR 5bn.", examples=["EUR 2bn"])
    price: Sum = Field("", description="What one costs; that of the table of items where empty.")
    first: Year | None = Field(None, alias="from", description="The first year of the order.")
    last: Year | None = Field(None, alias="to", description="The last year of the order.")
    reach: Sum = Field("", description="Tell when so many a year are made.", examples=["2000000"])
    on: Day | None = Field(None, description="As known on this day; without it the record's edition.")
    until: Year | None = Field(None, description="The last year shown.")
    draws: Draws = SHORT_DRAWS
    seed: Seed = 1


class ItemsQuery(Query):
    """The items as a day knew them."""

    on: Day | None = Field(None, description="As known on this day; without it the record's edition.")


class RequirementsQuery(Query):
    """What is required, and when a shipped scenario meets it."""

    scenario: Shipped | None = Field(None, description="What is ordered; without it what is required, at once.")
    on: Day | None = Field(None, description="As known on this day; without it the record's edition.")
    until: Year | None = Field(None, description="The last year shown.")
    draws: Draws = SHORT_DRAWS
    seed: Seed = 1


class BacktestQuery(Query):
    """How often the back-test draws."""

    draws: Draws = MOST_DRAWS
    seed: Seed = 1


class IndustryBody(Body):
    """A scenario as TOML: in `toml`, or as a `file` of a form."""

    toml: str = Field("", max_length=LONGEST_TEXT, description="The scenario's text.", examples=['title = "Nothing"'])
    item: Items = Field("", description="Only these items; all that it buys where empty.")
    on: Day | None = Field(None, description="As known on this day; without it the record's edition.")
    until: Year | None = Field(None, description="The last year shown.")
    draws: Draws = SHORT_DRAWS
    seed: Seed = 1


class RequirementsBody(Body):
    """A scenario as TOML, held against what is required."""

    toml: str = Field("", max_length=LONGEST_TEXT, description="The scenario's text.", examples=['title = "Nothing"'])
    on: Day | None = Field(None, description="As known on this day; without it the record's edition.")
    until: Year | None = Field(None, description="The last year shown.")
    draws: Draws = SHORT_DRAWS
    seed: Seed = 1


def asked_by_query(asked: IndustryQuery) -> IndustryAsked:
    """The view of a query. Raises InputError where neither an item nor a scenario is named, and for what is no name."""
    if not asked.item.strip(" ,") and not asked.scenario:
        raise InputError("no item is named", where="item", remedy="name one (/api/industry/items), or a scenario")
    told = {"item": asked.item, "reach": asked.reach, "from": asked.first, "to": asked.last}
    return _asked(ITEMS, asked, told | {name: getattr(asked, name) for name in ORDER})


def required_by_query(asked: RequirementsQuery) -> IndustryAsked:
    """The requirements of a query. Raises InputError."""
    return _asked(REQUIREMENTS, asked, {})


def _asked(view: str, asked: IndustryQuery | RequirementsQuery, more: dict[str, object]) -> IndustryAsked:
    told = {name: getattr(asked, name) for name in ("scenario", "on", "until", "draws", "seed")} | more
    return industry_asked_in(
        QueryParams({"view": view, **{name: str(one) for name, one in told.items() if one is not None}})
    )


def asked_by_body(body: IndustryBody | RequirementsBody, text: str) -> IndustryAsked:
    """The view of a body. Raises InputError."""
    whole = isinstance(body, IndustryBody)
    return IndustryAsked(
        ITEMS if whole else REQUIREMENTS,
        items=items_in([body.item]) if isinstance(body, IndustryBody) else (),
        scenario=PASTED,
        toml=packed_toml(text, most=2 * LONGEST_TEXT),
        on=day_of(body.on, "on"),
        until=body.until,
        draws=body.draws,
        seed=body.seed,
    )
