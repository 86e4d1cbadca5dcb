"""A saved report as text: what a database keeps of it. Writing and reading a long one takes a processor for seconds, so
neither needs the database, and a server has both done by its workers."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from burdenshare.report.exports.texts import json_text, saved_shape, whole
from burdenshare.report.report import Report
from burdenshare.report.reviews import Review
from burdenshare.report.saved.reports import reports_of
from burdenshare.report.wording import shortened

MOST_TITLE = 300
"""Characters of a title."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A report ready to be kept: what a list shows of it, its JSON without reviews, and its reviews."""

    title: str
    published: date | None
    sha256: str
    characters: int
    code_version: str
    record_version: str
    edition: date
    with_text: bool
    text: str
    reviews: tuple[Review, ...] = ()


@dataclass(frozen=True, slots=True)
class Stored:
    """A report as it lies in the database: its JSON `text`, and the reviews that stand beside it."""

    text: str
    reviews: tuple[Review, ...] = ()

    def report(self) -> Report:
        """The report, value for value as it was saved, with all its reviews."""
        (report,) = reports_of(self.text, "the saved report")
        return replace(report, reviews=self.reviews)


def draft_of(report: Report, *, title: str = "", with_text: bool = False) -> Draft:
    """`report` to be kept under `title` (the document's own where empty); the text of the article only `with_text`, its
    hash always."""
    kept = report if with_text else report.without_text()
    checked, document = kept.checked, kept.checked.document
    named = next(filter(None, (shortened(one, MOST_TITLE) for one in (title, document.title, document.id))), "")
    fingerprint = document.fingerprint
    return Draft(
        title=whole(named),
        published=document.published,
        sha256=fingerprint.sha256,
        characters=fingerprint.characters,
        code_version=whole(shortened(checked.code_version, MOST_TITLE)),
        record_version=whole(shortened(checked.record_version, MOST_TITLE)),
        edition=checked.edition,
        with_text=document.not_kept is None,
        text=json_text(saved_shape(replace(kept, reviews=()))),
        reviews=tuple(report.reviews),
    )
