"""Aid that is booked and not printed as a sum: inside one release, of one definition, and never more than it tells."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.record import Record

MAY = date(2026, 5, 10)


@pytest.fixture(autouse=True)
def tracked(record: Record) -> None:
    """A build without sources of unclear licence lacks the tracker's tables."""
    if not record.aid_releases(record.edition):
        pytest.skip("a build without sources of unclear licence lacks the tracker's tables")


def euro(
    record: Record, donor: str, period: int | str, basis: str = "allocation/total", as_of: date | None = None
) -> tuple[float, str] | None:
    found = record.cell("aid", donor, period, basis=basis, as_of=as_of)
    return None if found is None or found.value is None else (round(found.value / 1e9, 3), found.release.id)


def test_a_year_is_its_months_in_the_newest_release_that_books_them(record: Record) -> None:
    assert euro(record, "DEU", 2025) == (9.352, "29")
    assert euro(record, "DEU", 2025, as_of=MAY) == (9.352, "28")  # a printed row of that release
    assert euro(record, "DEU", 2026) is None  # four months are no year
    assert euro(record, "DEU", 2021) is None


def test_months_are_added_and_a_month_without_a_row_is_not_a_nought(record: Record) -> None:
    assert euro(record, "DEU", "2025-05/2026-04") == (13.126, "29")
    assert euro(record, "USA", "2025-05/2026-04") is None
    assert euro(record, "DEU", "2026-04") == (4.233, "29")
    assert euro(record, "DEU", "2026-03/2026-07") is None


def test_europe_is_summed_inside_one_release_where_it_is_not_printed(record: Record) -> None:
    assert euro(record, "EUROPE", "2022-01-24/2026-06-30") == (230.474, "30")
    assert euro(record, "EUROPE", "2022-01-24/2026-02-28", as_of=MAY) == (207.615, "28")
    assert euro(record, "EUROPE", "2022-01-24/2024-02-29", as_of=date(2025, 1, 1)) == (89.9, "2024-04-25 (page)")
    found = record.cell("aid", "EUROPE", 2025, basis="allocation/total")
    assert found is not None and {one.release for one in found.observations} == {"29"}
    assert "TUR" not in {one.entity for one in found.observations}


def test_what_is_not_dated_widens_the_sum(record: Record) -> None:
    found = record.cell("aid", "EUROPE", 2025, basis="allocation/total", as_of=MAY)
    assert found is not None and found.value is not None
    assert found.low == found.value < found.high


@pytest.mark.parametrize("basis", ["commitment/military", "disbursement/total", "allocation/arms", "allocation"])
def test_what_a_release_does_not_count_is_not_made_of_anything_else(record: Record, basis: str) -> None:
    assert euro(record, "DEU", "2025-05/2026-04", basis) is None


def test_shares_of_gdp_are_never_added(record: Record) -> None:
    unit = "% of donor 2021 GDP"
    assert record.cell("aid", "EUROPE", "2022-01-24/2026-06-30", basis="allocation/total", unit=unit) is None


def test_spans_of_the_war_are_those_of_the_tables_of_the_day(record: Record) -> None:
    assert record.aid_spans("EUROPE", MAY) == ("2022-01-24/2026-02-28",)
    assert record.aid_spans("USA") == ("2022-01-24/2026-06-30", "2022-01-24/2026-04-30", "2022-01-24/2026-02-28")
    assert record.aid_spans("ALB") == ()
