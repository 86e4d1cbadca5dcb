"""The straight line: a text, its statements, their verdicts, a report."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache

from burdenshare.checking.check import check_reading
from burdenshare.errors import InputError
from burdenshare.reading.inputs import document_of
from burdenshare.reading.model import Document, Reading
from burdenshare.reading.proposals import Proposer, consulted
from burdenshare.reading.read import read as read_document
from burdenshare.record import Record, load_record
from burdenshare.report import remarks
from burdenshare.report.days import not_before, past, today
from burdenshare.report.freshness import remarks_on_age
from burdenshare.report.report import Report

packaged_record = cache(load_record)
"""The packaged record, loaded once a process."""


def read(
    article: str | Document,
    *,
    on: date | None = None,
    record: Record | None = None,
    proposer: Proposer | None = None,
) -> Reading:
    """What `article` says: its statements in text order, and the numbers that ended in none.

    `article` is a text or a `Document`; `on` is the day of the text and wins over any other date. A `proposer` may
    point at places for a second look; what the rules do not read there is in `not_verified`.
    Raises DocumentError for a text that cannot be read as an English article, DateError for a day outside the record
    or in the future, InputError for what is neither text nor record.
    """
    held = held_record(record)
    given: object = article
    if not isinstance(given, (str, Document)):
        raise InputError(
            f"an article is a text or a Document, not {type(given).__name__}",
            remedy="give a str, or what load_document returns",
        )
    document = document_of(article, on=on) if isinstance(article, str) else _on(article, on)
    if document.published is not None:
        past(document.published, document.id if on is None else "on")
    reading = read_document(document, held)
    return reading if proposer is None else consulted(reading, proposer, held)


def check(
    article: str | Document,
    *,
    on: date | None = None,
    record: Record | None = None,
    now: date | None = None,
    proposer: Proposer | None = None,
) -> Report:
    """Check `article` against the record as of its day (`then`) and as of the newest edition, or of `now` (`now`).

    Takes and raises what `read` does; a `now` before the day of the text is a DateError. The computer's clock is asked
    for nothing but to refuse a day in the future, and to remark how old the record is.
    """
    held = held_record(record)
    if now is not None:
        now = past(now, "now", "give a day that has been")
    reading = read(article, on=on, record=held, proposer=proposer)
    if now is not None:
        not_before(now, reading.document.published, reading.document.id)
    checked = check_reading(reading, held, now=now)
    told = (*remarks.of_check(checked), *remarks_on_age(checked, held, today()))
    return Report(replace(checked, remarks=told))


def held_record(record: Record | None) -> Record:
    given: object = record
    if given is not None and not isinstance(given, Record):
        raise InputError(f"a record is a Record, not {type(given).__name__}", remedy="give what load_record returns")
    return packaged_record() if record is None else record


def _on(document: Document, on: date | None) -> Document:
    if on is None:
        return document
    return replace(document, published=past(on, "on"), published_from="option")
