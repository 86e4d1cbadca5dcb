"""Folding: one kind of quote, dash and space, and every offset still points into the text as given."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.reading.broken_text import without_styles
from burdenshare.reading.folding import fold
from tests.reading.profiles import FEW, ODD_TEXT

VANISHING = "\u00ad\u200b\u200c\u200d\u200e\u2060\ufeff"


def given_words(text: str, folded_words: str) -> str:
    """The piece of `text` that `folded_words` of its folded form came from."""
    folded = fold(text)
    start = folded.text.index(folded_words)
    span = folded.given(start, start + len(folded_words))
    return text[span.start : span.end]


@pytest.mark.parametrize("dash", "\u2010\u2011\u2012\u2013\u2212")
def test_every_short_dash_is_a_hyphen(dash: str) -> None:
    assert fold(f"2{dash}3 %").text == "2-3 %"


@pytest.mark.parametrize("space", "\u00a0\u2007\u2009\u202f\u3000\t")
def test_every_odd_space_is_a_space(space: str) -> None:
    assert fold(f"2{space}%").text == "2 %"


def test_quotation_marks_become_one_opening_and_one_closing_kind() -> None:
    assert fold("\u201ehalt\u201d «stop» ‚leise\u2019").text == "“halt” “stop” ‘leise'"


def test_apostrophes_are_straight() -> None:
    assert fold("the alliance\u2019s, Europe\u02bcs").text == "the alliance's, Europe's"


@pytest.mark.parametrize("gone", VANISHING)
def test_zero_width_characters_vanish_and_shift_nothing(gone: str) -> None:
    assert fold(f"2{gone}3 allies").text == "23 allies"
    assert given_words(f"so {gone}2{gone}3 allies{gone} met", "23 allies") == f"2{gone}3 allies"


def test_combining_marks_join_their_letter() -> None:
    assert fold("Pa\u030al Jonson").text == "Pål Jonson"
    assert given_words("Pa\u030al Jonson spoke", "Pål") == "Pa\u030al"


def test_mark_behind_the_last_letter_belongs_to_the_span() -> None:
    assert given_words("in Orsza\u0301 today", "Orszá") == "Orsza\u0301"


def test_carriage_returns_keep_the_line_break() -> None:
    assert fold("one\r\ntwo").text == "one \ntwo"


def test_plain_text_is_left_as_it_is() -> None:
    assert fold("23 of the 32 allies").text == "23 of the 32 allies"


def test_empty_span_stays_empty() -> None:
    span = fold("a\u200bb").given(1, 1)
    assert span.start == span.end


@pytest.mark.parametrize("written", ["\u2019", "\u201c", "\u2013", "\u20ac", "\u00e9", "\u0161", "\u00a3", "\u2026"])
def test_what_was_read_as_another_encoding_reads_as_it_was_written(written: str) -> None:
    broken = written.encode().decode("cp1252")
    assert fold(f"so {broken}32 it was").text == fold(f"so {written}32 it was").text
    assert given_words(f"so {broken}32 it was", fold(f"{written}32").text) == f"{broken}32"
    assert given_words(f"so {broken}32 it was", "it was") == "it was"


def test_a_closing_mark_that_lost_its_last_byte_closes() -> None:
    assert fold("\u00e2\u20ac\u0153enough\u00e2\u20ac he said").text == "“enough” he said"


@pytest.mark.parametrize(
    "text", ["\u00c5land is demilitarised", "Tromsø, Ånestad, Ärzte, Âge", "la pâte", "crème fraîche"]
)
def test_letters_of_other_languages_are_left_alone(text: str) -> None:
    assert fold(text).text == text


def test_a_share_cut_in_two_is_one_number_again() -> None:
    assert fold("Greece spent 3.\n\n08 percent of GDP").text == "Greece spent 3.08 percent of GDP"
    assert given_words("Greece spent 3.\n\n08 percent of GDP", "3.08 percent") == "3.\n\n08 percent"


@pytest.mark.parametrize(
    "text", ["It began on April 4. 64 percent of GDP is debt", "It began in 2014. 64 percent of Greeks"]
)
def test_a_number_that_ends_a_sentence_is_not_joined_to_the_next(text: str) -> None:
    assert ". 64" in fold(text).text


def test_rules_of_style_sheets_are_blanked_and_shift_nothing() -> None:
    assert fold("h1{margin:2%}Norway spent 2 %").text == " " * 13 + "Norway spent 2 %"
    assert fold("the bloc {sic} of 2 %").text == "the bloc {sic} of 2 %"


@FEW
@given(ODD_TEXT)
def test_offsets_grow_and_stay_inside(text: str) -> None:
    folded = fold(text)
    spans = [folded.given(i, i + 1) for i in range(len(folded.text))]
    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(left.start < right.start and left.end <= right.start for left, right in pairwise(spans))


@FEW
@given(ODD_TEXT)
def test_letters_and_digits_map_back_to_themselves(text: str) -> None:
    folded = fold(text)
    for at, character in enumerate(folded.text):
        if character.isascii() and character.isalnum():
            span = folded.given(at, at + 1)
            assert text[span.start] == character


@FEW
@given(st.text(alphabet=f"ab 2%{VANISHING}\u0301", max_size=40))
def test_nothing_zero_width_is_left(text: str) -> None:
    assert not set(fold(text).text) & set(VANISHING)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (".box{width:100%;margin:2%} Spain spent 1.3 %.", " Spain spent 1.3 %."),
        (
            "a" * 200 + "{width:100%} Spain",
            "a" * 200 + "{width:100%} Spain",
        ),  # no selector, and not tried at each letter
    ],
)
def test_rules_of_style_sheets_are_blanked(text: str, left: str) -> None:
    made = without_styles(text)
    assert len(made) == len(text)
    assert made.lstrip() == left.lstrip()
