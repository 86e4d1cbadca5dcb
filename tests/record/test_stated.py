"""Figures stated on a day: industry, requirements, holdings, posture, aid."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from burdenshare.errors import RecordError
from burdenshare.record import Grade, Record
from burdenshare.record.aid import observations
from burdenshare.record.releases import build_releases
from burdenshare.record.stated import base_unit, stated_day

from .conftest import Rows


def test_kinds_of_production_stand_apart(record: Record, raw: Callable[[str], Rows]) -> None:
    kinds = {row["measure"] for row in raw("industry/production.csv")}
    assert kinds == {"output", "capacity", "target", "backlog", "lead_time", "procurement_share"}
    output = record.observations("production", "RUS", basis="output/")
    assert output and {one.basis.split("/")[0] for one in output} == {"output"}
    shells = record.observations("production", "RUS", 2024, basis="output/artillery munitions")
    assert [one.value for one in shells] == [3_000_000] and shells[0].unit == "rounds/year"


def test_a_figure_is_seen_from_the_last_day_its_date_can_mean(record: Record) -> None:
    assert stated_day("2024-03") == date(2024, 3, 31) and stated_day("") is None
    shells = record.observations("production", "RUS", 2024, basis="output/artillery munitions", as_of=date(2024, 3, 10))
    assert shells == ()


def test_undated_figures_serve_now_only(record: Record) -> None:
    now = record.observations("troops", "USA")
    then = record.observations("troops", "USA", as_of=date(2024, 1, 1))
    assert any(one.released_on is None for one in now)
    assert then and all(one.released_on and one.released_on <= date(2024, 1, 1) for one in then)


def test_ranges_keep_both_ends(record: Record) -> None:
    ranged = record.observations("production", "DEU (Diehl)", 2023)
    assert [(one.low, one.high) for one in ranged] == [(3, 4)]


@pytest.mark.parametrize(
    ("printed", "factor", "unit"),
    [
        ("billion EUR", 1e9, "EUR"),
        ("billion EUR/year", 1e9, "EUR/year"),
        ("million EUR", 1e6, "EUR"),
        ("personnel", 1.0, "persons"),
        ("rounds/month", 1.0, "rounds/month"),
        ("% of GDP", 1.0, "% of GDP"),
    ],
)
def test_units_are_brought_to_base(printed: str, factor: float, unit: str) -> None:
    assert base_unit(printed) == (factor, unit)


def test_common_budget_and_its_shares_are_two_measures(record: Record) -> None:
    budget = record.cell("common_budget", "NATO", 2026, basis="military_budget")
    share = record.cell("common_budget_share", "USA", "2021-2024")
    assert budget and budget.value == 2_420_000_000 and budget.unit == "EUR"
    assert share and share.value == 16.35 and share.unit == "%"


def test_warheads_are_asked_by_variant(record: Record, raw: Callable[[str], Rows]) -> None:
    if not any(row["stated_by"] == "SIPRI" for row in raw("posture/nuclear_warheads.csv")):
        pytest.skip("a build without sources of unclear licence lacks the institutes' tables")
    stock = record.cell("warheads", "USA", 2025, basis="stockpile", as_of=date(2025, 12, 1))
    assert stock is not None and (stock.value, stock.unit) == (3700, "warheads")
    assert record.cell("warheads", "USA", 2025, basis="stockpile", as_of=date(2025, 11, 1)) is None
    held = record.cells_by_release("warheads", "WORLD", "2022-01", basis="total_inventory")
    assert {round(one.value or 0) for one in held} == {12705, 12710}


def test_troops_are_asked_by_variant_and_place(record: Record) -> None:
    assigned = record.observations("troops", "USA", "2024-06", basis="us_active_duty_assigned@DEU")
    assert [one.value for one in assigned] == [34894]


def test_requirements_and_holdings_keep_their_grade(record: Record) -> None:
    troops = [one for one in record.observations("requirement") if one.value == 300_000]
    assert troops and troops[0].grade is Grade.OFFICIAL and troops[0].unit == "persons"
    army = record.observations("holding", "POL", basis="active military personnel")
    assert len(army) == 1 and army[0].released_on is None


def test_aid_releases_are_never_mixed_and_release_30_serves_now_only(
    record: Record, raw: Callable[[str], Rows]
) -> None:
    day, whole = date(2026, 5, 1), "allocation/total"
    if not any(row["release"] == "28" for row in raw("support/support.csv")):
        pytest.skip("a build without sources of unclear licence lacks the tracker's tables")
    then = record.cell("aid", "DEU", "2022-01-24/2026-02-28", as_of=day)
    assert then and then.release.id == "28" and then.basis == whole and then.unit == "EUR"
    assert record.cell("aid", "DEU", "2022-01-24/2026-02-28", as_of=date(2026, 4, 21)) is None
    assert record.cell("aid", "DEU", "2022-01-24/2026-06-30", as_of=date(2026, 8, 10)) is None
    now = record.cell("aid", "DEU", "2022-01-24/2026-06-30")
    assert now and now.release.id == "30" and now.secondary_only


def test_headline_sums_of_aid_stand_at_their_printed_digits(record: Record) -> None:
    found = record.cell("aid", "EUROPE", "2022-01-24/2024-02-29", as_of=date(2024, 5, 1))
    assert found and [found.low, found.high] == pytest.approx([89.85e9, 89.95e9])


def test_an_unknown_release_of_aid_is_refused(raw: Callable[[str], Rows]) -> None:
    bad = dict(raw("support/support.csv")[0], release="99")
    with pytest.raises(RecordError, match="99"):
        list(observations([bad], {}, build_releases(raw("nato/releases.csv"))))
