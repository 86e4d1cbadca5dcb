"""What clients send to ask for support: the fields of the page's form, and a scenario as text."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from burdenshare.errors import InputError
from burdenshare.road.support.scenario import HIGHEST, SHIPPED
from burdenshare.web.api.bodies import Body, Day, Query, day_of
from burdenshare.web.views.road_asked import LONGEST_NAME
from burdenshare.web.views.road_toml import LONGEST_TEXT, packed_toml
from burdenshare.web.views.support_asked import (
    MOST_DONORS,
    OWN,
    PASTED,
    USUAL_FROM,
    USUAL_GIVE,
    SupportAsked,
    donors_in,
    support_asked_in,
)

Donors = Annotated[
    str,
    Field(max_length=MOST_DONORS * (LONGEST_NAME + 1), description="Donors and groups, with commas between."),
]
Month = Annotated[str, Field(max_length=7, pattern=r"^(20[0-9]{2}(-[0-9]{2})?)?$", examples=["2025-01"])]
Span = Annotated[str, Field(max_length=15, examples=["2025-05/2026-04"])]
Kind = Literal["", "total", "military", "financial", "humanitarian"]
Definition = Literal["", "allocation", "commitment", "disbursement"]
Release = Annotated[str, Field(max_length=20, description="A release of the tracker, to be asked alone.")]
Shipped = Annotated[str, Field(max_length=40, json_schema_extra={"enum": list(SHIPPED)})]


class SupportQuery(Query):
    """Who gave what, or the price of a shipped scenario or of a share of one's own."""

    donor: Donors = Field("", examples=["DEU, NORDIC"])
    since: Month = Field("", description="From this month or year on; with `give` the month from which it is given.")
    until: Month = Field("", description="Up to this month or year.")
    kind: Kind = Field("", description="The kind of aid; all of them where empty.")
    definition: Definition = Field("", description="How far a promise has come; allocation where empty.")
    release: Release = ""
    span: Span = Field("", description="Months of who rose and who fell.")
    against: Span = Field("", description="The months before, as many.")
    on: Day | None = Field(None, description="As known on this day; without it the record's edition.")
    scenario: Shipped | None = Field(None, description="A shipped scenario; `/api/support/scenarios` lists them.")
    give: float | None = Field(
        None, ge=0, le=HIGHEST, allow_inf_nan=False, description="Or every ally gives this % of GDP a year."
    )


class SupportBody(Body):
    """A scenario as TOML: in `toml`, or as a `file` of a form."""

    toml: str = Field("", max_length=LONGEST_TEXT, description="The scenario's text.", examples=['title = "Nothing"'])
    donor: Donors = Field("", examples=["DEU, NORDIC"])
    kind: Kind = Field("", description="Another kind of aid than the scenario's own.")
    release: Release = ""
    on: Day | None = Field(None, description="As known on this day; without it the record's edition.")


def asked_by_query(asked: SupportQuery) -> SupportAsked:
    """The view of a query. Raises InputError where a scenario and a share are asked for, and for what is no name."""
    if asked.scenario and asked.give is not None:
        raise InputError("a scenario and a share are asked for", where="give", remedy="give one of the two")
    own = asked.give is not None
    told = {name: str(getattr(asked, name) or "") for name in ("since", "until", "kind", "definition", "release")}
    told |= {"span": asked.span, "against": asked.against, "on": asked.on or "", "donor": asked.donor}
    told |= {"scenario": OWN if own else asked.scenario or ""}
    if own:
        told |= {"give": f"{round(asked.give or 0.0, 4):.4f}", "begin": asked.since or USUAL_FROM}
    lost = next((name for name in ("until", "definition", "span", "against") if told["scenario"] and told[name]), None)
    if lost is not None or (asked.scenario and asked.since):
        raise InputError("a scenario takes no notice of it", where=lost or "since", remedy="leave it out")
    return support_asked_in(told)


def asked_by_body(body: SupportBody, text: str) -> SupportAsked:
    """The view of a body. Raises InputError."""
    return SupportAsked(
        donors=donors_in([body.donor]),
        kind=body.kind,
        release=body.release,
        on=day_of(body.on, "on"),
        scenario=PASTED,
        give=USUAL_GIVE,
        toml=packed_toml(text, most=2 * LONGEST_TEXT),
    )
