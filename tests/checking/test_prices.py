"""Prices of promises (semantics §7).

Expected money: over the 31 allies with shares of 2024 in the raw rows of June 2024, GDP taken as expenditure at current
prices over share, the sum of max(target - share, 0) * GDP, and the sum of (target - share) * GDP for the pooled gap.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from burdenshare.checking import Price
from burdenshare.checking.prices import price_of
from burdenshare.reading.model import Interval, Kind, Modality, Statement
from burdenshare.record.record import Record
from tests.checking.conftest import Ask
from tests.checking.statements import around, say, target

DAY = date(2025, 2, 13)


def price(ask: Ask, statement: Statement, on: date = DAY) -> Price:
    found = ask(statement, on).price
    assert found is not None
    return found


def test_a_groups_price_is_the_sum_of_its_members_shortfalls(ask: Ask) -> None:
    found = price(ask, target(3.5))
    assert found.total_low == pytest.approx(411_963.28e6, rel=1e-6)
    assert found.total_high == found.total_low
    assert found.pooled_low == pytest.approx(406_698.75e6, rel=1e-6)


def test_an_ally_above_the_target_offsets_nobody(ask: Ask) -> None:
    """At 2 % the alliance as one has no gap; its members below still lack 44.9 billion."""
    found = price(ask, target(2.0))
    assert found.total_low == pytest.approx(44_913.26e6, rel=1e-6)
    assert found.pooled_low == 0.0
    assert next(line for line in found.lines if line.ally == "USA").cost_low == 0.0


def test_allies_without_data_are_named(ask: Ask) -> None:
    assert price(ask, target(2.0)).without_data == ("ISL",)


def test_the_definition_of_the_baseline_is_said(ask: Ask) -> None:
    found = price(ask, target(3.5))
    assert found.definition == "whole"
    assert "whole" in found.why
    assert price(ask, target(3.5), date(2026, 8, 1)).definition == "core"


def test_an_open_target_has_no_upper_price(ask: Ask) -> None:
    found = price(ask, target(3.0, ">"))
    assert (found.target_low, found.target_high, found.total_high, found.pooled_high) == (3.0, None, None, None)


def test_an_interval_target_has_two_prices(ask: Ask) -> None:
    between = say("guideline", "NATO", Interval(2.5, 3.0), "between", kind=Kind.PROMISE, unit="%")
    found = price(ask, between)
    assert found.total_high is not None
    assert found.total_low < found.total_high


def test_one_allys_price(ask: Ask) -> None:
    """CAN 2024 in June 2024: 1.365155 % of GDP for 30,495 million dollars."""
    found = price(ask, say("share_of_gdp", "CAN", around(2.0, 0.1), ">=", kind=Kind.PROMISE, unit="%"))
    (line,) = found.lines
    assert line.share == pytest.approx(1.365155, abs=1e-6)
    assert (line.share_year, line.release) == (2024, "2024-06")
    assert line.gap_low == pytest.approx(2 - 1.365155, abs=1e-6)


@pytest.mark.parametrize(
    "statement",
    [
        target(3.0, kind=Kind.FACT),
        target(1.5, "<="),
        target(3.0, subject="UKR"),
        say("aid", "DEU", around(9e9, 0.5e9), kind=Kind.PROMISE, unit="EUR"),
        target(3.0, modality=Modality.DENIAL),
        target(0.5, note="on top of another share"),
        target(2.0, note="of gross national income"),
    ],
)
def test_what_is_no_promise_of_a_share_by_an_ally_has_no_price(ask: Ask, statement: Statement) -> None:
    assert ask(statement, DAY).price is None


def test_a_price_uses_only_what_was_known_on_the_day(record: Record, ask: Ask) -> None:
    for line in price(ask, target(3.5)).lines:
        released_on = record.release(line.release).released_on
        assert released_on is not None
        assert released_on <= DAY


@pytest.mark.parametrize(
    "on", [date(2018, 9, 1), date(2020, 12, 1), date(2022, 9, 1), date(2025, 2, 13), date(2026, 8, 22)]
)
def test_no_ally_is_without_data_while_any_cell_of_it_is_out(record: Record, on: date) -> None:
    """Where the newest year of the newest release is missing, the newest share known on the day counts."""
    found = price_of(target(3.0), record, on)
    assert found is not None
    for ally in found.without_data:
        held = [record.cell("share_of_gdp", ally, year, as_of=on) for year in range(2008, on.year + 1)]
        assert not any(held), (ally, on)


def test_a_doubtful_promise_that_nobody_was_found_for_has_no_price(ask: Ask) -> None:
    """`The kingdom has set a target of 1.22 %`, of one of several named before: not all allies'."""
    unowned = replace(target(1.22), subject=())
    assert price(ask, unowned).lines
    assert ask(replace(unowned, likely=True), DAY).price is None
