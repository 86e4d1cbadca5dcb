"""Who may enter: a text with words in it, in English, of a day the record knows. Every kind of source ends here."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime

from burdenshare.errors import DateError, DocumentError
from burdenshare.reading.datelines import dateline
from burdenshare.reading.documents.furniture import blanked, furniture
from burdenshare.reading.english import foreign
from burdenshare.reading.model import Document

RECORD_BEGINS = date(1949, 4, 4)
"""The treaty's day: the first dated entry of the record. No text is older than what it could be held against."""

FIRST_RELEASE = date(2016, 7, 4)
"""The oldest NATO release held; an older text can be judged on events, offices and members alone."""

_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def admitted(document: Document, on: date | None, where: str) -> Document:
    """`document` with its day and its furniture, if it has words and they are English; `on` wins over any other day.

    Raises DocumentError and DateError.
    """
    if not document.text.strip():
        raise DocumentError("empty", where=where, remedy="give a text with words in it")
    if reason := foreign(document.text):
        raise DocumentError(f"not English: {reason}", where=where, remedy="only English texts are read")
    spans = sorted({*document.furniture, *furniture(document.text)})
    document = replace(document, furniture=tuple(spans))
    if on is not None:
        return replace(document, published=judged_day(on, where="on"), published_from="option")
    if document.published is None and (day := dateline(blanked(document.text, document.furniture))):
        document = replace(document, published=day, published_from="dateline")
    if document.published is not None:
        judged_day(document.published, where=where)
    return document


def dated(document: Document, day: date | None) -> Document:
    """`document` with the day its source tells of it, if any."""
    return document if day is None else replace(document, published=day, published_from="metadata")


def judged_day(day: date, *, where: str) -> date:
    """`day`, unless it is none or lies before the record begins. Raises DateError."""
    given: object = day  # callers in Python hand over what they like
    if not isinstance(given, date):
        raise DateError(f"{given!r} is not a day", where=where, remedy="give a datetime.date such as date(2025, 2, 13)")
    day = given.date() if isinstance(given, datetime) else given
    if day < RECORD_BEGINS:
        raise DateError(
            f"{day.isoformat()} is before the record begins ({RECORD_BEGINS.isoformat()})",
            where=where,
            remedy="give a later day",
        )
    return day


def told_day(text: str) -> date | None:
    """The first ISO day in `text`, or what a dateline would print; None where there is none."""
    found = _ISO.search(text)
    try:
        return date.fromisoformat(found[0]) if found else dateline(text)
    except ValueError:
        return None
