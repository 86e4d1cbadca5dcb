"""The chain: one set of draws through all steps, books that balance, more money never later, tables in their place."""

from __future__ import annotations

from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from burdenshare.errors import InputError
from burdenshare.record import Record, load_record
from burdenshare.report.chain.door import named_chain
from burdenshare.road.chain.chain import chain
from burdenshare.road.chain.result import Chain
from burdenshare.road.chain.scenario import load_chain
from burdenshare.road.clock.met import together
from burdenshare.road.clock.result import Place
from burdenshare.road.industry.chances import Chances
from burdenshare.road.industry.industry import industry
from burdenshare.road.industry.model import MetDraws, NotFed
from burdenshare.road.industry.money import equipment
from burdenshare.road.requirements.met import met_draws
from tests.road.chain.files import (
    DELIVERIES,
    GUNS,
    HEAD,
    HORIZONS,
    MONEY,
    ORDERS,
    REQUIREMENTS,
    SHARES,
    linked,
)

DAY = date(2026, 8, 22)


@pytest.fixture(scope="module")
def hague(record: Record) -> Chain:
    """The shipped chain of The Hague."""
    return chain(record, named_chain(record, load_chain("hague-chain")), DAY, draws=200, seed=3)


def fed(made: Chain) -> dict[str, MetDraws]:
    """When each requirement that is fed is met."""
    return {one.gap.required.id: one.met for one in made.fillings if isinstance(one.met, MetDraws)}


def test_every_step_takes_the_draws_of_the_one_before(record: Record, hague: Chain) -> None:
    plant = hague.asked.plant
    assert plant.source is not None and hague.purse is not None and hague.industry is not None
    money = equipment(record, plant.source, DAY, 2038, Chances.of(200, 3))
    assert hague.purse.equipment.mean == pytest.approx(tuple(money.draws.mean(axis=1)))
    alone = industry(record, plant, DAY, draws=200, seed=3)
    for item, run in alone.items.items():
        assert np.array_equal(run.stock, hague.industry.items[item].stock)
    apart = {
        one.requirement: one for one in met_draws(record, plant, DAY, draws=200, seed=3) if isinstance(one, MetDraws)
    }
    assert set(apart) == set(fed(hague))
    for name, one in fed(hague).items():
        assert np.array_equal(one.years, apart[name].years)


def test_the_books_balance_in_every_draw_of_the_chain(hague: Chain) -> None:
    assert hague.industry is not None
    for run in hague.industry.items.values():
        books = run.ledger
        whole = books.waited + books.ordered
        assert books.gap <= 1e-9 * whole
        assert books.delivered + books.waits + books.withdrawn == pytest.approx(whole)


def test_what_lacks_falls_to_nothing_as_it_is_filled(hague: Chain) -> None:
    for one in hague.fillings:
        if one.lacking is None or one.lacking.quantiles is None:
            continue
        ranks = np.array(one.lacking.quantiles)
        assert (ranks >= 0).all() and (ranks <= one.gap.units.high * (1 + 1e-9)).all()
        assert (np.diff(ranks, axis=0) <= 1e-6).all()  # nothing is used up in this scenario
        assert isinstance(one.met, MetDraws)
        part = float(np.mean(np.isfinite(one.met.years)))
        assert (part >= 0.5) == (ranks[-1][3] <= 1e-3)


def test_the_clock_holds_both_curves_on_the_same_years_and_puts_them_nowhere_together(hague: Chain) -> None:
    stated = hague.clock
    assert stated.years[-1] == hague.months.years()[-1]
    assert [one.requirement for one in stated.requirements] == list(fed(hague))
    for one in stated.requirements:
        assert one.chance == pytest.approx([fed(hague)[one.requirement].chance(year + 1) for year in stated.years])
    whole = together(list(fed(hague).values()), stated.years)
    assert hague.together == whole
    least = [min(one.chance[at] or 0 for one in stated.requirements) for at in range(len(stated.years))]
    assert all((part or 0) <= low + 1e-12 for part, low in zip(whole.chance, least, strict=True))


def test_rows_below_press_carry_no_verdict_alone(hague: Chain) -> None:
    for one in hague.fillings:
        grades = {row.grade.value for row in one.gap.rows}
        assert ("what is required" in one.weak) == (grades == {"secondary"} and isinstance(one.met, MetDraws))
    assert {one.gap.required.id for one in hague.fillings if one.weak} == {"shells", "artillery"}


def test_what_the_record_cannot_feed_says_so(hague: Chain) -> None:
    lost = {one.gap.required.id: one.met.reason for one in hague.fillings if isinstance(one.met, NotFed)}
    assert "not enough in the record" in lost["tanks"] and "not enough in the record" in lost["sam"]
    assert len(lost) + len(fed(hague)) == len(hague.fillings) == 20


@settings(max_examples=12, deadline=None)
@given(st.integers(0, 9), st.floats(1.0, 6.0))
def test_more_money_never_fills_a_gap_later(seed: int, times: float) -> None:
    record = load_record()
    rows = MONEY.splitlines()[1:]
    more = "\n".join([MONEY.splitlines()[0], *(line.replace("4000000000", f"{4e9 * times:.0f}") for line in rows)])
    wanted = "id,title,items,value,unit,source\nguns,some guns,caesar,12,guns,mine\n"
    made = [
        chain(record, linked(HEAD + GUNS, {"money": one, "requirements": wanted}, record), DAY, draws=20, seed=seed)
        for one in (MONEY, more)
    ]
    before, after = (fed(one)["guns"] for one in made)
    assert (after.years <= before.years).all()
    lacking = [one.fillings[0].lacking for one in made]
    assert lacking[0] is not None and lacking[1] is not None
    assert (np.array(lacking[1].central) <= np.array(lacking[0].central) + 1e-6).all()


# Tables of one's own -------------------------------------------------------------------------------------------------


def test_own_orders_stand_in_place_of_a_share_of_the_money(record: Record) -> None:
    made = chain(record, linked(HEAD + GUNS, {"orders": ORDERS}, record), DAY, draws=20)
    assert made.industry is not None
    run = made.industry.items["caesar"]
    by_month = dict(zip(made.months.named(), run.fans["ordered"].central, strict=True))
    assert by_month["2026-12"] == 0 and by_month["2027-06"] == pytest.approx(30)
    assert by_month["2027-12"] == pytest.approx(60) and by_month["2034-12"] == pytest.approx(120)


def test_own_deliveries_fill_what_the_record_cannot(record: Record) -> None:
    tables = {"deliveries": DELIVERIES, "requirements": REQUIREMENTS}
    made = chain(record, linked(HEAD, tables, record), DAY, until=2034, draws=500)
    assert made.industry is None and [one.item for one in made.deliveries] == ["leopard-2"]
    delivered = made.deliveries[0].fan
    by_month = dict(zip(made.months.named(), delivered.central, strict=True))
    assert by_month["2028-06"] == pytest.approx(60) and by_month["2034-12"] == pytest.approx(240)
    met = fed(made)["tanks"]
    assert set(fed(made)) == {"tanks"} and np.isfinite(met.years).all()
    assert 2029.4 < met.years.min() <= met.years.max() <= 2030.0
    spread = delivered.interval(95, -1)
    assert spread is not None and 200 <= spread[0] < spread[1] <= 280


def test_own_money_is_divided_as_the_road_s_would_be(record: Record) -> None:
    one = chain(record, linked(HEAD + GUNS, {"money": MONEY}, record), DAY)
    two = chain(record, linked(HEAD + GUNS, {"money": MONEY.replace("4000000000", "8000000000")}, record), DAY)
    assert one.purse is not None and two.purse is not None and one.industry is not None and two.industry is not None
    assert one.purse.given == "money.csv" and one.purse.out_of is None
    assert one.purse.whole.central == pytest.approx(8e9) and two.purse.whole.central == pytest.approx(16e9)
    assert sum(each.central for each in one.purse.costs.values()) == pytest.approx(0.02 * 8e9)
    first, second = (each.industry.items["caesar"].ordered for each in (one, two) if each.industry is not None)
    assert first is not None and second is not None and second.central == pytest.approx(2 * first.central)
    assert any("tells nothing of 2026, 2029 to 2034" in note for note in one.notes)


def test_own_shares_are_the_path_even_where_it_falls(record: Record) -> None:
    made = chain(record, linked(HEAD + GUNS, {"shares": SHARES}, record), DAY)
    share = dict(zip(made.road.years, made.road.allies["DEU"].fans["share"].central, strict=True))
    assert share[2028] == pytest.approx(3, abs=0.01) and share[2030] == pytest.approx(2.75, abs=0.01)
    assert share[2034] == pytest.approx(2.5, abs=0.01)
    assert not any(one.value == 3.5 for one in made.asked.road.targets)


def test_own_horizons_alone_are_drawn_and_the_record_s_stay_in_sight(record: Record) -> None:
    made = chain(record, linked(HEAD + GUNS, {"horizons": HORIZONS}, record), DAY)
    drawn = [one for one in made.clock.statements if one.place is Place.DRAWN]
    assert [one.statement.key for one in drawn] == ["mine"] and drawn[0].weight == 2
    beside = chain(record, linked(HEAD + GUNS, {}, record), DAY)
    assert len(made.clock.statements) == len(beside.clock.statements) + 1


def test_own_requirements_may_be_totals_and_have_items_of_their_own(record: Record) -> None:
    tables = {
        "deliveries": DELIVERIES + "barge,2027,1,2,3,barges,mine\nbarge,2029,1,2,3,barges,mine\n",
        "requirements": "id,title,items,value,kind,before,unit,source\nb,barges,barge,9,total,6,barges,mine\n",
    }
    made = chain(record, linked(HEAD, tables, record), DAY, until=2034)
    (only,) = made.fillings
    assert only.gap.units.central == 3 and only.lacking is not None and only.lacking.central[-1] == 0
    assert fed(made)["b"].years[0] == pytest.approx(2029.5)  # two of four in 2027, the third half-way through 2029


@pytest.mark.parametrize(
    ("tables", "told"),
    [
        ({"orders": ORDERS.replace("2027", "2024")}, "caesar in 2024, before the run begins in 2026-09"),
        ({"orders": ORDERS.replace("2027", "2050").replace("2028", "2051")}, "no year of caesar lies within"),
        ({"shares": SHARES + "EUR,2030,3,% of GDP,mine\n"}, "Germany has two paths, by two names or by a group"),
        ({"money": MONEY.replace("2027", "2060").replace("2028", "2061")}, "no year of money lies within"),
    ],
)
def test_what_a_run_cannot_take_from_a_table_is_refused(record: Record, tables: dict[str, str], told: str) -> None:
    with pytest.raises(InputError, match=told) as caught:
        chain(record, linked(HEAD + GUNS, tables, record), DAY)
    assert caught.value.where.endswith(".csv") and caught.value.remedy


def test_the_same_seed_gives_the_same_chain_and_another_does_not(record: Record) -> None:
    asked = linked(HEAD + GUNS, {"requirements": REQUIREMENTS, "deliveries": DELIVERIES}, record)
    one, same, other = (chain(record, asked, DAY, draws=30, seed=seed) for seed in (5, 5, 6))
    assert np.array_equal(fed(one)["tanks"].years, fed(same)["tanks"].years)
    assert not np.array_equal(fed(one)["guns"].years, fed(other)["guns"].years)
