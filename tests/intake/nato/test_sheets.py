"""Rows of a sheet as lines."""

from __future__ import annotations

from burdenshare.intake.grid import Sheet, Value
from burdenshare.intake.nato.lines import Figures, Words, Years
from burdenshare.intake.nato.sheets import ERROR, MERGED, part_of

NAMES = {"Belgium", "Albania (Leks)"}


def _part(*rows: tuple[Value, ...], **more: object) -> tuple[object, ...]:
    width = max(map(len, rows))
    sheet = Sheet("T", tuple((*row, *[None] * (width - len(row))) for row in rows), **more)  # type: ignore[arg-type]
    return part_of(sheet, NAMES.__contains__).lines


def test_words_years_and_figures_are_told_apart_wherever_they_stand() -> None:
    words, years, figures = _part(
        (None, "Table 2 : Defence expenditure"), (None, None, None, 2023.0, "2024e"), (None, None, "Belgium", 1.0, 2.0)
    )
    assert words == Words("T!B1", "Table 2 : Defence expenditure")
    assert isinstance(years, Years)
    assert [(one.place, one.year, one.estimate) for one in years.years] == [("T!D2", 2023, False), ("T!E2", 2024, True)]
    assert isinstance(figures, Figures)
    assert figures.names == (Words("T!C3", "Belgium"),)
    assert [(one.place, one.year, one.estimate, one.raw) for one in figures.cells] == [
        ("T!D3", 2023, False, 1.0),
        ("T!E3", 2024, True, 2.0),
    ]


def test_words_left_of_the_years_are_a_heading_and_those_right_of_them_head_columns() -> None:
    words, years, figures = _part(("Thousands", 2023.0, 2024.0, "Change"), ("Belgium", 1.0, 2.0, 3.0))
    assert words == Words("T!A1", "Thousands")
    assert isinstance(years, Years)
    assert isinstance(figures, Figures)
    assert figures.strays == ()
    assert figures.others == (Words("T!D1", "Change"),)


def test_a_figure_under_no_year_and_no_words_is_a_stray() -> None:
    *_, figures = _part((None, 2023.0, 2024.0), ("Belgium", 1.0, 2.0, None, 3.0))
    assert isinstance(figures, Figures)
    assert figures.strays == ("T!E2",)


def test_notes_of_the_sheet_mark_estimates() -> None:
    years, figures, _ = _part((None, 2023.0, 2024.0), ("Belgium", 1.0, 2.0), ("Figures for 2024 are estimates.",))
    assert isinstance(years, Years)
    assert years.fault == ""
    assert isinstance(figures, Figures)
    assert [one.estimate for one in figures.cells] == [False, True]


def test_a_row_of_a_name_is_never_one_of_years() -> None:
    *_, figures = _part((None, 2023.0, 2024.0), ("Belgium", 1999.0, 2000.0))
    assert isinstance(figures, Figures)
    assert [one.raw for one in figures.cells] == [1999.0, 2000.0]


def test_errors_and_merged_cells_are_marked() -> None:
    rows: tuple[tuple[Value, ...], ...] = ((None, 2023.0, 2024.0), ("Belgium", None, 2.0), ("Albania (Leks)", 1.0, 2.0))
    _, first, second = _part(*rows, errors=frozenset({(1, 1)}), spans=((2, 1, 2, 2),))
    assert isinstance(first, Figures)
    assert [one.fault for one in first.cells] == [ERROR, ""]
    assert isinstance(second, Figures)
    assert [one.fault for one in second.cells] == [MERGED, MERGED]


def test_a_row_of_errors_alone_is_a_row() -> None:
    _, row = _part((None, 2023.0, 2024.0), (None, None, None), errors=frozenset({(1, 1), (1, 2)}))
    assert isinstance(row, Figures)
    assert row.names == ()


def test_merged_words_are_words() -> None:
    (words,) = _part(("Table 2 : Defence expenditure", None, None), spans=((0, 0, 0, 2),))
    assert words == Words("T!A1", "Table 2 : Defence expenditure")


def test_text_that_reads_as_figures_beside_an_unknown_name_is_a_row() -> None:
    _, row, *words = _part((None, "2023", "2024e"), ("Ruritania", "..", "2,5"), ("Ruritania", "see", "below"))
    assert isinstance(row, Figures)
    assert words == [Words("T!A3", "Ruritania"), Words("T!B3", "see"), Words("T!C3", "below")]
