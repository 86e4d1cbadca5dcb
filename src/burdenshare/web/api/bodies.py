"""What clients send, as models: unknown fields are refused, and nothing is guessed. The only place for pydantic is
this edge; behind it stand the values of `web/values.py`."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from burdenshare.web.api.forms import FORMS

Day = Annotated[
    str,
    Field(pattern=r"^[0-9]{4}-[0-9]{2}-[0-9]{2}$", json_schema_extra={"format": "date", "examples": ["2025-06-26"]}),
]
Name = Annotated[str, Field(max_length=200)]
Clock = Literal["then", "now"]
Form = Annotated[str, Field(max_length=20, json_schema_extra={"enum": list(FORMS)}, examples=["csv"])]
Word = Literal["supported", "close", "depends", "contradicted", "unverifiable"]
MOST_ARTICLES = 500
LONGEST_LINK = 4000


class Body(BaseModel):
    """A JSON body: types as they are, no field that nobody knows."""

    model_config = ConfigDict(extra="forbid", strict=True)


class ArticleBody(Body):
    """An article: exactly one of `text` and `link` (or a `file`, in a form), and the days to judge it by."""

    text: str | None = Field(None, description="The words themselves.", examples=["NATO has 32 members."])
    link: str | None = Field(None, max_length=LONGEST_LINK, description="An address that the server fetches.")
    on: Day | None = Field(None, description="The day of the text; wins over any date found in it.")
    now: Day | None = Field(None, description="The day of the second clock; without it the record's newest edition.")


class ReadBody(Body):
    """An article to be read and not judged."""

    text: str | None = Field(None, description="The words themselves.", examples=["NATO has 32 members."])
    link: str | None = Field(None, max_length=LONGEST_LINK, description="An address that the server fetches.")
    on: Day | None = Field(None, description="The day of the text; wins over any date found in it.")


class CheckBody(ArticleBody):
    """An article to be checked."""

    with_text: bool = Field(False, description="Whether the report holds the text itself.")


class ExplainBody(ArticleBody):
    """A statement of an article to be explained."""

    statement: Name = Field("", description="Its id, such as s1; without it the ids are listed.")
    clock: Clock | None = Field(None, description="Only this clock; both without it.")


class ExportBody(ArticleBody):
    """An article to be checked and written in a form to keep."""

    form: Form = Field(description="In which form.")
    author: Name = Field("", description="Who publishes the fact-check (claimreview).")
    url: str = Field("", max_length=LONGEST_LINK, description="The page it is published on (claimreview).")


class SaveBody(ArticleBody):
    """An article to be checked, and its report kept."""

    title: str = Field("", max_length=300, description="What the list calls it; the document's own title without it.")
    with_text: bool = Field(False, description="Whether the text itself is kept; its hash always is.")


class StoryArticle(Body):
    """One article of a story: exactly one of `text` and `link`."""

    text: str | None = None
    link: str | None = Field(None, max_length=LONGEST_LINK)
    on: Day | None = None


class StoryBody(Body):
    """Articles to be told as stories: as JSON in `articles`, as multipart/form-data in several fields `file`."""

    articles: list[StoryArticle] = Field(default=[], max_length=MOST_ARTICLES)
    on: Day | None = Field(None, description="The day of the articles that have none of their own.")
    person: Name = Field("", description="Only what this person said, such as Rutte.")
    issue: Name = Field("", description="Only this issue, such as spending_target.")


class ReviewBody(Body):
    """What a person says of a statement: a note, or a verdict of their own with its reason."""

    statement: Name = Field(description="The statement's id, such as s1.")
    reviewer: Name = Field(description="Who says it.")
    note: str = Field("", max_length=10_000, description="Why.")
    verdict: Word | None = Field(None, description="The verdict in place of the machine's.")


class Query(BaseModel):
    """A query: what stands behind the `?`. No name that nobody knows."""

    model_config = ConfigDict(extra="forbid")


class CellQuery(Query):
    """One value of the record: names as people type them, or ids."""

    entity: Name = Field(description="An ally or group.", examples=["Poland"])
    measure: Name = Field(description="A measure, by id or name.", examples=["share_of_gdp"])
    period: Name = Field(description="2024, 2024-06, 2024-06-17 or 2018/2019.", examples=["2024"])
    as_of: Day | None = Field(None, description="Only what had been published by this day.")
    basis: Name = Field("", description="Price basis: current, constant, constant_2021…")
    unit: Name = Field("", description="Currency: USD, EUR, or the ally's own.")
    threshold: float = Field(
        2.0, ge=0, le=100, allow_inf_nan=False, description="The guideline of a count, in % of GDP."
    )
    baseline: int | None = Field(None, ge=1949, le=2100, description="Baseline year of extra spending.")


class ValueQuery(CellQuery):
    """One value, of the newest release or of the one named."""

    release: Name | None = Field(None, description="Only this release, such as 2024-06.")


class DiffQuery(Query):
    """Two releases to compare, a page of changes at a time."""

    first: Name = Field(description="A release.", examples=["2024-06"])
    second: Name = Field(description="Another of the same publisher.", examples=["2025-08"])
    measure: Name | None = Field(None, description="Only this measure.")
    most: int = Field(100, ge=1, le=1000, description="Changes of one page.")
    after: int = Field(0, ge=0, le=1_000_000, description="Changes already told; `meta.next` says it.")


class AllianceQuery(Query):
    """A day of the alliance."""

    on: Day | None = Field(None, description="The day; without it the record's edition.")
    compare: Day | None = Field(None, description="Also tell what changed against this day.")
    part: list[Name] = Field(
        default=[], max_length=20, description="This part alone (may be repeated): members, shares, pledges…"
    )


class ListQuery(Query):
    """A page of the list of saved reports."""

    most: int = Field(50, ge=1, le=200, description="Reports of one page.")
    after: str | None = Field(None, max_length=200, description="Where the page before ended; `meta.next` says it.")


class ReleasesQuery(Query):
    """Whose releases are listed."""

    publisher: Name = Field("nato", description="nato, kiel, weo or wdi.")


class FormQuery(Query):
    """In which form a report is downloaded."""

    form: Form = Field(description="In which form.")
    author: Name = Field("", description="Who publishes the fact-check (claimreview).")
    url: str = Field("", max_length=LONGEST_LINK, description="The page it is published on (claimreview).")


class StatementQuery(Query):
    """Which statement of a saved report is explained."""

    statement: Name = Field("", description="Its id, such as s1; without it the ids are listed.")
    clock: Clock | None = Field(None, description="Only this clock; both without it.")


class SchemaQuery(Query):
    """Whose JSON Schema is asked for."""

    of: Literal[
        "report",
        "stories",
        "alliance",
        "road",
        "clock",
        "support",
        "industry",
        "industry_items",
        "industry_requirements",
        "industry_backtest",
    ] = "report"


def day_of(day: str | None, where: str) -> date | None:
    """The day of a field. Raises DateError for what the calendar does not have, such as 2025-02-30."""
    if day is None:
        return None
    from burdenshare.report.names import day_of as named

    return named(day, where)


def clocks_of(clock: str | None) -> tuple[str, ...]:
    """The clocks that are asked for."""
    return (clock,) if clock else ("then", "now")


def schema_of(model: type[BaseModel]) -> dict[str, Any]:
    """The JSON Schema of a body, its parts named among the components."""
    return model.model_json_schema(ref_template="#/components/schemas/{model}")
