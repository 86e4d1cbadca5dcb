"""Documents out of named fields: the names that archives use, days as they tell them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest

from burdenshare.corpus.model import Broken, Entry
from burdenshare.corpus.sources.fields import entry_of, within

DAY = date(2025, 6, 1)


@pytest.mark.parametrize(
    "found",
    [
        {"text": "A word.", "title": "T", "published": "2025-06-01", "outlet": "O", "author": "A", "url": "u"},
        {"body": "A word.", "headline": "T", "date": DAY, "source": "O", "byline": "A", "address": "u"},
        {
            "text": "",
            "content": "A word.",
            "title": None,
            "headline": "T",
            "day": datetime(2025, 6, 1, 9, tzinfo=UTC),
            "publisher": "O",
            "author": "A",
            "link": "u",
        },
    ],
)
def test_fields_by_the_names_that_archives_use(found: dict[str, Any]) -> None:
    entry = entry_of(found, "wire@7", None)
    assert isinstance(entry, Entry)
    assert entry.source.data == b"A word."
    told = (entry.place, entry.title, entry.published, entry.outlet, entry.author, entry.address)
    assert told == ("wire@7", "T", DAY, "O", "A", "u")


@pytest.mark.parametrize(
    ("on_field", "day"),
    [("meta.day", DAY), ("told.of.day", date(2024, 1, 2)), ("published", date(2023, 3, 4)), ("gone", None)],
)
def test_the_field_of_the_day_may_be_another(on_field: str, day: date | None) -> None:
    found = {"text": "A word.", "published": "2023-03-04", "meta": {"day": "2025-06-01"}, "told.of.day": "2024-01-02"}
    entry = entry_of(found, "wire@7", on_field)
    assert isinstance(entry, Entry)
    assert entry.published == day


@pytest.mark.parametrize("day", ["", None, 7, [], "some day"])
def test_what_tells_no_day_is_none(day: object) -> None:
    entry = entry_of({"text": "A word.", "published": day}, "wire@7", None)
    assert isinstance(entry, Entry)
    assert entry.published is None


@pytest.mark.parametrize(
    ("found", "told"),
    [
        ({}, "has no text"),
        ({"text": "  "}, "has no text"),
        ({"text": 7}, "has no text"),
        ({"text": "a \ud800 b"}, "holds broken characters: not a text"),
        ({"text": "a", "title": "\udfff"}, "holds broken characters: not a text"),
    ],
)
def test_what_is_no_text_is_told(found: dict[str, Any], told: str) -> None:
    assert entry_of(found, "wire@7", None) == Broken("wire@7", told)


def test_a_field_within_a_field() -> None:
    assert within({"a": {"b": {"c": 1}}}, "a.b.c") == 1
    assert within({"a.b": 2, "a": {"b": 1}}, "a.b") == 2
    assert within({"a": "text"}, "a.b") is None
