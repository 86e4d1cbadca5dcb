"""Words as the fonts of a printed report can show them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.report.typeface import UNBROKEN, line, prose, shown


@pytest.mark.parametrize("text", ["plain", "“Łódź” – Şoygu", "Грузия", "שלום", "مرحبا", "✔ ≈ ◐ ✘", "€ 5 ≥ 2"])
def test_what_the_fonts_have_stays(text: str) -> None:
    assert shown(text) == text


@pytest.mark.parametrize(
    ("text", "told"), [("🛡️", "[shield]"), ("中", "[U+4E2D]"), ("\ud800", "\ufffd"), ("\U0010ffff", "[U+10FFFF]")]
)
def test_what_they_lack_is_told_by_name(text: str, told: str) -> None:
    assert shown(text) == told


def test_a_line_has_no_end_and_no_control_character() -> None:
    assert line("a\n b\x1b[31m\tc\u202e") == "a b[31m c"


def test_prose_keeps_its_lines() -> None:
    assert prose("a\r\nb\rc\u2028d\x85e\tf") == "a\nb\nc\nd\ne f"


def test_long_words_may_be_broken_and_addresses_not() -> None:
    assert line("x" * (UNBROKEN + 2)) == "x" * UNBROKEN + "\u200bxx"
    assert line("x" * 100, breakable=False) == "x" * 100


@given(st.text())
def test_nothing_is_shown_that_the_fonts_lack(text: str) -> None:
    once = shown(text)
    assert shown(once) == once
