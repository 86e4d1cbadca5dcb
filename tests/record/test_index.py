"""The in-memory index."""

from __future__ import annotations

from datetime import date

from burdenshare.record import Grade, Observation
from burdenshare.record.index import Index, Key

KEY: Key = ("expenditure", "ATA", 2024, "constant_2015", "USD")


def _one(release: str, day: date | None, value: float, *, aggregate: bool = False, half: float = 0.0) -> Observation:
    return Observation(
        "expenditure",
        "ATA",
        2024,
        "constant_2015",
        "USD",
        value,
        value - half,
        value + half,
        f"{value:g} USD",
        False,
        release,
        day,
        "test",
        Grade.OFFICIAL,
        "test:1",
        aggregate,
    )


OLD, NEW = _one("old", date(2024, 6, 17), 1.0), _one("new", date(2025, 8, 28), 2.0)


def test_latest_is_the_newest_published_by_the_day() -> None:
    index = Index([NEW, OLD])
    assert index.latest(KEY, date(2024, 6, 16)) is None
    assert index.latest(KEY, date(2024, 6, 17)) is OLD
    assert index.latest(KEY, date(2025, 8, 27)) is OLD
    assert index.latest(KEY, date(2025, 8, 28)) is NEW
    assert index.latest(("gdp", "ATA", 2024, "", "USD"), date.max) is None


def test_the_undated_is_seen_by_now_only() -> None:
    undated = _one("undated", None, 3.0)
    index = Index([undated, OLD])
    assert index.latest(KEY, date(2999, 1, 1)) is OLD and index.latest(KEY, date.max) is undated


def test_constant_is_an_alias_of_the_release_s_own_base_year() -> None:
    index = Index([OLD])
    assert index.at(("expenditure", "ATA", 2024, "constant", "USD"), "old") is OLD
    assert index.at(KEY, "new") is None


def test_inside_one_release_the_table_s_cell_comes_before_the_aggregate_and_the_narrow_before_the_wide() -> None:
    aggregate = _one("old", date(2024, 6, 17), 1.1, aggregate=True)
    wide = _one("old", date(2024, 6, 17), 1.2, half=0.5)
    for order in ([OLD, aggregate, wide], [wide, aggregate, OLD]):
        assert Index(order).shelf(KEY) == (OLD,)
