"""The back-test: what was foreseen knows nothing of what came, and beats the plan as stated."""

from __future__ import annotations

from datetime import date

from burdenshare.record import Record
from burdenshare.road.industry.backtest import BEFORE_PLAN, WITH_PLAN, backtest, of_others
from burdenshare.road.industry.facts import production
from burdenshare.road.industry.measured import slips


def test_the_model_errs_less_than_the_plan_and_the_pace(record: Record) -> None:
    found = backtest(record, draws=2000)
    errors = {(one.method, one.month): one.error for one in found.foreseen if one.origin == WITH_PLAN}
    assert {month for _, month in errors} == {"2024-09", "2025-06"}
    for month in ("2024-09", "2025-06"):
        assert abs(errors["model", month]) < 20 < abs(errors["pace", month]) < abs(errors["plan", month])
    assert 40 < errors["plan", "2024-09"] < 60 and 90 < errors["plan", "2025-06"] < 120


def test_without_a_plan_orders_alone_come_too_late(record: Record) -> None:
    found = backtest(record, draws=500)
    last = [one for one in found.foreseen if one.origin == BEFORE_PLAN and one.month == "2025-06"]
    (model,) = [one for one in last if one.method == "model"]
    assert model.error < -25  # told as it is: the model does not know how a war runs factories day and night
    assert abs(model.error) < min(abs(one.error) for one in last if one.method == "same")


def test_what_is_known_was_told_by_the_day_or_is_named_as_told_later(record: Record) -> None:
    with_plan, before = backtest(record, draws=0).origins
    assert all(one.released_on is not None and one.released_on <= WITH_PLAN for one in with_plan.known)
    (told_later,) = before.known
    assert told_later.released_on == date(2025, 6, 30) and told_later.value == 14_500


def test_stretch_is_measured_without_these_shells(record: Record) -> None:
    rows = production(record, record.edition)
    stretch, _ = of_others(rows)
    mine = [one.times for one in slips(rows) if one.maker == "USA"]
    assert stretch.high < max(mine) and stretch.low == 1.0
