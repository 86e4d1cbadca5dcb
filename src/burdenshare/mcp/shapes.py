"""What tools answer with: few words, each with its source, and always how many were left out. The descriptions go to
the assistant."""

from __future__ import annotations

from pydantic import BaseModel, Field


class Source(BaseModel):
    """Where a figure is printed."""

    title: str
    address: str = Field(description="Opens it; empty where there is none.")


class Answer(BaseModel):
    """One clock's verdict."""

    verdict: str = Field(description="supported, close, depends, contradicted or unverifiable")
    on: str = Field(description="The record as published by this day.")
    why: str
    recorded: str = Field(description="What the record holds; empty where it holds nothing.")


class Statement(BaseModel):
    """What a text says."""

    id: str
    words: str
    kind: str = Field(description="fact, promise, event or position")
    question: str = Field(description="As the record is asked it.")
    said_by: str
    firmness: str = Field(description="fact, estimate, pledge, demand, forecast, hypothetical, opinion or denial")
    likely: bool = Field(description="Read by the words around it: never contradicted.")


class Judged(Statement):
    """A statement with its answers."""

    then: Answer | None = Field(description="By the record of the text's own day; null where it was not judged.")
    now: Answer | None = Field(description="By the record's newest edition, or of the day `now`.")
    price: str = Field(description="What a promise asks of the allies; empty where it has no price.")
    sources: list[Source]


class Read(BaseModel):
    """What a text says, without verdicts."""

    title: str
    day: str | None
    statements: list[Statement]
    more: int = Field(description="Statements left out; ask again with `skip`.")


class Checked(BaseModel):
    """A text held against the record."""

    title: str
    day: str | None = Field(description="The day of the text; null where it is not known, and then nothing is judged.")
    edition: str = Field(description="The record's day of `now`.")
    then: dict[str, int] = Field(description="Statements by verdict on the text's day.")
    now: dict[str, int] = Field(description="The same by the newest record.")
    statements: list[Judged]
    more: int = Field(description="Statements left out; ask again with `skip`.")
    sums: list[str] = Field(description="Figures of the text that cannot fit each other.")
    remarks: list[str]


class Explained(BaseModel):
    """Why a statement has its verdicts and its price, from the words down to the printed cell, as an indented tree."""

    statement: str
    explanation: str


class Value(BaseModel):
    """One value of the record in one release."""

    value: str
    number: float | None = Field(description="In base units; null where only bounds are known.")
    unit: str
    release: str
    released_on: str | None
    notes: list[str]
    sources: list[Source]


class Looked(BaseModel):
    """A value of the record, or its history over the releases, oldest first."""

    entity: str
    measure: str
    period: str
    formula: str = Field(description="How a derived measure is made; empty for a printed cell.")
    values: list[Value]


class Item(BaseModel):
    """One thing told, and lines under it."""

    text: str
    lines: list[str]


class Part(BaseModel):
    """A part of a story or of the alliance."""

    id: str
    title: str
    items: list[Item]
    more: int = Field(description="Items left out.")


class Story(BaseModel):
    """Reports that tell of one thing."""

    title: str
    intro: str
    parts: list[Part]


class Stories(BaseModel):
    """What several reports tell together. Numbers in brackets are reports in the order given."""

    stories: list[Story]


class Alliance(BaseModel):
    """The alliance as known on a day."""

    day: str
    edition: str
    glance: list[str] = Field(description="The most important on a line each.")
    parts: list[Part]
    changes: list[str] = Field(description="What changed against the other day.")
    more_changes: int
