"""Derived measures, each recomputed from the raw rows of one release."""

from __future__ import annotations

from datetime import date

import pytest

from burdenshare.errors import InputError, NotHeldError, UnknownNameError
from burdenshare.record import Record, registry

from .conftest import Cells

FEBRUARY = date(2025, 2, 13)  # the newest release is that of June 2024


def _extra(cells: Cells, basis: str, baseline: int) -> float:
    """Extra spending of Europe and Canada 2024 in billions, from the rows of June 2024."""
    base = cells.money("2024-06", "EUR_CAN", baseline, basis)
    return sum(cells.money("2024-06", "EUR_CAN", year, basis) - base for year in range(baseline + 1, 2025)) / 1000


@pytest.mark.parametrize(
    ("basis", "baseline", "billions"),
    [("current", 2017, 642), ("current", 2016, 798), ("constant_2015", 2016, 534), ("constant_2015", 2014, 643)],
)
def test_extra_expenditure_is_cumulated_over_the_baseline_inside_one_release(
    record: Record, cells: Cells, basis: str, baseline: int, billions: int
) -> None:
    found = record.extra_expenditure("EUR_CAN", baseline, 2024, basis=basis, as_of=FEBRUARY)
    assert found and found.value and found.value == pytest.approx(_extra(cells, basis, baseline) * 1e9)
    assert round(found.value / 1e9) == billions and found.basis == basis
    assert len(found.derivation.inputs) == 2024 - baseline + 1


def test_cumulated_sums_are_at_the_release_s_constant_prices_unless_asked_otherwise(record: Record) -> None:
    found = record.extra_expenditure("EUR_CAN", 2014, 2024, as_of=FEBRUARY)
    assert found and found.basis == "constant_2015" and round((found.value or 0) / 1e9) == 643


def test_a_plain_increase_is_the_last_year_over_the_baseline(record: Record, cells: Cells) -> None:
    found = record.extra_expenditure("EUR_CAN", 2014, 2024, basis="current", cumulative=False, as_of=FEBRUARY)
    expected = cells.money("2024-06", "EUR_CAN", 2024) - cells.money("2024-06", "EUR_CAN", 2014)
    assert found and found.value == pytest.approx(expected * 1e6)


def test_a_cumulated_sum_the_release_printed_answers_where_levels_are_not_held(record: Record) -> None:
    found = record.extra_expenditure("EUR_CAN", 2014, 2022, as_of=date(2023, 4, 1))
    assert found and (found.release.id, found.value, found.basis) == ("2023-03", 350e9, "unnamed")


def test_growth_is_computed_inside_one_release(record: Record, cells: Cells) -> None:
    nominal = record.expenditure_growth("EUR_CAN", 2024, real=False, as_of=FEBRUARY)
    real = record.expenditure_growth("EUR_CAN", 2024, real=True, as_of=FEBRUARY)
    money = [cells.money("2024-06", "EUR_CAN", year) for year in (2023, 2024)]
    fixed = [cells.money("2024-06", "EUR_CAN", year, "constant_2015") for year in (2023, 2024)]
    assert nominal and nominal.value == pytest.approx(100 * (money[1] / money[0] - 1)) == pytest.approx(20.9, abs=0.05)
    assert real and real.value == pytest.approx(100 * (fixed[1] / fixed[0] - 1)) == pytest.approx(17.9, abs=0.05)
    assert {one.release for one in (*nominal.observations, *real.observations)} == {"2024-06"}


def test_printed_real_change_is_evidence_for_growth(record: Record) -> None:
    found = record.expenditure_growth("EUR_CAN", 2024, real=True)
    assert found and found.value == 19.28 and found.observations[0].measure == "real_change"
    assert found.measure == "expenditure_growth" and found.release.id == "2026-07"


def test_real_growth_of_a_group_nobody_printed_comes_from_its_levels(record: Record, cells: Cells) -> None:
    found = record.expenditure_growth("BALTIC", 2024, real=True, as_of=FEBRUARY)
    allies = ("EST", "LVA", "LTU")
    levels = [sum(cells.money("2024-06", ally, year, "constant_2015") for ally in allies) for year in (2023, 2024)]
    assert found and found.value == pytest.approx(100 * (levels[1] / levels[0] - 1))


def test_levels_too_coarse_for_a_formula_enter_none(record: Record) -> None:
    # De Telegraaf printed 330 bn at constant prices for Europe and Canada in 2022: a cell, but no base for a formula
    level = record.cell("expenditure", "EUR_CAN", 2022, basis="constant", release="2023-03", exact_release=True)
    assert level and (level.low, level.high) == (325e9, 335e9)
    assert record.share_of_total("EUR_CAN", "NATO", 2022, basis="constant", release="2023-03") is None


def test_change_in_money(record: Record, cells: Cells) -> None:
    found = record.expenditure_change("POL", 2022, 2024, as_of=FEBRUARY)
    expected = cells.money("2024-06", "POL", 2024) - cells.money("2024-06", "POL", 2022)
    assert found and found.value == pytest.approx(expected * 1e6)


def test_share_of_the_total(record: Record, cells: Cells) -> None:
    found = record.share_of_total("USA", "NATO", 2024, as_of=FEBRUARY)
    expected = 100 * cells.money("2024-06", "USA", 2024) / cells.money("2024-06", "NATO", 2024)
    assert found and found.value == pytest.approx(expected) and found.unit == "%"


def test_per_head_as_printed_and_at_current_prices(record: Record, cells: Cells) -> None:
    printed = record.per_head("USA", 2024, basis="constant", as_of=FEBRUARY)
    assert printed and printed.basis == "constant_2015" and printed.observations[0].measure == "expenditure_per_capita"
    current = record.per_head("USA", 2024, as_of=FEBRUARY)
    people = record.cell("population", "USA", 2024, as_of=date(2024, 6, 17))
    assert current and people and people.value and people.release.id == "WEO-2024-04"
    assert current.value == pytest.approx(cells.money("2024-06", "USA", 2024) * 1e6 / people.value)


def test_rank_among_the_members(record: Record, cells: Cells) -> None:
    shares = {ally: share for ally, share in cells.shares("2024-06", 2024).items() if ally not in ("NATO", "EUR_CAN")}
    order = sorted(shares, key=lambda ally: -shares[ally])
    for ally in (order[0], order[5], order[-1]):
        found = record.rank(ally, "share_of_gdp", 2024, as_of=FEBRUARY)
        assert found and found.value == order.index(ally) + 1


def test_rank_has_bounds_where_a_cell_is_missing(record: Record, cells: Cells) -> None:
    found = record.rank("POL", "share_of_gdp", 2024, release="2025-04")  # Croatia's cell is missing
    assert found and found.bounded and (found.low, found.high) == (1, 2)


def test_the_registry_holds_every_derived_measure_that_is_declared(record: Record) -> None:
    declared = {one.id for one in record.measures() if one.kind == "derived"} - {"members"}
    assert declared <= set(registry.REGISTRY) and set(registry.REGISTRY) - declared == {"expenditure_per_capita"}


@pytest.mark.parametrize(
    ("entity", "measure", "year", "expected"),
    [
        ("NATO", "allies_at_guideline", 2024, 23),
        ("NATO", "fraction_at_guideline", 2024, 23 / 32),
        ("EUR_CAN", "expenditure_growth", 2024, 17.946747),
        ("POL", "rank", 2024, 1),
        ("NATO", "members", 2024, 32),
        ("NATO", "guideline", 2024, 2),
        ("Poland", "share_of_gdp", 2024, 4.117),
    ],
)
def test_one_door_to_every_measure(record: Record, entity: str, measure: str, year: int, expected: float) -> None:
    assert record.value(entity, measure, year, as_of=FEBRUARY).value == pytest.approx(expected, rel=1e-3)


def test_one_country_s_growth_is_nominal_in_its_own_currency_unless_worded_otherwise(record: Record) -> None:
    own = record.value("POL", "expenditure_growth", 2024, as_of=FEBRUARY)
    zloty = [record.cell("expenditure", "POL", year, unit="PLN", as_of=FEBRUARY) for year in (2023, 2024)]
    assert zloty[0] and zloty[1] and zloty[0].value and zloty[1].value
    assert own.value == pytest.approx(100 * (zloty[1].value / zloty[0].value - 1))
    real = record.value("POL", "expenditure_growth", 2024, basis="constant", as_of=FEBRUARY)
    assert real.observations[0].measure == "real_change"


def test_what_cannot_be_asked_or_is_not_held_says_so(record: Record) -> None:
    with pytest.raises(InputError, match="baseline"):
        record.value("EUR_CAN", "extra_expenditure", 2024)
    with pytest.raises(InputError, match="group"):
        record.value("POL", "allies_at_guideline", 2024)
    with pytest.raises(NotHeldError, match="1999"):
        record.value("POL", "share_of_gdp", 1999)
    with pytest.raises(NotHeldError, match="2019-11"):
        record.value("POL", "expenditure", 2018, release="2019-11")
    with pytest.raises(NotHeldError, match="dated entry"):
        record.value("NATO", "event", 2024)
    with pytest.raises(UnknownNameError, match="Germany"):
        record.value("Germny", "share_of_gdp", 2024)
    with pytest.raises(NotHeldError, match="no release"):
        record.history("POL", "share_of_gdp", 1999)


def test_history_shows_how_a_value_moved_from_release_to_release(record: Record, cells: Cells) -> None:
    held = record.history("USA", "share_of_gdp", 2024)
    assert [one.release.id for one in held] == ["2026-07", "2026-03", "2025-08", "2025-04", "2024-06"]
    assert [one.value for one in held] == [cells.shares(one.release.id, 2024)["USA"] for one in held]
    growth = record.history("EUR_CAN", "expenditure_growth", 2024)
    assert [(one.release.id, round(one.value or 0, 1)) for one in growth] == [
        ("2026-07", 19.3),
        ("2025-08", 18.6),
        ("2025-04", 19.4),
        ("2024-06", 17.9),
    ]
    assert len(record.history("NATO", "members", 2024)) == 1
