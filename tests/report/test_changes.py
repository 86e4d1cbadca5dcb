"""What changed between two releases.

The expected numbers come from `nato/expenditure.csv` itself, read here with the csv module alone.
"""

from __future__ import annotations

import csv
from importlib.resources import files

import pytest

from burdenshare.errors import InputError, UnknownNameError
from burdenshare.record import Record, load_record
from burdenshare.report.changes import change_lines, changes_shape, compared


@pytest.fixture(scope="module")
def record() -> Record:
    return load_record()


def raw(release: str, measure: str) -> dict[tuple[str, str], float]:
    """(ally, year) to value of one measure of one release, from the packaged table."""
    table = files("burdenshare").joinpath("data", "nato", "expenditure.csv").read_text(encoding="utf-8")
    return {
        (row["ally"], row["year"]): float(row["value"])
        for row in csv.DictReader(table.splitlines())
        if row["release"] == release and row["measure"] == measure
    }


def test_every_share_that_both_releases_hold_is_compared(record: Record) -> None:
    old, new = raw("2024-06", "share_of_gdp"), raw("2025-08", "share_of_gdp")
    found = compared(record, "2024-06", "2025-08", "share_of_gdp")
    assert len(found.changes) + found.same == len(old.keys() & new.keys())
    assert (found.only_first, found.only_second) == (len(old.keys() - new.keys()), len(new.keys() - old.keys()))
    for change in found.changes:
        key = (change.new.entity, str(change.new.period))
        assert (change.old.value, change.new.value) == (old[key], new[key])


def test_largest_change_comes_first(record: Record) -> None:
    sizes = [change.size for change in compared(record, "2024-06", "2025-08").changes]
    assert sizes == sorted(sizes, reverse=True)
    assert 0 < min(sizes) < max(sizes) <= 2


def test_release_compared_with_itself_has_not_changed(record: Record) -> None:
    found = compared(record, "2024-06", "2024-06", "share_of_gdp")
    assert found.changes == ()
    assert found.same == len(raw("2024-06", "share_of_gdp"))


def test_definition_change_is_said(record: Record) -> None:
    lines = change_lines(compared(record, "2025-08", "2026-07", "share_of_gdp"), 3)
    assert lines[1] == "! definition changed: whole → core defence expenditure"
    assert len(lines) == 2 + 3 + 1


def test_constant_prices_of_different_base_years_are_not_compared(record: Record) -> None:
    found = compared(record, "2024-06", "2026-07", "expenditure")
    assert {change.new.basis for change in found.changes} == {"current"}


def test_shape_holds_every_change(record: Record) -> None:
    found = compared(record, "2024-06", "2025-08", "share_of_gdp")
    shape = changes_shape(found)
    assert len(shape["changes"]) == shape["changed"] == len(found.changes)
    assert shape["changes"][0]["difference"] == shape["changes"][0]["new"] - shape["changes"][0]["old"]


def test_releases_must_be_known_and_of_one_publisher(record: Record) -> None:
    with pytest.raises(UnknownNameError) as caught:
        compared(record, "2024-07", "2025-08")
    assert "2024-06" in caught.value.suggestions
    with pytest.raises(InputError, match="not of one publisher"):
        compared(record, "2024-06", "WEO-2024-04")
