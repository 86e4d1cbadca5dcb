"""Semantics §3: an aggregate printed by a statistical release is evidence, a speech never is."""

from __future__ import annotations

import math
from collections.abc import Callable
from datetime import date

import pytest

from burdenshare.record import Record
from burdenshare.record.headlines import is_printed, naming, read
from burdenshare.record.releases import build_releases

from .conftest import Rows


@pytest.fixture
def lines(raw: Callable[[str], Rows]) -> tuple[Rows, dict[str, bool]]:
    """Rows of the table, and whether each became evidence, by its place."""
    rows = raw("nato/headlines.csv")
    told = read(rows, build_releases(raw("nato/releases.csv")))
    places = {one.table: True for one in told.printed} | {one.table: False for one in told.spoken}
    return rows, places


def test_every_row_is_either_evidence_or_shown_beside(lines: tuple[Rows, dict[str, bool]]) -> None:
    rows, places = lines
    assert len(places) == len(rows) == 204


def test_a_speech_is_never_evidence(lines: tuple[Rows, dict[str, bool]]) -> None:
    rows, places = lines
    for number, row in enumerate(rows, start=2):
        if "Secretary General" in row["publisher"] or "transcript" in row["publisher"]:
            assert not places[f"nato/headlines.csv:{number}"]


def test_only_rows_of_a_release_s_own_day_about_no_later_year_are_evidence(
    lines: tuple[Rows, dict[str, bool]], raw: Callable[[str], Rows]
) -> None:
    rows, places = lines
    days = {row["released_on"]: int(row["own_year"]) for row in raw("nato/releases.csv") if row["publisher"] == "nato"}
    for number, row in enumerate(rows, start=2):
        if places[f"nato/headlines.csv:{number}"]:
            assert int(row["year"]) <= days[row["released_on"]]
    assert sum(places.values()) > 120


def test_the_485_billion_of_february_2025_are_shown_beside_and_decide_nothing(record: Record) -> None:
    day = date(2025, 2, 13)
    said = record.spoken("expenditure", "EUR_CAN", 2024, on=day)
    assert [(one.value, one.basis, one.release) for one in said] == [(485e9, "unnamed", "")]
    assert record.cell("expenditure", "EUR_CAN", 2024, basis="unnamed", as_of=day) is None
    extra = record.spoken("extra_expenditure", "EUR_CAN", 2024, on=day)
    assert (700e9, math.inf) in [(one.low, one.high) for one in extra]  # "more than 700 bn since 2014"
    assert record.spoken("expenditure", "EUR_CAN", 2024, on=date(2025, 2, 12)) == ()


def test_almost_and_more_than_keep_their_sense(record: Record) -> None:
    almost = record.spoken("real_change", "EUR_CAN", 2017, on=date(2018, 3, 15))
    assert [(one.low, one.value, one.high) for one in almost if one.value == 5] == [(4, 5, 5)]
    found = record.cell("expenditure", "NATO", 2021, basis="unnamed", release="2022-03", exact_release=True)
    assert found and (found.low, found.high) == (1170e9, 1180e9)  # "almost 1,180 bn", a relay's rounding


def test_counts_are_exact_and_digits_count_as_printed(record: Record) -> None:
    share = record.cell("share_of_gdp", "EUR", 2017, release="2018-03", exact_release=True)
    assert share and [share.low, share.high] == pytest.approx([1.455, 1.465])
    count = record.count_at(2024, release="2025-04")
    assert count and count.observations[0].low == count.observations[0].high == 22


def test_digits_too_coarse_to_tell_anything_are_shown_beside(record: Record) -> None:
    # April 2025: "2 % of GDP" for Europe and Canada, which could be 1.6 or 2.4
    assert record.cell("share_of_gdp", "EUR_CAN", 2024, release="2025-04", exact_release=True) is None
    assert [one.value for one in record.spoken("share_of_gdp", "EUR_CAN", 2024)] == [2]
    # July 2023: "1,100 billion" for the alliance, a relay's rounding
    assert record.cell("expenditure", "NATO", 2023, basis="constant", release="2023-07", exact_release=True) is None
    assert [one.value for one in record.spoken("expenditure", "NATO", 2023)] == [1100e9]


def test_the_united_states_share_of_the_total_is_called_by_the_record_s_name(record: Record) -> None:
    found = record.share_of_total("USA", "NATO", 2024, release="2025-04")
    assert found and found.value == 64 and found.measure == "share_of_total"


def test_figures_without_a_name_in_the_record_or_without_a_subject_are_no_evidence(raw: Callable[[str], Rows]) -> None:
    release = build_releases(raw("nato/releases.csv")).find("2024-06")
    row = {"publisher": "NATO", "subject": "allies", "measure": "median_share_of_gdp", "year": "2024"}
    assert naming("median_share_of_gdp") is None and not is_printed(row, release)
    growth = {"publisher": "NATO", "subject": "unspecified", "measure": "real_change", "year": "2024"}
    assert not is_printed(growth, release) and is_printed(dict(growth, subject="EUR_CAN"), release)
