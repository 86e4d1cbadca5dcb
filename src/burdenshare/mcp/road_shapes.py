"""What the tools of the road answer with: the headline, its interval, the sources, and how many were left out."""

from __future__ import annotations

from pydantic import BaseModel, Field

from burdenshare.mcp.shapes import Source


class Price(BaseModel):
    """What a scenario costs an ally or group, in the year its target is due."""

    name: str
    share_now: str = Field(description="Share of GDP known on the day.")
    extra: str = Field(description="More a year than without it, with the interval of 80 % of the draws.")
    total: str = Field(description="The same added up over all years.")
    debt: str = Field(description="Points of GDP of government debt added; empty where it is not known.")


class Priced(BaseModel):
    """A promise with its price. Money is at prices and exchange rates of the base year."""

    title: str
    asked: list[str]
    day: str
    base_year: int
    headline: str
    chance: list[str] = Field(description="How likely it is met, foreseen from history, commitments and trend.")
    prices: list[Price] = Field(description="Groups first, then allies.")
    more: int = Field(description="Prices left out; ask again with `skip`.")
    moved_by: list[str] = Field(description="Which assumption moves the price most, the widest first.")
    not_known: list[str]
    rests_on: list[str]
    sources: list[Source]


class Offered(BaseModel):
    """A shipped scenario."""

    name: str
    title: str
    asked: list[str]


class Scenarios(BaseModel):
    """Scenarios that `road` knows by name."""

    scenarios: list[Offered]
