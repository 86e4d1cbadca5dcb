"""One value with its source, and its history; expected values are read from the packaged tables by hand."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.record import Record, load_record
from burdenshare.report.lookup import finding_shape, history_lines, oldest_first, value_lines


@pytest.fixture(scope="module")
def record() -> Record:
    return load_record()


def test_value_tells_release_day_cell_and_source(record: Record) -> None:
    lines = value_lines(record, record.value("POL", "share_of_gdp", 2024, as_of=date(2025, 2, 13)))
    assert lines[0].startswith("Poland, ")
    assert lines[0].endswith("2024: 4.12 %")
    assert lines[1].startswith("  release    2024-06, 2024-06-17")
    assert any(line.startswith("  cell       4.12") and "estimate" in line for line in lines)
    assert any(line.startswith("  source     NATO") and "https://" in line for line in lines)


def test_history_of_the_count_of_2024_stands_oldest_first(record: Record) -> None:
    lines = history_lines(record, record.history("NATO", "allies_at_guideline", 2024))
    told = [(line.split("  ")[1].strip(), int(line.split(" allies")[0].rsplit(" ", 1)[1])) for line in lines[1:]]
    assert told == [("June 2024", 23), ("April 2025", 22), ("August 2025", 18), ("July 2026", 17)]
    assert "published aggregate, 30 of 31 cells held" in lines[2]
    assert "core definition" in lines[4]


def test_count_lists_a_few_cells_and_says_how_many_more(record: Record) -> None:
    finding = record.value("NATO", "allies_at_guideline", 2024, as_of=date(2025, 2, 13))
    lines = value_lines(record, finding)
    cells = [line for line in lines if line.startswith("  cell")]
    assert len(cells) == 7
    assert cells[-1] == f"  cell       and {len(finding.observations) - 6} more (--json)"


def test_undated_releases_come_last(record: Record) -> None:
    findings = oldest_first(record.history("DEU", "share_of_gdp", 2020))
    days = [one.release.released_on for one in findings if one.release.released_on is not None]
    assert days == sorted(days)


def test_shape_is_the_finding_in_base_units(record: Record) -> None:
    shape = finding_shape(record, record.value("EUR_CAN", "expenditure", 2024, as_of=date(2025, 2, 13)))
    assert shape["value"] == pytest.approx(506.7e9, rel=1e-3)
    assert (shape["unit"], shape["price_basis"], shape["release"]["id"]) == ("USD", "current", "2024-06")
    assert shape["evidence"]
    assert shape["derivation"]["name"]
