"""The straight line: a text, its statements, their verdicts, a report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from burdenshare.checking.check import check_reading
from burdenshare.reading.inputs import FIRST_RELEASE, document_of, judged_day
from burdenshare.reading.model import Document, Reading
from burdenshare.reading.read import read as read_document
from burdenshare.record import Record, load_record
from burdenshare.report.report import Report

packaged_record = cache(load_record)
"""The packaged record, loaded once a process."""


def read(article: str | Document, *, on: date | None = None, record: Record | None = None) -> Reading:
    """What `article` says: its statements in text order, and the numbers that ended in none.

    `article` is a text or a `Document`; `on` is the day of the text and wins over any other date.
    Raises DocumentError for a text that cannot be read as an English article, DateError for a day outside the record.
    """
    document = document_of(article, on=on) if isinstance(article, str) else _on(article, on)
    return read_document(document, packaged_record() if record is None else record)


def check(
    article: str | Document, *, on: date | None = None, record: Record | None = None, now: date | None = None
) -> Report:
    """Check `article` against the record as of its day (`then`) and as of the newest edition, or of `now` (`now`).

    Takes and raises what `read` does. Never asks the computer's clock.
    """
    held = packaged_record() if record is None else record
    if now is not None:
        judged_day(now, where="now")
    reading = read(article, on=on, record=held)
    checked = check_reading(reading, held, now=now)
    published = checked.document.published
    if published is not None and published < FIRST_RELEASE:
        remark = (
            f"the text is older than the first release of the record ({FIRST_RELEASE.isoformat()}): "
            "then, only events, offices and members can be judged"
        )
        checked = replace(checked, remarks=(*checked.remarks, remark))
    return Report(checked)


def _on(document: Document, on: date | None) -> Document:
    if on is None:
        return document
    return replace(document, published=judged_day(on, where="on"), published_from="option")
