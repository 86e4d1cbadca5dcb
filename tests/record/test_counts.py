"""Semantics §3: how many allies meet a threshold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from burdenshare.record import Record

from .conftest import Cells, Rows

JUNE_2024 = dict(zip(range(2014, 2025), (3, 5, 5, 4, 6, 7, 9, 6, 7, 10, 23), strict=True))
"""NATO's own graph 2 of June 2024, as the issue and the data notes give it."""


def _counted(shares: dict[str, float], joined: dict[str, int], year: int, level: float = 2.0) -> int:
    return sum(1 for ally, share in shares.items() if ally in joined and joined[ally] <= year and share >= level)


def test_allies_at_guideline_2024_from_release_to_release(record: Record) -> None:
    held = record.history("NATO", "allies_at_guideline", 2024)
    assert [(one.release.id, one.value) for one in held] == [
        ("2026-07", 17),
        ("2025-08", 18),
        ("2025-04", 22),
        ("2024-06", 23),
    ]
    assert held[2].caveats == ("published aggregate, 30 of 31 cells held",)
    assert record.counts_by_release(2024) == held


@pytest.mark.parametrize(("year", "published"), JUNE_2024.items())
def test_full_cells_are_counted_and_equal_nato_s_own_graph(
    record: Record, cells: Cells, joined: dict[str, int], year: int, published: int
) -> None:
    found = record.count_at(year, release="2024-06")
    assert found and found.value == published == _counted(cells.shares("2024-06", year), joined, year)
    assert not found.bounded and found.low == found.high == published


@pytest.mark.parametrize(("release", "years"), [("2026-07", range(2014, 2027)), ("2025-08", range(2014, 2025))])
def test_counts_of_complete_releases_recomputed_from_the_rows(
    record: Record, cells: Cells, joined: dict[str, int], release: str, years: range
) -> None:
    for year in years:
        found = record.count_at(year, release=release)
        assert found and found.value == _counted(cells.shares(release, year), joined, year), year


def test_partial_cells_with_a_printed_aggregate_give_that_value(record: Record, cells: Cells) -> None:
    found = record.count_at(2020, release="2021-03")  # 17 of 29 cells; the release counted 11
    held = [ally for ally in cells.shares("2021-03", 2020) if ally not in ("NATO", "EUR_CAN", "EUR")]
    assert found and found.value == 11 and found.caveats == (f"published aggregate, {len(held)} of 29 cells held",)
    assert found.observations[0].aggregate


def test_partial_cells_alone_give_bounds_only(record: Record, cells: Cells, joined: dict[str, int]) -> None:
    shares = cells.shares("2025-04", 2024)
    certain = _counted(shares, joined, 2024, 2.5)
    found = record.count_at(2024, threshold=2.5, release="2025-04")  # no aggregate was printed at 2.5 %
    assert found and found.bounded and found.value is None
    assert (found.low, found.high) == (certain, certain + 1)  # Croatia alone is missing


def test_one_decimal_rows_never_decide_a_threshold(record: Record, cells: Cells) -> None:
    found = record.count_at(2025, release="2026-03")
    assert len([ally for ally in cells.shares("2026-03", 2025) if ally != "NATO"]) >= 20
    assert found and found.bounded and (found.low, found.high) == (0, 31)
    assert "with one decimal, which decide nothing" in found.caveats[0]


def test_a_release_without_half_the_cells_and_without_an_aggregate_does_not_speak_of_the_year(record: Record) -> None:
    assert record.count_at(2017, release="2019-03") is None
    assert record.count_at(2024, release="2026-03") is None  # one cell for 2024
    found = record.count_at(2024, as_of=date(2026, 4, 1))
    assert found and found.release.id == "2025-08" and found.older is None


def test_a_forecast_of_a_later_year_is_no_aggregate_of_the_release(record: Record) -> None:
    assert record.count_at(2024, as_of=date(2024, 3, 20)) is None  # PA repeated "18 in 2024" that week


def test_a_printed_aggregate_outside_what_the_cells_allow_is_not_used(tmp_path: Path, record: Record) -> None:
    from burdenshare.record import counts

    seen = counts.Tally((), (), (), ("HRV",), armed=31, all=32, printed=record.spoken("allies_at_guideline", "NATO")[0])
    value, note, printed = counts._value(seen, 0, 1)
    assert value is None and not printed and "outside what the cells allow" in note


@pytest.mark.parametrize(
    ("year", "members"), [(2016, 28), (2017, 29), (2019, 29), (2020, 30), (2022, 30), (2023, 31), (2024, 32)]
)
def test_the_denominator_is_all_members_of_31_december(record: Record, year: int, members: int) -> None:
    assert len(record.members_in_year("NATO", year)) == members
    met, of_all, of_armed = (
        record.count_at(year, release="2026-07"),
        record.fraction_at(year, release="2026-07"),
        record.fraction_at(year, release="2026-07", armed_only=True),
    )
    assert met and met.value and of_all and of_armed
    assert of_all.value == pytest.approx(met.value / members)
    assert of_armed.value == pytest.approx(met.value / (members - 1))  # Iceland has no armed forces


def test_below_is_the_complement_over_the_denominator(record: Record) -> None:
    below = record.count_at(2024, below=True, release="2024-06")
    armed = record.count_at(2024, below=True, armed_only=True, release="2024-06")
    assert below and armed and (below.value, armed.value) == (32 - 23, 31 - 23)


def test_the_derivation_lists_who_meets_it(record: Record, cells: Cells, joined: dict[str, int]) -> None:
    found = record.count_at(2023, release="2024-06")
    meeting = {ally for ally, share in cells.shares("2024-06", 2023).items() if ally in joined and share >= 2}
    meeting -= {ally for ally in meeting if joined[ally] > 2023}
    assert found is not None
    listed = {leaf.observation.entity for leaf in found.derivation.inputs if leaf.observation and leaf.unit == "%"}
    assert listed == meeting


def test_allies_within_a_twentieth_of_a_point_are_named(record: Record, cells: Cells) -> None:
    near = record.near_threshold(2024, release="2024-06")
    shares = cells.shares("2024-06", 2024)
    expected = {ally for ally, share in shares.items() if abs(share - 2) <= 0.05 and ally not in ("NATO", "EUR_CAN")}
    assert set(near) == expected and near[0] == "SVK"


def test_hard_rounded_cells_count_and_the_unrounded_quotient_is_a_second_reading(record: Record, cells: Cells) -> None:
    for ally, year, quotient in (("FRA", 2020, 1.986), ("SVK", 2024, 1.989)):
        assert cells.shares("2024-06", year)[ally] == 2
        second = record.unrounded_share(ally, year, "2024-06")
        assert second and second.value == pytest.approx(quotient, abs=0.0005)


def test_other_groups_and_thresholds_are_counted_too(record: Record, cells: Cells) -> None:
    found = record.count_at(2025, threshold=3.5, release="2026-07")
    shares = cells.shares("2026-07", 2025)
    assert found and found.value == sum(1 for ally, share in shares.items() if share >= 3.5 and len(ally) == 3)
    europe = record.count_at(2024, group="EUR", release="2024-06")
    assert europe and europe.value == 23 - 1  # the United States is the only one outside Europe


def test_every_published_count_is_never_contradicted_on_its_own_day(record: Record, raw: Callable[[str], Rows]) -> None:
    claims = [row for row in raw("nato/headlines.csv") if row["measure"] == "number_at_or_above_2pct_gdp"]
    assert len(claims) == 50
    against = []
    for row in claims:
        found = record.count_at(int(row["year"]), as_of=date.fromisoformat(row["released_on"]))
        if found is not None and not found.low <= float(row["value"]) <= found.high:
            against.append((row["released_on"], row["publisher"], row["value"]))
    # Said by the Secretary General beside NATO's own table of that day, which has 5: shown beside, decides nothing.
    assert against == [("2018-07-10", "NATO (Secretary General)", "8")]
    said = record.spoken("allies_at_guideline", "NATO", 2018, on=date(2018, 7, 10))
    assert 8 in [one.value for one in said]
