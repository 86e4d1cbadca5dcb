"""Semantics §5: the revision band."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from itertools import pairwise

import pytest

from burdenshare.record import Record

from .conftest import Rows

AGGREGATES = ("NATO", "EUR_CAN", "EUR")


def _moves(rows: Rows, releases: Rows, by: str, *, newest: bool) -> list[float]:
    """|new / old - 1| of every ally's share of GDP over neighbouring releases out by a day, from the raw rows."""
    own = {row["release"]: int(row["own_year"]) for row in releases}
    cells: dict[tuple[str, int], list[tuple[str, str, float]]] = {}
    for row in rows:
        if row["measure"] == "share_of_gdp" and row["ally"] not in AGGREGATES and row["released_on"] <= by:
            held = cells.setdefault((row["ally"], int(row["year"])), [])
            held.append((row["released_on"], row["release"], float(row["value"])))
    return sorted(
        abs(new[2] / old[2] - 1)
        for (_, year), held in cells.items()
        for old, new in pairwise(sorted(held))
        if (year >= own[old[1]] - 1) == newest
    )


@pytest.mark.parametrize(("age", "newest"), [("newest", True), ("older", False)])
@pytest.mark.parametrize("by", ["2025-02-13", "2026-08-22"])
def test_the_band_is_the_80th_percentile_of_moves_between_neighbouring_releases(
    record: Record, raw: Callable[[str], Rows], age: str, newest: bool, by: str
) -> None:
    moves = _moves(raw("nato/expenditure.csv"), raw("nato/releases.csv"), by, newest=newest)
    place = 0.8 * (len(moves) - 1)
    low = int(place)
    expected = moves[low] + (place - low) * (moves[low + 1] - moves[low])
    band = record.band("share_of_gdp", "POL", age=age, as_of=date.fromisoformat(by))
    # a few allies' shares stand in headlines as well, so the pairs are those of the rows or a handful more
    assert band.pairs == pytest.approx(len(moves), abs=6)
    assert band.value == pytest.approx(expected, rel=0.02)


def test_only_releases_published_by_the_clock_s_day_count(record: Record) -> None:
    early = record.band("share_of_gdp", "POL", age="newest", as_of=date(2019, 6, 30))
    late = record.band("share_of_gdp", "POL", age="newest", as_of=record.edition)
    assert 0 < early.pairs < late.pairs


@pytest.mark.parametrize(
    ("entity", "age", "value"),
    [("POL", "newest", 0.07), ("POL", "older", 0.015), ("NATO", "newest", 0.02), ("EUR_CAN", "older", 0.02)],
)
def test_with_fewer_than_20_pairs_the_stated_defaults_hold(record: Record, entity: str, age: str, value: float) -> None:
    band = record.band("share_of_gdp", entity, age=age, as_of=date(2016, 8, 1))
    assert (band.value, band.pairs) == (value, 0) and "default" in band.origin


def test_no_band_is_wider_than_ten_per_cent(record: Record) -> None:
    band = record.band("equipment_share", "POL", age="newest", as_of=record.edition)
    assert band.pairs >= 20 and band.value == 0.10


def test_growth_and_cumulated_sums_take_the_band_of_the_level(record: Record) -> None:
    level = record.band("expenditure", "POL", age="newest", as_of=record.edition)
    for measure in ("expenditure_growth", "real_change", "extra_expenditure", "expenditure_change"):
        assert record.band(measure, "POL", age="newest", as_of=record.edition) == level
