"""Requests that hand over articles: JSON with words or a link, or a form with files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from http import HTTPStatus
from typing import Any, TypeVar

from fastapi.exceptions import RequestValidationError
from pydantic import BaseModel, ValidationError
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from burdenshare.errors import InputError
from burdenshare.web.api.bodies import ArticleBody, ReadBody, StoryArticle, StoryBody, day_of, schema_of
from burdenshare.web.api.envelope import JSON
from burdenshare.web.given import Given
from burdenshare.web.guard.refusals import Refusal
from burdenshare.web.layout import settings_of
from burdenshare.web.pages.asking import WHICH, file_given, given_in, words_given
from burdenshare.web.pages.gathering import Article, Linked
from burdenshare.web.pages.links import links_of
from burdenshare.web.settings import Settings
from burdenshare.web.values import Asked

FORM = "multipart/form-data"

Sent = TypeVar("Sent", bound=BaseModel)


async def sent_in(request: Request, model: type[Sent]) -> tuple[Sent, Sequence[Given]]:
    """The body of a request and its files. Raises RequestValidationError, Refusal (415), HTTPException (400: no form)
    and InputError for a file that cannot be used."""
    media = request.headers.get("content-type", "").partition(";")[0].strip().casefold()
    if media == JSON:
        return _valid(model, await request.body()), ()
    if media != FORM:
        what = f"a body of type '{media[:80]}' is not read" if media else "the type of the body is not told"
        remedy = f"send {JSON} or {FORM}"
        raise Refusal(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported_media_type", what, remedy=remedy)
    settings = settings_of(request)
    async with request.form(max_files=settings.limits.files + 1, max_fields=100) as form:
        body = _valid(model, _fields(form))
        return body, [await _file(one, settings) for one in form.getlist("file") if isinstance(one, UploadFile)]


async def asked_by(request: Request, body: ArticleBody | ReadBody, files: Sequence[Given]) -> Asked:
    """What a body and its files ask to be checked. Raises InputError, DateError and what fetching a link raises."""
    if len(files) > 1:
        raise InputError("several files were given", where="file", remedy="give one, or make a story of them")
    on, now = day_of(body.on, "on"), day_of(body.now, "now") if isinstance(body, ArticleBody) else None
    given = await _given(body.text, body.link, files, request)
    return Asked(given, on, now)


def story_by(settings: Settings, body: StoryBody, files: Sequence[Given]) -> tuple[Article, ...]:
    """Every article of a story; links are fetched later. Raises InputError and DateError, for none and too many too."""
    amount, most = len(body.articles) + len(files), settings.limits.files
    if not 0 < amount <= most:
        what = f"more than {most} articles were given" if amount else "nothing was given to tell a story of"
        raise InputError(what, where="articles", remedy=f"give 1 to {most} articles")
    day = day_of(body.on, "on")
    told = [_article(one, day, settings) for one in body.articles]
    return (*told, *(Asked(file, day) for file in files))


def _article(one: StoryArticle, day: date | None, settings: Settings) -> Article:
    on, link = day_of(one.on, "on") or day, (one.link or "").strip()
    if not link:
        return Asked(words_given(one.text or "", settings), on)
    if (one.text or "").strip():
        raise InputError("several things were given to check", remedy=WHICH)
    return Linked(link, on)


async def _given(text: str | None, link: str | None, files: Sequence[Given], request: Request) -> Given:
    """The same choice that a form of the pages leaves: exactly one of words, a file, a link."""
    if not files:
        words = FormData([("text", text or ""), ("link", link or "")])
        return await given_in(words, settings_of(request), links_of(request))
    if text or link:
        raise InputError("several things were given to check", remedy=WHICH)
    return files[0]


async def _file(file: UploadFile, settings: Settings) -> Given:
    if not file.filename:
        raise InputError("a file without a name", where="file", remedy=WHICH)
    return await file_given(file, settings)


def _valid(model: type[Sent], given: bytes | dict[str, Any]) -> Sent:
    try:
        if isinstance(given, bytes):
            return model.model_validate_json(given)
        return model.model_validate(given, strict=False)  # a form knows words only: "true" is meant
    except ValidationError as fault:
        raise RequestValidationError(fault.errors(include_url=False, include_context=False)) from None


def _fields(form: FormData) -> dict[str, Any]:
    """The words of a form; a field given twice, and a file under another name, are errors of that field."""
    fields: dict[str, Any] = {}
    for name, value in form.multi_items():
        if name == "file" and isinstance(value, UploadFile):
            continue
        fields[name] = None if name in fields or isinstance(value, UploadFile) else value
        if fields[name] is None:
            what = "is given twice, or is a file where words are expected"
            raise InputError(what, where=name[:80], remedy="give it once, and files as `file`")
    return fields


def body_told(model: type[BaseModel], *, several: bool = False) -> dict[str, Any]:
    """How OpenAPI tells of such a body: the same fields as JSON and as a form, which may hold files."""
    schema = schema_of(model)
    schema.pop("$defs", None)
    words = {"contentMediaType": "application/octet-stream"}
    file: dict[str, Any] = {"type": "array", "items": words} if several else words
    fields = {name: one for name, one in schema["properties"].items() if name != "articles"}
    form = {**schema, "properties": {**fields, "file": file}, "title": f"{model.__name__}Form"}
    content = {JSON: {"schema": {"$ref": f"#/components/schemas/{model.__name__}"}}, FORM: {"schema": form}}
    return {"requestBody": {"required": True, "content": content}}
