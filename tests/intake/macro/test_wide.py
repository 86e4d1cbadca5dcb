"""Wide tables row by row: series, notes, and rows that are damaged."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

import pytest

from burdenshare.intake.grid import Value
from burdenshare.intake.macro import wide
from burdenshare.intake.macro.layouts import SHEET_OF_NOW, SHEET_OF_OLD
from burdenshare.intake.model import DeliveryError
from tests.intake.macro.made import EVERYTHING, FILE

OLD = ("WEO Country Code", "ISO", "WEO Subject Code", "Units", "Scale", "2024", "2025", "Estimates Start After")
NOW = ("SERIES_CODE", "COUNTRY.ID", "INDICATOR.ID", "FREQUENCY", "SCALE", "LATEST_ACTUAL_ANNUAL_DATA", "2024")
GERMAN = ("134", "DEU", "NGDPD", "U.S. dollars", "Billions", "4,684.1", "n/a", "2024")


def ruled(*rows: Sequence[Value], broken: tuple[int, int] = (0, 0)) -> Iterator[wide.Ruled]:
    for number, cells in enumerate(rows, 1):
        at = frozenset({broken[1]}) if number == broken[0] else frozenset[int]()
        yield wide.Ruled(cells, f"row {number}", named(number), at)


def named(number: int) -> Callable[[str, int], str]:
    return lambda name, spot: f"row {number}, {name}"


def table(*rows: Sequence[Value], broken: tuple[int, int] = (0, 0)) -> wide.Table:
    found = wide.read(FILE, ruled(*rows, broken=broken), SHEET_OF_OLD, EVERYTHING)
    assert found is not None
    return found


def test_a_row_is_a_series_with_its_cells() -> None:
    found = table(
        ("a title",), OLD, GERMAN, ("512", "AFG", *GERMAN[2:]), ("134", "DEU", "LUR", *GERMAN[3:]), (), ("a note",)
    )
    german, afghan = found.series
    assert (german.code, german.number, german.subject, german.unit) == ("DEU", "134", "NGDPD", "U.S. dollars")
    assert (german.scale, german.actual, german.place) == ("Billions", "2024", "row 3")
    assert [(one.year, one.value, one.place) for one in german.cells] == [
        (2024, "4,684.1", "row 3, 2024"),
        (2025, "n/a", "row 3, 2025"),
    ]
    assert afghan.cells == ()
    assert [(one.place, one.text) for one in found.notes] == [("row 1", "a title"), ("row 7", "a note")]
    assert [(one.place, one.text) for one in found.left_out] == [("row 5", "1 rows: LUR")]
    assert found.counts == {"NGDPD": 2, "LUR": 1}


def test_another_table_is_none() -> None:
    assert wide.read(FILE, ruled(("a", "b"), ("c", "d")), SHEET_OF_OLD, EVERYTHING) is None
    late = [("above",)] * wide.HEADER_WITHIN
    assert wide.read(FILE, ruled(*late, OLD, GERMAN), SHEET_OF_OLD, EVERYTHING) is None


@pytest.mark.parametrize(
    ("row", "told"),
    [
        (GERMAN[:-1], "row 2: has 7 columns, the header 8"),
        ((*GERMAN, ""), "row 2: has 9 columns, the header 8"),
        ((*GERMAN, "x"), "row 2: has 9 columns, the header 8"),
        (("134", "DEU", "", *GERMAN[3:]), "row 2: names no subject"),
        (("", "", *GERMAN[2:]), "row 2: names no country"),
    ],
)
def test_a_damaged_row_is_refused_with_its_place(row: Sequence[Value], told: str) -> None:
    with pytest.raises(DeliveryError, match=told):
        table(OLD, row)


def test_a_formulas_error_is_refused_with_its_cell() -> None:
    with pytest.raises(DeliveryError, match=r"row 2, 2025: holds a formula's error"):
        table(OLD, GERMAN, broken=(2, 6))
    assert table(OLD, ("512", "AFG", *GERMAN[2:]), broken=(2, 6)).series[0].cells == ()


def test_a_key_says_the_same_as_its_columns() -> None:
    row = ("DEU.NGDPD.A", "DEU", "NGDPD", "Annual", "Billions", "2024", "4684.1")
    found = wide.read(FILE, ruled(NOW, row), SHEET_OF_NOW, EVERYTHING)
    assert found is not None and found.series[0].code == "DEU"
    for key in ("FRA.NGDPD.A", "DEU.NGDP.A", "DEU.NGDPD", "x"):
        with pytest.raises(DeliveryError, match="row 2"):
            wide.read(FILE, ruled(NOW, (key, *row[1:])), SHEET_OF_NOW, EVERYTHING)


def test_a_key_alone_names_the_series() -> None:
    header = ("SERIES_CODE", "COUNTRY", "SCALE", "LATEST_ACTUAL_ANNUAL_DATA", "2024")
    row = ("DEU.NGDPD.A", "Germany", "Billions", "2024", "4684.1")
    found = wide.read(FILE, ruled(header, row), SHEET_OF_NOW, EVERYTHING)
    assert found is not None
    assert [(one.code, one.subject) for one in found.series] == [("DEU", "NGDPD")]


def test_what_is_not_yearly_is_left_out() -> None:
    row = ("DEU.NGDPD.Q", "DEU", "NGDPD", "Quarterly", "Billions", "2024", "4684.1")
    found = wide.read(FILE, ruled(NOW, row), SHEET_OF_NOW, EVERYTHING)
    assert found is not None
    assert found.series == ()
    assert found.left_out[0].reason == wide.NOT_ANNUAL
