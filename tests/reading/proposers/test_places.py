"""Words that a model copied, found again in the text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.reading.model import Span
from burdenshare.reading.proposers.places import MOST_PLACES, Places

TEXT = "  Zero\u200bwidth.\n\n“Poland\u2019s 4.12\u00a0percent” – of\r\nGDP;  Nai\u0308ve. Poland\u2019s"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Zerowidth", "Zero\u200bwidth"),
        ('"Poland\'s 4.12 percent" - of GDP', "“Poland\u2019s 4.12\u00a0percent” – of\r\nGDP"),
        ("of   GDP", "of\r\nGDP"),
        ("Na\u00efve", "Nai\u0308ve"),
        ("Zerowidth. “Poland", "Zero\u200bwidth.\n\n“Poland"),
    ],
)
def test_marks_and_blanks_may_differ(words: str, found: str) -> None:
    span = Places(TEXT).of(words)
    assert span is not None
    assert TEXT[span.start : span.end] == found


@pytest.mark.parametrize("words", ["", "  ", "4.13", "poland", "percent of GDP", "x" * 10_000])
def test_other_words_are_not_found(words: str) -> None:
    assert Places(TEXT).of(words) is None


def test_nearest_of_several_places_is_taken() -> None:
    first, second = TEXT.index("Poland"), TEXT.rindex("Poland")
    assert Places(TEXT).of("Poland's") == Places(TEXT).of("Poland's", True) == Span(first, first + 8)
    assert Places(TEXT).of("Poland's", second - 3) == Span(second, second + 8)
    assert Places("a " * 1000).of("a", 10**9) == Span(2 * MOST_PLACES - 2, 2 * MOST_PLACES - 1)


@given(st.text(alphabet="ab \n“\u200b", max_size=40), st.integers(0, 40), st.integers(0, 40))
def test_any_piece_of_a_text_is_found_in_it(text: str, start: int, end: int) -> None:
    piece = text[start:end]
    span = Places(text).of(piece, start)
    if "".join(piece.split()).replace("\u200b", ""):
        assert span is not None
        kept = "".join(text[span.start : span.end].split()).replace("\u200b", "")
        assert kept == "".join(piece.split()).replace("\u200b", "")
