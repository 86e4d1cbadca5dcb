"""Pieces of HTML to text."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.reading.documents.fragments import fragment_text, is_markup


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("plain", "plain"),
        ("<p>One &amp; two.</p><p>Three</p>", "One & two.\n\nThree"),
        ("one<br/>two<br>three", "one\n\ntwo\n\nthree"),
        ("<ul><li>a</li>\n<li>b</li></ul>", "a\n\nb"),
        ("a\n  <b>bold</b>\n word", "a bold word"),
        ("<script>var x = '<p>no</p>'</script>yes<style>p {}</style>", "yes"),
        ("<noscript><p>no</p></noscript>yes", "yes"),
        ("<p>open <b>tags", "open tags"),
        ("&euro;5&nbsp;bn", "€5\xa0bn"),
        ("</p></script>stray", "stray"),
        ("<html><head><title>no</title><style>no</style></head><body><p>yes</p></body></html>", "yes"),
        ("<!-- no --><?no?>yes", "yes"),
        ("a\x00b\x02c", "a b c"),
        ("<?xml version='1.0' encoding='klingon'?><p>é</p>", "é"),
        ("", ""),
    ],
)
def test_blocks_become_lines(markup: str, text: str) -> None:
    assert fragment_text(markup) == text


def test_depth_is_no_danger() -> None:
    assert fragment_text("<div>" * 50_000 + "deep") == "deep"


@pytest.mark.parametrize("piece", ["<!--", "<a ", "</", "&", "<![CDATA[", "<a b='", "<svg><script>", "<"])
def test_time_does_not_grow_with_the_square(piece: str) -> None:
    begun = time.monotonic()
    fragment_text(piece * 200_000)
    assert time.monotonic() - begun < 3


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("<p>x", True),
        ("a &amp; b", True),
        ("a & b", False),
        ("2 < 3 > 1", False),
        ("x <b>y</b>", True),
        ("AT&T; x", False),
    ],
)
def test_markup_is_told_from_words(text: str, marked: bool) -> None:
    assert is_markup(text) is marked


@given(st.text(max_size=200))
def test_any_markup_gives_a_text(markup: str) -> None:
    assert isinstance(fragment_text(markup), str)
