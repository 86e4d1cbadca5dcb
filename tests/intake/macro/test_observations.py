"""Tables of observations: a row a value, grown into series."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from burdenshare.intake.macro import observations
from burdenshare.intake.macro.wide import Table
from burdenshare.intake.model import DeliveryError
from tests.intake.macro.made import EVERYTHING, FILE

HEADER = (
    "STRUCTURE_ID", "COUNTRY", "INDICATOR", "FREQUENCY", "TIME_PERIOD", "OBS_VALUE", "SCALE", "UNIT",
    "LATEST_ACTUAL_ANNUAL_DATA", "PUBLICATION_DATE",
)  # fmt: skip
FLOW = "IMF.RES:WEO(9.0.0)"
DAY = "2026-04-14T13:00:00Z"


def row(**other: str) -> list[str]:
    usual = {
        "STRUCTURE_ID": FLOW, "COUNTRY": "DEU", "INDICATOR": "NGDPD", "FREQUENCY": "A", "TIME_PERIOD": "2024",
        "OBS_VALUE": "4684182000000", "SCALE": "9", "UNIT": "USD", "LATEST_ACTUAL_ANNUAL_DATA": "2024",
        "PUBLICATION_DATE": DAY,
    }  # fmt: skip
    return [{**usual, **other}[name] for name in HEADER]


def table(*rows: Sequence[str], header: Sequence[str] = HEADER) -> Table:
    found = observations.read(FILE, enumerate((list(one) for one in (header, *rows)), 1), EVERYTHING)
    assert found is not None
    return found


def test_rows_of_a_series_grow_together() -> None:
    found = table(row(), row(COUNTRY="AFG"), row(INDICATOR="LUR"), row(TIME_PERIOD="2025", OBS_VALUE="5013574000000"))
    german, afghan = found.series
    assert (german.code, german.subject, german.scale, german.unit, german.actual) == (
        "DEU",
        "NGDPD",
        "9",
        "USD",
        "2024",
    )
    assert [(one.year, one.value, one.place) for one in german.cells] == [
        (2024, "4684182000000", "line 2, column OBS_VALUE"),
        (2025, "5013574000000", "line 5, column OBS_VALUE"),
    ]
    assert (afghan.code, afghan.cells) == ("AFG", ())
    assert found.left_out[0].text == "1 rows: LUR"
    assert found.published == ((DAY, "line 2"),)


def test_a_row_without_a_value_may_tell_of_its_series() -> None:
    (german,) = table(row(SCALE="", LATEST_ACTUAL_ANNUAL_DATA=""), row(OBS_VALUE="", TIME_PERIOD="")).series
    assert (german.scale, german.actual, len(german.cells)) == ("9", "2024", 1)


def test_names_may_stand_beside_codes() -> None:
    header = [f"{name}.ID" if name in ("COUNTRY", "INDICATOR", "SCALE", "UNIT") else name for name in HEADER]
    found = table([*row(), "Germany"], header=[*header, "COUNTRY"])
    assert found.series[0].code == "DEU"


@pytest.mark.parametrize(
    ("other", "told"),
    [
        ({"SCALE": "6"}, "line 3: NGDPD of DEU says '6' here and '9' at line 2"),
        ({"LATEST_ACTUAL_ANNUAL_DATA": "2023"}, "line 3: NGDPD of DEU says '2023' here and '2024' at line 2"),
        ({"STRUCTURE_ID": "IMF.STA:CPI(5.0.0)"}, "line 3: 'IMF.STA:CPI(5.0.0)' is not the Outlook"),
        ({"TIME_PERIOD": "2024-Q1"}, "line 3, column TIME_PERIOD: '2024-Q1' is no year"),
        ({"COUNTRY": ""}, "line 3: names no country or no subject"),
        ({"INDICATOR": ""}, "line 3: names no country or no subject"),
    ],
)
def test_a_row_in_doubt_is_refused_with_its_place(other: dict[str, str], told: str) -> None:
    with pytest.raises(DeliveryError) as fault:
        table(row(), row(**other))
    assert told in str(fault.value)


@pytest.mark.parametrize("cells", [row()[:-1], [*row(), ""]])
def test_a_row_of_another_length_is_refused(cells: list[str]) -> None:
    with pytest.raises(DeliveryError, match=r"line 2: has \d+ columns, the header 10"):
        table(cells)


def test_what_is_not_yearly_is_left_out() -> None:
    assert table(row(FREQUENCY="Q")).series == ()


def test_another_table_is_none() -> None:
    assert observations.read(FILE, [(1, ["a", "b"]), (2, ["c", "d"])], EVERYTHING) is None
    assert observations.read(FILE, [], EVERYTHING) is None


def test_a_table_without_the_marks_of_projections_is_refused() -> None:
    with pytest.raises(DeliveryError, match="has no column 'LATEST_ACTUAL_ANNUAL_DATA'"):
        table(header=[name for name in HEADER if not name.startswith("LATEST")])
