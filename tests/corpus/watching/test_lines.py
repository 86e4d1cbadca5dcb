"""What is told of an article over its versions."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from burdenshare.corpus.watching.lines import told_of
from burdenshare.corpus.watching.model import Feed, Found, Known, Told

FEED = Feed("https://example.org/feed.xml", "The Daily", "The Daily", 1800.0, True)
FOUND = Found("a", "https://example.org/a.html", "Title", "", date(2026, 2, 17), "", "1")
Earlier = list[tuple[str, str, str]]


def told(keys: list[str], earlier: Earlier, version: int = 1) -> list[Told]:
    known = Known(FOUND.link, version, "hash", 20260218, 0, FEED.url)
    document = {"document": "hash", "title": "Title"}
    lines: list[dict[str, Any]] = [{"key": key, "words": key, "then": {"why": ""}} for key in keys]
    return told_of(known, document, lines, earlier, FEED, FOUND, f"2026-02-1{version}T12:00:00+00:00")


def kept(lines: list[Told]) -> Earlier:
    return [(one.id, json.loads(one.line)["event"], one.line) for one in lines]


def events(lines: list[Told]) -> list[str]:
    return [json.loads(one.line)["event"] for one in lines]


def test_each_statement_is_told_once_over_all_versions() -> None:
    first = told(["one", "two"], [])
    assert events(first) == ["contradicted", "contradicted"]
    assert told(["two", "one"], kept(first), 2) == []


def test_what_is_no_longer_said_is_told_once() -> None:
    first = told(["one", "two"], [])
    second = told(["two"], kept(first), 2)
    assert events(second) == ["no longer said"]
    assert json.loads(second[0].line)["of"] == first[0].id
    assert told(["two"], kept(first) + kept(second), 3) == []


def test_what_comes_back_is_told_anew_as_often_as_it_does() -> None:
    held: Earlier = []
    for version in range(1, 7):
        lines = told(["one"] if version % 2 else [], held, version)
        assert events(lines) == ["contradicted" if version % 2 else "no longer said"]
        held += kept(lines)
    assert len({one for one, _, _ in held}) == 6


def test_the_same_words_in_two_articles_are_two() -> None:
    (first,) = told(["one"], [])
    other = Known("https://example.org/b.html", 1, "hash", 20260218, 0, FEED.url)
    document = {"document": "hash", "title": "Title"}
    (second,) = told_of(other, document, [{"key": "one", "words": "one"}], [], FEED, FOUND, "2026-02-11T12:00:00+00:00")
    assert first.id != second.id


def test_broken_letters_do_not_break_a_line() -> None:
    (line,) = told(["a\ud800b\nc\u2028"], [])
    line.line.encode("utf-8")
    assert "\n" not in line.line
