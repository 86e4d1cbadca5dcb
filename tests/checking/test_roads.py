"""A promise on the road: both clocks, by the very engine of `burdenshare road`, and nothing where no year is said."""

from datetime import date

import pytest

from burdenshare import check
from burdenshare.checking.model import Checked, Clock
from burdenshare.record import Record
from burdenshare.road.model import Measure, Scenario, Target
from burdenshare.road.road import road


def promised(text: str, on: date | None) -> Checked:
    (found,) = [one for one in check(text, on=on).checked.checked if one.price is not None]
    return found


@pytest.mark.parametrize(
    ("text", "on", "by"),
    [
        ("Germany will spend 3.5% of GDP on defence by 2029, the chancellor said.", date(2025, 7, 10), 2029),
        ("Italy pledged to reach 2 percent of GDP on defence by 2028.", date(2024, 9, 1), 2028),
    ],
)
def test_a_dated_promise_has_a_road_on_both_clocks(record: Record, text: str, on: date, by: int) -> None:
    found = promised(text, on)
    assert found.price is not None
    assert [one.clock for one in found.price.roads] == [Clock.THEN, Clock.NOW]
    ally = found.price.lines[0].ally
    for one in found.price.roads:
        target = Target(Measure.SHARE, found.price.target_low, "%", by, (ally,))
        made = road(record, Scenario("x", "x", targets=(target,)), one.on, allies=(ally,)).allies[ally]
        assert (one.by, one.base) == (by, made.economy.years[0])
        assert one.extra_low == pytest.approx(made.fans["extra"].central[-1])
        assert one.total_low == pytest.approx(made.fans["total"].central[-1])
        assert one.derivation.value == pytest.approx(one.extra_low)


def test_then_knows_nothing_that_came_later() -> None:
    then, now = promised("Poland must reach 5% of GDP on defence by 2030.", date(2024, 9, 1)).price.roads  # type: ignore[union-attr]
    assert then.release == "2024-06" and then.outlook == "WEO-2024-04"
    assert now.release > then.release and now.outlook > then.outlook


def test_a_vague_target_is_open_above() -> None:
    found = promised("Allies need to spend well north of 3% of GDP on defence, Rutte said.", date(2025, 3, 7)).price
    assert found is not None and found.target_high is None
    (now,) = found.roads
    assert now.by is None and now.extra_low > 0 and now.extra_high is None and now.total_low is None


def test_a_compound_target_is_an_interval() -> None:
    found = promised("NATO allies agreed to spend 5% of GDP by 2035.", date(2025, 7, 10)).price
    assert found is not None
    for one in found.roads:
        assert one.extra_high is not None and one.extra_high > one.extra_low > 0


def test_a_year_that_is_past_by_the_newest_figures_leaves_today_s_gap() -> None:
    found = promised("Poland plans to spend 4.8% of GDP on defence in 2026.", date(2025, 7, 10)).price
    assert found is not None
    then, now = found.roads
    assert then.by == 2026 and now.by is None


def test_a_text_without_a_day_is_priced_now_alone() -> None:
    found = promised("Germany will spend 3.5% of GDP on defence by 2029.", None).price
    assert found is not None and [one.clock for one in found.roads] == [Clock.NOW]


def test_what_is_the_core_already_is_not_split() -> None:
    found = promised("Germany will spend 3.5% of GDP on defence by 2029.", date(2025, 7, 10)).price
    assert found is not None and found.target_high == 3.5 and "low end" not in found.why
