"""The road as a whole: sums, reproducibility, what a day knew, and what is refused."""

from dataclasses import replace
from datetime import date
from itertools import pairwise
from typing import Any

import numpy as np
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from burdenshare.errors import DateError, InputError, NotHeldError, UnknownNameError
from burdenshare.record import Record
from burdenshare.road import ensemble
from burdenshare.road.ensemble import Chance, drawn
from burdenshare.road.model import Assumption, Backfill, Baseline, Measure, Scenario, Shape, Spread, Target
from burdenshare.road.prepare import prepare
from burdenshare.road.road import road
from burdenshare.road.run import years_of
from burdenshare.road.scenario import SHIPPED, load_scenario
from burdenshare.road.sensitivity import tornado
from burdenshare.road.slips import slips

ON = date(2026, 11, 1)
MONEY = ("baseline", "spending", "extra", "spending_usd", "extra_usd", "total")


def asks(value: float = 3.5, by: int = 2035, allies: tuple[str, ...] = ("NATO",), **more: Any) -> Any:
    return Scenario("x", "x", targets=(Target(Measure.SHARE, value, "%", by, allies, **more),))


@pytest.mark.parametrize("name", SHIPPED)
def test_sums_over_allies_are_the_group(record: Record, name: str) -> None:
    made = road(record, load_scenario(name), ON)
    for group in made.groups.values():
        for quantity in MONEY:
            whole = group.fans[quantity].central
            parts = [made.allies[ally].fans[quantity].central for ally in group.members]
            assert whole == pytest.approx([sum(one) for one in zip(*parts, strict=True)], rel=1e-12, abs=1e-3)
    assert sum(one.central[-1] for one in made.burden.values()) == pytest.approx(100)


def test_share_times_gdp_is_money_in_every_basis_and_draw(record: Record) -> None:
    setting, _, wanted = prepare(record, asks(), ON, ("NATO",), None)
    ready = drawn(setting, Chance(64, 3, slips(record, tuple(setting.grounds), ON)))
    chances, moved = ready.block(0, 64)
    for ally in wanted:
        years, ground = years_of(setting, chances, ally, moved)
        economy = setting.grounds[ally]
        for at in range(len(setting.years)):
            constant = years.share[at] / 100 * years.gdp[at]
            assert np.allclose(constant, years.spending[at], rtol=1e-12)
            dollars = years.share[at] / 100 * (years.gdp[at] * ground.dollars[at])
            assert np.allclose(dollars, years.spending[at] * ground.dollars[at], rtol=1e-12)
            rate = ground.national[at] / ground.dollars[at]
            assert np.allclose(dollars * rate, years.spending[at] * ground.national[at], rtol=1e-12)
        # the real exchange rate stays the Outlook's own in every draw
        real = ground.national[-1] / ground.dollars[-1] / economy.rate[-1]
        home, abroad = (chances.drift(one)[1][-1] for one in (ally, "USA"))
        assert np.allclose(np.log(real), home - abroad, atol=1e-9)


def test_the_middle_of_the_draws_is_the_central_run(record: Record) -> None:
    made = road(record, asks(), ON, draws=4000)
    whole = made.groups["NATO"].fans["extra"]
    interval, mean = whole.interval(80, -1), whole.mean
    assert interval is not None and mean is not None
    assert interval[0] < whole.central[-1] < interval[1]
    assert mean[-1] == pytest.approx(whole.central[-1], rel=0.02)


@pytest.mark.parametrize(("workers", "block"), [(1, 8192), (2, 100), (3, 257)])
def test_draws_do_not_depend_on_workers_or_blocks(
    record: Record, monkeypatch: pytest.MonkeyPatch, workers: int, block: int
) -> None:
    allies = ("DEU", "FRA", "POL", "USA")
    expected = road(record, asks(), ON, allies=allies, draws=600, seed=7)
    monkeypatch.setattr(ensemble, "WORKERS", workers)
    monkeypatch.setattr(ensemble, "BLOCK", block)
    made = road(record, asks(), ON, allies=allies, draws=600, seed=7)
    assert made.groups["together"].fans == expected.groups["together"].fans
    assert all(made.allies[one].fans == expected.allies[one].fans for one in allies)


def test_an_allys_draws_are_the_same_alone_and_in_company(record: Record) -> None:
    alone = road(record, asks(), ON, allies=("DEU",), draws=500)
    together = road(record, asks(), ON, draws=500)
    assert alone.allies["DEU"].fans["extra"].median(5) == pytest.approx(
        together.allies["DEU"].fans["extra"].median(5), rel=0.02
    )


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(value=st.floats(0, 10), more=st.floats(0, 10), by=st.integers(2028, 2045))
def test_a_higher_target_never_costs_less(record: Record, value: float, more: Any, by: int) -> None:
    lower, higher = (road(record, asks(one, by), ON, allies=("EUR",)) for one in (value, value + more))
    for ally, one in lower.allies.items():
        assert all(
            a <= b + 1e-3
            for a, b in zip(one.fans["extra"].central, higher.allies[ally].fans["extra"].central, strict=True)
        )


def test_holding_costs_nothing(record: Record) -> None:
    made = road(record, load_scenario("hold"), ON, draws=50)
    whole = made.groups["NATO"]
    assert set(whole.fans["extra"].central) == {0.0}
    assert whole.fans["total"].interval(95, -1) == (0.0, 0.0)


def test_the_price_is_the_sum_of_shortfalls_and_the_pooled_gap_stands_beside(record: Record) -> None:
    made = road(record, asks(), ON)
    whole = made.groups["NATO"]
    assert whole.pooled is not None
    assert 0 < whole.pooled[-1] < whole.fans["extra"].central[-1]
    assert set(made.allies["POL"].fans["extra"].central) == {0.0}  # it stands above the target


def test_an_exact_target_also_cuts(record: Record) -> None:
    made = road(record, asks(3.0, 2030, ("POL",), exact=True), ON, allies=("POL",))
    assert made.allies["POL"].fans["extra"].central[-1] < 0


def test_what_one_lowers_the_others_make_up_for(record: Record) -> None:
    made = road(record, load_scenario("us-halves-europe"), ON)
    america = made.allies["USA"].fans["extra"].central
    others = made.groups["EUR_CAN"].fans["extra"].central
    assert america == pytest.approx([-one for one in others])
    baseline = made.allies["USA"].fans["baseline"].central[-1]
    assert -america[-1] == pytest.approx(0.5 * 0.065 * baseline)
    parts = {ally: made.allies[ally].fans["extra"].central[-1] / others[-1] for ally in made.groups["EUR_CAN"].members}
    gdp = {ally: made.allies[ally].economy.gdp_usd for ally in parts}
    assert parts["DEU"] / parts["FRA"] == pytest.approx(gdp["DEU"] / gdp["FRA"])


def test_a_sum_is_divided_as_allies_spend_today(record: Record) -> None:
    target = Target(Measure.MONEY, 1200e9, "constant USD", 2030, ("EUR",))
    made = road(record, Scenario("x", "x", targets=(target,)), ON, allies=("EUR",))
    assert made.groups["EUR"].fans["spending"].central[-1] == pytest.approx(1200e9)


def test_the_equipment_share_moves_money_within_spending(record: Record) -> None:
    target = Target(Measure.EQUIPMENT, 40.0, "%", 2030, ("DEU",))
    germany = road(record, Scenario("x", "x", targets=(target,)), ON, allies=("DEU",)).allies["DEU"]
    start = germany.course.start.equipment
    assert start is not None and germany.equipment is not None
    assert set(germany.fans["extra"].central) == {0.0}
    assert germany.equipment[-1] == pytest.approx((40 - start) / 100 * germany.fans["baseline"].central[-1])


def test_the_wider_part_is_told_in_all_and_never_as_new(record: Record) -> None:
    core, hague = (road(record, load_scenario(one), ON) for one in ("core-by-2035", "hague-by-2035"))
    assert hague.groups["NATO"].fans["extra"] == core.groups["NATO"].fans["extra"]
    gdp = sum(one.economy.gdp_usd * one.economy.real[-1] for one in hague.allies.values())
    assert hague.related is not None and core.related is None
    assert sum(hague.related.money.values()) == pytest.approx(0.015 * gdp)
    assert any("how much is new is unknown" in one for one in hague.notes)


def test_spending_that_rises_too_fast_is_said_and_can_be_delayed(record: Record) -> None:
    fast = asks(10.0, 2027, ("ITA",))
    said = road(record, fast, ON, allies=("ITA",), until=2035).allies["ITA"]
    assert said.course.steep == (2027,) and said.reached == 2027
    late = road(record, replace(fast, delay=True), ON, allies=("ITA",), until=2035).allies["ITA"]
    assert late.reached is not None and late.reached > 2027
    spent = late.fans["spending"].central
    assert max(b / a for a, b in pairwise(spent)) < 1.37


def test_plans_against_holding_and_targets_against_plans(record: Record) -> None:
    plans = road(record, load_scenario("plans"), ON)
    assert plans.allies["DEU"].fans["share"].central[-1] == pytest.approx(3.5)
    assert any("no plan of its own" in one for one in plans.allies["GRC"].notes)
    over = road(record, replace(asks(), baseline=Baseline.PLANS), ON)
    assert over.allies["DEU"].fans["extra"].central[-1] == pytest.approx(0.0, abs=1.0)
    assert (
        0
        < over.groups["NATO"].fans["total"].central[-1]
        < road(record, asks(), ON).groups["NATO"].fans["total"].central[-1]
    )


def test_a_day_in_the_past_sees_its_own_figures(record: Record) -> None:
    made = road(record, asks(2.0, 2024), date(2017, 7, 1))
    assert made.base == 2017 and made.starts.release == "2017-06" and "HRV" in made.allies and "FIN" not in made.allies
    assert {one.economy.vintage for one in made.allies.values()} == {"WEO-2017-04"}
    assert made.starts.definition == "whole"


def test_iceland_is_said_and_not_zero(record: Record) -> None:
    made = road(record, asks(), ON)
    assert made.without == ("ISL",) and "ISL" not in made.allies


@pytest.mark.parametrize(
    ("scenario", "more", "fault", "told"),
    [
        (asks(-1.0), {}, InputError, "a target of -1 %"),
        (asks(31.0), {}, InputError, "between 0 and 30"),
        (asks(by=2026), {}, InputError, "a target for 2026.*the figures known on the day are of 2026"),
        (asks(by=2061), {}, InputError, "to 2060"),
        (asks(since=2040), {}, InputError, "a change that begins in 2040"),
        (asks(allies=("Atlantis",)), {}, UnknownNameError, "Atlantis"),
        (asks(), {"allies": ("ISL",)}, NotHeldError, "no defence expenditure of Iceland"),
        (asks(), {"allies": ("RUS",)}, InputError, "was no ally"),
        (asks(), {"until": 2026}, InputError, "the year 2026"),
        (asks(), {"draws": -5}, InputError, "-5 draws"),
        (asks(), {"draws": 10**9}, InputError, "1000000000 draws"),
        (
            Scenario("x", "x", targets=(*asks().targets, Target(Measure.MONEY, 1e11, "USD", 2030))),
            {},
            InputError,
            "contradict each other",
        ),
    ],
)
def test_what_cannot_be_asked_is_one_line(
    record: Record, scenario: Scenario, more: Any, fault: type[Exception], told: str
) -> None:
    with pytest.raises(fault, match=told) as caught:
        road(record, scenario, ON, **more)
    assert "\n" not in str(caught.value)


@pytest.mark.parametrize(
    ("ally", "allies", "told"),
    [("USA", ("USA",), "nobody makes up for it"), ("ISL", ("EUR",), "Iceland has no defence")],
)
def test_a_backfill_that_moves_nothing_is_refused(
    record: Record, ally: str, allies: tuple[str, ...], told: str
) -> None:
    fill = Backfill(ally, 0.5, 1.0, 2030, allies, "gdp", "")
    with pytest.raises(InputError, match=told):
        road(record, Scenario("x", "x", backfills=(fill,)), ON)


def test_parameters_under_which_spending_pays_for_itself_are_refused(record: Record) -> None:
    free = tuple(
        Assumption(key, "x", ((0, Spread(value, value, value)),), "none")
        for key, value in (("multiplier", 5.0), ("import_share", 0.0))
    )
    with pytest.raises(InputError, match="spending of 25 % of GDP pay for itself"):
        road(record, replace(asks(25.0), assumptions=free), ON)
    assert road(record, replace(asks(10.0), assumptions=free), ON, allies=("DEU",)).allies["DEU"].reached == 2035


def test_before_the_first_release_there_is_no_road(record: Record) -> None:
    with pytest.raises(DateError, match="no release of NATO's figures was out by 2014-01-01"):
        road(record, asks(), date(2014, 1, 1))


def test_levers_are_taken_to_both_ends(record: Record) -> None:
    levers = {one.key: one for one in tornado(record, asks(), ON, allies=("EUR",))}
    assert set(levers) >= {"multiplier", "offset", "interest_growth", "growth", "shape", "baseline"}
    assert list(levers) == [one.key for one in sorted(levers.values(), key=lambda one: -one.swing)]
    assert levers["growth"].low.extra < levers["growth"].central.extra < levers["growth"].high.extra
    debts = [one.debt for one in (levers["offset"].low, levers["offset"].central, levers["offset"].high)]
    assert debts == sorted(debts, key=lambda one: -(one or 0.0)) and None not in debts
    assert levers["defence_wedge"].swing == 0  # a share of GDP costs the same, whatever it buys


def test_the_chance_of_meeting_a_target_is_the_share_forecasts(record: Record) -> None:
    made = road(record, asks(2.0, 2030), ON, draws=500)
    (found,) = made.met
    assert found.futures == 500 and set(found.chance) == set(made.allies)
    assert sum(found.how_many) == pytest.approx(1) and len(found.how_many) == len(found.chance) + 1
    counted = sum(at * part for at, part in enumerate(found.how_many))
    assert found.expected() == pytest.approx(counted)
    low, high = found.between(80)
    assert low <= counted <= high
    assert found.chance["POL"] > 0.95 > found.chance["SVK"] > 0.2
    later = road(record, asks(3.5, 2030), ON, draws=500).met[0]
    assert all(later.chance[ally] <= chance for ally, chance in found.chance.items())
    assert road(record, asks(), ON).met == ()


def test_progress_counts_every_ally(record: Record) -> None:
    seen = []
    road(record, asks(), ON, allies=("NORDIC",), draws=20, step=lambda done, whole: seen.append((done, whole)))
    assert seen == [(at, 4) for at in range(1, 5)]  # Iceland has no data


def test_shapes_differ_on_the_way_and_agree_at_the_end(record: Record) -> None:
    ends, totals = [], []
    for shape in (Shape.BACK, Shape.LINEAR, Shape.FRONT):
        whole = road(record, asks(shape=shape), ON, allies=("EUR",)).groups["EUR"].fans
        ends.append(whole["extra"].central[-1])
        totals.append(whole["total"].central[-1])
    assert ends == pytest.approx([ends[0]] * 3)
    assert totals == sorted(totals)
