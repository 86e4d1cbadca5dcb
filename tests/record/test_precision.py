"""How wide a printed cell is, declared per source with its reason."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from burdenshare.errors import RecordError
from burdenshare.record import Record, precision

from .conftest import Rows


def test_a_trailing_zero_is_a_printed_digit(record: Record) -> None:
    found = record.cell("share_of_gdp", "FIN", 2024, release="2025-04", exact_release=True)  # the page has 2.3
    assert found and [found.low, found.high] == pytest.approx([2.295, 2.305])


def test_full_precision_sources_are_points(record: Record) -> None:
    for release, ally, year in (("2024-06", "FRA", 2023), ("2019-06", "FRA", 2018), ("2025-08", "FRA", 2020)):
        found = record.cell("share_of_gdp", ally, year, release=release, exact_release=True)
        assert found and found.low == found.value == found.high


def test_one_decimal_rows_are_flagged(record: Record) -> None:
    coarse = record.cell("share_of_gdp", "DEU", 2025, release="2026-03", exact_release=True)
    sharp = record.cell("share_of_gdp", "DEU", 2025, release="2026-07", exact_release=True)
    assert coarse and coarse.observations[0].one_decimal and coarse.high - coarse.low == pytest.approx(0.1)
    assert sharp and not sharp.observations[0].one_decimal and sharp.high - sharp.low == pytest.approx(0.01)


def test_whole_millions_are_half_a_million_wide(record: Record) -> None:
    found = record.cell("expenditure", "POL", 2024, release="2026-07", exact_release=True)
    assert found and found.high - found.low == pytest.approx(1e6)


def test_every_row_lies_in_its_own_interval_and_shows_no_more_digits_than_declared(
    raw: Callable[[str], Rows],
) -> None:
    widths = precision.declared()
    for row in raw("nato/expenditure.csv"):
        half = widths.half_unit(row["source"], row["measure"], row["value"])
        if half:
            steps = float(row["value"]) / (2 * half)
            assert steps == pytest.approx(round(steps), abs=1e-6), row


def test_exceptions_name_sources_that_exist_and_their_reason(raw: Callable[[str], Rows]) -> None:
    held = {row["source"] for row in raw("nato/expenditure.csv")}
    widths = precision.declared()
    assert widths.full <= held and set(widths.reasons) <= held and all(widths.reasons.values())


def test_what_sources_csv_calls_full_is_full_here(raw: Callable[[str], Rows]) -> None:
    rows = [row for row in raw("sources.csv") if row["table"] == "nato/expenditure.csv"]
    assert {row["source"] for row in rows if row["precision"] == "full"} == precision.declared().full


@pytest.mark.parametrize(
    "text",
    [
        "full = []\nguess = 1\n[decimals]\n",
        'full = []\n[decimals]\n[[exception]]\nsource = "x"\nreason = "y"\ndigits = 2\n',
        'full = []\n[decimals]\n[[exception]]\nsource = "x"\n',
    ],
)
def test_unknown_keys_and_missing_reasons_are_errors(text: str) -> None:
    with pytest.raises(RecordError):
        precision.parse(text)
