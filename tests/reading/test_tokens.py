"""Tokens: what is one word, one number or one mark."""

from __future__ import annotations

import pytest
from hypothesis import given

from burdenshare.reading.tokens import tokenize
from tests.reading.profiles import FEW, ODD_TEXT


def words(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1,234.5 dollars", ["1,234.5", "dollars"]),
        ("the 2nd of 32", ["the", "2nd", "of", "32"]),
        ("the U.S. spends 3.4%", ["the", "U.S.", "spends", "3.4", "%"]),
        ("at 3 p.m. sharp", ["at", "3", "p.m.", "sharp"]),
        ("€100bn", ["€", "100", "bn"]),
        ("USD34.6 million", ["USD", "34.6", "million"]),
        ("F-35s", ["F", "-", "35", "s"]),
        ("spent 2.", ["spent", "2", "."]),
        ("twenty-three", ["twenty", "-", "three"]),
        ("", []),
    ],
)
def test_cut(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(("text", "low"), [("Europe's", "europe"), ("allies'", "allies"), ("Allies", "allies")])
def test_possessive_ending_is_dropped_from_the_low_form(text: str, low: str) -> None:
    (token,) = tokenize(text)
    assert token.low == low
    assert token.possessive is (text != "Allies")


def test_kinds() -> None:
    assert [token.kind for token in tokenize("U.S. spent 2 %")] == ["abbr", "word", "number", "mark"]


def test_window_keeps_the_offsets_of_the_whole_text() -> None:
    (token,) = tokenize("one two three", 4, 7)
    assert (token.start, token.end, token.text) == (4, 7, "two")


@FEW
@given(ODD_TEXT)
def test_every_character_that_is_no_space_is_in_one_token(text: str) -> None:
    tokens = tokenize(text)
    covered = [at for token in tokens for at in range(token.start, token.end)]
    assert covered == sorted(set(covered))
    assert {at for at, character in enumerate(text) if not character.isspace()} == set(covered)
