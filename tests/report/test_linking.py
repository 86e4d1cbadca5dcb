"""Addresses inside sentences: each leads where it says, and no word is run."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from burdenshare.report.linking import linked


@pytest.mark.parametrize(
    ("text", "address"),
    [
        ("Tribune, https://a.example/?p=10789: 24 to 36 months", "https://a.example/?p=10789"),
        ("(Defense Post, https://a.example/b/c); then", "https://a.example/b/c"),
        ("read https://a.example/wiki/Narva_(city).", "https://a.example/wiki/Narva_(city)"),
        ("“https://a.example/b”", "https://a.example/b"),
        ("http://a.example/b?c=1&d=2, or not", "http://a.example/b?c=1&amp;d=2"),
    ],
)
def test_an_address_ends_where_its_sentence_goes_on(text: str, address: str) -> None:
    assert re.findall(r'href="([^"]*)"', linked(text)) == [address]


def test_nothing_else_is_a_link_and_no_word_is_run() -> None:
    assert linked("no address here") == "no address here"
    assert "<script" not in linked("<script>alert(1)</script> https://a.example/<script>")
    assert "href" not in linked("javascript:alert(1)")


@given(st.text(st.sampled_from("ab /:.,;()<>'&") | st.characters(exclude_categories=["Cs"]), max_size=60))
def test_words_stay_as_they_were(text: str) -> None:
    whole = f"{text} https://a.example/{text}"
    assert Markup(re.sub(r"</?a\b[^>]*>", "", linked(whole))).unescape() == whole
