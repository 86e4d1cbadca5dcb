"""What a form gathers for a story: uploaded files, pasted words, links, saved reports, each with its day or none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import zip_longest

from starlette.datastructures import FormData, UploadFile

from burdenshare.errors import InputError
from burdenshare.report.days import day_of
from burdenshare.web.pages.asking import file_given, words_given, words_in
from burdenshare.web.settings import Settings
from burdenshare.web.values import Asked

WHICH = "choose files, paste texts, or give links or saved reports"


@dataclass(frozen=True, slots=True)
class Linked:
    """An article behind an address, which is fetched when its turn comes."""

    address: str
    on: date | None = None


@dataclass(frozen=True, slots=True)
class Kept:
    """A saved report, by its id in the store."""

    id: str


Article = Asked | Linked | Kept


async def articles_in(form: FormData, settings: Settings) -> list[Article]:
    """What `form` gathers, in the order of its fields. Raises InputError and DateError."""
    days = days_in(words_in(form, "days"))
    uploads = [one for one in form.getlist("files") if isinstance(one, UploadFile) and one.filename]
    links, kept = _lines(words_in(form, "links")), _lines(words_in(form, "saved"))
    texts = pasted_in(form, settings)
    amount, most = len(uploads) + len(texts) + len(links) + len(kept), settings.limits.files
    if not amount:
        raise InputError("nothing was given to tell a story of", remedy=WHICH)
    if amount > most:
        raise InputError(f"these are {amount} articles", remedy=f"give {most} at the most")
    if links and not settings.links:
        raise InputError("this server follows no links", where="links", remedy="paste the words instead")
    files = [await file_given(one, settings) for one in uploads]
    return [
        *(Asked(one, days.get(one.name)) for one in files),
        *texts,
        *(linked(one, days) for one in links),
        *(Kept(saved_id(one)) for one in kept),
    ]


def pasted_in(form: FormData, settings: Settings) -> list[Asked]:
    """The boxes that hold words, each with its day."""
    found: list[Asked] = []
    boxes = zip_longest(_words(form, "text"), _words(form, "on"), fillvalue="")
    for number, (words, day) in enumerate(boxes, start=1):
        if not words.strip():
            continue
        where = f"text {number}"
        found.append(Asked(words_given(words, settings, where), day_of(day.strip(), where)))
    return found


def days_in(text: str) -> dict[str, date]:
    """Lines that name a file or an address and its day. Raises InputError, DateError."""
    found: dict[str, date] = {}
    for line in _lines(text):
        name, _, day = line.rpartition(" ")
        if not name.strip():
            raise InputError(f"'{line[:60]}' names no day", where="days", remedy="write a name, a blank and the day")
        told = day_of(day, "days")
        if told is not None:
            found[name.strip()] = told
    return found


def linked(line: str, days: Mapping[str, date]) -> Linked:
    """A link, with the day that stands behind it, or among `days`. Raises InputError, DateError."""
    address, _, day = line.partition(" ")
    if not address.startswith(("http://", "https://")):
        raise InputError(f"'{address[:60]}' is no link", where="links", remedy="write one address a line")
    return Linked(address, day_of(day.strip(), "links") or days.get(address))


_ID = re.compile(r"(?:.*/reports/)?([A-Za-z0-9_-]+)/?")


def saved_id(line: str) -> str:
    """The id of a saved report, given as it is or within its link. Raises InputError."""
    found = _ID.fullmatch(line)
    if found is None:
        what = f"'{line[:60]}' is no id of a saved report"
        raise InputError(what, where="saved", remedy="write one id or link a line")
    return found[1]


def _words(form: FormData, name: str) -> list[str]:
    return [one for one in form.getlist(name) if isinstance(one, str)]


def _lines(text: str) -> Sequence[str]:
    return [line.strip() for line in text.splitlines() if line.strip()]
