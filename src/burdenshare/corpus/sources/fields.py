"""A document out of named fields: a line of JSON, a row of Parquet."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from burdenshare.corpus.model import Broken, Entry
from burdenshare.reading.documents.admission import told_day
from burdenshare.reading.documents.sources import Source

TEXT = ("text", "body", "content")
TITLE = ("title", "headline")
DAY = ("published", "date", "day")
OUTLET = ("outlet", "source", "publisher")
AUTHOR = ("author", "byline")
ADDRESS = ("url", "address", "link")
"""Names of the fields, the first that holds something wins."""


def entry_of(found: Mapping[str, Any], place: str, on_field: str | None) -> Entry | Broken:
    """The document of a record with named fields; `on_field` names that of its day, `meta.day` the field `day` in the
    field `meta`."""
    text = _first(found, TEXT)
    if not text.strip():
        return Broken(place, "has no text")
    try:
        data = text.encode("utf-8")
        told = [_first(found, names) for names in (TITLE, OUTLET, AUTHOR, ADDRESS)]
        "".join(told).encode("utf-8")
    except UnicodeEncodeError:
        return Broken(place, "holds broken characters: not a text")
    title, outlet, author, address = told
    source = Source(data, place, place, ".txt", "text/plain", "utf-8")
    return Entry(place, source, _day(found, on_field), title, outlet, author, address)


def within(found: Mapping[str, Any], name: str) -> Any:
    """The value of a field; where no field has the whole name, its parts lead from one to the next."""
    if name in found:
        return found[name]
    head, dot, rest = name.partition(".")
    inner = found.get(head)
    return within(inner, rest) if dot and isinstance(inner, Mapping) else None


def _first(found: Mapping[str, Any], names: tuple[str, ...]) -> str:
    for name in names:
        if isinstance(found.get(name), str) and found[name]:
            return str(found[name])
    return ""


def _day(found: Mapping[str, Any], on_field: str | None) -> date | None:
    """The day of a record: a day, a moment, or words that tell one."""
    for value in (found.get(name) for name in DAY) if on_field is None else (within(found, on_field),):
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        if isinstance(value, str) and value:
            return told_day(value)
    return None
