"""The lines of pages put together again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.reading.documents.pdf_lines import text_of


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("spending on de\x02fence rose", "spending on defence rose"),
        ("spending on de\ufffefence rose", "spending on defence rose"),
        ("over the long\x02term plan", "over the long-term plan"),
        ("two\x02thirds of the allies", "two-thirds of the allies"),
        ("twenty\x02three allies", "twenty-three allies"),
        ("in 2024\x0225 it rose", "in 2024-25 it rose"),
        ("the Franco\x02German brigade", "the Franco-German brigade"),
        ("burden-sharing, and burden\x02sharing again", "burden-sharing, and burden-sharing again"),
        ("the midterm review, at mid\x02term", "the midterm review, at midterm"),
        ("the ex\x02\nminister", "the ex-minister"),
        ("an odd end\x02", "an odd end-"),
        ("\x02alone", "alone"),
    ],
)
def test_broken_words(text: str, mended: str) -> None:
    assert text_of([text]).rstrip("\n") == mended.lstrip()


LONG = "The alliance said on Thursday that its members will spend more on defence"


def test_lines_of_a_column_are_one_paragraph() -> None:
    page = f"A heading\r\n{LONG}\r\n{LONG.lower()}\r\nand more.\r\nAnother one"
    assert text_of([page]) == f"A heading\n\n{LONG} {LONG.lower()} and more.\n\nAnother one\n"


def test_sentence_goes_on_over_the_page() -> None:
    pages = [f"The Example 2025\n{LONG}\n{LONG} than\n{n}" for n in (1, 2)]
    assert text_of(pages).count("than The Example") == 1
    names = ("Ada", "Ben", "Cid", "Dan", "Eve")
    running = [f"The Example, {n}\nSo {name} said:\n“Yes”\n{LONG} as {name}\n{n} of 5" for n, name in enumerate(names)]
    assert "Example" not in text_of(running)
    assert "of 5" not in text_of(running)
    assert "as Ada So Ben said:" in text_of(running)


def test_running_heads_need_three_pages_and_an_edge() -> None:
    body = [f"Line {word} of the text stands alone here" for word in ("one", "two", "three", "four", "five")]
    assert text_of(["\n".join(["Head", *body])] * 2).count("Head") == 2
    assert text_of(["\n".join(["Head", *body])] * 3).count("Head") == 0
    assert text_of(["\n".join([*body[:3], "Middle", *body[3:], "x y", "z w"])] * 4).count("Middle") == 4


@pytest.mark.parametrize("number", ["3", "- 3 -", "Page 3", "3 / 12", "page 3 of 12", "iv"])
def test_page_numbers_are_no_text(number: str) -> None:
    assert text_of([f"The alliance met\n{number}"]) == "The alliance met\n"
    assert text_of([number]) == f"{number}\n"


def test_rows_of_numbers_and_lists_stay_apart() -> None:
    rows = "Poland 3.26 4.12 4.48\nLatvia 2.88 3.15 3.73"
    page = f"{LONG}\n{rows}\n• first point of the long list of the ministers here\n• second"
    assert text_of([page]).count("\n\n") == 4


@given(st.lists(st.text(max_size=200), max_size=4))
def test_any_pages_give_a_text(pages: list[str]) -> None:
    assert "\x02" not in text_of(pages)
