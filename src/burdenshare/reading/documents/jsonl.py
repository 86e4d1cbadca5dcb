"""JSON Lines: one document a line, read one by one, so that the file may be larger than memory."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, BinaryIO

from burdenshare.errors import DateError, DocumentError, InputError
from burdenshare.reading.documents.admission import dated, told_day
from burdenshare.reading.documents.encoding import decoded, whole
from burdenshare.reading.documents.sources import MOST_BYTES
from burdenshare.reading.model import Document

FIELDS: dict[str, tuple[str, ...]] = {
    "text": ("text",),
    "id": ("id",),
    "date": ("date", "published", "day"),
    "title": ("title", "headline"),
    "outlet": ("outlet", "source", "publisher"),
    "author": ("author", "byline"),
}
"""Our field to the names it is looked for under, the first that is there; other fields of a line are let be."""

LIKE_THIS = (
    'write one object a line: {"text": "...", "date": "2025-02-13", "title": "...", "outlet": "...", "id": "..."}'
)


@dataclass(frozen=True, slots=True)
class Line:
    """One line that was read: its number, counted from 1, and its document or what is wrong with it."""

    number: int
    document: Document | InputError


def json_lines(stream: BinaryIO, where: str, name: str, encoding: str | None = None) -> Iterator[Line]:
    """Every line of `stream` that is not blank. Raises DocumentError where there is none."""
    number, blank = 0, True
    while data := stream.readline(MOST_BYTES + 1):
        number += 1
        blank = blank and not data.strip()
        place = f"{where}, line {number}"
        if len(data) > MOST_BYTES and not data.endswith(b"\n"):
            while (rest := stream.readline(MOST_BYTES)) and not rest.endswith(b"\n"):
                pass
            what = f"longer than {MOST_BYTES // 1_000_000} MB"
            yield Line(number, DocumentError(what, where=place, remedy="break it into one object a line"))
            continue
        data = data.removeprefix(b"\xef\xbb\xbf") if number == 1 else data
        if not data.strip():
            continue
        try:
            yield Line(number, _document(_object(data, place, encoding), place, f"{name}-{number}"))
        except InputError as fault:
            yield Line(number, fault)
    if blank:
        raise DocumentError("holds no document", where=where, remedy=LIKE_THIS)


def _object(data: bytes, place: str, encoding: str | None) -> dict[str, Any]:
    text = decoded(data, place, encoding)
    try:
        found = json.loads(text)
    except json.JSONDecodeError as fault:
        raise DocumentError(f"not JSON ({fault.msg} at {fault.colno})", where=place, remedy=LIKE_THIS) from None
    except (ValueError, RecursionError):
        raise DocumentError("not JSON that can be read", where=place, remedy=LIKE_THIS) from None
    if not isinstance(found, dict):
        raise DocumentError(f"is a JSON {_kind(found)}, not an object", where=place, remedy=LIKE_THIS)
    return found


def _document(found: dict[str, Any], place: str, otherwise: str) -> Document:
    fields = {field: _field(found, field, place) for field in FIELDS}
    if not fields["text"]:
        raise DocumentError("has no text", where=place, remedy=LIKE_THIS)
    document = Document(
        id=fields["id"] or otherwise,
        text=fields["text"],
        title=fields["title"],
        outlet=fields["outlet"],
        author=fields["author"],
    )
    if not fields["date"]:
        return document
    day = told_day(fields["date"])
    if day is None:
        raise DateError(f"'{fields['date'][:40]}' is not a day", where=place, remedy="write it as 2025-02-13")
    return dated(document, day)


def _field(found: dict[str, Any], field: str, place: str) -> str:
    """The text of a field; a number will do for an id, and null is as good as nothing."""
    value = next((found[name] for name in FIELDS[field] if found.get(name) is not None), "")
    if field == "id" and isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if not isinstance(value, str):
        raise DocumentError(f"'{field}' is a {_kind(value)}, not a text", where=place, remedy=LIKE_THIS)
    value = whole(value, place)
    return value if field == "text" else " ".join(value.split())


def _kind(value: object) -> str:
    names = {bool: "truth value", int: "number", float: "number", str: "string", list: "list", dict: "object"}
    return names.get(type(value), "null")
