"""What the tool of the clock answers with: curves in words, statements with their pages, what the curves are not."""

from __future__ import annotations

from pydantic import BaseModel, Field

from burdenshare.mcp.shapes import Source


class Curve(BaseModel):
    """Stated horizons of one thing feared."""

    feared: str
    rests_on: str = Field(description="How many statements, and how many separate counts they tell.")
    told: str = Field(description="By when a quarter, half and three quarters of what was stated falls.")
    share: list[str] = Field(
        description="The part before the end of each year, with any one statement left out in brackets."
    )
    moved_by: list[str] = Field(description="What moves it most, the widest first.")


class Beside(BaseModel):
    """When a requirement is met, were all of it ordered at once."""

    requirement: str
    told: str
    chance: list[str] = Field(description="How likely it is met by the end of each year, inside the draws.")


class Stated(BaseModel):
    """One dated statement."""

    key: str = Field(description="Name it in `without` to let it count nothing.")
    said_by: str
    day: str
    said: str
    about: str
    feared: str
    condition: str
    place: str = Field(description="drawn, or why it is not.")
    weight: str
    page: Source


class Clock(BaseModel):
    """Stated horizons as known on a day."""

    not_said: str = Field(description="What the curves are not: quote it beside them.")
    title: str
    day: str
    known: str
    ceasefire: str
    curves: list[Curve]
    beside: list[Beside] = Field(description="Requirements asked for; never multiplied with the curves.")
    statements: list[Stated]
    more: int = Field(description="Statements left out; ask again with `skip`.")
