"""One ally's years: the identities hold in every draw, and debt is what a second way of writing it gives."""

from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from burdenshare.road.model import Baseline
from burdenshare.road.roll import CONSTANT, GROWTH, SHARE, Ask, Ground, Levers, roll

YEARS = 8
RATES = st.lists(st.floats(-0.1, 0.1), min_size=YEARS, max_size=YEARS)
LEVERS = st.builds(Levers, st.floats(0, 1.3), st.floats(0, 1), st.floats(-0.05, 0.05), st.floats(-0.02, 0.05))


def ground(rates: list[float], share: float = 2.0, revenue: float = 40.0, gdp: float = 1e12) -> Any:
    levels = [gdp]
    for rate in rates:
        levels.append(levels[-1] * (1 + rate))
    return Ground(levels, [1.0] * len(levels), [1.0] * len(levels), [revenue] * len(levels), share)


def rolled(base: Ground, share: float, target: float, lever: Levers, baseline: Baseline = Baseline.SHARE) -> Any:
    levels = tuple(share + (target - share) * at / YEARS for at in range(YEARS + 1))
    return roll(base, Ask(SHARE, levels), baseline, None, [lever] * (YEARS + 1))


@given(RATES, st.floats(0.5, 5), st.floats(0, 30), LEVERS)
def test_share_times_gdp_is_money(rates: list[float], share: float, target: float, lever: Levers) -> None:
    years = rolled(ground(rates, share), share, target, lever)
    for money, part, gdp in zip(years.spending, years.share, years.gdp, strict=True):
        assert part / 100 * gdp == pytest.approx(money, rel=1e-12)
    for money, without, extra in zip(years.spending, years.baseline, years.extra, strict=True):
        assert money == pytest.approx(without + extra, rel=1e-12)


@given(RATES, st.floats(0.5, 5), LEVERS)
def test_no_change_costs_nothing(rates: list[float], share: float, lever: Levers) -> None:
    years = rolled(ground(rates, share), share, share, lever)
    assert years.extra == pytest.approx([0.0] * (YEARS + 1), abs=1e-2)  # a cent of a trillion
    assert years.debt == pytest.approx([0.0] * (YEARS + 1), abs=1e-12)


@given(RATES, st.floats(0.5, 5), st.floats(0, 15), st.floats(0, 15), LEVERS)
def test_a_higher_target_never_costs_less(
    rates: list[float], share: float, target: float, more: Any, lever: Levers
) -> None:
    base = ground(rates, share)
    lower, higher = (rolled(base, share, one, lever) for one in (target, target + more))
    for less, most in zip(lower.extra, higher.extra, strict=True):
        assert most >= less - 1e-3


@given(RATES, st.floats(0.5, 5), st.floats(0, 15), LEVERS)
def test_a_target_is_a_floor(rates: list[float], share: float, target: float, lever: Levers) -> None:
    assert min(rolled(ground(rates, share), share, target, lever).extra) >= -1e-3


@given(RATES, st.floats(0.5, 5), st.floats(0, 10), LEVERS)
def test_debt_is_what_a_ledger_in_money_gives(rates: list[float], share: float, target: float, lever: Levers) -> None:
    """The oracle keeps the books in money: last year's debt with interest, plus what is borrowed this year. The
    interest rate is that which stands `interest_growth` over growth, so that the ratio grows by it."""
    base = ground(rates, share)
    years = rolled(base, share, target, lever)
    owed = 0.0
    for at in range(1, YEARS + 1):
        growth = base.gdp[at] / base.gdp[at - 1] - 1
        interest = (1 + lever.interest_growth) * (1 + growth) - 1
        borrowed = years.extra[at] - lever.offset * years.extra[at]
        taxed = base.revenue[at] / 100 * (years.gdp[at] - base.gdp[at])
        owed = owed + interest * owed + borrowed - taxed
        assert years.debt[at] * base.gdp[at] == pytest.approx(owed, rel=1e-9, abs=1e-2)


def test_debt_of_a_worked_case_by_hand() -> None:
    """1 % of GDP more for ever from the first year, nothing offset, no output, interest over growth of 1 point."""
    base = ground([0.0] * YEARS, share=2.0)
    lever = Levers(output=0.0, offset=0.0, interest_growth=0.01, wedge=0.0)
    years = roll(base, Ask(SHARE, (2.0, *([3.0] * YEARS))), Baseline.SHARE, None, [lever] * (YEARS + 1))
    assert years.debt[-1] == pytest.approx(0.01 * (1.01**YEARS - 1) / 0.01, rel=1e-9)


@given(RATES, LEVERS)
def test_output_follows_extra_spending_by_the_multiplier(rates: list[float], lever: Levers) -> None:
    base = ground(rates)
    years = rolled(base, 2.0, 4.0, lever)
    for raised, gdp, extra in zip(years.gdp, base.gdp, years.extra, strict=True):
        assert raised - gdp == pytest.approx(lever.output * extra, rel=1e-6, abs=1.0)


def test_holding_real_spending_buys_the_same_at_defence_prices() -> None:
    lever = Levers(0.0, 0.0, 0.0, wedge=0.02)
    years = roll(ground([0.03] * YEARS), None, Baseline.REAL, None, [lever] * (YEARS + 1))
    assert years.baseline == pytest.approx([2e10 * 1.02**at for at in range(YEARS + 1)])
    assert years.extra == [0.0] * (YEARS + 1)


def test_a_sum_asked_for_is_spent_and_then_grows_with_gdp() -> None:
    lever = Levers(0.0, 0.0, 0.0, 0.0)
    levels = (2e10, 3e10, 4e10, *([None] * (YEARS - 2)))
    years = roll(ground([0.02] * YEARS), Ask(CONSTANT, levels), Baseline.SHARE, None, [lever] * (YEARS + 1))
    assert years.spending[2] == 4e10
    assert years.spending[5] == pytest.approx(4e10 * 1.02**3)


def test_growth_asked_for_is_real_growth() -> None:
    lever = Levers(0.0, 0.0, 0.0, 0.0)
    years = roll(ground([0.0] * YEARS), Ask(GROWTH, (None, *([5.0] * YEARS))), Baseline.SHARE, None, [lever] * 9)
    assert years.spending == pytest.approx([2e10 * 1.05**at for at in range(YEARS + 1)])


@given(st.integers(0, 2**32 - 1))
def test_arrays_of_draws_give_what_each_draw_gives_alone(seed: int) -> None:
    rng = np.random.default_rng(seed)
    rates = rng.normal(0.02, 0.03, (5, YEARS))
    output, offset, over, wedge = (rng.random(5) * top for top in (1.2, 1.0, 0.02, 0.02))
    gdp = [np.full(5, 1e12), *(1e12 * np.cumprod(1 + rates, axis=1)).T]
    flat = [1.0] * (YEARS + 1)
    together = Ground(gdp, flat, flat, [40.0] * (YEARS + 1), 2.0)
    levels = tuple(2.0 + 0.2 * at for at in range(YEARS + 1))
    whole = roll(together, Ask(SHARE, levels), Baseline.REAL, None, [Levers(output, offset, over, wedge)] * (YEARS + 1))
    for at in range(5):
        own = Ground([float(one[at]) for one in gdp], flat, flat, [40.0] * (YEARS + 1), 2.0)
        lever = Levers(*(float(one[at]) for one in (output, offset, over, wedge)))
        alone = roll(own, Ask(SHARE, levels), Baseline.REAL, None, [lever] * (YEARS + 1))
        for name in ("spending", "extra", "gdp", "debt"):
            for one, many in zip(getattr(alone, name)[1:], getattr(whole, name)[1:], strict=True):
                assert float(many[at]) == pytest.approx(one, rel=1e-12)
