"""A scenario computed: the books, the money, what a day knew, what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import numpy as np
import pytest

from burdenshare.errors import InputError, NotHeldError, UnknownNameError
from burdenshare.record import Record
from burdenshare.road.industry.industry import industry
from burdenshare.road.industry.items import items
from burdenshare.road.industry.model import Buy, Plant, Source, Told
from burdenshare.road.industry.scenario import load_plant
from burdenshare.road.model import Assumption, Spread
from burdenshare.road.scenario import load_scenario

DAY = date(2026, 8, 22)


def point(value: float) -> Spread:
    return Spread(value, value, value)


def ordering(*buys: Buy, **more: object) -> Plant:
    return replace(Plant("t", "test", buys), **more)  # type: ignore[arg-type]


def test_books_hold_in_every_draw_of_every_item(record: Record) -> None:
    for name in ("without-the-us", "hague-equipment"):
        made = industry(record, load_plant(name), DAY, draws=60)
        for one in made.items.values():
            ledger = one.ledger
            assert ledger.gap <= 1e-9 * (ledger.waited + ledger.ordered)
            left = ledger.waited + ledger.ordered - ledger.delivered - ledger.waits - ledger.withdrawn
            assert abs(left) <= 1e-9 * (ledger.waited + ledger.ordered)


def test_more_money_buys_more_and_sooner(record: Record) -> None:
    source = Source(load_scenario("core-by-2035"), ("DEU", "POL"), "extra")
    few, many = (
        industry(record, ordering(Buy("155mm", share=point(part)), source=source), DAY, draws=40).items["155mm"]
        for part in (1.0, 3.0)
    )
    for name in ("ordered", "delivered"):
        low, high = few.fans[name].quantiles, many.fans[name].quantiles
        assert low is not None and high is not None
        assert all(a[3] <= b[3] for a, b in zip(low, high, strict=True))
    assert (many.stock >= few.stock * (1 - 1e-6)).all()


def test_equipment_money_is_spending_times_the_share_of_each_ally(record: Record) -> None:
    source = Source(load_scenario("core-by-2035"), ("DEU",), "spending")
    given = replace(source, equipment=point(50.0))
    first, other = (
        industry(record, ordering(Buy("155mm", share=point(1.0)), source=one), DAY).purse for one in (source, given)
    )
    assert first is not None and other is not None
    share = record.cell("equipment_share", "DEU", 2024, as_of=DAY) or record.cell(
        "equipment_share", "DEU", 2025, as_of=DAY
    )
    assert share is not None
    ratio = first.money[2030] / other.money[2030]
    assert 0 < ratio < 1 and ratio == pytest.approx(first.money[2035] / other.money[2035])


def test_a_sum_is_spent_at_the_price(record: Record) -> None:
    price = Told(point(10_000.0), "USD", "a test", "", 0)
    calm = Assumption("price_rise", "%", ((0, point(0.0)),), "a test")
    made = industry(
        record,
        ordering(Buy("caesar", money=point(5e6), price=price), assumptions=(calm,)),
        DAY,
    ).items["caesar"]
    assert made.ordered is not None and made.cost is not None
    assert made.ordered.central == pytest.approx(500)
    assert made.cost.central == pytest.approx(5e6)


def test_makers_within_another_are_not_added_unless_asked_for(record: Record) -> None:
    whole = industry(record, load_plant("as-it-stands"), DAY, only=["155mm"]).items["155mm"]
    assert whole.lines == ("USA", "EU")
    one = industry(record, ordering(Buy("155mm", makers=("Rheinmetall",))), DAY).items["155mm"]
    assert one.lines == ("Rheinmetall",)
    assert one.fans["capacity"].central[0] < whole.fans["capacity"].central[0]


def test_a_rate_of_ones_own_replaces_the_record(record: Record) -> None:
    rate = Told(point(10.0), "units/month", "a test", "")
    made = industry(record, ordering(Buy("leopard-2", units=point(120), rate=rate)), DAY).items["leopard-2"]
    assert made.lines == ("given",)
    assert made.fans["delivered"].central[-1] == pytest.approx(120)
    assert made.fans["output"].central[0] == 10.0


def test_what_the_record_cannot_feed_is_told_and_not_guessed(record: Record) -> None:
    made = industry(record, load_plant("without-the-us"), DAY, draws=10)
    assert set(made.lacking) == {"leopard-2"} and "leopard-2" not in made.items
    secondary = industry(record, load_plant("as-it-stands"), DAY, only=["pac-3-mse"])
    assert secondary.notes == () or "secondary" in secondary.notes[0]


def test_the_same_seed_gives_the_same_whatever_else_is_asked(record: Record) -> None:
    plant = load_plant("without-the-us")
    alone = industry(record, plant, DAY, only=["caesar"], draws=700, seed=5).items["caesar"]
    among = industry(record, plant, DAY, draws=700, seed=5).items["caesar"]
    assert (alone.stock == among.stock).all() and alone.fans == among.fans
    other = industry(record, plant, DAY, only=["caesar"], draws=700, seed=6).items["caesar"]
    assert (alone.stock != other.stock).any()


def test_consumption_and_attrition_leave_the_stock_at_nothing_at_least(record: Record) -> None:
    buy = Buy("caesar", units=point(100), held=50, consumption=30, attrition=0.1)
    made = industry(record, ordering(buy), DAY, draws=50).items["caesar"]
    assert made.stock.min() >= 0
    assert made.fans["held"].central[0] < 50


def test_every_fan_is_finite_and_in_order(record: Record) -> None:
    for one in industry(record, load_plant("hague-equipment"), DAY, draws=50).items.values():
        for fan in one.fans.values():
            assert np.isfinite(fan.central).all() and min(fan.central) >= 0
            assert fan.quantiles is not None
            assert all(row == tuple(sorted(row)) for row in fan.quantiles)


@pytest.mark.parametrize(
    ("plant", "until", "what"),
    [
        (ordering(Buy("155mm", makers=("Krupp",))), None, "unknown maker of 155mm"),
        (ordering(Buy("155mm", share=point(1.0))), None, "no road says"),
        (ordering(Buy("k2", money=point(1e9))), None, "no price is known"),
        (
            ordering(Buy("caesar", units=point(10), first=2020, last=2021)),
            None,
            "from 2020, before the run begins",
        ),
        (ordering(Buy("caesar")), 2020, "the last year is 2020"),
        (ordering(Buy("caesar")), 2100, "the last year is 2100"),
    ],
)
def test_what_cannot_be_asked_is_refused_in_one_line(
    record: Record, plant: Plant, until: int | None, what: str
) -> None:
    with pytest.raises((InputError, UnknownNameError), match=what) as fault:
        industry(record, plant, DAY, until=until)
    assert "\n" not in fault.value.line()


def test_all_items_of_the_table_are_computed_or_told_as_lacking(record: Record) -> None:
    made = industry(record, load_plant("as-it-stands"), DAY, only=list(items()))
    assert set(made.items) | set(made.lacking) == set(items())
    assert len(made.items) == 8


def test_a_day_before_the_edition_says_that_assumptions_are_of_today(record: Record) -> None:
    plant = ordering(Buy("155mm", units=point(1000.0)))
    (note,) = (one for one in industry(record, plant, date(2023, 10, 1)).notes if one.startswith("assumptions"))
    assert "is of 2024" in note and "later than 2023-10-01" in note
    assert not any("assumptions" in one for one in industry(record, plant, record.edition).notes)


def test_units_need_no_price_that_the_day_cannot_bring_to_its_dollars(record: Record) -> None:
    day, made_here = date(2019, 1, 1), Told(point(1000.0), "rounds/year", "a test", "")
    made = industry(record, ordering(Buy("155mm", units=point(100.0), rate=made_here)), day)
    assert made.items["155mm"].cost is None and any("no cost is told" in one for one in made.notes)
    with pytest.raises(NotHeldError, match="known on 2019-01-01") as fault:
        industry(record, ordering(Buy("155mm", money=point(1e9), currency="EUR", rate=made_here)), day)
    assert "later day" in fault.value.line()
