"""Comparisons and exceptions, recomputed from the raw rows of one release."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.errors import InputError
from burdenshare.record import Record

from .conftest import Cells

FEBRUARY = date(2025, 2, 13)  # the newest release is that of June 2024


def test_a_comparison_is_a_quotient_of_two_cells(record: Record, cells: Cells) -> None:
    found = record.comparison("POL", ("ITA",), "expenditure", 2024, as_of=FEBRUARY)
    expected = cells.money("2024-06", "POL", 2024) / cells.money("2024-06", "ITA", 2024)
    assert found and found.value == pytest.approx(expected) and found.unit == "times"


def test_others_are_added(record: Record, cells: Cells) -> None:
    found = record.comparison("GBR", ("FRA", "ITA"), "expenditure", 2024, as_of=FEBRUARY)
    others = cells.money("2024-06", "FRA", 2024) + cells.money("2024-06", "ITA", 2024)
    assert found and found.value == pytest.approx(cells.money("2024-06", "GBR", 2024) / others)


def test_the_rest_is_the_whole_without_the_one(record: Record, cells: Cells) -> None:
    found = record.comparison("USA", ("REST",), "expenditure", 2024, as_of=FEBRUARY)
    own, whole = cells.money("2024-06", "USA", 2024), cells.money("2024-06", "NATO", 2024)
    assert found and found.value == pytest.approx(own / (whole - own))


def test_the_next_are_those_behind_in_order(record: Record, cells: Cells) -> None:
    found = record.comparison("USA", ("NEXT:3",), "expenditure", 2024, as_of=FEBRUARY)
    levels = sorted((cells.money("2024-06", one, 2024) for one in ("DEU", "GBR", "FRA", "POL", "ITA")), reverse=True)
    assert found and found.value == pytest.approx(cells.money("2024-06", "USA", 2024) / sum(levels[:3]))
    assert not record.comparison("USA", ("NEXT:31",), "expenditure", 2024, as_of=FEBRUARY)


def test_shares_of_several_are_not_added(record: Record) -> None:
    assert record.comparison("USA", ("FRA", "ITA"), "share_of_gdp", 2024, as_of=FEBRUARY) is None


def _names(found: object) -> list[str]:
    return [one.name for one in found.derivation.inputs]  # type: ignore[attr-defined]


def test_only_is_broken_by_others_and_by_those_named(record: Record) -> None:
    """June 2024 holds above 3 %: POL, EST, USA, LVA, GRC."""
    found = record.exceptions("NATO", 2024, "only", named=("POL", "EST"), threshold=3.0, strict=True, as_of=FEBRUARY)
    assert found and found.value == 3 and set(_names(found)) == {"United States", "Latvia", "Greece"}
    wrong = record.exceptions("NATO", 2024, "only", named=("ESP",), threshold=4.0, strict=True, as_of=FEBRUARY)
    assert wrong and set(_names(wrong)) == {"Poland", "Spain"}


def test_all_is_broken_by_those_who_miss_and_by_the_spared_who_meet(record: Record) -> None:
    found = record.exceptions("BALTIC", 2024, "all", as_of=FEBRUARY)
    assert found and found.value == 0
    spared = record.exceptions("BALTIC", 2024, "all", named=("EST",), as_of=FEBRUARY)
    assert spared and _names(spared) == ["Estonia"]


def test_who_has_no_forces_misses_unless_only_forces_count(record: Record) -> None:
    every = record.exceptions("NORDIC", 2024, "all", as_of=FEBRUARY)
    armed = record.exceptions("NORDIC", 2024, "all", armed_only=True, as_of=FEBRUARY)
    assert every and armed and (_names(every), every.value, armed.value) == (["Iceland"], 1, 0)


def test_strict_leaves_out_the_threshold_itself(record: Record) -> None:
    """Slovakia stands in June 2024 as exactly 2 for 2024."""
    strict = record.exceptions("NATO", 2024, "only", named=("SVK",), strict=True, as_of=FEBRUARY)
    loose = record.exceptions("NATO", 2024, "only", named=("SVK",), as_of=FEBRUARY)
    assert strict and loose and "Slovakia" in _names(strict) and "Slovakia" not in _names(loose)


@pytest.mark.parametrize("measure", ["comparison", "exceptions"])
def test_the_plain_door_says_what_is_missing(record: Record, measure: str) -> None:
    with pytest.raises(InputError, match="needs the others"):
        record.value("USA", measure, 2024)


def test_a_rank_from_below(record: Record) -> None:
    found = record.rank("ESP", "share_of_gdp", 2024, from_below=True, as_of=FEBRUARY)
    assert found and found.value == 1
