"""What workers do: functions of plain values to plain values, so that nothing of the server travels to them.

They import inside, so that the process that serves pages loads none of the rooms it does not use itself.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from burdenshare.errors import InputError
from burdenshare.web.values import Asked, File, Filters, Shown

if TYPE_CHECKING:
    from datetime import date

    from burdenshare.reading.model import Document
    from burdenshare.report.report import Report
    from burdenshare.report.reviews import Review
    from burdenshare.web.store.texts import Draft, Stored
    from burdenshare.web.views.question import Question


def shown(asked: Asked, filters: Filters) -> Shown:
    """The article of `asked`, checked and laid out."""
    return _shown(report_of(asked), filters)


def shown_stored(stored: Stored, filters: Filters, saved: str = "") -> Shown:
    """A saved report laid out; `saved` is its id where the page makes room for reviews."""
    return _shown(stored.report(), filters, saved)


def _shown(report: Report, filters: Filters, saved: str = "") -> Shown:
    from burdenshare.report.wording import title_of
    from burdenshare.web.views.sheets import facets_of, sheet_html

    document = report.checked.document
    html = sheet_html(report, filters, saved=saved)
    return Shown(html, title_of(document), document.text, document.published, facets_of(report), document.outlet)


def drafted(asked: Asked, title: str, with_text: bool) -> Draft:
    """The report of `asked`, written to be kept."""
    from burdenshare.web.store.texts import draft_of

    return draft_of(report_of(asked), title=title, with_text=with_text)


def report_of(asked: Asked) -> Report:
    """The report itself."""
    from burdenshare.report.article import check

    document = _document(asked)
    document = replace(document, title=asked.title or document.title, outlet=asked.outlet or document.outlet)
    return check(document, on=asked.on, now=asked.now)


def checked(asked: Asked, with_text: bool = False) -> dict[str, Any]:
    """The report's documented shape."""
    return report_of(asked).to_dict(with_text=with_text)


def read(asked: Asked) -> dict[str, Any]:
    """What the text says, without verdicts."""
    from burdenshare.report.article import held_record
    from burdenshare.report.article import read as read_article
    from burdenshare.report.shape import reading_shape

    return reading_shape(read_article(_document(asked), on=asked.on), held_record(None))


def explained(asked: Asked, statement: str, clocks: tuple[str, ...]) -> Any:
    """Why a statement has its verdicts and its price; without a statement the ids there are."""
    return _explained(report_of(asked), statement, clocks)


def explained_stored(stored: Stored, statement: str, clocks: tuple[str, ...]) -> Any:
    """The same of a saved report."""
    return _explained(stored.report(), statement, clocks)


def _explained(report: Report, statement: str, clocks: tuple[str, ...]) -> Any:
    from burdenshare.report.explaining_list import ids_told

    if not statement:
        return [one.to_dict() for one in ids_told(report)]
    return report.explain(statement, clocks=clocks).to_dict()


def rechecked_stored(stored: Stored) -> dict[str, Any]:
    """A saved report judged again with the record at hand, and every change."""
    from burdenshare.report.article import packaged_record
    from burdenshare.report.saved.rechecking import rechecked

    found = rechecked(stored.report(), packaged_record())
    changes = [
        {"statement": one.statement, "words": one.words, "of": one.of, "was": one.was, "now": one.is_, "why": one.why}
        for one in found.changes
    ]
    shape = found.report.to_dict(with_text=True)
    return {"same_versions": found.same_versions, "changes": changes, "report": shape}


def opened_stored(stored: Stored, beside: dict[str, Any]) -> dict[str, Any]:
    """A saved report whole, with what the store tells `beside` it."""
    return {**beside, "report": stored.report().to_dict(with_text=True)}


def reviewable(stored: Stored, review: Review) -> None:
    """Whether the saved report has the statement that `review` speaks of. Raises UnknownNameError where it has not."""
    stored.report().with_review(review)


def downloaded(asked: Asked, form: str, author: str = "", url: str = "", bare: bool = False) -> File:
    """The report of `asked` in a form that can be kept."""
    from burdenshare.web.work.files import file_of

    return file_of(report_of(asked), form, author=author, url=url, bare=bare)


def downloaded_stored(stored: Stored, form: str, author: str = "", url: str = "", bare: bool = False) -> File:
    """The same of a saved report."""
    from burdenshare.web.work.files import file_of

    return file_of(stored.report(), form, author=author, url=url, bare=bare)


def drawn(kind: str, question: Question, form: str, theme: str, frame: str) -> bytes:
    """A chart of the record as `svg`, `png` or `json` (its specification)."""
    from burdenshare.report.charts.chart import FORMS, Chart
    from burdenshare.web.views.held import asked
    from burdenshare.web.views.plots import PLOTS

    with asked() as record:
        chart = Chart(PLOTS[kind](record, question))
    return FORMS[f".{form}"](chart, theme, frame)


def chart_runtime() -> bytes:
    """The script that makes charts live: some seconds of work, once."""
    from burdenshare.report.charts.runtime import bundle

    return bundle().body


def alliance(on: date | None, compare: date | None) -> bytes:
    """The alliance on a day as HTML, every word escaped, to be set into a page."""
    from burdenshare.report.alliance.alliance import alliance as view
    from burdenshare.web.views.alliance import view_html

    return view_html(view(on=on, compare=compare)).encode("utf-8", "replace")


def _document(asked: Asked) -> Document:
    from burdenshare.reading.inputs import held_in

    documents = held_in(asked.given.source(), on=asked.on).documents
    document = next(documents)
    if next(documents, None) is not None:
        remedy = "give one article, or make a story of them"
        raise InputError("holds several documents", where=asked.given.name, remedy=remedy)
    return document
