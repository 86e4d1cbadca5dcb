"""What a form asks to be checked: exactly one of words, a file, a link; with a day, or none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from urllib.parse import unquote

from starlette.datastructures import FormData, UploadFile

from burdenshare.errors import InputError
from burdenshare.report.days import day_of
from burdenshare.web.given import Given, pasted, uploaded
from burdenshare.web.pages.links import Links
from burdenshare.web.settings import Settings
from burdenshare.web.values import Asked, Filters
from burdenshare.web.work.remembered import Remembered

WHICH = "paste the words, choose a file, or give a link"


async def asked_in(form: FormData, settings: Settings, links: Links, remembered: Remembered) -> Asked:
    """What `form` asks to be checked: what it gives, or what it gave before and names. Raises InputError, DateError,
    Refusal where that is remembered no longer, and what fetching a link raises."""
    title = words_in(form, "title").strip()[:LONGEST_TITLE]
    if name := words_in(form, "given"):
        before = remembered.get(name)
        return replace(before, title=title or before.title)
    on, now = day_in(form, "on"), day_in(form, "now")
    outlet = words_in(form, "outlet").strip()[:LONGEST_TITLE]
    return Asked(await given_in(form, settings, links), on, now, title, outlet)


LONGEST_TITLE = 300
"""Characters of a title, and of the name of an outlet."""


async def given_in(form: FormData, settings: Settings, links: Links) -> Given:
    """The words, the file or what the link holds."""
    words, file, link = words_in(form, "text"), form.get("file"), words_in(form, "link").strip()
    has_file = isinstance(file, UploadFile) and bool(file.filename)
    told = [bool(words.strip()), has_file, bool(link)]
    if sum(told) != 1:
        what = "nothing was given to check" if not any(told) else "several things were given to check"
        raise InputError(what, remedy=WHICH)
    if has_file and isinstance(file, UploadFile):
        return await file_given(file, settings)
    if link:
        return await links.given(link)
    return words_given(words, settings)


def words_given(words: str, settings: Settings, where: str = "text") -> Given:
    """Pasted words, no longer than allowed. Raises InputError, also where there are none."""
    if not words.strip():
        raise InputError("nothing was given to check", remedy=WHICH)
    if len(words) > settings.limits.text:
        raise InputError(f"longer than {settings.limits.text:,} characters", where=where, remedy="give one article")
    return pasted(words)


async def file_given(file: UploadFile, settings: Settings) -> Given:
    """An uploaded file, no larger than allowed."""
    data = await file.read(settings.limits.upload + 1)
    name = uploaded(b"", unquote(file.filename or "")).name
    if len(data) > settings.limits.upload:
        megabytes = settings.limits.upload // (1024 * 1024)
        raise InputError(f"larger than {megabytes} MiB", where=name, remedy="give a smaller file")
    if not data.strip():
        raise InputError("is empty", where=name, remedy="choose a file with a text in it")
    return uploaded(data, name)


def words_in(form: FormData, name: str) -> str:
    """A field of words; empty where it is missing or a file."""
    found = form.get(name)
    return found if isinstance(found, str) else ""


def day_in(form: FormData, name: str) -> date | None:
    """A field with a day. Raises DateError."""
    return day_of(words_in(form, name).strip(), name)


def filters_in(form: FormData) -> Filters:
    """Which statements to show."""
    return filters_of({name: words_in(form, name) for name in FILTERS})


FILTERS = ("kind", "speaker", "verdict_then", "verdict_now")
"""Names of the filters in forms and addresses."""


def filters_of(asked: Mapping[str, str]) -> Filters:
    """The same of an address."""
    return Filters(*(asked.get(name, "") for name in FILTERS))
