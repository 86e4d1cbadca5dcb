"""Pasted tables: told by tabs or bars in several lines that carry numbers."""

from __future__ import annotations

import pytest

from burdenshare.reading.model import Span, Unaccounted
from burdenshare.report.grids import in_tables, rows_of_tables, table_remark

PASTED = "Country\t2023\t2024\r\nPoland\t3.26\t4.12\r\nGermany\t1.6\t2.1\r\n"
MARKDOWN = "| Country | 2024 |\n|---|---|\n| Poland | 4.12 |\n"
TWO_COLUMNS = "Poland\t4.12\nGermany\t2.1\n"


@pytest.mark.parametrize(("text", "rows"), [(PASTED, 3), (MARKDOWN, 2), (TWO_COLUMNS, 2)])
def test_rows_of_a_table(text: str, rows: int) -> None:
    assert len(rows_of_tables(f"Words before it, 5 of them.\n{text}Words behind it.")) == rows


@pytest.mark.parametrize(
    "text",
    [
        "Home | World | 5 June 2025\nThe allies met.",
        "\tAn indented paragraph about 32 allies.",
        "Name\tPlace\nRutte\tBrussels\n",
        "",
    ],
)
def test_lines_that_are_no_table(text: str) -> None:
    assert rows_of_tables(text) == []
    assert table_remark(text, [Unaccounted(Span(0, 1), text[:1], "a date")]) == ""


def test_only_numbers_in_the_rows_stand_in_the_table() -> None:
    text = f"Of 77 words.\n{PASTED}Then 88."
    entries = [
        Unaccounted(Span(at, at + len(one)), one, "not understood")
        for one in ("77", "3.26", "2.1", "88")
        for at in [text.index(one)]
    ]
    assert [one.text for one in in_tables(text, entries)] == ["3.26", "2.1"]
    assert table_remark(text, entries).startswith("from line 2 on")
    assert table_remark(text, [entries[0]]) == ""


def test_long_lines_take_no_time() -> None:
    assert rows_of_tables(("\t" + " " * 200_000 + "x\n") * 5 + "|" * 200_000 + "\n") == []
