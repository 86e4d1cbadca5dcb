"""Shapes of results that no shipped schema describes, for the OpenAPI description alone: results themselves are made by
the rooms that know them, and the tests hold them against this."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, WithJsonSchema
from pydantic.json_schema import models_json_schema

from burdenshare.web.api.schemas import HOME, Json, ref

Day = Annotated[str, Field(json_schema_extra={"format": "date"})]
SHIPPED = "x-shipped"
"""Marks a place for a component of the shipped schemas, which the models do not know."""

Evidence = Annotated[Any, WithJsonSchema({SHIPPED: "ReportEvidence"})]
Derivation = Annotated[Any, WithJsonSchema({SHIPPED: "ReportDerivation"})]
Scenario = Annotated[Any, WithJsonSchema({SHIPPED: "RoadScenario"})]
SupportScenario = Annotated[Any, WithJsonSchema({SHIPPED: "SupportScenario"})]
IndustryScenario = Annotated[Any, WithJsonSchema({SHIPPED: "IndustryPlant"})]
Report = Annotated[Any, WithJsonSchema({SHIPPED: "ReportReport"})]


class Shape(BaseModel):
    """An object with these fields and no others."""

    model_config = ConfigDict(extra="forbid")


class RecordTold(Shape):
    """Which record answers: the newest day it speaks for, and a version that changes with any table."""

    edition: Day
    version: str


class Meta(Shape):
    """What made an answer. `next` is the address of the page that follows, null where there is none."""

    record: RecordTold
    code: str
    next: str | None


class Fault(Shape):
    """What is wrong (`message`), which field or thing is concerned (`where`), what to do, and a word for programs."""

    code: str
    message: str
    where: str
    remedy: str


class Error(Shape):
    """Every error of the API."""

    error: Fault


class ReleaseShape(Shape):
    """A release: what was published on a day."""

    id: str
    publisher: str
    released_on: Day | None
    title: str
    definition: str


class Finding(Shape):
    """A value of the record with its release, its cells and how it was computed; values in base units."""

    entity: str
    name: str
    measure: str
    period: str
    price_basis: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    bounded: bool
    release: ReleaseShape
    older_than: ReleaseShape | None
    caveats: list[str]
    evidence: list[Evidence]
    derivation: Derivation


class CellChange(Shape):
    """One cell in two releases."""

    entity: str
    measure: str
    period: str
    price_basis: str
    unit: str
    old: float
    new: float
    difference: float
    relative: float
    sources: list[str]


class Diff(Shape):
    """Two releases compared: how many cells changed, and this page of them, the largest change first."""

    first: str
    second: str
    definitions: list[str]
    changed: int
    same: int
    only_first: int
    only_second: int
    changes: list[CellChange]


class MeasureShape(Shape):
    """A thing that is counted."""

    id: str
    title: str
    unit: str
    kind: str
    formula: str


class EntityShape(Shape):
    """An ally, or a group with its members on the day of the edition."""

    id: str
    name: str
    kind: str
    joined_on: Day | None
    members: list[str]


class Step(Shape):
    """One line of an explanation and what it rests on."""

    label: str
    text: str
    tone: str
    address: str
    below: list[Step]


class ExplanationShape(Shape):
    """Why a statement has its verdicts and its price."""

    document: str
    statement: str
    explanation: Step


class Listed(Shape):
    """A statement that can be explained, with its verdicts; empty where it was not judged."""

    document: str
    id: str
    then: str
    now: str
    text: str


class SavedShape(Shape):
    """A saved report as a list tells it; `address` opens it."""

    id: str
    address: str
    created_at: str
    title: str
    published: Day | None
    sha256: str
    characters: int
    versions: dict[str, str]
    edition: Day
    with_text: bool


class KeptReviewShape(Shape):
    """A review with the number by which it can be deleted."""

    number: int
    statement: str
    reviewer: str
    at: str
    verdict: str | None
    note: str


class SavedReport(Shape):
    """A saved report whole: what a list tells, the report itself, and its reviews."""

    saved: SavedShape
    report: Report
    reviews: list[KeptReviewShape]


class VerdictChange(Shape):
    """What has changed of one statement: `then`, `now` or `price`."""

    statement: str
    words: str
    of: str
    was: str
    now: str
    why: str


class Rechecked(Shape):
    """A saved report judged again, and every change in text order."""

    same_versions: bool
    changes: list[VerdictChange]
    report: Report


class ScenarioShape(Shape):
    """A shipped scenario: what it asks, and its file."""

    scenario: Scenario
    toml: str


class SupportScenarioShape(Shape):
    """A shipped scenario of support: what it asks, and its file."""

    scenario: SupportScenario
    toml: str


class IndustryScenarioShape(Shape):
    """A shipped scenario of the industry: what it buys, and its file."""

    scenario: IndustryScenario
    toml: str


class Index(Shape):
    """Where to go from here."""

    name: str
    about: str
    openapi: str
    pages: str
    addresses: list[str]


class Awaited(Shape):
    """A release that is probably out and that the record does not hold."""

    what: str
    since: Day


class PublisherHeld(Shape):
    """What the record holds of a publisher; `imported` counts the releases that came with a layer."""

    id: str
    name: str
    page: str
    releases: int
    imported: int
    newest: str | None
    released_on: Day | None
    age_days: int | None
    due: Awaited | None


class RecordStatus(Shape):
    """How old the record is: `old` where no report should rest on it without saying so."""

    today: Day
    edition: Day
    version: str
    age_days: int
    old: bool
    publishers: list[PublisherHeld]
    layers: list[str]


class Health(Shape):
    """That the server and its store answer."""

    status: str


SHAPES: tuple[type[Shape], ...] = (
    Error,
    Meta,
    Finding,
    Diff,
    MeasureShape,
    EntityShape,
    ReleaseShape,
    ExplanationShape,
    Listed,
    SavedShape,
    KeptReviewShape,
    SavedReport,
    Rechecked,
    ScenarioShape,
    SupportScenarioShape,
    IndustryScenarioShape,
    Index,
    RecordStatus,
    Health,
)
"""Those that become components, with all they are made of."""


def described() -> Json:
    """Their JSON Schemas by name, with the shipped components in their places."""
    _, made = models_json_schema([(one, "serialization") for one in SHAPES], ref_template=f"{HOME}{{model}}")
    found: Json = _placed(made["$defs"])
    return found


def _placed(value: Any) -> Any:
    if isinstance(value, dict):
        return ref(value[SHIPPED]) if SHIPPED in value else {key: _placed(one) for key, one in value.items()}
    return [_placed(one) for one in value] if isinstance(value, list) else value
