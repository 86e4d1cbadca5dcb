"""The way from articles or reports to their stories, and the forms in which stories are shown."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from burdenshare.checking.model import CheckedDocument
from burdenshare.checking.stories import Stories, tell
from burdenshare.errors import InputError
from burdenshare.reading.model import Document
from burdenshare.record import Record
from burdenshare.report.article import check, packaged_record
from burdenshare.report.report import Report
from burdenshare.report.stories.views import view_of

Told = str | Document | Report | CheckedDocument


@dataclass(frozen=True, slots=True)
class StoryReport:
    """The stories of several articles, ready to be shown. `person` and `issue` narrow every form to what one person
    said or to one issue; an unknown one is an UnknownNameError."""

    stories: Stories
    record: Record

    def to_text(self, *, person: str | None = None, issue: str | None = None, width: int = 100) -> str:
        """The briefing as plain text without colours, `width` columns wide."""
        from burdenshare.report.stories.terminal import plain_text

        return plain_text(self.stories, self.record, view_of(self.stories, person, issue), width=width)

    def to_dict(self, *, person: str | None = None, issue: str | None = None) -> dict[str, Any]:
        """The documented shape (`burdenshare.report.stories.shape.stories_schema`)."""
        from burdenshare.report.stories.shape import stories_shape

        return stories_shape(self.stories, self.record, view_of(self.stories, person, issue))

    def to_json(self, *, person: str | None = None, issue: str | None = None, indent: int | None = 2) -> str:
        """`to_dict()` as JSON text."""
        shape = self.to_dict(person=person, issue=issue)
        return json.dumps(shape, ensure_ascii=False, indent=indent, allow_nan=False)

    def to_html(self, *, person: str | None = None, issue: str | None = None) -> str:
        """One self-contained page: the picture, and the briefing under it."""
        from burdenshare.report.stories.page import page_of

        return page_of(self.stories, self.record, view_of(self.stories, person, issue))

    def to_svg(self, *, person: str | None = None, issue: str | None = None) -> str:
        """The picture alone: how the target moved, and the timeline."""
        from burdenshare.report.stories.svg import svg_of

        return svg_of(self.stories, self.record, view_of(self.stories, person, issue))


def story(articles: Sequence[Told], *, on: date | None = None, record: Record | None = None) -> StoryReport:
    """The stories that `articles` tell: copies as one voice, claims across wordings, what moved, who stands where.

    Takes texts, documents, reports of `check` or checked documents, in any mixture; `on` is the day of those that are
    not yet checked. Articles of unrelated topics are kept apart. Raises InputError where there are none, and what
    `check` raises for texts.
    """
    held = packaged_record() if record is None else record
    return StoryReport(tell([_checked(one, on, held) for one in _several(articles)], held), held)


def _several(articles: Sequence[Told]) -> Sequence[Told]:
    given: object = articles
    if isinstance(given, (str, Document, Report, CheckedDocument)):
        raise InputError("a story is told of several articles", remedy="give a list of texts, documents or reports")
    return articles


def _checked(one: Told, on: date | None, record: Record) -> CheckedDocument:
    if isinstance(one, CheckedDocument):
        return one
    if isinstance(one, Report):
        return one.checked
    given: object = one
    if not isinstance(given, (str, Document)):
        raise InputError(
            f"a story is told of texts, documents or reports, not of {type(given).__name__}",
            remedy="give what load_document or check returns",
        )
    return check(one, on=on, record=record).checked
