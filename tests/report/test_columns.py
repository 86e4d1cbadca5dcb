"""Columns of a table in a window: what is whole stays whole, and what finds no room is left out from the right."""

from __future__ import annotations

from burdenshare.report.columns import fitted, wrapped

HEAD = ("", "EUR", "% of GDP 2021", "part of EU aid")
ROWS = (("EU institutions", "95.28 bn", "0.656", "–"), ("Netherlands", "11.2 bn", "1.31 i", "4.537 bn"))


def test_heads_give_way_before_names() -> None:
    assert fitted(HEAD, ROWS, 100) == (15, 8, 13, 10)
    assert fitted(HEAD, ROWS, 42) == (15, 8, 8, 8)


def test_names_are_broken_between_words_and_columns_are_left_out_from_the_right() -> None:
    assert fitted(HEAD, ROWS, 37) == (12, 8, 6, 8)
    assert fitted(HEAD, ROWS, 30) == (14, 8, 6)
    assert fitted(HEAD, ROWS, 21) == (12, 8)


def test_a_figure_keeps_its_unit_and_its_mark() -> None:
    assert wrapped("83.72 bn to 112.6 bn", 11) == ["83.72 bn to", "112.6 bn"]
    assert wrapped("1.26 i", 4) == ["1.26 i"]
    assert wrapped("rose, 4.4 times", 9) == ["rose,", "4.4 times"]
    assert wrapped("the United States", 7) == ["the", "United", "States"]
