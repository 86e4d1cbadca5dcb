"""Sketches of texts: their form, and that alike texts have alike sketches."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from burdenshare.corpus.sketches import BYTES, sketched

WORDS = " ".join(f"word{number}" for number in range(400))


@given(st.text(max_size=400))
def test_a_sketch_is_whole_or_empty(text: str) -> None:
    row = sketched(text)
    assert len(row["sketch"]) == (BYTES if row["runs"] else 0)
    assert row == sketched(text.swapcase().casefold()) or not text.isascii()


def test_an_edited_text_keeps_most_of_its_sketch() -> None:
    one = sketched(WORDS)["sketch"]
    other = sketched(WORDS.replace("word200 ", "another "))["sketch"]
    same = sum(one[at : at + 4] == other[at : at + 4] for at in range(0, BYTES, 4))
    assert BYTES // 4 * 0.9 < same < BYTES // 4
