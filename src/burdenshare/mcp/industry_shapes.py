"""What the tools of the industry answer with: headlines, makers with their rows, gaps, what the record cannot feed."""

from __future__ import annotations

from pydantic import BaseModel, Field

from burdenshare.mcp.shapes import Source


class Offered(BaseModel):
    """An item that can be asked for."""

    item: str
    title: str
    rows: int = Field(description="Rows of the record that its numbers rest on; 0 where it cannot be computed.")
    lacks: str = Field(description="Why nothing can be computed; empty where something can.")


class Maker(BaseModel):
    """What the record tells of a maker."""

    name: str
    told: str
    rows: list[str] = Field(description="The rows its numbers are of: what, of when, the figure, by whom, the grade.")


class Made(BaseModel):
    """An item computed."""

    item: str
    title: str
    headline: str
    ordered: str
    told: list[str] = Field(description="When it is delivered, what can be made and is made, the queue.")
    makers: list[Maker]
    price: str = Field(description="What one costs, and where that was read; empty where it is not known.")
    sources: list[Source]


class Industry(BaseModel):
    """What is made and delivered of items, and when. Figures are the middle of the draws, in brackets 80 % of them."""

    title: str
    day: str
    span: str = Field(description="First and last month, and how often was drawn.")
    money: list[str] = Field(description="The spending path behind the orders, where there is one.")
    items: list[Made]
    more: int = Field(description="Items left out; ask again with `skip`.")
    not_enough: list[str] = Field(
        description="Items of which the record tells too little, and why. Never fill them in."
    )
    assumed: list[str] = Field(description="What no row tells: the interval, its source.")
    tested: str = Field(description="How far off past forecasts of this kind were; empty where none was tested.")
    offered: list[Offered] = Field(description="The items there are, where none was asked for.")


class Required(BaseModel):
    """A requirement as a gap."""

    requirement: str
    title: str
    gap: str
    met: str = Field(description="When it is met, or that no verdict is drawn; empty where nothing can be told.")
    filled_by: list[str] = Field(description="Which item fills it, and why that one.")
    not_told: str = Field(description="Why nothing can be told; empty where something can. Never fill it in.")
    grades: list[str] = Field(description="Grades of the pages it rests on.")
    sources: list[Source]


class Requirements(BaseModel):
    """What is required beyond what there is, and when a scenario would have filled it."""

    title: str
    day: str
    drawn: str
    headline: str
    requirements: list[Required]
    more: int = Field(description="Left out; ask again with `skip`.")
