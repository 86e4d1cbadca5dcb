"""What the tool of support answers with: the headline, a few donors or prices, what is not known, the sources."""

from __future__ import annotations

from pydantic import BaseModel, Field

from burdenshare.mcp.shapes import Source


class Donated(BaseModel):
    """What a donor or group gave."""

    name: str
    given: str = Field(description="Euro over the months told; two ends where a part is not dated.")
    place: str = Field(description="Among countries, by money; empty for groups and bodies.")
    share: str = Field(description="Of GDP of 2021, and by whose GDP (printed: the tracker's own); empty if unknown.")


class Asked(BaseModel):
    """What a scenario asks of a donor or group."""

    name: str
    now: str = Field(description="Euro a year at the present pace.")
    more: str = Field(description="Against that pace, with its range at the paces of other months.")
    share: str = Field(description="Of GDP, now and then; empty where it is not known.")


class Supported(BaseModel):
    """Support to Ukraine: who gave what, or what a scenario costs. Money in euro."""

    title: str
    day: str
    headline: str
    told_by: str = Field(description="The release that answers, and by which of its rows.")
    caveat: str = Field(description="That no verdict rests on that release, and what a check goes by; mostly empty.")
    donors: list[Donated] = Field(description="Groups first, then donors; empty for a scenario.")
    prices: list[Asked] = Field(description="Of a scenario: groups first, then donors.")
    more: int = Field(description="Left out; ask again with `skip`.")
    rose_and_fell: list[str] = Field(description="The months compared, then the largest at each end.")
    not_known: list[str]
    rests_on: list[str]
    sources: list[Source]
