"""Lines of a page of the press document."""

from __future__ import annotations

import pytest

from burdenshare.intake.nato.lines import Figures, Words, Years
from burdenshare.intake.nato.pages import part_of, split

NAMES = {"Belgium", "Belgium (Euros)", "NATO Total"}


def _lines(*lines: str) -> tuple[object, ...]:
    return part_of(7, "\n".join(lines), NAMES.__contains__).lines


def test_words_years_and_figures_are_told_apart() -> None:
    words, years, figures = _lines(
        "Table 1 : Defence expenditure", "2022 2023 2024e", "Belgium (Euros) 6,551 7,047 7,900"
    )
    assert words == Words("page 7, line 1", "Table 1 : Defence expenditure")
    assert isinstance(years, Years)
    assert [(one.year, one.estimate) for one in years.years] == [(2022, False), (2023, False), (2024, True)]
    assert isinstance(figures, Figures)
    assert figures.names == (Words("page 7, line 3", "Belgium (Euros)"),)
    assert [(one.year, one.raw, one.place) for one in figures.cells] == [
        (2022, "6,551", "page 7, line 3"),
        (2023, "7,047", "page 7, line 3"),
        (2024, "7,900", "page 7, line 3"),
    ]


def test_words_in_front_of_the_years_are_words_and_a_name_there_makes_a_row() -> None:
    words, years, *_ = _lines("Country 2022 2023 2024e", "Belgium 2,022 2,023 2,024")
    assert words == Words("page 7, line 1", "Country")
    assert isinstance(years, Years)
    _, row = _lines("2022 2023 2024e", "Belgium 2022 2023 2024")
    assert isinstance(row, Figures)
    assert [one.raw for one in row.cells] == ["2022", "2023", "2024"]


def test_a_row_must_have_a_figure_for_every_year() -> None:
    *_, figures = _lines("2022 2023 2024e", "Belgium (Euros) 6,551 7,047")
    assert isinstance(figures, Figures)
    assert figures.fault == "2 figures stand under 3 years"
    assert figures.cells == ()


@pytest.mark.parametrize("line", ["Belgium 1,1 2,2 3,3", "Belgium 1.1 2.2 3B3", "Belgium 11.122.2 3.3x"])
def test_a_row_whose_figures_are_broken_is_told(line: str) -> None:
    *_, figures = _lines("2022 2023 2024e", line)
    assert isinstance(figures, Figures)
    assert "Belgium" in figures.fault or "under 3 years" in figures.fault


def test_notes_of_the_page_mark_estimates_even_over_two_lines() -> None:
    _, figures, *_ = _lines(
        "2022 2023 2024", "Belgium 1.0 2.0 3.0", "Notes: Figures for 2023", "and 2024 are estimates."
    )
    assert isinstance(figures, Figures)
    assert [one.estimate for one in figures.cells] == [False, True, True]


def test_page_numbers_and_sentences_are_words() -> None:
    assert all(
        isinstance(one, Words)
        for one in _lines("-7-", "7", "In 2014, 3 Allies spent 2% or more", "Notes: 12 June 2024")
    )


@pytest.mark.parametrize(
    ("line", "name", "figures"),
    [
        ("NATO Europe and Canada 1.43 -0.88 ..", "NATO Europe and Canada", ("1.43", "-0.88", "..")),
        ("Czechia* (Koruny) 41,003 47,264e", "Czechia* (Koruny)", ("41,003", "47,264e")),
        ("NATO - Total 1 2", "NATO - Total", ("1", "2")),
        ("1 2 3", "", ("1", "2", "3")),
        ("Current prices", "Current prices", ()),
    ],
)
def test_figures_are_what_stands_unbroken_at_the_end(line: str, name: str, figures: tuple[str, ...]) -> None:
    assert split(line.split(" ")) == (name, figures)
