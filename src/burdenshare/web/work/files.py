"""Reports as files to keep: every form of the command line's export, the page, and the PDF."""

from __future__ import annotations

import re
from pathlib import Path

from burdenshare.errors import UnknownNameError
from burdenshare.report.exports.claimreview import reviewer_of
from burdenshare.report.exports.export import exported
from burdenshare.report.report import Report
from burdenshare.report.saved.files import Form
from burdenshare.web.values import File

MEDIA = {
    "json": ("application/json", ".json"),
    "csv": ("text/csv; charset=utf-8", ".csv"),
    "claimreview": ("application/ld+json", ".jsonld"),
    "markdown": ("text/markdown; charset=utf-8", ".md"),
    "parquet": ("application/vnd.apache.parquet", ".parquet"),
    "sqlite": ("application/vnd.sqlite3", ".db"),
    "html": ("text/html; charset=utf-8", ".html"),
    "pdf": ("application/pdf", ".pdf"),
}
"""Forms by name: media type and suffix."""

PLAINER = frozenset({Form.CSV, Form.MARKDOWN})
"""Forms that people open, in a spreadsheet or an editor."""


def file_of(report: Report, form: str, *, author: str = "", url: str = "", bare: bool = False) -> File:
    """`report` in `form`, with its text, which the visitor gave. A ClaimReview names its `author` and the `url` it will
    be published on; `bare` tables and Markdown are for people, and leave out what brings the report back.

    Raises UnknownNameError, and InputError where a ClaimReview lacks what it must name.
    """
    if form not in MEDIA:
        raise UnknownNameError("form", form, MEDIA, where="form")
    media, suffix = MEDIA[form]
    return File(_bytes(report, form, author, url, bare), media, f"{_name(report)}{suffix}")


def _bytes(report: Report, form: str, author: str, url: str, bare: bool) -> bytes:
    if form == "html":
        return report.to_html().encode("utf-8", "replace")
    if form == "pdf":
        from burdenshare.report.pdf import pdf_of

        return pdf_of(report)
    kind = Form(form)
    who = reviewer_of(author, url) if kind is Form.CLAIMREVIEW else None
    target = Path("report")
    return exported([report], target, kind, reviewer=who, with_text=True, bare=bare and kind in PLAINER).files[target]


def _name(report: Report) -> str:
    """A name that every system takes, made from the title and the day."""
    document = report.checked.document
    words = re.sub(r"[^a-z0-9]+", "-", (document.title or document.id).casefold()).strip("-")[:60].strip("-")
    day = document.published.isoformat() if document.published else ""
    return "-".join(filter(None, ("burdenshare", day, words)))
