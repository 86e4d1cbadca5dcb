"""Sheets as grids: what must not reach the reader of workbooks."""

from __future__ import annotations

import pytest

from burdenshare.intake.grid import sheets
from burdenshare.intake.model import DeliveryError, Given
from tools.fuzz_intake.workbooks import packed, parts, workbook


def with_sheet(old: bytes, new: bytes) -> Given:
    held = parts({"A": [["name", 1.0], ["other", 2.0]]})
    name = "xl/worksheets/sheet1.xml"
    return Given("a.xlsx", packed({**held, name: held[name].replace(old, new)}))


def test_cells_stand_at_their_addresses() -> None:
    (sheet,) = sheets(Given("a.xlsx", workbook({"A": [["name", 1.0], [None, 2.5]]})))
    assert sheet.rows == (("name", 1.0), (None, 2.5))
    assert sheet.place(1, 1) == "A!B2"


@pytest.mark.parametrize("address", ["XFD1048576", "AZ1048576", "AAA900000"])
@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_cell_far_away_is_refused_before_room_is_made_for_it(address: str, quote: str) -> None:
    # The reader of workbooks makes a place for every cell in between; it ended the whole program.
    cell = f"<row r={quote}1048576{quote}><c r={quote}{address}{quote}><v>1</v></c></row></sheetData>"
    with pytest.raises(DeliveryError, match=r"a\.xlsx: A: reaches over"):
        sheets(with_sheet(b"</sheetData>", cell.encode()))


def test_a_long_narrow_sheet_is_read() -> None:
    cell = b'<row r="20000"><c r="B20000"><v>7</v></c></row></sheetData>'
    (sheet,) = sheets(with_sheet(b"</sheetData>", cell))
    assert sheet.at(19999, 1) == 7.0


def test_a_sheet_in_another_encoding_is_refused() -> None:
    held = parts({"A": [["name"]]})
    name = "xl/worksheets/sheet1.xml"
    given = Given("a.xlsx", packed({**held, name: held[name].decode().encode("utf-16")}))
    with pytest.raises(DeliveryError, match="encoding"):
        sheets(given)
