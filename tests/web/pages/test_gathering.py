"""What a form gathers for a story."""

from __future__ import annotations

import asyncio
from datetime import date
from io import BytesIO

import pytest
from starlette.datastructures import FormData, UploadFile

from burdenshare.errors import DateError, InputError
from burdenshare.web.pages.gathering import Article, Kept, Linked, articles_in, days_in, saved_id
from burdenshare.web.settings import Limits, Settings
from burdenshare.web.values import Asked

DAY = date(2025, 6, 25)


def gathered(*fields: tuple[str, str | UploadFile], settings: Settings | None = None) -> list[Article]:
    return asyncio.run(articles_in(FormData(list(fields)), settings or Settings()))


def upload(data: bytes, name: str) -> UploadFile:
    return UploadFile(BytesIO(data), filename=name)


def test_every_way_of_giving_in_the_order_of_the_form() -> None:
    found = gathered(
        ("files", upload(b"words", "../a.txt")),
        ("files", upload(b"more", "b.txt")),
        ("text", "pasted"),
        ("on", ""),
        ("text", "  "),
        ("on", "2024-01-01"),
        ("text", "again"),
        ("on", "2025-06-25"),
        ("links", "https://example.org/a 2025-06-25\nhttps://example.org/b"),
        ("saved", "abc_1-2\nhttp://localhost:8765/reports/xyz"),
        ("days", "b.txt 2025-06-25\nhttps://example.org/b 2025-06-24"),
    )
    asked = [one for one in found if isinstance(one, Asked)]
    assert [(one.given.name[:5], one.on) for one in asked] == [
        ("a.txt", None),
        ("b.txt", DAY),
        ("text-", None),
        ("text-", DAY),
    ]
    assert found[4:] == [
        Linked("https://example.org/a", DAY),
        Linked("https://example.org/b", date(2025, 6, 24)),
        Kept("abc_1-2"),
        Kept("xyz"),
    ]


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ([], "nothing was given"),
        ([("text", " ")], "nothing was given"),
        ([("text", "a" * 11)], "longer than 10 characters"),
        ([("text", "a")] * 4, "these are 4 articles"),
        ([("links", "ftp://example.org")], "is no link"),
        ([("links", "javascript:alert(1)")], "is no link"),
        ([("saved", "../../etc/passwd")], "is no id"),
        ([("text", "a"), ("days", "2025-06-25")], "names no day"),
        ([("files", upload(b"123456", "a.txt"))], "larger than"),
        ([("files", upload(b" ", "a.txt"))], "is empty"),
    ],
)
def test_what_cannot_be_taken_is_refused(fields: list[tuple[str, str | UploadFile]], said: str) -> None:
    with pytest.raises(InputError, match=said):
        gathered(*fields, settings=Settings(limits=Limits(text=10, files=3, upload=5)))


def test_links_are_refused_where_none_are_followed() -> None:
    with pytest.raises(InputError, match="follows no links"):
        gathered(("links", "https://example.org"), settings=Settings(links=False))


@pytest.mark.parametrize("fields", [[("text", "a"), ("on", "soon")], [("links", "https://example.org soon")]])
def test_a_day_that_is_none_is_refused(fields: list[tuple[str, str | UploadFile]]) -> None:
    with pytest.raises(DateError, match="'soon' is no day"):
        gathered(*fields)


def test_names_with_blanks_have_their_day() -> None:
    assert days_in("my report.txt 2025-06-25\n\n") == {"my report.txt": DAY}


@pytest.mark.parametrize("line", ["abc", "https://example.org/reports/abc", "http://localhost:8765/reports/abc/"])
def test_an_id_stands_alone_or_in_its_link(line: str) -> None:
    assert saved_id(line) == "abc"
