"""What workers do: functions of plain values to plain values, so that nothing of the server travels to them.

They import inside, so that the process that serves pages loads none of the rooms it does not use itself.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from burdenshare.errors import InputError
from burdenshare.web.work.values import Asked, File, Filters, Shown

if TYPE_CHECKING:
    from burdenshare.reading.model import Document
    from burdenshare.report.report import Report


def shown(asked: Asked, filters: Filters) -> Shown:
    """The article of `asked`, checked and laid out."""
    return shown_report(report_of(asked), filters)


def shown_report(report: Report, filters: Filters, saved: str = "") -> Shown:
    """A report laid out; `saved` is its id in the store, which makes room for reviews."""
    from burdenshare.report.wording import title_of
    from burdenshare.web.pages.sheets import facets_of, sheet_html

    document = report.checked.document
    html = sheet_html(report, filters, saved=saved)
    return Shown(html, title_of(document), document.text, document.published, facets_of(report))


def report_of(asked: Asked) -> Report:
    """The report itself, to be saved."""
    from burdenshare.report.article import check

    return check(_document(asked), on=asked.on, now=asked.now)


def checked(asked: Asked, with_text: bool = False) -> dict[str, Any]:
    """The report's documented shape."""
    return report_of(asked).to_dict(with_text=with_text)


def read(asked: Asked) -> dict[str, Any]:
    """What the text says, without verdicts."""
    from burdenshare.report.article import held_record
    from burdenshare.report.article import read as read_article
    from burdenshare.report.shape import reading_shape

    return reading_shape(read_article(_document(asked), on=asked.on), held_record(None))


def downloaded(asked: Asked, form: str, author: str = "", url: str = "") -> File:
    """The report of `asked` in a form that can be kept."""
    return downloaded_report(report_of(asked), form, author, url)


def downloaded_report(report: Report, form: str, author: str = "", url: str = "") -> File:
    """A report in a form that can be kept."""
    from burdenshare.web.work.files import file_of

    return file_of(report, form, author=author, url=url)


def _document(asked: Asked) -> Document:
    from burdenshare.reading.inputs import held_in

    documents = held_in(asked.given.source(), on=asked.on).documents
    document = next(documents)
    if next(documents, None) is not None:
        remedy = "give one article, or make a story of them"
        raise InputError("holds several documents", where=asked.given.name, remedy=remedy)
    return document
