"""Names as people type them."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.errors import DateError, InputError, UnknownNameError
from burdenshare.record import Record, load_record
from burdenshare.report.names import day_of, entity_of, measure_of, period_of


@pytest.fixture(scope="module")
def record() -> Record:
    return load_record()


@pytest.mark.parametrize(
    ("typed", "entity"),
    [
        ("DEU", "DEU"),
        ("deu", "DEU"),
        ("Germany", "DEU"),
        ("germany ", "DEU"),
        ("Turkiye", "TUR"),
        ("United Kingdom", "GBR"),
        ("UK", "GBR"),
        ("Europe and Canada", "EUR_CAN"),
        ("European allies and Canada", "EUR_CAN"),
        ("EUR_CAN", "EUR_CAN"),
        ("nato", "NATO"),
    ],
)
def test_ally_or_group(record: Record, typed: str, entity: str) -> None:
    assert entity_of(record, typed) == entity


@pytest.mark.parametrize(("typed", "suggestion"), [("Germny", "Germany"), ("Polnd", "Poland"), ("EURCAN", "EUR_CAN")])
def test_unknown_ally_suggests_the_nearest(record: Record, typed: str, suggestion: str) -> None:
    with pytest.raises(UnknownNameError) as caught:
        entity_of(record, typed)
    assert suggestion in caught.value.suggestions


@pytest.mark.parametrize("typed", ["share_of_gdp", "share of GDP", "Share-of-GDP"])
def test_measure(record: Record, typed: str) -> None:
    assert measure_of(record, typed) == "share_of_gdp"


def test_every_measure_id_means_itself(record: Record) -> None:
    for measure in record.measures():
        assert measure_of(record, measure.id) == measure.id


def test_unknown_measure_suggests_the_nearest(record: Record) -> None:
    with pytest.raises(UnknownNameError) as caught:
        measure_of(record, "share_of_gpd")
    assert "share_of_gdp" in caught.value.suggestions


def test_period() -> None:
    assert period_of("2024") == 2024
    assert period_of("2024-06") == "2024-06"
    assert period_of("2018/2019") == "2018/2019"
    for typed in ("last year", "24", "", "2024-6"):
        with pytest.raises(InputError, match="is not a period"):
            period_of(typed)


def test_day() -> None:
    assert day_of("2025-02-13", "--on") == date(2025, 2, 13)
    with pytest.raises(DateError, match=r"--on: '13\.2\.2025' is not a day"):
        day_of("13.2.2025", "--on")
