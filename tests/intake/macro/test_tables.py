"""Tables in their files: places in texts, in archives and in workbooks."""

from __future__ import annotations

import io

import pytest

from burdenshare.intake.macro import tables
from burdenshare.intake.macro.delimited import head
from burdenshare.intake.macro.layouts import INDICATOR_TABLE, SHEET_OF_OLD
from burdenshare.intake.macro.model import Wanted
from burdenshare.intake.macro.wide import Table
from burdenshare.intake.model import DeliveryError, Given
from tools.fuzz_intake.workbooks import Cell, workbook

WANTED = Wanted(frozenset({"SP.POP.TOTL", "LP"}), lambda code, number, subject: code == "DEU")
HEADER = "Country Name,Country Code,Indicator Code,2023,2024\n"
ROW = "Germany,DEU,SP.POP.TOTL,83456045,83517030"


def of_text(text: str, inside: str = "") -> Table:
    given = Given("a.csv", text.encode())
    return tables.of_text(given, io.BytesIO(given.content), head(given.content), INDICATOR_TABLE, WANTED, inside)


def test_a_cell_of_a_text_has_its_line_and_its_column() -> None:
    (german,) = of_text(f"a note\n\n{HEADER}{ROW}\n").series
    assert [cell.place for cell in german.cells] == ["line 4, column 2023", "line 4, column 2024"]


def test_a_cell_of_a_part_has_its_part_too() -> None:
    (german,) = of_text(f"{HEADER}{ROW}\n", "WDICSV.csv").series
    assert german.cells[0].place == "WDICSV.csv, line 2, column 2023"


def test_a_text_that_ends_inside_its_last_value_is_refused() -> None:
    with pytest.raises(DeliveryError, match="line 2, column 2024: ends inside this line, which may be cut off"):
        of_text(HEADER + ROW)
    assert of_text(f"{HEADER}{ROW}\nAruba,ABW,SP.POP.TOTL,1,2").series[0].code == "DEU"
    assert of_text(HEADER + ROW, "a part, which has a checksum").series


def test_a_text_without_such_a_table_is_refused() -> None:
    with pytest.raises(DeliveryError, match="has no header of the World Bank's table in its first lines"):
        of_text("Country Name\n" * 30)


def test_a_cell_of_a_workbook_has_its_address() -> None:
    rows: list[list[Cell]] = [
        ["WEO Country Code", "ISO", "WEO Subject Code", "Units", "Scale", 2024.0, "Estimates Start After"],
        [134.0, "DEU", "LP", "Persons", "Millions", 83.517, 2023.0],
    ]
    given = Given("a.xlsx", workbook({"Words": [["hello"]], "WEO": rows}))
    ((sheet, table),), others = tables.of_workbook(given, (SHEET_OF_OLD,), WANTED)
    (german,) = table.series
    assert (sheet.name, german.place, german.number, german.actual) == ("WEO", "WEO!A2", "134", "2023")
    assert [(cell.value, cell.place) for cell in german.cells] == [(83.517, "WEO!F2")]
    assert [(one.place, one.text) for one in others] == [("Words", "1 rows")]
