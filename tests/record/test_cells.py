"""Semantics §3: which release answers for a single cell, and for a group whose cell was not printed."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burdenshare.errors import UnknownNameError
from burdenshare.record import Record, load_record
from burdenshare.record.model import Finding

from .conftest import Cells

ALLIES = ("USA", "POL", "DEU", "ALB", "LUX", "CAN", "NATO", "EUR_CAN", "EUR", "B9")
FEBRUARY = date(2025, 2, 13)


def test_the_newest_release_of_the_day_that_holds_the_cell_answers(record: Record, cells: Cells) -> None:
    for day, release in (
        (date(2024, 6, 16), "2024-03"),
        (date(2024, 6, 17), "2024-06"),
        (date(2025, 8, 27), "2024-06"),
        (date(2025, 8, 28), "2025-08"),
        (date(2026, 7, 7), "2026-07"),
    ):
        found = record.cell("share_of_gdp", "POL", 2023, as_of=day)
        assert found and found.release.id == release
        assert found.value == cells.shares(release, 2023)["POL"]


def test_an_older_release_that_answers_is_named_with_the_newest_that_lacks_the_cell(record: Record) -> None:
    found = record.cell("share_of_gdp", "POL", 2019, as_of=date(2025, 5, 1))  # April 2025 was read for 2024 only
    assert found and found.release.id == "2024-06" and found.older and found.older.id == "2025-04"
    assert any("lacks it" in said for said in found.caveats)
    newest = record.cell("share_of_gdp", "POL", 2019, as_of=date(2025, 2, 1))
    assert newest and newest.older is None


def test_a_named_release_answers_alone_or_with_those_before_it(record: Record) -> None:
    assert record.cell("share_of_gdp", "POL", 2019, release="2025-04", exact_release=True) is None
    before = record.cell("share_of_gdp", "POL", 2019, release="2025-04")
    assert before and before.release.id == "2024-06"


def test_now_sees_the_edition_and_a_day_after_it_sees_no_more(record: Record) -> None:
    later = record.edition + timedelta(days=900)
    assert record.cell("share_of_gdp", "POL", 2024) == record.cell("share_of_gdp", "POL", 2024, as_of=later)


@settings(max_examples=150, deadline=None, database=None)
@given(
    entity=st.sampled_from(ALLIES),
    measure=st.sampled_from(["share_of_gdp", "expenditure", "real_change", "military_personnel", "equipment_share"]),
    year=st.integers(2011, 2026),
    day=st.dates(date(2016, 1, 1), date(2026, 12, 31)),
)
def test_a_look_up_as_of_a_day_never_sees_a_later_release(entity: str, measure: str, year: int, day: date) -> None:
    record = _record()
    found = [record.cell(measure, entity, year, as_of=day), *record.cells_by_release(measure, entity, year, as_of=day)]
    found += [record.expenditure_growth(entity, year, real=True, as_of=day), record.gdp(entity, year, as_of=day)]
    found += [record.count_at(year, as_of=day), record.extra_expenditure(entity, year - 3, year, as_of=day)]
    for one in found:
        if one is not None and day < record.edition:
            assert one.release.released_on is not None and one.release.released_on <= day
            assert all(held.released_on and held.released_on <= day for held in one.observations)


def _record() -> Record:
    if not _HELD:
        _HELD.append(load_record())
    return _HELD[0]


_HELD: list[Record] = []


def test_a_printed_aggregate_is_the_release_s_cell_where_the_table_s_is_not_held(record: Record) -> None:
    found = record.cell("expenditure", "USA", 2024, as_of=date(2025, 5, 1))  # Infodefensa: 935 bn at current prices
    assert found and found.release.id == "2025-04" and found.value == 935e9
    assert found.observations[0].aggregate and (found.low, found.high) == (934.5e9, 935.5e9)


def test_a_cell_of_the_table_comes_before_the_printed_aggregate(record: Record, cells: Cells) -> None:
    found = record.cell("expenditure", "EUR_CAN", 2024, basis="constant", release="2024-06", exact_release=True)
    assert found and not found.observations[0].aggregate
    assert found.value == pytest.approx(cells.money("2024-06", "EUR_CAN", 2024, "constant_2015") * 1e6)


def test_europe_and_canada_2024_as_of_february_2025(record: Record) -> None:
    # 506,692 and 430,112 million dollars stand in NATO's own table of June 2024
    current = record.cell("expenditure", "EUR_CAN", 2024, as_of=FEBRUARY)
    constant = record.cell("expenditure", "EUR_CAN", 2024, basis="constant", as_of=FEBRUARY)
    assert current and current.value == pytest.approx(506.692e9, rel=1e-5)
    assert constant and constant.value == pytest.approx(430.112e9, rel=1e-5) and constant.basis == "constant_2015"


def test_europe_and_canada_2024_today(record: Record) -> None:
    current = record.cell("expenditure", "EUR_CAN", 2024)
    constant = record.cell("expenditure", "EUR_CAN", 2024, basis="constant")
    assert current and (current.value, current.release.id) == (515_198e6, "2026-07")
    assert constant and (constant.value, constant.basis) == (479_916e6, "constant_2021")


@pytest.mark.parametrize(("group", "count"), [("BALTIC", 3), ("V4", 4), ("B9", 9), ("EU_ALLIES", 23)])
def test_a_group_s_level_is_the_sum_of_its_members_in_one_release(
    record: Record, cells: Cells, group: str, count: int
) -> None:
    members = record.members_in_year(group, 2024)
    assert len(members) == count
    found = record.cell("expenditure", group, 2024, release="2024-06", exact_release=True)
    assert found and found.value == pytest.approx(sum(cells.money("2024-06", ally, 2024) for ally in members) * 1e6)
    assert len(found.derivation.inputs) == count and len(found.observations) == count


def test_a_group_s_share_is_the_ratio_of_sums_as_nato_itself_computes_it(record: Record, cells: Cells) -> None:
    printed = cells.shares("2024-06", 2024)["EUR_CAN"]
    expenditure = gdp = 0.0
    for ally in record.members_in_year("EUR_CAN", 2024):
        level = record.cell("gdp", ally, 2024, basis="constant", release="2024-06", exact_release=True)
        assert level and level.value
        gdp += level.value
        if ally != "ISL":
            expenditure += cells.money("2024-06", ally, 2024, "constant_2015") * 1e6
    assert 100 * expenditure / gdp == pytest.approx(printed, abs=1e-9)
    europe = record.cell("share_of_gdp", "EUR", 2024, release="2024-06", exact_release=True)
    canada = record.cell("gdp", "CAN", 2024, basis="constant", release="2024-06", exact_release=True)
    assert europe and canada and canada.value
    rest = expenditure - cells.money("2024-06", "CAN", 2024, "constant_2015") * 1e6
    assert europe.value == pytest.approx(100 * rest / (gdp - canada.value))


def test_europe_without_canada_is_the_printed_aggregate_less_canada_where_a_member_is_missing(
    record: Record, cells: Cells
) -> None:
    found = record.cell("gdp", "EUR", 2024, basis="constant", release="2026-07", exact_release=True)
    assert found and found.derivation.formula == "EUR_CAN - CAN"


def test_a_group_of_which_a_member_is_missing_is_not_summed(record: Record) -> None:
    assert record.cell("share_of_gdp", "B9", 2022, release="2023-07", exact_release=True) is None


def test_iceland_adds_nothing_to_forces_but_its_gdp_counts(record: Record) -> None:
    money = record.cell("expenditure", "NORDIC", 2024, release="2024-06", exact_release=True)
    gdp = record.cell("gdp", "NORDIC", 2024, release="2024-06", exact_release=True)
    assert money and {one.entity for one in money.observations} == {"DNK", "FIN", "NOR", "SWE"}
    assert gdp and {one.entity for one in gdp.observations} == {"DNK", "FIN", "ISL", "NOR", "SWE"}


def test_members_count_from_the_year_they_joined(record: Record) -> None:
    before = record.cell("expenditure", "NORDIC", 2022, release="2024-06", exact_release=True)
    assert before and {one.entity for one in before.observations} == {"DNK", "NOR"}
    assert "FIN" not in record.members_in_year("EUR", 2022) and "FIN" in record.members_in_year("EUR", 2023)


def test_money_printed_without_a_price_basis_is_evidence_for_neither(record: Record) -> None:
    day = date(2023, 8, 1)  # ERR printed 356 bn for Europe and Canada without a basis; it is a constant-price figure
    for basis in ("current", "constant"):
        found = record.cell("expenditure", "EUR_CAN", 2023, basis=basis, as_of=day)
        assert found is None or found.value != 356e9
    unnamed = record.cell("expenditure", "EUR_CAN", 2023, basis="unnamed", as_of=day)
    assert unnamed and unnamed.value == 356e9


def test_rows_of_secondary_pages_are_marked(record: Record) -> None:
    found = record.cell("expenditure", "DEU", 2016, unit="EUR", release="2019-06", exact_release=True)
    assert found and found.secondary_only
    official = record.cell("expenditure", "DEU", 2016, unit="USD", release="2019-06", exact_release=True)
    assert official and not official.secondary_only


def test_definition_break_july_2026_counts_core_and_then_never_mixes_it(record: Record, cells: Cells) -> None:
    assert record.release("2026-07").definition == "core"
    last = record.last_whole_release(record.edition)
    assert last is not None and last.id == "2026-03"
    pair = record.definition_break("share_of_gdp", "POL", 2024)
    assert pair is not None
    core, whole = pair
    assert core.value == cells.shares("2026-07", 2024)["POL"] and core.release.id == "2026-07"
    assert whole.value == cells.shares("2025-08", 2024)["POL"] and whole.release.id == "2025-08"
    assert record.definition_break("share_of_gdp", "POL", 2024, as_of=date(2026, 7, 6)) is None


def test_unknown_measures_and_releases_suggest_the_nearest(record: Record) -> None:
    with pytest.raises(UnknownNameError, match="share_of_gdp"):
        record.cell("share_of_gpd", "POL", 2024)
    with pytest.raises(UnknownNameError, match="2024-06"):
        record.cell("share_of_gdp", "POL", 2024, release="2024-07")


def in_june_2024(
    record: Record, measure: str, entity: str, period: int | str, as_of: date | None = None
) -> Finding | None:
    """A cell as the release of June 2024 alone has it."""
    return record.cell(measure, entity, period, as_of=as_of, release="2024-06", exact_release=True)


def test_a_release_that_is_not_out_answers_nothing(record: Record) -> None:
    """The release of June 2024 came out on 17 June."""
    assert in_june_2024(record, "share_of_gdp", "DEU", 2023, date(2024, 6, 16)) is None
    assert in_june_2024(record, "share_of_gdp", "DEU", 2023, date(2024, 6, 17)) is not None
    assert record.count_at(2023, as_of=date(2024, 6, 16), release="2024-06") is None


def test_money_of_several_years_and_of_several_entities_is_added_in_one_release(record: Record) -> None:
    years = [in_june_2024(record, "expenditure", "USA", year) for year in (2022, 2023, 2024)]
    span = in_june_2024(record, "expenditure", "USA", "2022/2024")
    assert span and span.value == pytest.approx(sum(one.value for one in years if one and one.value))
    both = in_june_2024(record, "expenditure", "USA+CAN", 2024)
    parts = [in_june_2024(record, "expenditure", one, 2024) for one in ("USA", "CAN")]
    assert both and both.value == pytest.approx(sum(one.value for one in parts if one and one.value))
    assert in_june_2024(record, "expenditure", "USA", "2022/2030") is None
    assert in_june_2024(record, "share_of_gdp", "USA+CAN", 2024) is None


def test_sums_in_different_money_are_not_added(record: Record) -> None:
    asked = record.cell("expenditure", "DEU+POL", 2024, unit="NCU", release="2024-06", exact_release=True)
    assert asked is None
